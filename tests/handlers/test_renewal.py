"""A new quarter: what was told in the one before is gone through again, then comes the result beside the last one."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.texts import Language
from tests.chat import Clock, Telegram
from tests.handlers.client import TICK, Client
from tests.handlers.families import alone, alone_up_to_the_wage, at_first_question, at_the_result, publish
from tests.handlers.neighbour import AIGUL, Neighbour

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
TO_JULY, TO_NEXT_JULY = timedelta(days=70), timedelta(days=435)
"""From 12 May 2026, the first day of every test, to the 21st of July."""


async def in_july(telegram: Telegram, language: Language = Language.KK, wage: str = "150000") -> Client:
    """Return somebody with a family of five and a result of May, who comes back in the next quarter."""
    await publish(telegram)
    client = await at_the_result(telegram, language, wage)
    telegram.clock.passes(TO_JULY)
    await client.says("/start")
    return client


async def of_ages(telegram: Telegram, ages: str, *birthdays: str, until: timedelta = TO_JULY) -> Client:
    """Return somebody alone with children of some ages, in the next quarter; birthdays that are asked are told."""
    await publish(telegram)
    client = await at_first_question(telegram)
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says(ages)
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")
    await client.says("60 000")
    await client.ticks("circumstances", "disability")
    await client.ticks("history")
    await tells_birthdays(client, *birthdays)
    await client.ticks_people(client.called("child", int(ages.split(maxsplit=1)[0])))
    await client.taps("disability-child")
    await tells_birthdays(client, *birthdays)
    await client.taps("calculate")
    telegram.clock.passes(until)
    await client.says("/check")
    return client


async def tells_birthdays(client: Client, *birthdays: str) -> None:
    """Tell the birthdays that are asked, one after another, or that they are not known."""
    left = list(birthdays)
    while client.caption("unknown") in client.last.buttons:
        await (client.says(left.pop(0)) if left else client.taps("unknown"))


def as_before(client: Client, tenge: int) -> str:
    """Return the button that takes the sum of the quarter before."""
    return client.words.say("button-as-before", amount=client.words.money(tenge))


async def record_of(client: Client) -> dict[str, Any]:
    """Return the record of the newest result."""
    return dict((await client.result()).record["record"])


def compared(client: Client, before: int, now: int) -> str:
    """Return the line that compares a sum of a month with that of the last quarter."""
    told = [client.words.say("compared-eligible", amount=client.words.money(tenge)) for tenge in (before, now)]
    if before == now:
        return client.words.say("result-compared-same", before=told[0])
    return client.words.say("result-compared", before=told[0], now=told[1])


# All at once


@BOTH_LANGUAGES
async def test_where_all_is_as_before_a_few_presses_lead_to_the_result_beside_the_last_one(
    telegram: Telegram, language: Language
) -> None:
    client = await in_july(telegram, language)
    words = client.words
    shown = client.reads("renewal-begun").text
    for line in ("line-region", "line-household"):
        assert f"{words.say(line)} – " in shown
    assert f"{words.say('line-people', group=words.say('group-child'))} – 12, 9, 3" in shown
    assert words.say("kind-wage") not in shown, "money is asked, not confirmed"
    await client.taps("renewal-all")
    client.is_asked("income-kinds")
    client.reads("new-quarter-ticked")
    assert [caption for caption in client.last.buttons if caption.startswith(TICK)], "the kinds stay ticked"
    await client.taps("done")
    await client.presses(as_before(client, 150_000))
    assert words.say("renewal-circumstances", circumstances="").rstrip(".") in client.last.text
    await client.taps("renewal-yes")
    client.is_asked("history")
    client.reads("renewal-step", step=9, steps=9)
    await client.ticks("history")
    record = await record_of(client)
    assert record["quarter"] == "2026-Q3"
    assert (await client.result()).record["base_months"] == ["2026-04", "2026-05", "2026-06"]
    before = (await client.result()).record["before"]
    least, _ = before["tenge"] or (0, 0)
    amount = record["monthly_tenge"]["low"] + (record["child_supplement_tenge"] or 0)
    assert before["quarter"] == "2026-Q2"
    assert compared(client, least, amount) in client.last.text
    await client.taps("change")
    assert words.say("review") in client.last.text, "nothing is asked a second time"


@BOTH_LANGUAGES
async def test_another_wage_is_seen_beside_the_last_result(telegram: Telegram, language: Language) -> None:
    client = await in_july(telegram, language, wage="150000")
    await client.taps("renewal-all", "done")
    await client.says("90 000")
    await client.taps("renewal-yes")
    await client.ticks("history")
    (last, _), now = (await client.result()).record["before"]["tenge"] or (0, 0), await record_of(client)
    more = now["monthly_tenge"]["low"] + (now["child_supplement_tenge"] or 0)
    assert more - last == 60_000
    assert compared(client, last, more) in client.last.text


async def test_a_result_that_was_no_is_compared_as_a_no(telegram: Telegram) -> None:
    client = await in_july(telegram, wage="400000")
    await client.taps("renewal-all", "done")
    await client.says("90 000")
    await client.taps("renewal-yes")
    await client.ticks("history")
    assert client.words.say("compared-refused") in client.last.text


# Line by line


@BOTH_LANGUAGES
async def test_line_by_line_one_thing_has_changed(telegram: Telegram, language: Language) -> None:
    """By buttons and in words; several lines of one screen are chosen from by number."""
    client = await in_july(telegram, language)
    words, yes, changed = client.words, *(("иә", "өзгерді") if language is Language.KK else ("да", "изменилось"))
    spouse = words.say("person-spouse")
    await client.taps("renewal-each")
    client.reads("renewal-step", step=1, steps=9)
    await client.says(changed)
    client.reads("renewal-which")
    await client.presses("1")
    client.is_asked("region")
    await client.region("KZ-79")
    client.reads("renewal-still-so")
    await client.says(yes)
    await client.taps("renewal-yes")
    client.reads("renewal-children-so")
    client.reads("renewal-step", step=3, steps=9)
    await client.taps("renewal-yes", "renewal-yes")
    client.reads("line-activity", person=spouse)
    await client.says(changed)
    client.is_asked("activity", person=spouse)
    await client.taps("activity-casual")
    client.is_asked("income-kinds")
    assert (await client.answers())["activity:spouse"] == "casual"
    await client.taps("done")
    await client.ticks_people(words.say("person-self"))
    await client.presses(as_before(client, 150_000))
    client.reads("renewal-still-so")
    await client.taps("renewal-yes")
    await client.ticks("history")
    assert (await record_of(client))["quarter"] == "2026-Q3"
    assert client.words.say(
        "result-compared-same", before=words.say("compared-eligible", amount=words.money(81_488))
    ) in (client.last.text)


async def test_back_lets_a_line_be_looked_at_once_more(telegram: Telegram) -> None:
    client = await in_july(telegram)
    await client.taps("renewal-each", "renewal-yes")
    client.reads("renewal-step", step=2, steps=9)
    await client.taps("back")
    client.reads("renewal-step", step=1, steps=9)
    await client.taps("back")
    client.reads("renewal-begun")
    await client.taps("renewal-each", "renewal-yes", "renewal-yes", "renewal-no")
    client.is_asked("people-child")
    await client.taps("back")
    client.reads("renewal-children-so")


@BOTH_LANGUAGES
async def test_whoever_stops_in_between_goes_on_where_they_were(telegram: Telegram, language: Language) -> None:
    client = await in_july(telegram, language)
    await client.taps("renewal-each", "renewal-yes", "renewal-yes")
    stopped_at = client.last.text
    telegram.clock.passes(timedelta(days=3))
    telegram.restarted()
    await client.says("/start")
    client.reads("resume", section=client.words.say("section-family"))
    await client.taps("resume")
    assert client.last.text == stopped_at
    assert client.words.say("renewal-step", step=3, steps=9) in stopped_at
    draft = await client.draft()
    assert draft is not None
    assert "region" not in draft.document["renewal"]["open"]
    assert "people:child" in draft.document["renewal"]["open"]


async def test_nothing_of_the_last_quarter_is_counted_before_it_is_confirmed(telegram: Telegram) -> None:
    client = await in_july(telegram)
    await client.presses_data("x|calculate|", client.last.id, force=True)
    client.reads("renewal-begun")
    await client.presses_data("if|menu|", client.last.id, force=True)
    client.reads("what-if-no-answers")
    await client.says("/check")
    await client.taps("renewal-all")
    await client.presses_data("x|calculate|", client.last.id, force=True)
    assert (await record_of(client))["quarter"] == "2026-Q2"


async def test_a_second_tap_and_an_old_button_confirm_nothing_more(telegram: Telegram) -> None:
    client = await in_july(telegram)
    await client.taps("renewal-each")
    first = client.last
    await client.taps("renewal-yes")
    before = (await client.draft()).document["renewal"]  # type: ignore[union-attr]
    await client.presses_data("q|yes|region", first.id, force=True)
    await client.presses_data("q|all|household", client.last.id, force=True)
    assert (await client.draft()).document["renewal"] == before  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["150 000", "иә"])
async def test_what_is_typed_to_a_question_of_the_last_quarter_confirms_nothing(telegram: Telegram, typed: str) -> None:
    client = await at_first_question(telegram)
    await alone_up_to_the_wage(client)
    telegram.clock.passes(TO_JULY)
    before = await client.answers()
    await client.says(typed)
    client.reads("renewal-begun")
    draft = await client.draft()
    assert draft is not None
    assert draft.document["answers"] == {place: before[place] for place in before if place != "income-kinds"}
    assert "region" in draft.document["renewal"]["open"]
    await client.says("не дейін")
    client.reads("hint-press-button")
    client.reads("renewal-begun")
    await client.says(client.caption("renewal-all"))
    client.is_asked("income-kinds")


# Birthdays


async def test_a_child_a_year_older_stays_the_same_child(telegram: Telegram) -> None:
    client = await of_ages(telegram, "9 8")
    key = (await client.answers())["disabled"]
    await client.taps("renewal-each", "renewal-yes", "renewal-yes", "renewal-no")
    await client.says("10 9")
    assert (await client.answers())["people:child"] == [["c1", 10, "2026-07-21"], ["c2", 9, "2026-07-21"]]
    assert (await client.answers())["disabled"] == key == ["c1"]
    assert (await client.answers())["disability:c1"] == "child"


async def test_ages_that_are_the_same_are_those_of_today(telegram: Telegram) -> None:
    client = await of_ages(telegram, "9 8")
    await client.taps("renewal-all")
    assert (await client.answers())["people:child"] == [["c1", 9, "2026-07-21"], ["c2", 8, "2026-07-21"]]


async def test_an_age_that_nobody_can_have_any_more_is_asked_and_not_confirmed(telegram: Telegram) -> None:
    client = await of_ages(telegram, "9 8", until=TO_NEXT_JULY)
    await client.taps("renewal-all")
    client.is_asked("people-child")
    await client.says("10 9")
    assert (await client.answers())["people:child"] == [["c1", 10, "2027-07-21"], ["c2", 9, "2027-07-21"]]


@BOTH_LANGUAGES
async def test_a_child_who_has_turned_18_becomes_a_grown_child_of_whom_more_is_asked(
    telegram: Telegram, language: Language
) -> None:
    client = await of_ages(telegram, "17 9")
    client.language = language
    await client.says("/language")
    await client.taps(f"language-{language}")
    await client.taps("renewal-each", "renewal-yes", "renewal-yes", "renewal-no")
    client.reads("note-turned-18")
    await client.says("18 9")
    client.reads("noted-turned-18")
    answers = await client.answers()
    assert answers["people:child"] == [["c2", 9, "2026-07-21"]]
    assert answers["people:grown"] == [["a1", 18, "2026-07-21"]]
    assert answers["household"] == ["children", "grown"]
    assert answers["disabled"] == ["a1"]
    assert "disability:a1" not in answers, "the group of a grown-up is asked"
    await client.taps("renewal-yes")
    client.is_asked("activity", person=client.called("grown", 18))


async def test_a_known_birthday_makes_a_child_older_by_itself(telegram: Telegram) -> None:
    client = await of_ages(telegram, "17 9", "01.06.2008")
    shown = client.reads("renewal-begun").text
    words = client.words
    assert f"{words.say('line-people', group=words.say('group-child'))} – 9" in shown
    assert f"{words.say('line-people', group=words.say('group-grown'))} – 18" in shown
    await client.taps("renewal-all")
    client.is_asked("activity", person=client.called("grown", 18))


# Whose, and from which button


async def test_the_renewal_is_of_the_family_that_is_open(telegram: Telegram) -> None:
    """The helper's own family and the neighbour's have each a renewal of their own."""
    await publish(telegram)
    helper = Neighbour.arrives(telegram)
    await helper.begins()
    await alone(helper, "30 000")
    await helper.taps("calculate")
    await helper.begins_check(AIGUL, first=True)
    await alone(helper, "10 000")
    await helper.taps("calculate")
    telegram.clock.passes(TO_JULY)
    await helper.says("/check")
    helper.is_headed()
    helper.reads("renewal-begun")
    await helper.taps("renewal-all", "done")
    assert as_before(helper, 10_000) in helper.last.buttons
    await helper.opens_family_of("")
    await helper.says("/check")
    helper.reads("renewal-begun")
    await helper.taps("renewal-all", "done")
    assert as_before(helper, 30_000) in helper.last.buttons


@BOTH_LANGUAGES
async def test_before_the_quarter_is_over_the_button_of_the_renewal_says_when_it_begins(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    await client.presses_data("renew|c1", client.last.id, force=True)
    july, words = date(2026, 7, 1), client.words
    told = next(
        shown for shown in client.sees if words.say("renewal-not-yet", date=words.day(july, july)) in shown.text
    )
    client.reads("edit-choose")
    await client.presses_data(told.data_of(words.say("button-remind", date=words.day(july, july))), told.id)
    client.reads("reminder-kept", date=words.day(july, july))


async def test_in_the_new_quarter_the_button_of_the_renewal_begins_with_all_that_was_told(
    recipient: Client, clock: Clock
) -> None:
    clock.passes(TO_JULY)
    await recipient.presses_data("renew|c1", recipient.last.id, force=True)
    recipient.reads("renewal-begun")

"""The result: money first, explained as it was shown, of any quarter, and the same as on the command line."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.texts import Language
from bot.texts.formats import read_out
from bot.wording.phrases import within_line
from rules.record import Record
from tests.bot.commands.terminal import python
from tests.chat import Clock, Telegram
from tests.handlers.client import Client
from tests.handlers.families import alone, at_first_question, at_the_result, at_the_review, family_of_five

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
PUBLISHED = AddedLine("KZ-79", "2026-Q2", 41_000, "Әкімдік <b>", date(2026, 4, 3))


async def record_of(client: Client) -> Record:
    return (await client.result()).record["record"]


async def publish(telegram: Telegram, *lines: AddedLine) -> None:
    """Enter lines as the administrator does, while the bot is stopped."""
    async with telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, lines)
    telegram.restarted()


async def looks_at(client: Client, year: int, quarter: str) -> None:
    """From the result to the review of another quarter."""
    await client.looks_for_a_quarter()
    await client.presses(str(year), client.words.quarter(quarter))


# The message


@BOTH_LANGUAGES
async def test_the_result_says_the_money_first_then_until_when(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    record, words = await record_of(client), client.words
    supplement = record["child_supplement_tenge"]
    assert supplement is not None
    likely = record["monthly_tenge"]["likely"]
    assert likely is not None
    first, second, caveat, _, until, *_ = client.last.text.splitlines()
    assert client.last.bold[0] == words.money(likely + supplement)
    likely_sum = record["total_tenge"]["low"] + record["months"] * (likely - record["monthly_tenge"]["low"])
    assert words.money(likely_sum) in second
    low, high = (record["monthly_tenge"][end] + supplement for end in ("low", "high"))
    assert words.money_range(low, high) in first
    day, month = words.day_after(date(2026, 5, 29), date(2026, 5, 12)), words.say("calendar-month-5")
    assert until == words.say("result-apply-by", day_after=day, month=month)
    assert caveat == words.say("result-estimate")
    await client.taps("next")
    client.reads("apply-by-reason", loss=words.say("about-amount", amount=words.money(likely + supplement)))


async def test_the_result_takes_the_place_of_the_review_and_offers_what_can_be_asked(recipient: Client) -> None:
    assert recipient.last.buttons == [
        recipient.caption(name) for name in ("why", "children", "next", "what-if", "change", "other-help")
    ]
    assert recipient.last.id == max(bubble.id for bubble in recipient.sees)


async def test_who_has_no_children_is_not_offered_their_package(beginner: Client) -> None:
    await alone(beginner)
    await beginner.taps("calculate")
    assert beginner.caption("children") not in beginner.last.buttons


@BOTH_LANGUAGES
async def test_a_no_names_the_figure_and_the_limit_and_below_which_sum_to_look_again(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_result(telegram, language, wage="400 000")
    record, words = await record_of(client), client.words
    assert record["outcome"] == "refused"
    line = record["poverty_line"]
    assert words.money(80_000) in client.last.text
    assert words.money_range(line["low"], line["high"]) in client.last.text
    assert words.money((3 * 5 * line["tenge"] - 1) // 1_000 * 1_000) in client.last.text
    await client.taps("why")
    assert words.money_range(80_000 - line["high"], 80_000 - line["low"]) in client.last.text
    await client.taps("result", "doors")
    client.reads("doors-same")


async def test_a_line_that_is_estimated_is_said_to_be(recipient: Client) -> None:
    record = await record_of(recipient)
    assert record["poverty_line"]["basis"] == "estimate"
    line = record["poverty_line"]
    assert line["low"] < line["tenge"] < line["high"]
    recipient.reads("result-estimate")
    await recipient.taps("why")
    assert recipient.words.money_range(line["low"], line["high"]) in recipient.last.text


async def test_a_range_of_income_makes_a_range_of_money(telegram: Telegram) -> None:
    client = await at_the_result(telegram, wage="100–120 мың")
    client.reads("result-yes-range")
    record = await record_of(client)
    line, monthly = record["poverty_line"], record["monthly_tenge"]
    assert monthly["high"] - monthly["low"] == 20_000 + 5 * (line["high"] - line["low"])


# Why, children, what next


@BOTH_LANGUAGES
async def test_why_gives_the_arithmetic_in_short_then_step_by_step(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    line, words = (await record_of(client))["poverty_line"], client.words
    ends = line["low"], line["high"]
    in_short, step_by_step = (await client.taps("why")).text, await client.reads_step_by_step()
    arithmetic, number = in_short.split("\n\n")
    _, per_person, limit, difference, amount, _, together, _, not_published = arithmetic.splitlines()
    likely = line["tenge"]
    assert per_person == words.say("short-per-person-likely", income=words.money(30_000), line=words.money(likely))
    assert limit == words.say("short-limit")
    assert difference == words.say("short-difference", difference=words.money(likely - 30_000))
    assert amount == words.say("short-amount-product", amount=words.money((likely - 30_000) * 5), members=5)
    assert together == words.say("short-together", together=words.money((likely - 30_000) * 5 + 6_488))
    span = {
        "line": words.money_range(*ends),
        "amount": words.money_range(*[(end - 30_000) * 5 + 6_488 for end in ends]),
    }
    assert not_published == words.say("short-not-published-between", office=words.say("office-E2023"), **span)
    assert number == words.say("paper-number", number=read_out((await client.result()).id))
    for explained in (in_short, step_by_step):
        for tenge in (450_000, 30_000):
            assert words.money(tenge) in explained
        assert words.money_range(*ends) in explained
    for low, high in ([end - 30_000 for end in ends], [(end - 30_000) * 5 for end in ends]):
        assert words.money_range(low, high) in step_by_step
    for name in ("person-self", "person-spouse"):
        assert words.say(name) in step_by_step


@BOTH_LANGUAGES
async def test_the_law_has_a_screen_of_its_own_with_every_act_once(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    law = (await client.taps("why", "law")).text
    acts = [line for line in law.splitlines() if line[0:1] == "•"]
    assert len(acts) == len(set(acts)) > 3
    assert [act for act in acts if act == "• " + client.words.say("act-order_160")] == [], "its newer text stands there"
    assert "120, 122, 123, 126, 127, 128" in law


async def test_the_steps_turn_page_by_page_in_one_message_and_each_caveat_comes_once(recipient: Client) -> None:
    told = await recipient.reads_step_by_step()
    page, on, back = recipient.last, recipient.caption("page-on"), recipient.caption("page-back")
    assert back in page.buttons
    assert on not in page.buttons
    await recipient.taps("page-back")
    assert recipient.last.id == page.id
    paragraphs = told.split("\n\n")
    assert len(paragraphs) == len(set(paragraphs))
    await recipient.presses_data(page.data_of(back).replace("steps-", "steps-9"), page.id, force=True)
    recipient.reads("check-first")


@BOTH_LANGUAGES
async def test_children_lists_the_package_of_each_child(telegram: Telegram, language: Language) -> None:
    """Once for the two who go to school."""
    client = await at_the_result(telegram, language)
    package = (await client.taps("children")).text
    at_school = "; ".join([client.called("child", 12), within_line(client.called("child", 9))])
    for called in (at_school, client.called("child", 3)):
        assert called in package
    assert package.count(client.words.say("package-school_meals")) == 1
    assert package.count(client.words.say("package-medical_care")) == 1
    assert package.count(client.words.say("package-medical_care-all-year")) == 1, "not only in the school year"


@BOTH_LANGUAGES
async def test_what_next_says_where_and_until_when(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    advice = (await client.taps("next")).text
    assert client.words.say("office-E2023.to") in advice
    assert client.words.day(date(2026, 5, 29), client.telegram.clock().date()) in advice


@BOTH_LANGUAGES
async def test_what_follows_an_award_stands_behind_a_button_of_its_own(telegram: Telegram, language: Language) -> None:
    """What next is what to do now; what a refusal of work costs is said there too, in a line."""
    client = await at_the_result(telegram, language)
    said: dict[str, str | int] = {"office": client.words.say("office-E2023"), "months": 6}
    assert client.words.say("next-steps-if-awarded-work", **said) in (await client.taps("next")).text
    told = (await client.taps("if-awarded")).text
    assert client.words.say("if-awarded-money", office=said["office"]) in told
    assert client.words.day_to(date(2026, 6, 30), client.telegram.clock().date()) in told
    await client.taps("next")
    client.reads("next-steps-if-awarded-work", **said)


AFTER_APPLYING: Final = ("paper", "paper-card", "share", "other-help", "law-changes")


async def test_every_explanation_leads_back_to_the_result(recipient: Client) -> None:
    shown = recipient.last.text
    remind = recipient.words.say("button-remind", date=recipient.words.day(date(2026, 5, 26), date(2026, 5, 12)))
    told = {
        name: recipient.caption(name)
        for name in ("steps", "law", "if-awarded", "applied", *AFTER_APPLYING, "amount-check")
    }
    number = recipient.words.say("button-copy", copied="1414")
    details = {
        "next": [told["if-awarded"], told["applied"], remind, *(told[name] for name in AFTER_APPLYING), number],
        "why": [told["steps"], told["law"], told["amount-check"]],
    }
    for part in ("why", "children", "next"):
        await recipient.taps(part)
        assert recipient.last.buttons == [*details.get(part, []), recipient.caption("result")]
        await recipient.taps("result")
        assert recipient.last.text == shown


async def test_the_old_result_is_explained_as_it_was_shown_after_answers_changed(recipient: Client) -> None:
    old = recipient.last
    await recipient.taps("why")
    before = recipient.last.text
    await recipient.taps("change")
    person, kind = recipient.words.say("person-self"), recipient.words.say("kind-wage")
    await recipient.opens("line-amount-earned", person=person, kind=kind)
    await recipient.says("400 000")
    await recipient.taps("calculate")
    await recipient.presses_data(old.data_of(recipient.caption("why")), old.id)
    assert recipient.last.text == before
    await recipient.presses_data(old.data_of(recipient.caption("children")), old.id)
    assert recipient.called("child", 12) in recipient.last.text


async def test_an_old_result_names_members_who_were_removed_since(recipient: Client) -> None:
    old = recipient.last
    await recipient.taps("change")
    await recipient.opens_family()
    await recipient.presses(recipient.called("child", 9))
    await recipient.taps("remove", "remove-yes")
    await recipient.presses_data(old.data_of(recipient.caption("children")), old.id)
    assert within_line(recipient.called("child", 9)) in recipient.last.text


async def test_a_result_is_explained_after_a_restart(recipient: Client) -> None:
    recipient.telegram.restarted()
    await recipient.taps("why")
    assert recipient.words.money(450_000) in recipient.last.text


async def test_somebody_elses_result_is_not_shown(recipient: Client) -> None:
    thief = await at_first_question(recipient.telegram)
    stolen = (await recipient.result()).id
    for part in ("why", "children", "next", "result"):
        await thief.presses_data(f"w|{part}|{stolen}", thief.last.id, force=True)
        thief.reads("check-first")


@pytest.mark.parametrize("assessment_id", ["", "AAAAAAAAAAAA", "' or 1=1 --", "ә" * 20])
async def test_a_made_up_result_is_answered_politely(recipient: Client, assessment_id: str) -> None:
    await recipient.presses_data(f"w|why|{assessment_id}", recipient.last.id, force=True)
    assert recipient.toast or recipient.last.text
    assert recipient.words.money(450_000) not in recipient.last.text


async def test_calculate_pressed_at_a_question_calculates_nothing(beginner: Client) -> None:
    await beginner.presses_data("x|calculate|", beginner.last.id, force=True)
    beginner.is_asked("region")


@BOTH_LANGUAGES
async def test_a_mother_at_home_with_a_small_child_is_asked_and_needs_no_contract(
    telegram: Telegram, language: Language
) -> None:
    """She says that she keeps house; the bot asks of the child of two, and shows the answer at the review."""
    client = await at_first_question(telegram, language)
    await client.citizens_in("KZ-79")
    await client.ticks("household", "children")
    await client.says("2")
    await client.taps("activity-none")
    client.is_asked("small-child-self")
    await client.taps("small-child-yes")
    await client.ticks("income-kinds")
    await client.nothing_special()
    await client.calculates()
    assert (await record_of(client))["assistance"] == "unconditional"
    exempt = client.words.say("why-exempt-care_of_child_under_3", person=client.words.say("person-self"))
    assert exempt in await client.reads_step_by_step()


# Another quarter


async def test_quarters_are_offered_from_the_beginning_of_the_law_to_the_next_one(recipient: Client) -> None:
    await recipient.looks_for_a_quarter()
    years = [caption for caption in recipient.last.buttons if caption.isdecimal()]
    assert years == [str(year) for year in range(2026, 2019, -1)]
    await recipient.presses("2026")
    quarter = recipient.words.quarter
    assert recipient.last.buttons == [*(quarter(f"2026-Q{number}") for number in (1, 2, 3)), recipient.caption("back")]
    await recipient.taps("back")
    await recipient.presses("2020")
    assert len(recipient.last.buttons) == 5


async def test_at_the_end_of_a_year_the_next_one_is_offered(telegram: Telegram, clock: Clock) -> None:
    clock.passes(date(2026, 11, 23) - clock().date())
    client = await at_the_result(telegram)
    await client.looks_for_a_quarter()
    await client.presses("2027")
    assert client.last.buttons == [client.words.quarter("2027-Q1"), client.caption("back")]


@pytest.mark.parametrize("quarter", ["2020-Q1", "2021-Q3", "2023-Q2", "2023-Q3", "2025-Q1", "2026-Q3"])
async def test_the_same_family_is_assessed_by_the_law_of_another_quarter(telegram: Telegram, quarter: str) -> None:
    client = await at_the_result(telegram)
    await looks_at(client, int(quarter[:4]), quarter)
    while client.caption("unknown") in client.last.buttons:  # a birthday may matter in one quarter and not in another
        await client.taps("unknown")
    client.reads("review-quarter", quarter=client.words.quarter(quarter))
    await client.taps("calculate")
    record = await record_of(client)
    assert record["quarter"] == quarter
    assert record["edition"] == ("E2023" if quarter >= "2023-Q3" else "E2020")


async def test_in_another_quarter_the_same_months_are_asked_that_were_told(telegram: Telegram) -> None:
    """A sum that was corrected there was once asked for other months, one of them still to come."""
    client = await at_the_result(telegram)
    told = client.words.base_months(client.base_months)
    await looks_at(client, 2026, "2026-Q3")
    client.reads("note-told-income", months=told)
    await client.opens("line-amount-earned", person=client.words.say("person-self"), kind=client.words.say("kind-wage"))
    assert told in client.last.text


@BOTH_LANGUAGES
async def test_a_child_without_a_birthday_may_not_have_been_born_then(telegram: Telegram, language: Language) -> None:
    """Six years old in May of 2026: born between May of 2019 and May of 2020. Nobody says that it was not born."""
    client = await at_first_question(telegram, language)
    await client.citizens_in("KZ-79")
    await client.ticks("household", "children")
    await client.says("6 3")
    await client.taps("activity-employed")
    await client.ticks("income-kinds")
    await client.nothing_special()
    await client.calculates()
    await looks_at(client, 2020, "2020-Q1")
    while client.caption("unknown") in client.last.buttons:
        await client.taps("unknown")
    client.reads("review-perhaps-unborn", count=1)
    await client.taps("calculate")
    client.reads("review-unborn", count=1)
    client.reads("review-perhaps-unborn", count=1)
    assert (await record_of(client))["counted_members"] == 1


async def test_a_quarter_that_is_over_tells_nobody_to_apply(recipient: Client) -> None:
    await looks_at(recipient, 2021, "2021-Q3")
    await recipient.taps("calculate")
    recipient.reads("result-past", quarter=recipient.words.quarter("2021-Q3"))


async def test_another_quarter_leaves_the_answers_for_this_one_untouched(recipient: Client) -> None:
    before = await recipient.answers()
    await looks_at(recipient, 2020, "2020-Q1")
    await recipient.taps("calculate")
    await recipient.says("/check")
    assert recipient.words.quarter("2020-Q1") not in recipient.last.text
    assert await recipient.answers() == before


async def test_todays_quarter_chosen_again_is_todays_result(recipient: Client) -> None:
    today = await record_of(recipient)
    await looks_at(recipient, 2020, "2020-Q1")
    await recipient.taps("calculate")
    await looks_at(recipient, 2026, "2026-Q2")
    await recipient.taps("calculate")
    assert await record_of(recipient) == today


@pytest.mark.parametrize("forged", ["2019-Q4", "2026-Q4", "2030-Q1", "2026-Q5", "9999-Q4", "soon", "", "²⁰²⁰-Q1"])
async def test_a_made_up_quarter_is_refused(recipient: Client, forged: str) -> None:
    before = await recipient.answers()
    await recipient.presses_data(f"x|quarter|{forged}", recipient.last.id, force=True)
    assert recipient.toast == recipient.words.say("old-button")
    assert await recipient.answers() == before


@pytest.mark.parametrize("forged", ["1999", "2099", "abcd", "2019"])
async def test_a_made_up_year_offers_no_quarter_of_it(recipient: Client, forged: str) -> None:
    await recipient.presses_data(f"v|quarters|{forged}", recipient.last.id, force=True)
    assert [caption for caption in recipient.last.buttons if forged in caption] == []


# The administrator's line, and the command line


async def test_the_line_that_the_administrator_entered_is_used(telegram: Telegram) -> None:
    await publish(telegram, PUBLISHED)
    client = await at_the_result(telegram)
    record = await record_of(client)
    assert record["poverty_line"]["tenge"] == 41_000
    assert record["poverty_line"]["basis"] == "published"
    assert record["monthly_tenge"] == {"low": 55_000, "high": 55_000, "likely": 55_000}
    await client.taps("why")
    assert client.words.money(41_000) in client.last.text


async def test_a_line_entered_later_changes_no_result_that_was_shown(recipient: Client) -> None:
    await recipient.taps("why")
    before = recipient.last.text
    await publish(recipient.telegram, PUBLISHED)
    await recipient.taps("why")
    assert recipient.last.text == before


FAMILY_OF_FIVE = """
applied_on = 2026-05-12
region = "KZ-79"
[[members]]
label = "self"
relationship = "applicant"
age = 35
activity = "employed"
incomes = [{ kind = "wage", monthly = 150_000 }]
[[members]]
label = "spouse"
relationship = "spouse"
age = 33
[[members]]
label = "c1"
relationship = "child"
age = 12
[[members]]
label = "c2"
relationship = "child"
age = 9
[[members]]
label = "c3"
relationship = "child"
age = 3
"""
ALONE_AND_REFUSED = """
applied_on = 2026-05-12
region = "KZ-79"
[[members]]
label = "self"
relationship = "applicant"
age = 35
activity = "employed"
incomes = [{ kind = "wage", monthly = 300_000 }]
"""
MOTHER_OF_FOUR = """
applied_on = 2026-05-12
region = "KZ-71"
[[members]]
label = "self"
relationship = "applicant"
age = 35
activity = "carer"
cares_for = "child_under_3"
[[members.incomes]]
kind = "child_care_allowance"
monthly = 45_000
[[members.incomes]]
kind = "alimony"
monthly = 20_000
[[members.incomes]]
kind = "gift"
total = 60_000
[[members]]
label = "c1"
relationship = "child"
age = 15
[[members]]
label = "c2"
relationship = "child"
age = 9
[[members]]
label = "c3"
relationship = "child"
age = 4
[[members]]
label = "c4"
relationship = "child"
age = 1
disability = "child"
[history]
refused_measures_on = 2026-01-15
awarded_mother = "kumis_alqa"
"""


async def tells_of_five(client: Client) -> None:
    await family_of_five(client)


async def tells_of_one(client: Client) -> None:
    await alone(client, "300 000")


async def tells_of_four_children(client: Client) -> None:
    await client.citizens_in("KZ-71")
    await client.ticks("household", "children")
    await client.says("15 9 4 1")
    await client.taps("activity-carer", "cares-for-child_under_3")
    await client.ticks("income-kinds", "allowance", "alimony", "gift")
    await client.ticks("allowance-kinds", "child_care_allowance")
    for typed in ("45 мың", "20 000", "үш айда 60000"):
        await client.says(typed)
    await client.taps("check-quarter")
    await client.ticks("circumstances", "disability", "award")
    await client.ticks("history", "work_refused")
    await client.ticks_people(client.called("child", 1))
    await client.taps("disability-child")
    await client.says("15.01.2026")
    await client.taps("award-kumis_alqa")
    while client.caption("unknown") in client.last.buttons:
        await client.taps("unknown")


@pytest.mark.parametrize(
    ("tells", "document"),
    [
        (tells_of_five, FAMILY_OF_FIVE),
        (tells_of_one, ALONE_AND_REFUSED),
        (tells_of_four_children, MOTHER_OF_FOUR),
    ],
)
async def test_the_conversation_and_the_command_line_agree_on_every_figure_and_step(
    telegram: Telegram, database_url: str, tmp_path: Path, tells: Any, document: str
) -> None:
    await publish(telegram, PUBLISHED)
    client = await at_first_question(telegram)
    await tells(client)
    await client.taps("calculate")
    (tmp_path / "family.toml").write_text(document, encoding="utf-8")
    said = python("-m", "bot", "assess", "--json", tmp_path / "family.toml", DATABASE_URL=database_url)
    assert said.code == 0, said.err
    shown = (await client.result()).record
    assert {**shown["record"], "other_help": shown.get("other_help")} == json.loads(said.out)


# In both languages


@BOTH_LANGUAGES
async def test_the_result_asked_for_in_the_menu_is_the_one_calculated_last(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_review(telegram, language)
    assert client.caption("menu-result") not in (await client.says("/menu")).buttons
    await client.says("/check")
    await client.taps("calculate")
    shown = client.last.text
    await client.says("/menu")
    await client.taps("menu-result")
    assert client.last.text == shown


async def test_a_quarter_of_the_year_nought_is_refused(recipient: Client) -> None:
    await recipient.presses_data("x|quarter|0000-Q1", recipient.last.id, force=True)
    assert recipient.toast == recipient.words.say("old-button")


async def test_a_result_with_a_character_that_no_database_takes_is_answered_politely(recipient: Client) -> None:
    await recipient.presses_data("w|why|a\x00b", recipient.last.id, force=True)
    assert recipient.toast == recipient.words.say("old-button")

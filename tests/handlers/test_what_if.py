"""What if: somebody picks a change and sees the month now and then; nothing of it is kept."""

from datetime import date

import pytest

from bot.sandbox.files import image_size
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.texts import Language
from bot.wording import plain
from handlers.what_if import tenge_a_month
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import alone, at_first_question, at_the_result, at_the_review
from tests.handlers.files import photos_of

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
PUBLISHED = AddedLine("KZ-79", "2026-Q2", 41_000, "Әкімдік", date(2026, 4, 3))


async def by_a_published_line(telegram: Telegram, language: Language = Language.KK, wage: str = "150000") -> Client:
    """Return somebody of five at the result: the line is 41 000, so that 205 000 are due to the family in all."""
    async with telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [PUBLISHED])
    telegram.restarted()
    return await at_the_result(telegram, language, wage)


def reads(client: Client, name: str, **values: str) -> None:
    """Check that the last message has a text that is partly bold."""
    expected = plain(client.words.say(name, **values))
    assert expected in client.last.text, f"not {name}: {expected!r}, but {client.last}"


def row(client: Client, name: str, now: int, then: int) -> None:
    """Check a row of two sums."""
    reads(client, f"what-if-{name}", now=client.words.money(now), then=client.words.money(then))


@BOTH_LANGUAGES
async def test_a_job_of_the_spouse_is_shown_beside_how_it_is_now(telegram: Telegram, language: Language) -> None:
    client = await by_a_published_line(telegram, language)
    before, words = await client.answers(), client.words
    supplement = (await client.result()).record["record"]["child_supplement_tenge"] or 0
    await client.taps("what-if", "what-if-job")
    client.reads("what-if-who-job")
    await client.presses(words.say("person-spouse"))
    client.reads("what-if-wage", person=words.say("person-spouse"))
    await client.says("40 мың")
    reads(client, "what-if-title-job", person=words.say("person-spouse"), wage=words.money(40_000))
    row(client, "per-person", 30_000, 38_000)
    reads(client, "what-if-line", line=words.money(41_000))
    row(client, "assistance", 55_000 + supplement, 15_000 + supplement)
    row(client, "total", 205_000 + supplement, 205_000 + supplement)
    client.reads("what-if-even")
    client.reads("what-if-from", date_from=words.day_from(date(2026, 10, 1), telegram.clock().date()))
    assert await client.answers() == before
    await client.taps("result")
    assert client.caption("why") in client.last.buttons


@BOTH_LANGUAGES
async def test_a_newborn_child_counts_and_makes_the_family_large(telegram: Telegram, language: Language) -> None:
    client = await by_a_published_line(telegram, language)
    supplement = (await client.result()).record["record"]["child_supplement_tenge"] or 0
    await client.taps("what-if", "what-if-child")
    reads(client, "what-if-title-child")
    client.reads("what-if-people", now="5", then="6")
    allowance = 69_330
    row(client, "assistance", 55_000 + supplement, 96_000 - allowance + supplement)
    client.reads("what-if-large-family", amount=client.words.money(allowance))
    client.reads("what-if-more", amount=client.words.money(41_000))
    client.reads("what-if-births")


@BOTH_LANGUAGES
async def test_by_an_estimated_line_it_is_a_range_by_which_the_money_grows(
    telegram: Telegram, language: Language
) -> None:
    """One more who counts brings one line; the allowance of a large family is income, and takes as much away again."""
    client = await at_the_result(telegram, language)
    line = (await client.result()).record["record"]["poverty_line"]
    await client.taps("what-if", "what-if-child")
    client.reads("what-if-more", amount=client.words.money_range(line["low"], line["high"]))


async def test_a_spouse_who_moves_out_counts_no_more(telegram: Telegram) -> None:
    client = await by_a_published_line(telegram)
    await client.taps("what-if", "what-if-leaves")
    client.reads("what-if-who-leaves")
    await client.presses(client.words.say("person-spouse"))
    client.reads("what-if-people", now="5", then="4")
    row(client, "per-person", 30_000, 37_500)
    client.reads("what-if-less", amount=client.words.money(41_000))


async def test_somebody_without_money_moves_in(telegram: Telegram) -> None:
    client = await by_a_published_line(telegram)
    await client.taps("what-if", "what-if-joins")
    client.reads("what-if-money")
    await client.says("0")
    client.reads("what-if-people", now="5", then="6")
    row(client, "per-person", 30_000, 25_000)
    client.reads("what-if-more", amount=client.words.money(41_000))


async def test_a_student_is_offered_only_where_there_is_one(telegram: Telegram) -> None:
    client = await by_a_published_line(telegram)
    await client.taps("what-if")
    assert client.caption("what-if-study") not in client.last.buttons
    beginner = await at_first_question(telegram)
    await alone(beginner, "20 000")
    await beginner.taps("calculate", "what-if")
    offered = [beginner.caption(f"what-if-{change}") for change in ("earnings", "job", "child", "joins")]
    assert beginner.last.buttons == [*offered, beginner.caption("quarter"), beginner.caption("result")]


async def test_whoever_is_alone_is_not_asked_who_takes_the_job(telegram: Telegram) -> None:
    client = await at_first_question(telegram)
    await alone(client, "20 000")
    await client.taps("calculate", "what-if", "what-if-job")
    client.reads("what-if-wage", person=client.words.say("person-self"))


@BOTH_LANGUAGES
async def test_a_student_who_ends_studies_elsewhere_counts_no_more(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    await client.citizens_in("KZ-79")
    await client.ticks("household")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")
    await client.says("60 000")
    await client.ticks("circumstances", "student")
    await client.ticks("history")
    await client.says("20")
    while client.caption("unknown") in client.last.buttons:
        await client.taps("unknown")
    await client.says("0")
    await client.taps("calculate", "what-if", "what-if-study")
    reads(client, "what-if-title-study", person=client.called("student", 20))
    client.reads("what-if-people", now="2", then="1")


@BOTH_LANGUAGES
async def test_the_picture_of_any_wage_says_where_the_assistance_ends_and_where_least_is_had(
    telegram: Telegram, language: Language
) -> None:
    """Five people, line 41 000, 150 000 a month: 55 000 more meet the line, where the supplement alone is still due."""
    client = await by_a_published_line(telegram, language)
    words = client.words
    supplement = (await client.result()).record["record"]["child_supplement_tenge"] or 0
    await client.taps("what-if", "what-if-job")
    await client.presses(words.say("person-spouse"))
    await client.says("40 мың")
    await client.taps("what-if-curve")
    reads(client, "curve-title", person=words.say("person-spouse"))
    now = {"assistance": words.money(55_000 + supplement), "total": words.money(205_000 + supplement)}
    client.reads("curve-now", **now)
    client.reads("curve-ends", wage=words.money(55_001))
    client.reads("curve-even")
    client.reads("curve-dip", wage=words.money(55_001), loss=words.money(supplement - 1))
    client.reads("curve-gains", wage=words.money(55_001 + supplement))
    ((content, message),) = photos_of(client)
    assert message["message_id"] == client.last.id
    assert image_size(content)[0] == 1080
    assert client.last.buttons == [client.caption("what-if-other"), client.caption("result")]


async def test_without_assistance_now_there_is_nothing_to_draw(telegram: Telegram) -> None:
    client = await by_a_published_line(telegram, wage="400000")
    await client.taps("what-if", "what-if-job")
    await client.presses(client.words.say("person-spouse"))
    await client.says("40 мың")
    assert client.caption("what-if-curve") not in client.last.buttons
    await client.presses_data("if|curve|spouse", client.last.id, force=True)
    client.reads("curve-none")
    await client.presses_data("if|curve|child-1", client.last.id, force=True)
    client.reads("what-if-choose")


@BOTH_LANGUAGES
async def test_lower_earnings_are_shown_beside_those_of_now(telegram: Telegram, language: Language) -> None:
    """A no by income: five by a line of 41 000 are helped from below 205 000; nothing is left of a lost job."""
    client = await by_a_published_line(telegram, language, wage="400000")
    words = client.words
    assert client.caption("doors") in client.last.buttons
    await client.taps("what-if", "what-if-earnings")
    client.reads("what-if-earnings", person=words.say("person-self"))
    await client.says("150 мың")
    reads(client, "what-if-title-earnings", person=words.say("person-self"), wage=words.money(150_000))
    row(client, "per-person", 80_000, 30_000)
    client.reads("what-if-from", date_from=words.day_from(date(2026, 10, 1), telegram.clock().date()))
    await client.taps("what-if-other", "what-if-earnings")
    await client.says("0")
    row(client, "per-person", 80_000, 0)
    client.reads("what-if-job-lost")


# What is typed


@BOTH_LANGUAGES
async def test_what_is_no_sum_is_asked_for_once_more_and_answers_nothing_else(
    telegram: Telegram, language: Language
) -> None:
    client = await by_a_published_line(telegram, language)
    before = await client.answers()
    await client.taps("what-if", "what-if-joins")
    for typed in ("кейін", "100–200 мың", "бірдеңе"):
        await client.says(typed)
        client.reads("what-if-hint")
    client.telegram.restarted()
    await client.says("150 000")
    client.reads("what-if-people", now="5", then="6")
    assert await client.answers() == before


@BOTH_LANGUAGES
async def test_yes_is_no_sum_and_no_is_no_money(telegram: Telegram, language: Language) -> None:
    """A yes may be said to a notice that came meanwhile; of somebody who moves in "no" is an answer."""
    yes, no = ("иә", "жоқ") if language is Language.KK else ("да", "нет")
    client = await by_a_published_line(telegram, language)
    await client.taps("what-if", "what-if-joins")
    await client.says(yes)
    client.reads("hint-press-button")
    assert client.caption("why") in client.last.buttons
    await client.taps("what-if", "what-if-joins")
    await client.says(no)
    client.reads("what-if-people", now="5", then="6")


async def test_back_in_words_leads_to_the_changes(telegram: Telegram) -> None:
    client = await by_a_published_line(telegram)
    await client.taps("what-if", "what-if-joins")
    await client.says(client.caption("back").lower())
    client.reads("what-if-choose")


async def test_whoever_goes_elsewhere_is_asked_for_no_sum_any_more(telegram: Telegram) -> None:
    client = await by_a_published_line(telegram)
    await client.taps("what-if", "what-if-joins")
    await client.says("/help")
    await client.says("150 000")
    assert client.words.money(150_000) not in client.last.text
    assert client.caption("why") in client.last.buttons


async def test_a_job_without_a_wage_is_asked_for_once_more(telegram: Telegram) -> None:
    client = await at_first_question(telegram)
    await alone(client, "20 000")
    await client.taps("calculate", "what-if", "what-if-job")
    await client.says("0")
    client.reads("what-if-hint")


@pytest.mark.parametrize(
    ("typed", "tenge"),
    [
        ("150 000", 150_000), ("150", 150_000), ("150 мың", 150_000), ("айына 120 тыс", 120_000), ("0", 0),
        ("үш айда 300 000", 100_000), ("күніне 5000", None), ("100–120 мың", None), ("мың", None), ("", None),
        ("9 000 000 000", None),
    ],
)  # fmt: skip
def test_one_sum_is_read_as_tenge_a_month(typed: str, tenge: int | None) -> None:
    assert tenge_a_month(typed) == tenge


# When answers are missing or have changed


async def test_with_a_question_open_the_answers_are_asked_for_first(beginner: Client) -> None:
    await beginner.presses_data("if|menu|", beginner.last.id, force=True)
    beginner.reads("what-if-no-answers")
    await beginner.taps("continue")
    beginner.is_asked("region")


@BOTH_LANGUAGES
async def test_answers_that_changed_since_the_result_are_said_to_have(telegram: Telegram, language: Language) -> None:
    client = await by_a_published_line(telegram, language)
    old = client.last
    await client.taps("change")
    await client.opens("line-amount-earned", person=client.words.say("person-self"), kind=client.words.say("kind-wage"))
    await client.says("100 000")
    await client.presses_data(old.data_of(client.caption("what-if")), old.id)
    await client.taps("what-if-leaves")
    await client.presses(client.words.say("person-spouse"))
    row(client, "per-person", 20_000, 25_000)
    client.reads("what-if-changed")


async def test_a_sum_that_nobody_knows_cannot_be_compared(telegram: Telegram) -> None:
    client = await at_first_question(telegram)
    await client.citizens_in()
    await client.ticks("household")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")
    await client.taps("unknown", "unknown-at-all")
    await client.nothing_special()
    await client.taps("calculate", "what-if", "what-if-child")
    client.reads("what-if-not-known")
    await client.taps("change")
    assert client.caption("edit-money") in client.last.buttons


@pytest.mark.parametrize("forged", ["if|job|nobody", "if|leaves|self", "if|study|self", "if|sell|", "if|job|"])
async def test_a_made_up_change_changes_nothing(telegram: Telegram, forged: str) -> None:
    client = await at_the_review(telegram)
    await client.taps("calculate")
    before = await client.answers()
    await client.presses_data(forged, client.last.id, force=True)
    assert client.toast or client.last.text
    assert await client.answers() == before

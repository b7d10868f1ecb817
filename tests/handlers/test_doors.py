"""A no is a door: what would change it stands under the answer and behind a button, as it was shown."""

from datetime import date, timedelta

import pytest

from bot.texts import Language
from bot.wording import plain
from rules.what_would_change import Change
from tests.chat import Clock, Telegram
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, publish, sold_something

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


def reads(client: Client, name: str, **values: str) -> None:
    """Check that the last message has a text that is partly bold."""
    assert plain(client.words.say(name, **values)) in client.last.text


@BOTH_LANGUAGES
async def test_whoever_sold_something_reads_from_when_it_counts_no_more_and_what_is_due_then(
    telegram: Telegram, language: Language
) -> None:
    """60 000 a month for two people; without the sale 30 000 are missing to the line."""
    await publish(telegram)
    client = await at_first_question(telegram, language)
    await sold_something(client)
    words, today = client.words, telegram.clock().date()
    door = {
        "kinds": words.say("kind-sale"),
        "amount": words.money(30_000),
        "date_from": words.day_from(date(2026, 7, 1), today),
    }
    reads(client, "door-income_falls_out", **door)
    assert client.last.buttons[-1] == client.caption("doors")
    await client.taps("doors")
    reads(client, "door-income_falls_out", **door)
    client.reads("door-months", months=words.base_months(("2026-04", "2026-05", "2026-06")))
    client.reads("doors-note")
    await client.taps("result")
    reads(client, "door-income_falls_out", **door)


@BOTH_LANGUAGES
async def test_of_a_regular_wage_it_is_said_that_the_next_quarter_brings_the_same(
    telegram: Telegram, language: Language
) -> None:
    await publish(telegram)
    client = await at_the_result(telegram, language, wage="400 000")
    assert client.words.quarter("2026-Q3") not in client.last.text
    await client.taps("doors")
    client.reads("doors-same")
    now, below = client.words.money(1_200_000), client.words.money(674_000)  # less than 3 x 5 x 45 000
    first, *_, last = (
        date.fromisoformat(f"{month}-01") for month in (await client.result()).record["record"]["base_months"]
    )
    period = client.words.period(first, last, telegram.clock().date())
    client.reads("door-lower_income-now", now=now, members=5, period=period)
    july = client.words.day_from(date(2026, 7, 1), date(2026, 7, 1))
    client.reads(
        "door-lower_income-next",
        date_from=july,
        next_period=client.words.period(date(2026, 4, 1), date(2026, 6, 1), date(2026, 7, 1)),
    )
    client.reads("door-lower_income", sure=below)
    october = client.words.day_from(date(2026, 10, 1), date(2026, 10, 1))
    summer = client.words.period(date(2026, 7, 1), date(2026, 9, 1), date(2026, 10, 1))
    client.reads("calculate-again-then", date_from=july, later_from=october, later_period=summer)


async def test_a_yes_has_no_such_button(recipient: Client) -> None:
    assert recipient.caption("doors") not in recipient.last.buttons
    shown = (await recipient.result()).id
    result = recipient.last.text
    await recipient.presses_data(f"w|doors|{shown}", recipient.last.id, force=True)
    assert recipient.last.text == result


async def test_doors_are_told_as_they_were_found_when_the_answers_have_changed_since(
    telegram: Telegram, clock: Clock
) -> None:
    client = await at_first_question(telegram)
    await publish(telegram)
    await sold_something(client)
    old = client.last
    await client.taps("doors")
    told = client.last.text
    await client.taps("result", "change")
    await client.opens("line-amount-earned", person=client.words.say("person-self"), kind=client.words.say("kind-wage"))
    await client.says("200 000")
    await client.taps("calculate")
    clock.passes(timedelta(days=1))
    await client.presses_data(old.data_of(client.caption("doors")), old.id)
    assert client.last.text == told


async def test_of_another_quarter_no_door_is_promised(telegram: Telegram) -> None:
    """Its income is that of other months: nobody knows what falls out of them."""
    client = await at_the_result(telegram, wage="400 000")
    await client.looks_for_a_quarter()
    await client.presses("2026", client.words.quarter("2026-Q3"))
    await client.calculates()
    assert "doors" not in (await client.result()).record
    assert client.caption("doors") not in client.last.buttons


async def test_the_frozen_doors_are_a_plain_document(telegram: Telegram) -> None:
    await publish(telegram)
    client = await at_first_question(telegram)
    await sold_something(client)
    found = (await client.result()).record["doors"]
    assert [door["change"] for door in found["doors"]] == [Change.INCOME_FALLS_OUT, Change.LOWER_INCOME]
    assert found["doors"][0]["on"] == "2026-07-01"


async def test_somebody_elses_doors_are_not_shown(telegram: Telegram) -> None:
    client = await at_the_result(telegram, wage="400 000")
    thief = await at_first_question(telegram)
    await thief.presses_data(f"w|doors|{(await client.result()).id}", thief.last.id, force=True)
    thief.reads("check-first")

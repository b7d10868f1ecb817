"""A sum that the law gives is pressed rather than guessed, and an open result asks for what narrows it most."""

import pytest

from bot.texts import Language
from bot.wording import plain
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import alone, at_first_question, at_the_review

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
SUM = "amount:child_care_allowance.self"
SECOND_CHILD = 29_454  # tenge a month of 2026: 6.81 monthly calculation indices of 4 325, rounded up


async def up_to_the_allowance(telegram: Telegram, language: Language) -> Client:
    """A mother at home with a baby and a child of nine has the child-care allowance, and a wage comes in."""
    client = await at_first_question(telegram, language)
    await client.citizens_in("KZ-79")
    await client.ticks("household", "spouse", "children")
    await client.says("9 0")
    await client.taps("activity-with_baby", "activity-employed")
    await client.ticks("income-kinds", "wage", "allowance")
    await client.ticks("allowance-kinds", "child_care_allowance")
    await client.says("90 000")
    client.is_asked("amount-child_care_allowance")
    return client


async def to_the_result(client: Client) -> None:
    await client.nothing_special()
    while client.caption("calculate") not in client.last.buttons:
        await client.taps("unknown")  # the baby's birthday
    await client.taps("calculate")


def by_law(client: Client, tenge: int = SECOND_CHILD) -> str:
    """Return the caption of the button that takes a sum of the law."""
    return client.words.say("button-by-law", amount=client.words.money(tenge))


@BOTH_LANGUAGES
async def test_the_sum_of_the_law_is_pressed_said_back_and_shown_as_the_law_s(
    telegram: Telegram, language: Language
) -> None:
    client = await up_to_the_allowance(telegram, language)
    client.reads("note-by-law-child_care_allowance")
    await client.presses(by_law(client))
    told = client.words.say("told-by_law-month", amount=client.words.money(SECOND_CHILD))
    assert any(shown.text.startswith("✓") and told in shown.text for shown in client.sees)
    assert (await client.answers())[SUM] == {"by_law": [SECOND_CHILD, SECOND_CHILD]}
    await client.nothing_special()
    while client.caption("calculate") not in client.last.buttons:
        await client.taps("unknown")
    assert told in client.last.text


async def test_whoever_does_not_know_is_offered_the_sum_of_the_law_once_more(telegram: Telegram) -> None:
    client = await up_to_the_allowance(telegram, Language.KK)
    await client.taps("unknown")
    client.reads("followup-dont-know")
    await client.presses(by_law(client))
    assert (await client.answers())[SUM] == {"by_law": [SECOND_CHILD, SECOND_CHILD]}


async def test_a_sum_that_the_law_does_not_give_is_taken_from_no_button(telegram: Telegram) -> None:
    client = await up_to_the_allowance(telegram, Language.RU)
    await client.presses_data(f"a|{SUM}|by_law-1", client.last.id, force=True)
    assert client.toast == client.words.say("hint-press-button")
    assert SUM not in await client.answers()


async def test_the_pressed_sum_gives_the_result_of_the_typed_one(telegram: Telegram) -> None:
    typed, pressed = [await up_to_the_allowance(telegram, Language.KK) for _ in range(2)]
    await typed.says(str(SECOND_CHILD))
    await pressed.presses(by_law(pressed))
    records = []
    for client in (typed, pressed):
        await to_the_result(client)
        records.append((await client.result()).record["record"])
    assert records[0] == records[1]


@BOTH_LANGUAGES
async def test_an_open_result_asks_for_the_one_sum_and_its_answer_is_the_new_result(
    telegram: Telegram, language: Language
) -> None:
    client = await up_to_the_allowance(telegram, language)
    await client.taps("unknown", "unknown-at-all")
    await to_the_result(client)
    words = client.words
    shown = client.last
    assert shown.buttons[0] == client.caption("fill-in-sum")
    client.reads("way-out-sum", kind=words.say("kind-child_care_allowance"))
    way_out = (await client.result()).record["way_out"]
    assert way_out["ask"] == SUM
    assert way_out["likely_tenge"]
    most = (await client.result()).record["record"]["monthly_tenge"]["high"]
    most += (await client.result()).record["record"]["child_supplement_tenge"] or 0
    likely = words.money(way_out["likely_tenge"])
    assert plain(words.say("way-out-range-likely", amount=words.money_range(0, most), likely=likely)) in shown.text
    await client.taps("fill-in-sum")
    client.is_asked("amount-child_care_allowance")
    assert client.caption("review") not in client.last.buttons
    await client.presses(by_law(client))
    now = (await client.result()).record
    found = (now["record"]["monthly_tenge"]["likely"] or 0) + (now["record"]["child_supplement_tenge"] or 0)
    assert found == way_out["likely_tenge"]
    assert client.caption("fill-in-sum") not in client.last.buttons
    assert words.money(way_out["likely_tenge"]) in client.last.text


async def test_a_typed_answer_leads_to_the_new_result_as_well(telegram: Telegram) -> None:
    client = await at_first_question(telegram, Language.RU)
    await alone(client, "10–90 тыс")
    await client.taps("calculate", "fill-in-sum")
    await client.says("не знаю")
    await client.taps("back")
    await client.says("20 000")
    assert client.caption("why") in client.last.buttons
    client.reads("noted", answer=client.words.say("told-month", amount=client.words.money(20_000)))
    assert client.caption("fill-in-sum") not in client.last.buttons


async def test_who_goes_elsewhere_instead_comes_to_the_review_again(telegram: Telegram) -> None:
    client = await at_first_question(telegram, Language.KK)
    await alone(client, "10–90 мың")
    await client.taps("calculate", "fill-in-sum", "result", "change")
    assert client.caption("calculate") in client.last.buttons


async def test_a_result_of_which_everything_is_known_asks_for_nothing(telegram: Telegram) -> None:
    client = await at_the_review(telegram)
    await client.taps("calculate")
    assert client.caption("fill-in-sum") not in client.last.buttons

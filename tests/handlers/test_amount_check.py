"""An amount that looks wrong: somebody sees what moves it, corrects that, or leaves a note that names nobody."""

from datetime import date, timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.store import assessments, poverty_lines, result_notes
from bot.store.aged import RESULTS, delete
from bot.store.cipher import Cipher
from bot.store.poverty_lines import AddedLine
from bot.store.result_notes import KeptNote
from bot.store.sealed import reseal_all
from bot.texts import Language
from bot.texts.formats import read_out
from bot.wording import plain
from handlers.amount_check import LONGEST_NOTE, MOST_A_DAY
from handlers.export import export_of
from handlers.secrets_typed import holds_personal_number
from tests.chat import Telegram
from tests.databases import columns_of
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, mother_of_four

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
PUBLISHED = AddedLine("KZ-79", "2026-Q2", 41_000, "Әкімдік", date(2026, 4, 3))
WORDS = "Жалақы 60 мың, бот 100 мың дейді <осылай>"


def reads(client: Client, name: str, **values: str | int) -> None:
    """Check that the last message has a text that is partly bold."""
    expected = plain(client.words.say(name, **values))
    assert expected in client.last.text, f"not {name}: {expected!r}, but {client.last}"


async def kept(telegram: Telegram) -> list[KeptNote]:
    """Return every note there is, as the administrator may read it."""
    async with telegram.database.reading() as connection:
        return await result_notes.newest(connection, telegram.cipher, is_done_too=True)


async def leaves_note(client: Client, words: str = WORDS) -> None:
    """Leave a note, from a result."""
    await client.taps("why", "amount-check", "note")
    await client.says(words)


@BOTH_LANGUAGES
async def test_the_answer_that_moves_the_amount_is_corrected_right_there_and_the_new_result_follows(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    words, before = client.words, await client.result()
    await client.taps("why")
    client.reads("paper-number", number=read_out(before.id))
    await client.taps("amount-check")
    client.reads("amount-check-head")
    what = words.say("line-amount-earned", person=words.say("person-self"), kind=words.say("kind-wage"))
    told = words.say("told-month", amount=words.money(150_000))
    reads(client, "amount-check-line", number=1, what=what, amount=told)
    reads(client, "amount-check-step", step=words.money(10_000), moved=words.money(10_000))
    assert client.caption("change") not in client.last.buttons

    await client.presses(words.say("button-fix", number=1))
    await client.says("140000")

    after = await client.result()
    high = [one.record["record"]["monthly_tenge"]["high"] for one in (before, after)]
    assert high[1] - high[0] == 10_000
    assert words.say("noted", answer=words.say("told-month", amount=words.money(140_000))) in client.last.text
    assert client.caption("why") in client.last.buttons
    assert client.caption("calculate") not in client.last.buttons


@pytest.mark.parametrize("paid", [(), ("child_care_allowance",)], ids=["no allowance", "another allowance"])
async def test_an_allowance_that_is_paid_already_is_added_right_there_and_the_new_result_follows(
    telegram: Telegram, paid: tuple[str, ...]
) -> None:
    """Whoever named another allowance is asked which ones at once; whoever named none, whether any is paid."""
    client = await at_first_question(telegram)
    await mother_of_four(client, *paid)
    before = await client.result()
    await client.taps("why", "amount-check")
    client.reads("warning-large_family_allowance_not_listed")
    await client.taps("add-allowance")
    if not paid:
        await client.taps("income-kinds-allowance", "done")
    await client.taps("allowance-kinds-large_family_allowance", "done")
    while client.caption("unknown") in client.last.buttons:
        await client.taps("unknown")

    after = await client.result()
    assert after.id != before.id
    assert "large_family_allowance_not_listed" not in after.record["record"]["warnings"]
    assert client.caption("why") in client.last.buttons


async def test_whoever_goes_to_the_review_while_correcting_comes_back_to_it_as_ever(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    before = (await client.result()).id
    await client.taps("why", "amount-check")
    await client.presses(client.words.say("button-fix", number=1))
    await client.presses_data("v|review|", client.last.id, force=True)
    words = client.words
    await client.opens("line-amount-earned", person=words.say("person-self"), kind=words.say("kind-wage"))
    await client.says("140000")
    assert client.caption("calculate") in client.last.buttons
    assert (await client.result()).id == before


async def test_above_the_line_it_is_said_with_how_much_of_a_sum_help_is_likely(telegram: Telegram) -> None:
    async with telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [PUBLISHED])
    telegram.restarted()
    client = await at_the_result(telegram, wage="300000")
    await client.taps("why", "amount-check")
    reads(client, "amount-check-below", most=client.words.money((5 * PUBLISHED.tenge - 1) // 1_000 * 1_000))
    assert client.words.say("button-fix", number=1) in client.last.buttons


async def test_without_money_no_answer_is_named_and_all_of_them_can_be_looked_at(telegram: Telegram) -> None:
    client = await at_first_question(telegram)
    await client.citizens_in()
    await client.ticks("household")
    await client.taps("activity-none")
    await client.ticks("income-kinds")
    await client.nothing_special()
    await client.taps("calculate", "why", "amount-check")
    client.reads("amount-check-none")
    assert client.caption("note") in client.last.buttons
    await client.taps("change")
    client.reads("review-edit")


@BOTH_LANGUAGES
async def test_a_note_is_kept_without_who_wrote_it_and_said_back(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    shown = await client.result()
    await client.taps("why", "amount-check", "note")
    client.reads("note-ask", number=read_out(shown.id))
    await client.says(WORDS)
    client.reads("note-kept", note="1", number=read_out(shown.id))
    assert WORDS in client.last.text

    (note,) = await kept(telegram)
    monthly = shown.record["record"]["monthly_tenge"]
    assert (note.number, note.result, note.done_at) == (1, shown.id, None)
    assert note.note == {
        "words": WORDS,
        "outcome": "eligible",
        "monthly_tenge": {"low": monthly["low"], "high": monthly["high"]},
    }
    async with telegram.database.reading() as connection:
        (row,) = await connection.fetch("select * from result_notes", {})
    assert set(columns_of(row)) == {"number", "result", "written_at", "note", "done_at"}
    assert WORDS not in row["note"]

    exported: dict[str, Any] = await export_of(telegram.another_process(), client.id)
    assert [(one["number"], one["words"]) for one in exported["notes"]] == [(1, WORDS)]
    assert exported["results"][0]["inputs"]["household"]["region"] == "KZ-79"

    await client.taps("note-drop")
    client.reads("note-dropped")
    assert await kept(telegram) == []


@BOTH_LANGUAGES
async def test_what_may_tell_who_somebody_is_and_what_is_too_long_is_asked_for_anew(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    await client.taps("why", "amount-check", "note")
    for personal in ("ЖСН 850412400123", "звоните 8 701 123 45 67", "номерім +77011234567", "7011234567"):
        await client.says(personal)
        client.reads("note-personal")
    await client.says("а" * (LONGEST_NOTE + 1))
    client.reads("note-long", most=LONGEST_NOTE)
    assert await kept(telegram) == []
    await client.says("8 700 000 ₸ емес, 150 000 ₸ болу керек, 2026 жылғы 12 мамыр")
    client.reads("note-kept", note="1", number=read_out((await client.result()).id))


def test_sums_and_days_tell_nobody() -> None:
    assert not holds_personal_number("Жалақы 150 000, бала 3, 1 250 000 теңге емес, 12.05.2026")
    assert holds_personal_number("850499123456")  # an individual number with a slip


async def test_what_is_typed_after_another_press_or_a_command_is_no_note(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    await client.taps("why", "amount-check", "note", "back")
    await client.says("Ертең тағы келемін")
    await client.says("/menu")
    await client.says("рақмет")
    assert await kept(telegram) == []
    await client.says("/menu")


async def test_only_a_few_notes_a_day_are_taken(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    for at in range(MOST_A_DAY):
        await leaves_note(client, f"{at}-жазба")
        await client.taps("result")
    await client.taps("why", "amount-check", "note")
    client.reads("note-enough", most=MOST_A_DAY)
    await client.says("тағы біреу")
    assert len(await kept(telegram)) == MOST_A_DAY
    telegram.clock.passes(timedelta(hours=25))
    await leaves_note(client, "Келесі күні")
    assert len(await kept(telegram)) == MOST_A_DAY + 1


async def test_a_note_is_kept_once_when_its_message_comes_twice(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    await leaves_note(client)
    await telegram.deliver_again()
    assert len(await kept(telegram)) == 1


async def test_a_note_goes_with_its_result_and_with_whoever_is_forgotten_and_is_sealed_anew(telegram: Telegram) -> None:
    clients = [await at_the_result(telegram) for _ in range(2)]
    for client in clients:
        await leaves_note(client)
    new = Fernet.generate_key().decode()
    async with telegram.database.reading() as connection:
        before = [row["note"] for row in await connection.fetch("select note from result_notes order by number", {})]
    await reseal_all(telegram.database, telegram.cipher)
    async with telegram.database.reading() as connection:
        after = [row["note"] for row in await connection.fetch("select note from result_notes order by number", {})]
        closed = await result_notes.newest(connection, Cipher([new]), is_done_too=True)
    assert set(before).isdisjoint(after)
    assert [one.note for one in closed] == [None, None]  # listed all the same

    await clients[0].says("/forget")
    await clients[0].taps("forget-yes", "forget-now")
    assert [one.number for one in await kept(telegram)] == [2]
    await delete(telegram.database, RESULTS, telegram.clock() + timedelta(days=1))
    assert await kept(telegram) == []


async def test_of_a_result_from_before_its_family_was_kept_the_screen_says_so(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    frozen = await client.result()
    older = {name: value for name, value in frozen.record.items() if name != "inputs"}
    async with telegram.database.transaction() as transaction:
        await transaction.fetch("delete from assessments", {})
        await assessments.freeze(transaction, telegram.cipher, client.id, older, telegram.clock())  # type: ignore[arg-type]
    await client.says("/menu")
    await client.taps("menu-result", "why", "amount-check")
    client.reads("amount-check-not-kept")
    assert client.caption("note") in client.last.buttons
    assert client.caption("change") in client.last.buttons

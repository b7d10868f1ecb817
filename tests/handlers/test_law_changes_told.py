"""When the law moves, whoever asked is told what their result comes to now, and nobody else is."""

from datetime import date, timedelta

import pytest

from bot.database import Connection
from bot.notices import law_changes
from bot.notices.law_changes import Counts
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.texts import Language
from bot.wording import plain
from tests.chat import Telegram
from tests.handlers.authority import Authority
from tests.handlers.client import Client
from tests.handlers.families import PUBLISHED, at_the_result, publish

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
NEW_LINE, ANOTHER_LINE = 47_000, 44_000


async def asks(client: Client) -> None:
    """Ask to be told, from the result."""
    await client.taps("next", "law-changes", "law-changes-tell")


async def moves_to(authority: Authority, tenge: int) -> list[Counts]:
    """Publish another line of this quarter, tell whoever asked, and give what was counted."""
    line = AddedLine("KZ-79", "2026-Q2", tenge, "Әкімдік", date(2026, 5, 20))
    async with authority.telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [line])
    authority.telegram.restarted()
    world = authority.telegram.another_process()
    batches = [batch async for batch in law_changes.look(world)]
    for batch in batches:
        await law_changes.tell(world, batch.changed)
    await authority.is_delivered()
    return batches


async def amount_of(client: Client) -> int:
    """What is paid a month, with the supplement, by the result that is the newest now."""
    record = (await client.result()).record["record"]
    return int(record["monthly_tenge"]["high"]) + int(record["child_supplement_tenge"] or 0)


def reads(client: Client, name: str, **values: str) -> None:
    """Check that the last message has a sentence, which is written bold in part."""
    assert plain(client.words.say(name, **values)) in client.last.text, client.last


@BOTH_LANGUAGES
async def test_both_amounts_are_told_once_and_the_new_result_opens_with_its_reasons(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    await publish(telegram)
    client = await at_the_result(telegram, language)
    before = await amount_of(client)
    await asks(client)
    client.reads("law-changes-on")
    (batch,) = await moves_to(authority, NEW_LINE)
    assert (batch.asked, batch.amounts, batch.outcomes, batch.unchanged) == (1, 1, 0, 0)
    now = before + 5 * (NEW_LINE - PUBLISHED[0].tenge)
    words = client.words
    reads(client, "law-change-now-yes", amount=words.money(now))
    client.reads("law-change-before-yes", amount=words.money(before))
    client.reads("law-change-line", before=words.money(PUBLISHED[0].tenge), now=words.money(NEW_LINE))
    await client.taps("law-change-result")
    assert words.money(now) in client.last.text
    assert await amount_of(client) == now
    await client.taps("why")
    assert words.money(NEW_LINE) in client.last.text
    count = len(client.sees)
    (again,) = await moves_to(authority, NEW_LINE)
    assert (again.unchanged, len(client.sees)) == (1, count), "once"


@BOTH_LANGUAGES
async def test_a_no_that_becomes_a_yes_by_the_published_line_is_told(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await at_the_result(telegram, language, wage="226000")
    assert (await client.result()).record["record"]["outcome"] != "eligible"
    await asks(client)
    (batch,) = await moves_to(authority, 50_000)
    assert (batch.outcomes, batch.amounts) == (1, 0)
    reads(client, "law-change-now-yes", amount=client.words.money(await amount_of(client)))
    assert client.words.say("law-change-estimate") in client.last.text


async def test_whoever_did_not_ask_or_asked_no_more_is_told_nothing(telegram: Telegram, authority: Authority) -> None:
    await publish(telegram)
    client = await at_the_result(telegram)
    assert await moves_to(authority, NEW_LINE) == []
    await asks(client)
    await client.taps("law-changes-not")
    client.reads("law-changes-off")
    count = len(client.sees)
    assert await moves_to(authority, ANOTHER_LINE) == []
    assert len(client.sees) == count


async def test_what_was_answered_anew_in_between_is_not_spoken_over(telegram: Telegram, authority: Authority) -> None:
    await publish(telegram)
    client = await at_the_result(telegram)
    await asks(client)
    await client.taps("result")
    world = telegram.another_process()
    line = AddedLine("KZ-79", "2026-Q2", NEW_LINE, "Әкімдік", date(2026, 5, 20))
    async with telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [line])
    (batch,) = [batch async for batch in law_changes.look(world)]
    assert len(batch.changed) == 1
    await client.taps("change", "calculate")
    assert await law_changes.tell(world, batch.changed) == 0
    count = len(client.sees)
    await authority.is_delivered()
    assert len(client.sees) == count


async def test_a_result_of_a_quarter_that_is_over_is_left_as_it_was(telegram: Telegram, authority: Authority) -> None:
    await publish(telegram)
    client = await at_the_result(telegram)
    await asks(client)
    telegram.clock.passes(timedelta(days=60))
    (batch,) = await moves_to(authority, NEW_LINE)
    assert (batch.without_result, batch.changed) == (1, [])


async def test_a_result_without_its_family_is_counted_and_not_guessed(telegram: Telegram, authority: Authority) -> None:
    await publish(telegram)
    client = await at_the_result(telegram)
    await asks(client)
    async with telegram.database.transaction() as transaction:
        await _without_inputs(transaction, client)
    (batch,) = await moves_to(authority, NEW_LINE)
    assert (batch.not_recomputed, batch.changed) == (1, [])


async def _without_inputs(transaction: Connection, client: Client) -> None:
    """Store the result as it was frozen before its family was kept with it."""
    result = await client.result()
    sealed = client.telegram.another_process().cipher.seal(
        {name: value for name, value in result.record.items() if name != "inputs"}
    )
    changed = {"record": sealed, "id": result.id}
    await transaction.fetch("update assessments set record = :record where id = :id returning id", changed)


@BOTH_LANGUAGES
async def test_a_shared_phone_reads_only_that_it_has_changed(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    await publish(telegram)
    client = await at_the_result(telegram, language)
    await asks(client)
    await client.says("/menu")
    await client.taps("menu-more", "menu-private", "private-on")
    await moves_to(authority, NEW_LINE)
    assert client.last.text.endswith(client.words.say("private-result-changed"))

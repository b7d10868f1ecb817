"""Telegram takes every message, and each of its replies is cut off: a notice comes at most twice, and that is said."""

import asyncio
import dataclasses

import pytest

from bot.delivery import UNPACED
from bot.sandbox import Fault, LocalTelegram
from bot.store import outbox, reached
from bot.store.notice_kinds import NoticeKind
from tests.bot.delivery.family import FATHER, MOTHER, Family

QUICK = dataclasses.replace(UNPACED, first_pause_s=0.02, longest_pause_s=0.1)


@pytest.fixture
def cut(telegram: LocalTelegram) -> LocalTelegram:
    """A Telegram that takes every message to the mother; its answers to everything else come through."""
    telegram.faults.order(Fault(kind="cut_after", times=1_000, method="sendMessage", chat_id=MOTHER))
    return telegram


@pytest.mark.usefixtures("cut")
async def test_however_many_replies_are_cut_in_a_row_a_notice_comes_twice_and_the_authority_reads_that_nobody_knows(
    family: Family,
) -> None:
    await family.queue(MOTHER, FATHER)
    await family.is_told(QUICK)
    assert (family.sees(MOTHER), family.sees(FATHER)) == (["Сәлем, 1"] * 2, ["Здравствуйте, 1"])
    told = {change.details["person"]: (change.kind, change.details.get("reason")) for change in await family.changes()}
    assert told == {"p1": ("undeliverable", "reply_lost"), "p2": ("delivered", None)}
    (fate, _) = await family.fates()
    assert (fate.state, fate.reason) == ("failed", "reply_lost")


@pytest.mark.usefixtures("cut")
async def test_what_comes_after_it_for_the_same_person_is_told_all_the_same(family: Family, cut: LocalTelegram) -> None:
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    cut.faults.clear()
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    assert family.sees(MOTHER) == ["Сәлем, 1", "Сәлем, 1", "Сәлем, 2"]


async def test_a_program_that_is_started_anew_knows_of_the_first_lost_reply(
    family: Family, telegram: LocalTelegram
) -> None:
    patient = dataclasses.replace(UNPACED, first_pause_s=0.5)
    telegram.faults.order(Fault(kind="cut_after", method="sendMessage"))
    await family.queue(MOTHER)
    async with family.delivering(patient):
        while not (await family.fates())[0].attempts:  # noqa: ASYNC110, the database tells nobody
            await asyncio.sleep(0.01)
    telegram.faults.order(Fault(kind="cut_after", times=5, method="sendMessage"))
    await family.is_told(QUICK)
    assert family.sees(MOTHER) == ["Сәлем, 1"] * 2


async def test_while_nothing_at_all_comes_through_nothing_counts_as_sent(
    family: Family, telegram: LocalTelegram
) -> None:
    """The harmless question goes unanswered, too: so the notice waits, and comes once the way is open."""
    telegram.faults.order(Fault(kind="cut_before", times=6))
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    assert (family.sees(MOTHER), await family.counts()) == (["Сәлем, 1"], {"delivered": 1})


@pytest.mark.usefixtures("cut")
async def test_what_may_have_come_is_found_by_whoever_asks_whether_the_bot_wrote_it(family: Family) -> None:
    """It was the bot's own: nobody may be told that it is a stranger's."""
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    async with family.world.database.reading() as connection:
        found = await reached.lately(connection, family.world.cipher, MOTHER, 5)
    assert [one.notice.id for one in found] == [(await family.fates())[0].id]


async def test_an_operator_may_have_it_sent_once_more(family: Family, cut: LocalTelegram) -> None:
    await family.queue(MOTHER, kind=NoticeKind.OFFER_MADE, details={"number": 1, "offer_id": "o1"})
    await family.is_told(QUICK)
    assert [change.kind for change in await family.changes()] == ["offer_undeliverable"]
    cut.faults.clear()
    now = family.world.now()
    async with family.world.database.transaction() as transaction:
        assert await outbox.retry(transaction, now, now) == 1
    await family.is_told(QUICK)
    assert await family.counts() == {"delivered": 1}

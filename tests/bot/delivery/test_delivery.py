"""A notice on its way from the outbox to the phone: what the person sees and what the authority learns."""

import asyncio
import dataclasses
import time
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot import casework
from bot.app import bot_at
from bot.delivery import UNPACED, Pace, Told, deliver
from bot.errors import SettingError
from bot.sandbox import Fault, LocalTelegram
from bot.store import cases, journal, outbox, people
from bot.store.authority_keys import AuthorityKey
from bot.store.notice_keys import NoticeKey, of_event
from bot.store.outbox import Notice, Urgency
from tests.bot.delivery.family import CASE, FATHER, MOTHER, NUMBER, Family
from tests.databases import ON_POSTGRESQL

QUICK = dataclasses.replace(UNPACED, first_pause_s=0.02, longest_pause_s=0.1)
HOME = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Үйде боламыз", callback_data="visit|1|0|home")]]
)


# What arrives


async def test_everybody_is_told_in_their_own_language_and_the_authority_learns_who_was(family: Family) -> None:
    await family.queue(MOTHER, FATHER)
    await family.is_told()
    assert family.sees(MOTHER) == ["Сәлем, 1"]
    assert family.sees(FATHER) == ["Здравствуйте, 1"]
    told = [(change.kind, change.case_number, change.details) for change in await family.changes()]
    assert sorted(told, key=str) == [
        ("delivered", NUMBER, {"person": "p1", "notice": "case-received"}),
        ("delivered", NUMBER, {"person": "p2", "notice": "case-received"}),
    ]


async def test_a_delivered_notice_keeps_the_message_that_said_it(family: Family) -> None:
    await family.queue(MOTHER)
    await family.is_told()
    async with family.world.database.reading() as connection:
        rows = await connection.fetch("select message_id, leased_until, attempts from outbox", {})
    assert rows[0]["message_id"] in family.telegram.chats[MOTHER].messages
    assert (rows[0]["leased_until"], rows[0]["attempts"]) == (None, 0)


async def test_a_language_changed_after_queueing_is_used(family: Family) -> None:
    await family.queue(MOTHER)
    async with family.world.database.transaction() as transaction:
        await people.choose_language(transaction, MOTHER, "ru", family.world.now())
    await family.is_told()
    assert family.sees(MOTHER) == ["Здравствуйте, 1"]


async def test_buttons_and_formatting_arrive(family: Family) -> None:
    family.words_for = lambda _notice: Told("<b>12 350 ₸</b>", HOME)
    await family.queue(MOTHER)
    await family.is_told()
    message = list(family.telegram.chats[MOTHER].messages.values())[-1]
    assert message["text"] == "12 350 ₸"
    assert message["entities"][0]["type"] == "bold"
    assert message["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "visit|1|0|home"


async def test_words_may_take_their_time(family: Family) -> None:
    """They may have to look something up."""

    async def looked_up(notice: Notice) -> Told:
        async with family.world.database.reading() as connection:
            case = await cases.load(connection, family.world.cipher, notice.case_id or "")
        return Told(case.region if case else "?")

    family.words_for = looked_up
    await family.queue(MOTHER)
    await family.is_told()
    assert family.sees(MOTHER) == ["KZ-79"]


async def test_the_change_names_the_visit_as_the_authority_does(family: Family) -> None:
    await family.queue(MOTHER, kind="visit-scheduled", details={"number": 1, "visit": 5, "visit_id": "v1"})
    await family.is_told()
    assert (await family.changes())[0].details == {"person": "p1", "notice": "visit-scheduled", "visit_id": "v1"}


# When


async def test_a_notice_leaves_at_once_when_it_is_queued_in_the_same_process(family: Family) -> None:
    """With a worker that would look by itself only after half a minute."""
    async with family.delivering(dataclasses.replace(UNPACED, poll_s=30)):
        await asyncio.sleep(0.1)
        began = time.monotonic()
        await family.queue(MOTHER)
        await family.nothing_waits()
        assert time.monotonic() - began < 1


async def test_a_notice_queued_before_its_transaction_ends_does_not_wait_for_the_next_poll(family: Family) -> None:
    """The worker is woken by the queueing, when there is nothing to be seen yet."""
    async with family.delivering(Pace()):
        await asyncio.sleep(1.1)
        async with family.world.database.transaction() as transaction:
            family.world.queued.set()
            await asyncio.sleep(0.05)
            await outbox.queue(
                transaction,
                family.world.cipher,
                key=NoticeKey(of_event(CASE, "late"), "p1"),
                person_id=MOTHER,
                case_id=CASE,
                kind="case-received",
                details={"number": 1},
                due_at=family.world.now(),
            )
        began = time.monotonic()
        await family.nothing_waits()
        assert time.monotonic() - began < 0.5


async def test_what_another_process_has_queued_is_found_within_a_second(family: Family) -> None:
    async with family.delivering(Pace()):
        await asyncio.sleep(0.3)
        await family.queue(MOTHER)
        family.world.queued.clear()
        began = time.monotonic()
        await family.nothing_waits()
        assert time.monotonic() - began < 1.5


async def test_nothing_leaves_before_it_is_due(family: Family) -> None:
    await family.queue(MOTHER, due_at=family.world.now() + timedelta(seconds=0.6))
    async with family.delivering():
        await asyncio.sleep(0.3)
        assert family.sees(MOTHER) == []
        await family.nothing_waits()
    assert family.sees(MOTHER) == ["Сәлем, 1"]


async def test_what_is_no_longer_worth_telling_is_not_told_and_holds_nothing_up(family: Family) -> None:
    now = family.world.now()
    await family.queue(MOTHER, due_at=now - timedelta(hours=2), good_until=now - timedelta(hours=1))
    await family.queue(MOTHER)
    async with family.delivering():
        async with asyncio.timeout(5):
            while not family.sees(MOTHER):  # noqa: ASYNC110, a phone tells nobody
                await asyncio.sleep(0.01)
    assert family.sees(MOTHER) == ["Сәлем, 2"]


async def test_urgent_notices_overtake_a_broadcast_and_the_rest_keeps_its_order(family: Family) -> None:
    await family.queue(MOTHER, urgency=Urgency.BULK)
    await family.queue(MOTHER)
    await family.queue(MOTHER)
    await family.queue(MOTHER, urgency=Urgency.URGENT)
    await family.is_told()
    assert family.sees(MOTHER) == ["Сәлем, 4", "Сәлем, 2", "Сәлем, 3", "Сәлем, 1"]


async def test_a_stop_finishes_what_is_on_its_way(family: Family, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="slow", seconds=0.3))
    await family.queue(MOTHER)
    async with family.delivering() as stop:
        await asyncio.sleep(0.15)
        stop.set()
    assert family.sees(MOTHER) == ["Сәлем, 1"]
    assert await family.counts() == {"delivered": 1}


# Who cannot be reached


async def test_a_person_who_blocked_the_bot_is_reported_with_whether_anybody_of_the_case_was_reached(
    family: Family,
) -> None:
    family.blocks(FATHER)
    await family.queue(MOTHER)
    await family.queue(MOTHER, FATHER)
    await family.is_told()
    reported = [change for change in await family.changes() if change.kind == "undeliverable"]
    assert len(reported) == 1
    assert reported[0].details.pop("anybody_reached") in (True, None)  # the mother's may still be on its way
    assert reported[0].details == {"person": "p2", "notice": "case-received", "reason": "blocked"}
    async with family.world.database.reading() as connection:
        written = await journal.of_case(connection, family.world.cipher, CASE)
    assert [entry.kind for entry in written] == ["undeliverable"]


async def test_a_deleted_account_is_told_from_a_blocked_bot(family: Family) -> None:
    family.blocks(FATHER)
    family.deletes_account(MOTHER)
    await family.queue(MOTHER, FATHER)
    await family.is_told()
    reasons = {change.details["person"]: change.details["reason"] for change in await family.changes()}
    assert reasons == {"p1": "deactivated", "p2": "blocked"}
    assert {fate.alias: (fate.state, fate.reason) for fate in await family.fates()} == {
        "p1": ("undeliverable", "deactivated"),
        "p2": ("undeliverable", "blocked"),
    }


@pytest.mark.parametrize("kind", ["deactivated", "chat_not_found"])
async def test_an_account_that_is_gone_for_one_call_is_reported_by_its_reason(
    family: Family, telegram: LocalTelegram, kind: str
) -> None:
    telegram.faults.order(Fault.model_validate({"kind": kind}))
    await family.queue(MOTHER)
    await family.is_told()
    assert [(change.kind, change.details["reason"]) for change in await family.changes()] == [("undeliverable", kind)]


async def test_when_nobody_of_a_case_can_be_reached_the_last_report_says_so(family: Family) -> None:
    for person_id in (MOTHER, FATHER):
        family.blocks(person_id)
    await family.queue(MOTHER, FATHER)
    await family.is_told()
    reached = [change.details["anybody_reached"] for change in await family.changes()]
    assert len(reached) == 2
    assert reached[-1] is False


async def test_somebody_reached_before_is_somebody_reached(family: Family) -> None:
    await family.queue(MOTHER, FATHER)
    family.blocks(FATHER)
    await family.is_told(dataclasses.replace(UNPACED, in_flight=1))
    assert (await family.changes())[-1].details["anybody_reached"] is True


async def test_a_person_who_blocks_the_bot_in_between_gets_what_was_before_and_later_what_comes_after(
    family: Family,
) -> None:
    await family.queue(MOTHER)
    await family.is_told()
    family.blocks(MOTHER)
    await family.queue(MOTHER)
    await family.is_told()
    family.blocks(MOTHER, blocked=False)
    await family.queue(MOTHER)
    await family.is_told()
    assert family.sees(MOTHER) == ["Сәлем, 1", "Сәлем, 3"]
    assert [change.kind for change in await family.changes()] == ["delivered", "undeliverable", "delivered"]


async def test_a_person_whom_telegram_does_not_know_is_reported(family: Family) -> None:
    await family.joins(77, has_phone=False)
    await family.queue(77)
    await family.is_told()
    assert [change.details["reason"] for change in await family.changes()] == ["chat_not_found"]
    assert [fate.reason for fate in await family.fates()] == ["chat_not_found"]


async def test_a_case_that_nobody_follows_is_reported_at_once(family: Family) -> None:
    """Without any worker: there is nobody to whom something could be sent."""
    key = AuthorityKey("akimat", frozenset({"KZ-79"}), frozenset({"events"}))
    day = family.world.today().isoformat()
    opened = {"case_id": "79-9", "region": "KZ-79", "applied_on": day}
    for number, (kind, body) in enumerate(
        {"opened": opened, "status": {"case_id": "79-9", "status": "received", "on": day}}.items()
    ):
        event = {"specversion": "1.0", "id": f"e{number}", "source": "/akimat", "type": f"kz.komek.case.{kind}"}
        await casework.accept(family.world, key, {**event, "time": f"{day}T10:00:00+05:00", "data": body})
    told = [(change.case_number, change.kind, change.details["reason"]) for change in await family.changes()]
    assert told == [("79-9", "undeliverable", "nobody_joined")]


async def test_somebody_who_no_longer_follows_the_case_is_told_nothing_more_of_it(family: Family) -> None:
    await family.queue(MOTHER, FATHER)
    async with family.world.database.transaction() as transaction:
        await cases.leave(transaction, CASE, MOTHER, family.world.now())
    await family.is_told()
    assert family.sees(MOTHER) == []
    assert await family.counts() == {"delivered": 1, "withdrawn": 1}


async def test_a_person_who_asked_to_be_forgotten_leaves_nothing_to_send(family: Family) -> None:
    await family.queue(MOTHER)
    async with family.world.database.transaction() as transaction:
        await people.forget(transaction, MOTHER)
    await family.is_told()
    assert family.sees(MOTHER) == []


# Our own faults


async def test_a_message_that_telegram_refuses_fails_and_the_authority_learns_it(
    family: Family, capsys: pytest.CaptureFixture[str]
) -> None:
    family.words_for = lambda _notice: Told("<blink>12 350 ₸</blink>")
    await family.queue(MOTHER)
    await family.is_told()
    assert [(fate.state, fate.attempts) for fate in await family.fates()] == [("failed", 0)]
    assert [(change.kind, change.details["reason"]) for change in await family.changes()] == [
        ("undeliverable", "our_fault")
    ]
    assert "notice_failed" in capsys.readouterr().out
    assert "12 350" not in str(await family.fates())


async def test_a_notice_without_words_fails_and_the_next_one_is_told(family: Family) -> None:
    await family.queue(MOTHER, details={})
    await family.queue(MOTHER)
    await family.is_told()
    assert [(fate.state, fate.reason) for fate in await family.fates()] == [("failed", "KeyError"), ("delivered", None)]


async def test_a_notice_that_no_key_opens_fails_alone(family: Family) -> None:
    await family.queue(MOTHER)
    await family.queue(FATHER)
    async with family.world.database.transaction() as transaction:
        await transaction.fetch("update outbox set details = '1.damaged' where person_id = :id", {"id": MOTHER})
    await family.is_told()
    assert await family.counts() == {"delivered": 1, "failed": 1}
    assert family.sees(FATHER) == ["Здравствуйте, 2"]


async def test_a_refused_token_ends_the_worker_and_loses_nothing(family: Family, base: str) -> None:
    await family.queue(MOTHER)
    async with bot_at(base, "1000000:of-somebody-else") as stranger:
        with pytest.raises(SettingError, match="BOT_TOKEN"):
            async with family_with(family, stranger).delivering():
                await asyncio.sleep(1)
    assert await family.counts() == {"waiting": 1}


def family_with(family: Family, bot: Bot) -> Family:
    return dataclasses.replace(family, bot=bot)


# Faults that pass


@pytest.mark.parametrize("kind", ["server_error", "cut_before"])
async def test_after_a_fault_the_notice_is_sent_again_and_what_follows_waits_for_it(
    family: Family, telegram: LocalTelegram, kind: str
) -> None:
    telegram.faults.order(Fault.model_validate({"kind": kind, "times": 4}))
    await family.queue(MOTHER)
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    assert family.sees(MOTHER) == ["Сәлем, 1", "Сәлем, 2"]
    assert [fate.attempts for fate in await family.fates()] == [4, 0]


@ON_POSTGRESQL
async def test_a_connection_to_the_database_that_breaks_off_is_no_fault_of_ours(family: Family) -> None:
    """While a notice was put into words: it is told once the database is there again."""
    broken: list[int] = []

    async def words(notice: Notice) -> Told:
        if not broken:
            broken.append(notice.id)
            async with family.world.database.reading() as connection:
                await connection.fetch("select pg_terminate_backend(pg_backend_pid())", {})
        return Told(str(notice.details["number"]))

    family.words_for = words
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    assert family.sees(MOTHER) == ["1"]
    assert [(fate.state, fate.attempts) for fate in await family.fates()] == [("delivered", 1)]


async def test_a_message_cut_off_after_telegram_took_it_comes_twice_and_is_reported_once(
    family: Family, telegram: LocalTelegram
) -> None:
    telegram.faults.order(Fault(kind="cut_after"))
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    assert family.sees(MOTHER) == ["Сәлем, 1"] * 2
    assert len(await family.changes()) == 1


async def test_while_all_replies_are_lost_a_message_comes_at_most_twice(
    family: Family, telegram: LocalTelegram
) -> None:
    """Nothing is sent again before Telegram has answered something that changes nothing."""
    telegram.faults.order(Fault(kind="cut_after", times=6))
    await family.queue(MOTHER)
    await family.is_told(QUICK)
    assert family.sees(MOTHER) == ["Сәлем, 1"] * 2


async def test_delivery_ends_at_once_while_telegram_hangs(family: Family, telegram: LocalTelegram) -> None:
    """What was on its way is not lost: the next worker that starts here sends it."""
    telegram.faults.order(Fault(kind="slow", seconds=12, method="sendMessage"))
    await family.queue(MOTHER)
    stop = asyncio.Event()
    delivering = asyncio.create_task(deliver(family.world, family.bot, family.words_for, stop, UNPACED))
    await asyncio.sleep(0.3)
    began = time.monotonic()
    stop.set()
    await delivering
    assert time.monotonic() - began < 6
    assert await family.counts() == {"waiting": 1}


async def test_a_reply_that_does_not_come_is_a_fault_that_passes(family: Family, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="slow", seconds=3))
    await family.queue(MOTHER)
    began = time.monotonic()
    await family.is_told(dataclasses.replace(QUICK, send_s=1))
    assert time.monotonic() - began < 2.5


async def test_a_chat_that_must_wait_holds_up_nobody_else_and_waiting_is_no_attempt(
    family: Family, telegram: LocalTelegram
) -> None:
    telegram.faults.order(Fault(kind="too_many_requests", retry_after=1, chat_id=MOTHER))
    await family.queue(MOTHER)
    began = time.monotonic()
    async with family.delivering():
        await asyncio.sleep(0.3)
        await family.queue(FATHER)
        await asyncio.sleep(0.3)
        assert family.sees(FATHER) == ["Здравствуйте, 2"]
        assert family.sees(MOTHER) == []
        await family.nothing_waits()
    assert time.monotonic() - began >= 1
    assert [fate.attempts for fate in await family.fates()] == [0, 0]


async def test_when_two_chats_must_wait_all_do(family: Family, telegram: LocalTelegram) -> None:
    await family.joins(77)
    for person_id in (MOTHER, FATHER):
        telegram.faults.order(Fault(kind="too_many_requests", retry_after=1, chat_id=person_id))
    await family.queue(MOTHER, FATHER)
    async with family.delivering():
        await asyncio.sleep(0.3)
        await family.queue(77)
        await asyncio.sleep(0.3)
        assert family.sees(77) == []
        await family.nothing_waits()
    assert [len(family.sees(person_id)) for person_id in (MOTHER, FATHER, 77)] == [1, 1, 1]
    assert len(telegram.calls.of("sendMessage")) == 5


async def test_stuck_notices_are_found_again_when_their_lease_is_over(family: Family) -> None:
    """Another worker has claimed them and is gone."""
    await family.queue(MOTHER)
    now = family.world.now()
    async with family.world.database.statement() as connection:
        stuck = await outbox.claim(connection, family.world.cipher, now, now + timedelta(seconds=0.7), 10)
    assert len(stuck) == 1
    async with family.delivering():
        await asyncio.sleep(0.3)
        assert family.sees(MOTHER) == []
        await family.nothing_waits()
    assert family.sees(MOTHER) == ["Сәлем, 1"]

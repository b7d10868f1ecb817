"""Marks what became of notices, many at once in one transaction, and tells the authority."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.database import Connection, Transaction
from bot.delivery.outcomes import Outcome
from bot.store import changes, journal, outbox, people
from bot.store.changes import OfNotice
from bot.store.entry_details import EntryDetails
from bot.store.notice_kinds import NoticeKind
from bot.store.number_series import lock_series
from bot.store.outbox import Notice, Reply, Settled
from bot.world import World

TELEGRAM_AWAY: Final = "telegram_unreachable"
PATIENCE: Final = timedelta(minutes=1)
"""After so long of failing attempts the authority learns that a notice has not come yet."""
OUR_FAULT: Final = "our_fault"  # what the authority reads of a failed notice; Telegram's sentence is for the operator


async def settle(world: World, outcomes: Sequence[Outcome]) -> None:
    """Mark all of them durably, or none. What another worker has settled already stays as it is, and is not told."""
    delivered = [outcome for outcome in outcomes if outcome.state == "delivered"]
    async with world.database.transaction() as transaction:
        await lock_series(transaction, "journal")  # before the rows of the outbox, as casework takes them
        if delivered:
            await _settle_delivered(transaction, world, delivered)
        for outcome in outcomes:
            match outcome.state:
                case "delivered" | "let_go":
                    pass
                case "waiting":
                    await _postpone(transaction, world, outcome)
                case state:
                    await _settle_undelivered(transaction, world, outcome, state)
    for outcome in outcomes:
        world.metrics.sent(outcome.state, outcome.notice.due_at, world.now())


async def _settle_delivered(transaction: Transaction, world: World, outcomes: Sequence[Outcome]) -> None:
    told = [
        OfNotice(outcome.notice.id, "delivered", outcome.notice.who_and_what)
        for outcome in outcomes
        if outcome.notice.case_id is not None
    ]
    await changes.add_of_notices(transaction, world.cipher, told, world.now())
    for outcome in outcomes:
        await _keep_proof(transaction, world, outcome)
    replies = [Reply(outcome.notice.id, outcome.message_id, outcome.reason) for outcome in outcomes]
    await outbox.settle_delivered(transaction, replies, world.now())


async def _keep_proof(transaction: Connection, world: World, outcome: Outcome) -> None:
    """Write down of a notice about a job offer which words the person read: whether they were warned may be disputed.

    Two messages that said the same are both written down, as both were read.
    """
    notice = outcome.notice
    if notice.case_id is None or "offer_id" not in notice.details:
        return
    proof: EntryDetails = {
        **notice.who_and_what,
        "language": notice.language,
        "text": outcome.text,
        "message_id": outcome.message_id,
    }
    await journal.write(transaction, world.cipher, notice.case_id, "offer_told", proof, world.now())


async def _postpone(transaction: Connection, world: World, outcome: Outcome) -> None:
    notice, now, reason = outcome.notice, world.now(), outcome.reason or ""
    await outbox.postpone(
        transaction,
        notice.id,
        now,
        outcome.wait_s,
        is_attempt=outcome.is_attempt,
        is_reply_lost=outcome.is_reply_lost,
        reason=reason,
    )
    if outcome.is_attempt and await outbox.tell_failing(transaction, notice.id, now, now - PATIENCE):
        # The notice waits on, and `delivered` follows when it gets through.
        await _tell_undeliverable(transaction, world, notice, {"reason": TELEGRAM_AWAY, "anybody_reached": None})


async def _settle_undelivered(transaction: Connection, world: World, outcome: Outcome, state: Settled) -> None:
    notice, now = outcome.notice, world.now()
    is_news = await outbox.settle(transaction, notice.id, state, now, reason=outcome.reason)
    if state == "undeliverable":
        await people.not_reached(transaction, notice.person_id, now)
    if not is_news or state == "withdrawn" or notice.case_id is None:
        return
    reason = OUR_FAULT if state == "failed" and outcome.reason != outbox.REPLY_LOST else outcome.reason
    reached = await outbox.was_anybody_reached(transaction, notice)
    await _tell_undeliverable(transaction, world, notice, {"reason": reason, "anybody_reached": reached})


async def _tell_undeliverable(transaction: Connection, world: World, notice: Notice, why: EntryDetails) -> None:
    if notice.case_id is None:
        return
    details: EntryDetails = {**notice.who_and_what, **why}
    now = world.now()
    kind = "offer_undeliverable" if notice.kind == NoticeKind.OFFER_MADE else "undeliverable"
    await journal.write(transaction, world.cipher, notice.case_id, kind, details, now)
    await changes.add(transaction, world.cipher, case_id=notice.case_id, kind=kind, now=now, details=details)

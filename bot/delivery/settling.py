"""Marks what became of notices, many at once in one transaction, and tells the authority."""

from collections.abc import Sequence
from typing import Any

from bot.database import Connection, Transaction
from bot.delivery.outcomes import Outcome
from bot.store import changes, journal, outbox
from bot.store.changes import OfNotice
from bot.store.number_series import hold
from bot.store.outbox import Notice, Reply
from bot.world import World

OUR_FAULT = "our_fault"  # what the authority reads of a failed notice; Telegram's sentence is for the operator


async def settle(world: World, outcomes: Sequence[Outcome]) -> None:
    """Mark all of them durably, or none. What another worker has settled already stays as it is, and is not told."""
    delivered = [outcome for outcome in outcomes if outcome.state == "delivered"]
    async with world.database.transaction() as transaction:
        await hold(transaction, "journal")  # before the rows of the outbox, in the order in which casework takes them
        if delivered:
            await _settle_delivered(transaction, world, delivered)
        for outcome in outcomes:
            if outcome.state == "waiting":
                await _postpone(transaction, world, outcome)
            elif outcome.state != "delivered":
                await _settle_undelivered(transaction, world, outcome)


async def _settle_delivered(transaction: Transaction, world: World, outcomes: Sequence[Outcome]) -> None:
    told = [
        OfNotice(outcome.notice.id, "delivered", _who_and_what(outcome.notice))
        for outcome in outcomes
        if outcome.notice.case_id is not None
    ]
    await changes.tell_of_notices(transaction, world.cipher, told, world.now())
    replies = [Reply(outcome.notice.id, outcome.message_id, outcome.reason) for outcome in outcomes]
    await outbox.settle_delivered(transaction, replies, world.now())


async def _postpone(transaction: Connection, world: World, outcome: Outcome) -> None:
    reason = outcome.reason or ""
    await outbox.postpone(
        transaction, outcome.notice.id, world.now(), outcome.wait_s, is_attempt=outcome.is_attempt, reason=reason
    )


async def _settle_undelivered(transaction: Connection, world: World, outcome: Outcome) -> None:
    notice, now = outcome.notice, world.now()
    if outcome.state == "waiting":
        raise ValueError(f"notice {notice.id} is not settled")
    is_news = await outbox.settle(transaction, notice.id, outcome.state, now, reason=outcome.reason)
    if not is_news or outcome.state == "withdrawn" or notice.case_id is None:
        return
    details = {
        **_who_and_what(notice),
        "reason": OUR_FAULT if outcome.state == "failed" else outcome.reason,
        "anybody_reached": await _anybody_reached(transaction, notice),
    }
    await journal.write(transaction, world.cipher, notice.case_id, "undeliverable", details, now)
    await changes.tell(
        transaction, world.cipher, case_id=notice.case_id, kind="undeliverable", now=now, details=details
    )


def _who_and_what(notice: Notice) -> dict[str, Any]:
    told = {"person": notice.alias, "notice": notice.kind}
    return {**told, "visit_id": notice.details["visit_id"]} if "visit_id" in notice.details else told


async def _anybody_reached(transaction: Connection, notice: Notice) -> bool | None:
    """Whether somebody else of the family was told the same; None while that is still open."""
    states = await outbox.states_of_cause(transaction, notice)
    if "delivered" in states:
        return True
    return None if "waiting" in states else False

"""Updates that wait for their answer: durable here, so that Telegram may forget them meanwhile.

What one process polls it answers itself. What comes by the webhook any process claims: those of one person one after
the other, in the order of their numbers, whoever answers them.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from bot.database import Connection, Transaction, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import to_text

queries = queries_beside(__file__)
KEPT_FOR: Final = timedelta(hours=24)
"""As long as Telegram itself keeps an update; nobody waits for an answer that is older."""
TAKEN_FOR: Final = timedelta(minutes=5)
"""So long an attempt to answer may take. One that takes longer has been given up, by a process that hangs."""
CLAIMS_LOCK: Final = 0x6B6F6D656B75  # "komeku": a number that other programs on the server will not lock
CHANNEL: Final = "updates"
"""On which it is said that one has come."""


class Claim(NamedTuple):
    """Updates that a process is to answer, and the numbers of those that no key of its opens."""

    updates: list[dict[str, Any]]
    damaged: list[int]


async def keep(connection: Connection, cipher: Cipher, person_id: int, update: dict[str, Any], now: datetime) -> None:
    """Keep an update, as Telegram sent it."""
    await queries.keep(
        connection, update_id=update["update_id"], person_id=person_id, sealed=cipher.seal(update), now=to_text(now)
    )


async def take(connection: Connection, cipher: Cipher, person_id: int, update: dict[str, Any], now: datetime) -> bool:
    """Keep an update for whichever process claims it; False where it came before, answered meanwhile or not."""
    row = await queries.take(
        connection, update_id=update["update_id"], person_id=person_id, sealed=cipher.seal(update), now=to_text(now)
    )
    return row is not None


async def claim(transaction: Transaction, cipher: Cipher, mark: str, now: datetime, batch: int) -> Claim:
    """Claim the next updates for the process with this mark, no more than one of a person."""
    await queries.lock_claims(transaction, number=CLAIMS_LOCK)
    values = {"now": to_text(now), "mark": mark, "until": to_text(now + TAKEN_FOR), "batch": batch}
    claimed, damaged = [], []
    for row in sorted([row async for row in queries.claim(transaction, **values)], key=lambda row: row["id"]):
        try:
            claimed.append(cipher.open(row["sealed"]))
        except WrongKeyError:
            damaged.append(row["id"])
    return Claim(claimed, damaged)


async def hold(connection: Connection, update_id: int, mark: str, until: datetime) -> bool:
    """Go on holding a claimed update; False where it is no longer this process that answers it."""
    return await queries.hold(connection, update_id=update_id, mark=mark, until=to_text(until)) is not None


async def give_back(connection: Connection, marks: Iterable[str]) -> None:
    """Let others answer what the processes with these marks hold."""
    for mark in marks:
        await queries.give_back(connection, mark=mark)


async def settle(connection: Connection, update_id: int, mark: str, now: datetime) -> None:
    """Note that an update was answered by the process with this mark; of another one's claim nothing is noted.

    Only its number stays, in case Telegram sends it once more.
    """
    await queries.settle(connection, update_id=update_id, mark=mark, now=to_text(now))


async def forget_old(connection: Connection, now: datetime) -> None:
    """Let go of what is too old, answered or not."""
    await queries.forget_old(connection, before=to_text(now - KEPT_FOR))


async def waiting(connection: Connection, cipher: Cipher, now: datetime) -> list[dict[str, Any]]:
    """Return what waits, the oldest first; what is too old is dropped, and what no key opens is left where it is."""
    await forget_old(connection, now)
    found = []
    async for row in queries.waiting(connection):
        with suppress(WrongKeyError):
            found.append(cipher.open(row["sealed"]))
    return found


async def answered(connection: Connection, update_id: int) -> None:
    """Let go of an update that was answered by whoever polled it."""
    await queries.answered(connection, update_id=update_id)


async def forget(connection: Connection, person_id: int) -> None:
    """Let go of whatever a person sent until they asked for it, but for the numbers, which say nothing of anybody."""
    await queries.of_person(connection, person_id=person_id)

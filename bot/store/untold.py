"""Notices that nobody has read yet when what they tell is corrected: they are taken back, and so is nobody misled."""

from contextlib import suppress
from datetime import datetime
from typing import Final, NamedTuple

from bot.database import Connection, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import to_text
from bot.store.number_series import lock_series

queries = queries_beside(__file__)

CORRECTED: Final = "corrected"
"""The reason of a notice that was taken back before anybody read it."""


class Told(NamedTuple):
    """What is told: the kind of its notices, and the value of theirs that has the number of what happened."""

    kind: str
    name: str
    number: int


class Untold(NamedTuple):
    """Somebody who has not read a notice; `is_news` where it has waited until now, and had not failed before."""

    person_id: int
    alias: str | None
    is_news: bool


async def take_back(transaction: Connection, cipher: Cipher, case_id: str, told: Told, now: datetime) -> list[Untold]:
    """Take back the notices of what happened, and return whom they have not reached.

    What was queued before notices had that number counts as told of it, whatever it tells of that kind.
    """
    await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
    found = list[Untold]()
    for row in [row async for row in queries.of_kind(transaction, case_id=case_id, kind=told.kind)]:
        with suppress(WrongKeyError):  # what no key opens is told to nobody
            if cipher.open(row["details"]).get(told.name, told.number) != told.number:
                continue
        was_free = await queries.take_back(transaction, notice_id=row["id"], now=to_text(now), reason=CORRECTED)
        if was_free is None:
            await queries.withdraw(transaction, notice_id=row["id"], now=to_text(now))
        else:
            found.append(Untold(row["person_id"], row["alias"], row["state"] == "waiting"))
    return found

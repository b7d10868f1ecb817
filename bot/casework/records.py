"""What every change of a case writes: its journal, what the authority must learn, and the notices to the family."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot import notices
from bot.database import Connection
from bot.store import cases, changes, journal
from bot.store.cases import Follower
from bot.world import World


async def write_down(
    transaction: Connection, world: World, case_id: str, kind: str, details: Mapping[str, Any]
) -> None:
    """Write down what happened."""
    await journal.write(transaction, world.cipher, case_id, kind, details, world.now())


async def say(transaction: Connection, world: World, case_id: str, kind: str, details: Mapping[str, Any]) -> None:
    """Write what the family did into the journal, and tell the authority."""
    await write_down(transaction, world, case_id, kind, details)
    await changes.tell(transaction, world.cipher, case_id=case_id, kind=kind, now=world.now(), details=details)


async def tell(
    transaction: Connection,
    world: World,
    case_id: str,
    kind: str,
    values: Mapping[str, Any],
    *,
    cause: str,
    about: datetime | None = None,
) -> None:
    """Queue a notice for everybody who follows a case; when nobody does, the authority learns it at once."""
    family: list[Follower] = await cases.followers(transaction, world.cipher, case_id)
    for follower in family:
        await notices.queue(transaction, world, follower, kind, values, cause=f"{case_id} {cause}", about=about)
    if not family:
        told = {"notice": kind, "reason": "nobody_joined"}
        await changes.tell(
            transaction, world.cipher, case_id=case_id, kind="undeliverable", now=world.now(), details=told
        )

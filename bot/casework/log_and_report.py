"""What every change of a case writes: its journal, what the authority must learn, and the notices to the family."""

from collections.abc import Collection

from bot import notices
from bot.database import Connection
from bot.store import cases, changes, journal, outbox
from bot.store.cases import Follower
from bot.store.entry_details import EntryDetails
from bot.store.notice_keys import Cause
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import NoticeValues
from bot.world import World


async def write_down(transaction: Connection, world: World, case_id: str, kind: str, details: EntryDetails) -> int:
    """Write down what happened, and return the number of the entry."""
    return await journal.write(transaction, world.cipher, case_id, kind, details, world.now())


async def report(transaction: Connection, world: World, case_id: str, kind: str, details: EntryDetails) -> None:
    """Write what the family did into the journal, and tell the authority."""
    await write_down(transaction, world, case_id, kind, details)
    await changes.add(transaction, world.cipher, case_id=case_id, kind=kind, now=world.now(), details=details)


async def notify_family(
    transaction: Connection,
    world: World,
    case_id: str,
    kind: NoticeKind,
    values: NoticeValues,
    *,
    cause: Cause,
    but: Collection[int] = (),
) -> None:
    """Queue a notice for everybody who follows a case, but not for the people `but`.

    When nobody follows it, the authority learns that at once.
    """
    family: list[Follower] = await cases.followers(transaction, world.cipher, case_id)
    for follower in family:
        if follower.person_id in but:
            continue
        await notices.queue(transaction, world, follower, kind, values, cause=cause)
    if not family:
        await report_nobody_follows(transaction, world, case_id, kind, {})


async def report_nobody_follows(
    transaction: Connection, world: World, case_id: str, kind: str, about: EntryDetails
) -> None:
    """Tell the authority that a notice reaches nobody: nobody has joined the case, or all have left.

    `about` is what the notice is about, as the authority knows it.
    """
    told: EntryDetails = {"notice": kind, **about, "reason": "nobody_joined"}
    await changes.add(transaction, world.cipher, case_id=case_id, kind="undeliverable", now=world.now(), details=told)


async def report_too_late(transaction: Connection, world: World) -> None:
    """Take back the announcements of visits that are over by now, and tell the authority whom they never reached."""
    too_late = await outbox.withdraw_too_late(transaction, world.cipher, world.now())
    for notice in sorted(too_late, key=lambda notice: notice.id):
        if notice.case_id is not None and notice.alias is not None:
            reached = await outbox.was_anybody_reached(transaction, notice)
            told: EntryDetails = {**notice.who_and_what, "reason": "too_late", "anybody_reached": reached}
            await report(transaction, world, notice.case_id, "undeliverable", told)

"""The authority's events of a case: opened, and every step until the decision and after it."""

import secrets
from typing import Final, cast

from bot import notices
from bot.casework.access import case_of
from bot.casework.corrections import ENTRY, ENTRY_OF_STATUS, standings_of, sums_of
from bot.casework.events import CONFLICT, CaseOpened, CaseStatusChanged, Event, EventRejectedError
from bot.casework.log_and_report import notify_family, write_down
from bot.casework.offer_events import withdraw_awaited
from bot.database import Connection
from bot.store import cases, journal
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Case
from bot.store.notice_keys import of_event
from bot.store.notice_kinds import OF_STATUS
from bot.store.notice_values import StatusValues, Sums
from bot.world import World
from rules.case import OVER, UNDECIDED, CaseStatus, may_follow

ID_BYTES: Final = 16  # the program's own id of a case: it says nothing, and no two are alike


async def open_case(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Open a case."""
    del key  # its rights in the region were looked at before
    data: CaseOpened = event.data
    if data.applied_on > world.today():
        raise EventRejectedError("data.applied_on", "lies in the future")
    case_id = secrets.token_hex(ID_BYTES)
    if not await cases.open_case(transaction, case_id, data.case_id, data.region, data.applied_on, world.now()):
        raise EventRejectedError("data.case_id", "there is a case of this id already", status=CONFLICT)
    await write_down(transaction, world, case_id, "opened", {"applied_on": data.applied_on.isoformat()})


async def change_status(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Move a case on, and tell the family; of a case that is over, no offer awaits an answer any more."""
    data: CaseStatusChanged = event.data
    case = await case_of(transaction, world, key, data)
    if data.on > world.today():
        raise EventRejectedError("data.on", "lies in the future")
    if not may_follow(case.status, data.status):
        raise EventRejectedError("data.status", f"{data.status} cannot follow {case.status}", status=CONFLICT)
    if data.on < case.status_on:
        raise EventRejectedError(
            "data.on", f"is before {case.status_on}, when the case became {case.status}", status=CONFLICT
        )
    told = data.told(exclude_none=True)
    decision = told if data.status not in UNDECIDED else None
    if decision is not None and (case.status, case.decision) == (data.status, decision):
        raise EventRejectedError("data", "the same decision was sent before, under another id", status=CONFLICT)
    before = await _assigned_before(transaction, world, case) if data.status is CaseStatus.ASSIGNED else None
    if not await cases.change_status(transaction, world.cipher, case, data.status, data.on, decision):
        raise EventRejectedError("data.status", "the case was changed at the same time: read it again", status=CONFLICT)
    entry = await write_down(transaction, world, case.id, ENTRY_OF_STATUS[data.status], told)
    values = cast("StatusValues", dict(told))
    values["applied_on"], values["region"] = case.applied_on.isoformat(), case.region
    if before is not None:
        values["before"] = before
    values[ENTRY] = entry
    await notices.withdraw_reminders(transaction, case.id, is_undecided=data.status in UNDECIDED, now=world.now())
    await notify_family(
        transaction, world, case.id, OF_STATUS[data.status], values, cause=of_event(case.id, event.name)
    )
    if data.status in OVER:
        await withdraw_awaited(transaction, world, key, case.id)


async def _assigned_before(transaction: Connection, world: World, case: Case) -> Sums | None:
    """Return what was assigned last, for the family to see what has changed; None before the first time."""
    stood = standings_of(case.applied_on, await journal.of_case(transaction, world.cipher, case.id))
    decisions = [
        standing.told for standing in stood if standing.status is CaseStatus.ASSIGNED
    ]  # what was withdrawn is left out
    return sums_of(decisions[-1]) if decisions else None

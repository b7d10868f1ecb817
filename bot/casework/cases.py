"""The authority's events of a case: opened, and every step until the decision and after it."""

from typing import Any

from bot import notices
from bot.casework.records import tell, write_down
from bot.database import Connection
from bot.events import CONFLICT, CaseOpened, CaseStatusChanged, Event, Refusal
from bot.store import cases, journal
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Case
from bot.world import World
from rules.case import UNDECIDED, CaseStatus, may_follow


async def open_case(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Open a case."""
    del key  # its rights in the region were looked at before
    data: CaseOpened = event.data
    if data.applied_on > world.today():
        raise Refusal("data.applied_on", "lies in the future")
    if not await cases.open_case(transaction, data.case_id, data.region, data.applied_on, world.now()):
        raise Refusal("data.case_id", "there is a case of this id already", status=CONFLICT)
    await write_down(transaction, world, data.case_id, "opened", {"applied_on": data.applied_on.isoformat()})


async def change_status(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Move a case on, and tell the family."""
    data: CaseStatusChanged = event.data
    case = await case_of(transaction, world, key, data.case_id)
    if data.on > world.today():
        raise Refusal("data.on", "lies in the future")
    if not may_follow(case.status, data.status):
        raise Refusal("data.status", f"{data.status} cannot follow {case.status}", status=CONFLICT)
    if data.on < case.status_on:
        raise Refusal("data.on", f"is before {case.status_on}, when the case became {case.status}", status=CONFLICT)
    told = data.model_dump(mode="json", exclude={"case_id"}, exclude_none=True)
    decision = told if data.status not in UNDECIDED else None
    assigned_before = await _assigned_before(transaction, world, case) if data.status is CaseStatus.ASSIGNED else {}
    if not await cases.change_status(transaction, world.cipher, case, data.status, data.on, decision):
        raise Refusal("data.status", "the case was changed at the same time: read it again", status=CONFLICT)
    await write_down(transaction, world, case.id, f"status_{data.status}", told)
    values = {**told, "applied_on": case.applied_on.isoformat(), "region": case.region, **assigned_before}
    await notices.withdraw_reminders(transaction, case.id, is_undecided=data.status in UNDECIDED, now=world.now())
    kind = f"case-{data.status}".replace("_", "-")
    await tell(transaction, world, case.id, kind, values, cause=f"event {event.name}")


async def _assigned_before(transaction: Connection, world: World, case: Case) -> dict[str, Any]:
    """Return what was assigned last, for the family to see what has changed; nothing before the first time."""
    happened = await journal.of_case(transaction, world.cipher, case.id)
    decisions = [entry.details for entry in happened if entry.kind == "status_assigned"]
    sums = ("monthly_tenge", "supplement_tenge")
    return {"before": {name: decisions[-1].get(name) for name in sums}} if decisions else {}


async def case_for(connection: Connection, world: World, key: AuthorityKey, case_id: str) -> Case | None:
    """Return a case that a key may see; None as if there were none, so that a stranger learns nothing."""
    case = await cases.load(connection, world.cipher, case_id)
    return case if case is not None and case.region in key.regions else None


async def case_of(transaction: Connection, world: World, key: AuthorityKey, case_id: str) -> Case:
    """Return the case of an event; whoever changes it, or a visit of it, waits for the end of the transaction."""
    case = await cases.lock(transaction, world.cipher, case_id)
    if case is None or case.region not in key.regions:
        raise Refusal("data.case_id", "there is no such case", status=CONFLICT)
    return case


async def undecided_case(transaction: Connection, world: World, key: AuthorityKey, case_id: str) -> Case:
    """Return the case of an event that only an undecided one can have."""
    case = await case_of(transaction, world, key, case_id)
    if case.status not in UNDECIDED:
        raise Refusal("data.case_id", f"the case is {case.status}: there is nothing to examine", status=CONFLICT)
    return case

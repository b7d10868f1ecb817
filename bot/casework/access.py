"""Which case a key may see, or change."""

from bot.casework.events import CONFLICT, EventRejectedError
from bot.database import Connection
from bot.store import cases
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Case
from bot.world import World
from rules.case import UNDECIDED


async def case_for(connection: Connection, world: World, key: AuthorityKey, case_id: str) -> Case | None:
    """Return a case that a key may see; None as if there were none, so that a stranger learns nothing."""
    case = await cases.load(connection, world.cipher, case_id)
    return case if case is not None and case.region in key.regions else None


async def case_of(transaction: Connection, world: World, key: AuthorityKey, case_id: str) -> Case:
    """Return the case of an event; whoever changes it, or a visit of it, waits for the end of the transaction."""
    case = await cases.lock(transaction, world.cipher, case_id)
    if case is None or case.region not in key.regions:
        raise EventRejectedError("data.case_id", "there is no such case", status=CONFLICT)
    return case


async def undecided_case(transaction: Connection, world: World, key: AuthorityKey, case_id: str) -> Case:
    """Return the case of an event that only an undecided one can have."""
    case = await case_of(transaction, world, key, case_id)
    if case.status not in UNDECIDED:
        raise EventRejectedError(
            "data.case_id", f"the case is {case.status}: there is nothing to examine", status=CONFLICT
        )
    return case

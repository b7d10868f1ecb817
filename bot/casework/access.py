"""Which case a key may see, or change: the authority names it by the number that it has in its region."""

from collections.abc import Collection
from typing import Final

from bot.casework.events import CONFLICT, EventRejectedError, OfCase
from bot.database import Connection
from bot.store import cases
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Case, Place
from bot.world import World
from rules.case import OVER, UNDECIDED

NONE: Final = "there is no such case"
OF_EVENT: Final = "data."


async def place_of(
    connection: Connection, regions: Collection[str], number: str, region: str | None, before: str = ""
) -> Place | None:
    """Return where the case of a number is among some regions; None as if there were none, so that no stranger learns.

    EventRejectedError where several of them have one and `region` does not say which is meant; `before` stands before
    its field.
    """
    wanted = [one for one in sorted(regions) if region in {None, one}]
    found = await cases.numbered(connection, number, wanted)
    if len(found) > 1:
        those = ", ".join(place.region for place in found)
        raise EventRejectedError(
            f"{before}region", f"several regions have a case of this id ({those}): name one", status=CONFLICT
        )
    return found[0] if found else None


async def case_numbered(
    connection: Connection, world: World, key: AuthorityKey, number: str, region: str | None
) -> Case | None:
    """Return the case of a number that a key may see. None and EventRejectedError as above."""
    place = await place_of(connection, key.regions, number, region)
    return place and await cases.load(connection, world.cipher, place.id)


async def case_for(connection: Connection, world: World, key: AuthorityKey, case_id: str) -> Case | None:
    """Return a case that a key may see, by the program's id; None as if there were none."""
    case = await cases.load(connection, world.cipher, case_id)
    return case if case is not None and case.region in key.regions else None


async def place_of_event(connection: Connection, key: AuthorityKey, data: OfCase) -> Place:
    """Return where the case of an event is. EventRejectedError when there is none, or it is one of several."""
    place = await place_of(connection, key.regions, data.case_id, data.region, OF_EVENT)
    if place is None:
        raise EventRejectedError("data.case_id", NONE, status=CONFLICT)
    return place


async def case_of(transaction: Connection, world: World, key: AuthorityKey, data: OfCase) -> Case:
    """Return the case of an event; whoever changes it, or a visit of it, waits for the end of the transaction."""
    place = await place_of_event(transaction, key, data)
    case = await cases.lock(transaction, world.cipher, place.id)
    if case is None:
        raise EventRejectedError("data.case_id", NONE, status=CONFLICT)
    return case


async def undecided_case(transaction: Connection, world: World, key: AuthorityKey, data: OfCase) -> Case:
    """Return the case of an event that only an undecided one can have."""
    case = await case_of(transaction, world, key, data)
    if case.status not in UNDECIDED:
        raise EventRejectedError(
            "data.case_id", f"the case is {case.status}: there is nothing to examine", status=CONFLICT
        )
    return case


async def case_that_goes_on(transaction: Connection, world: World, key: AuthorityKey, data: OfCase) -> Case:
    """Return the case of an event after which an answer of the family is awaited: none is once the case is over."""
    case = await case_of(transaction, world, key, data)
    if case.status in OVER:
        raise EventRejectedError("data.case_id", f"the case is {case.status}: nothing can be offered", status=CONFLICT)
    return case

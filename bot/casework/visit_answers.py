"""What a person of the family says of a visit: at home, another time, nobody came."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.casework.log_and_report import report
from bot.database import retry_on_deadlock
from bot.store import cases, visits
from bot.store.cases import Case
from bot.store.entry_details import EntryDetails
from bot.store.visits import Visit, VisitDetails
from bot.world import World
from rules.case import UNDECIDED

MOST_PRESSES: Final = 100  # that are remembered of a visit


class Answered(StrEnum):
    """What became of something that a person of the family said about a visit."""

    DONE = "done"
    ALREADY = "already"
    NOT_YOURS = "not_yours"
    OUTDATED = "outdated"
    TOO_EARLY = "too_early"
    DECIDED = "decided"
    """There is a decision on the case: nobody awaits an answer to its visit any more."""
    STOPPED = "stopped"
    """Somebody of the family does not know this person, and the officer has not decided yet."""


async def visit_of(world: World, number: int, person_id: int) -> Visit | None:
    """Return a visit to the family of a person; None when it is none of theirs."""
    async with world.database.reading() as connection:
        visit = await visits.load(connection, world.cipher, number)
        if visit is None:
            return None
        follower = await cases.follower(connection, world.cipher, visit.case_id, person_id)
        return visit if follower is not None else None


async def confirm_visit(world: World, number: int, sequence: int, person_id: int, press: str = "") -> Answered:
    """Note that somebody will be at home. The same press again, by Telegram's id of it, changes nothing."""
    return await _answer_visit(world, number, sequence, person_id, "visit_confirmed", press)


async def ask_to_move_visit(
    world: World, number: int, sequence: int, person_id: int, wished: list[Mapping[str, str]], press: str = ""
) -> Answered:
    """Ask the commission for another time; `wished` are windows of `from` and `to` (ISO 8601). `press` as above."""
    windows = [dict(window) for window in wished]
    return await _answer_visit(world, number, sequence, person_id, "visit_move_requested", press, windows)


async def nobody_came(world: World, number: int, sequence: int, person_id: int, press: str = "") -> Answered:
    """Note that the window has passed and nobody of the commission came. `press` as above."""
    return await _answer_visit(world, number, sequence, person_id, "nobody_came", press)


@retry_on_deadlock
async def _answer_visit(
    world: World,
    number: int,
    sequence: int,
    person_id: int,
    kind: str,
    press: str,
    wished: list[dict[str, str]] | None = None,
) -> Answered:
    async with world.database.transaction() as transaction:
        found = await visits.load(transaction, world.cipher, number)
        case = None if found is None else await cases.lock(transaction, world.cipher, found.case_id)
        visit = await visits.lock(transaction, world.cipher, number)
        if visit is None or case is None:
            return Answered.NOT_YOURS
        follower = await cases.follower(transaction, world.cipher, visit.case_id, person_id)
        if follower is None:
            return Answered.NOT_YOURS
        if follower.doubted_at is not None:
            return Answered.STOPPED
        refused = _why_not(case, visit, sequence, kind, world)
        if refused is not None:
            return refused
        details: VisitDetails = {
            **visit.details,
            "answers": {**visit.details.get("answers", {}), follower.alias: kind},
            "wished": {**visit.details.get("wished", {}), follower.alias: wished},
        }
        presses = visit.details.get("presses", [])
        if details == visit.details or press in presses:
            return Answered.ALREADY
        if press:  # Telegram may deliver it again when something else was answered meanwhile
            details["presses"] = [*presses, press][-MOST_PRESSES:]
        await visits.note(transaction, world.cipher, visit, details)
        told: EntryDetails = {"visit_id": visit.id, "person": follower.alias}
        if wished is not None:
            told["wished"] = wished
        await report(transaction, world, visit.case_id, kind, told)
    return Answered.DONE


async def why_not(world: World, visit: Visit, sequence: int, kind: str) -> Answered | None:
    """Return why a visit cannot be answered so now; None when it can."""
    async with world.database.reading() as connection:
        case = await cases.load(connection, world.cipher, visit.case_id)
    return Answered.NOT_YOURS if case is None else _why_not(case, visit, sequence, kind, world)


def _why_not(case: Case, visit: Visit, sequence: int, kind: str, world: World) -> Answered | None:
    if visit.state == "scheduled" and case.status not in UNDECIDED:
        return Answered.DECIDED
    if visit.state != "scheduled" or visit.sequence != sequence:
        return Answered.OUTDATED
    has_ended = visit.ends_at <= world.now()
    if kind == "nobody_came":
        return None if has_ended else Answered.TOO_EARLY
    return Answered.OUTDATED if has_ended else None

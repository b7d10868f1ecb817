"""The authority withdraws what it sent last of a case: by mistake, or as a complaint has changed the decision.

Both stay on record: the case stands where it stood before, and the journal tells of either. Whom the notice of the
first has not reached, as it waited for the morning, is told neither: for them everything is as it was.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from bot import notices
from bot.casework.access import case_of
from bot.casework.events import CONFLICT, CaseCorrected, Event, EventRejectedError
from bot.casework.log_and_report import notify_family, write_down
from bot.casework.offer_back import bring_back
from bot.database import Connection
from bot.store import cases, changes, journal, untold
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Decision
from bot.store.entry_details import EntryDetails
from bot.store.journal import Entry
from bot.store.notice_keys import of_event
from bot.store.notice_kinds import OF_STATUS, NoticeKind
from bot.store.notice_values import CorrectedValues, Sums
from bot.world import World
from rules.case import OVER, UNDECIDED, CaseStatus

CORRECTED: Final = "case_corrected"
ENTRY: Final = "entry"
"""The value of a notice that says of which entry of the journal it tells."""
NOT_TOLD: Final = "not_told"
"""The change by which the authority learns that somebody reads neither a notice nor its correction."""
ENTRY_OF_STATUS: Final = {status: f"status_{status}" for status in CaseStatus}
"""As which entry the journal has it that a case came to a status."""
STATUS_OF_ENTRY: Final = {entry: status for status, entry in ENTRY_OF_STATUS.items()}


class Standing(NamedTuple):
    """Where a case stood since a day, and by what; the decision is None where nothing was decided."""

    status: CaseStatus
    on: date
    told: Decision
    entry: int = 0
    """The number of its entry in the journal."""

    @property
    def decision(self) -> Decision | None:
        """What was decided then."""
        return None if self.status in UNDECIDED else self.told


async def correct(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Let a case stand where it stood before its last status, with the offers that it ended; tell the family why."""
    data: CaseCorrected = event.data
    case = await case_of(transaction, world, key, data)
    stood = standings_of(case.applied_on, await journal.of_case(transaction, world.cipher, case.id))
    if len(stood) < 2:  # noqa: PLR2004, the last one and the one before
        raise EventRejectedError(
            "data.case_id", "nothing was sent of the case that could be withdrawn", status=CONFLICT
        )
    before, withdrawn = stood[-2:]
    await cases.stand_again(transaction, world.cipher, case, before.status, before.on, before.decision)
    values: CorrectedValues = {
        "withdrawn": withdrawn.status.value,
        "withdrawn_on": withdrawn.on.isoformat(),
        "withdrawn_sums": _sums(withdrawn),
        "reason": data.reason,
        "note": data.note,
        "status": before.status.value,
        "sums": _sums(before),
        "on": world.today().isoformat(),
    }
    told: EntryDetails = {
        "withdrawn": values["withdrawn"],
        "withdrawn_on": values["withdrawn_on"],
        "withdrawn_sums": values["withdrawn_sums"],
        "reason": data.reason,
        "note": data.note,
        "key": key.name,
    }
    await write_down(transaction, world, case.id, CORRECTED, told)
    untold = await _take_back(transaction, world, case.id, withdrawn)
    is_undecided = before.status in UNDECIDED
    await notices.withdraw_reminders(transaction, case.id, is_undecided=is_undecided, now=world.now())
    await notify_family(
        transaction, world, case.id, NoticeKind.CASE_CORRECTED, values, cause=of_event(case.id, event.name), but=untold
    )
    if withdrawn.status in OVER:
        await bring_back(transaction, world, case.id)


async def _take_back(transaction: Connection, world: World, case_id: str, withdrawn: Standing) -> set[int]:
    """Take back what waits to be told of a standing, and return whom it has not reached: they read nothing of it."""
    kind = OF_STATUS[withdrawn.status]
    told = untold.Told(kind, ENTRY, withdrawn.entry)
    found = await untold.take_back(transaction, world.cipher, case_id, told, world.now())
    for notice in found:
        if notice.is_news and notice.alias is not None:
            details: EntryDetails = {"person": notice.alias, "notice": kind, "reason": untold.CORRECTED}
            await changes.add(
                transaction, world.cipher, case_id=case_id, kind=NOT_TOLD, now=world.now(), details=details
            )
    return {notice.person_id for notice in found}


def _sums(standing: Standing) -> Sums:
    return {} if standing.told.get("monthly_tenge") is None else sums_of(standing.told)


def sums_of(told: Decision) -> Sums:
    """Return what was assigned a month by a decision."""
    return {"monthly_tenge": told.get("monthly_tenge"), "supplement_tenge": told.get("supplement_tenge")}


def standings_of(applied_on: date, happened: Sequence[Entry]) -> list[Standing]:
    """Return where a case has stood, the last one at the end; what was withdrawn is left out."""
    stood = [Standing(CaseStatus.OPENED, applied_on, {})]
    for entry in happened:
        if entry.kind == CORRECTED:
            stood.pop()
        elif (status := STATUS_OF_ENTRY.get(entry.kind)) is not None:
            stood.append(Standing(status, date.fromisoformat(entry.details["on"]), entry.details, entry.number))
    return stood

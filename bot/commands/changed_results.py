"""What published poverty lines change for the results that people have saved, in figures that name nobody.

A result that was shown stays as it was shown. Here the families of the saved results are assessed anew, by the lines
that are known and by those that are entered: the family that was frozen with the result, as `komek recompute` takes it;
for results from before it was frozen, that of the answers that are there now. Of people's own families alone: whom
somebody has checked beside theirs, a family that may have asked itself, is not counted a second time.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from bot.database import Connection
from bot.store import assessments, drafts
from bot.store.assessments import FrozenAssessment
from bot.store.cipher import Cipher
from bot.texts.formats import KAZAKHSTAN_TIME
from rules import Household, LawError, NobodyCountsError, PovertyLine, PovertyLines, Quarter, assess, record_of
from rules.interview.household_from_answers import household_from
from rules.interview.older_drafts import as_meant
from rules.interview.questionnaire import AssessmentDay, walk
from rules.interview.questions import QUESTIONS
from rules.record import Record
from rules.replay import DamagedInputsError, frozen_inputs, today

BATCH: Final = 500  # people whose ids are read at once
FIRST: Final = 0  # below every id of Telegram


@dataclass(slots=True)
class Change:
    """A line that is new, or another than until now, and the newest results of its region and quarter.

    `before` is the line until now, published or estimated; None where nothing is known to estimate it from. Of the
    `saved` results, so many have another outcome or another amount by the new line. Those that could not be worked out
    anew are neither: their family was not kept, and their answers have changed or are not there any more.
    """

    line: PovertyLine
    before: PovertyLine | None
    saved: int = 0
    outcomes: int = 0
    amounts: int = 0
    not_recomputed: int = 0


class Lines(NamedTuple):
    """The lines without and with those that are entered."""

    before: PovertyLines
    after: PovertyLines


async def changes_by(
    connection: Connection, cipher: Callable[[], Cipher], added: Iterable[PovertyLine], entered: Iterable[PovertyLine]
) -> list[Change]:
    """Return what each entered line changes, in their order; a line that is known as it stands changes nothing.

    `added` are the lines that were added until now. The keys are asked for only where there is a result to open.
    """
    known, new = list(added), list(entered)
    lines = Lines(PovertyLines(known), PovertyLines([*known, *new]))
    changes = {(change.line.region, str(change.line.quarter)): change for change in _changed(lines.before, new)}
    last = FIRST
    while changes and (people := await assessments.people_after(connection, last, BATCH)):
        for last in people:
            await _count(connection, cipher(), last, changes, lines)
    return list(changes.values())


def changes_without_results(entered: Iterable[PovertyLine]) -> list[Change]:
    """Return the same where there is no database yet: lines that nobody's result rests on."""
    return _changed(PovertyLines(), entered)


def _changed(known: PovertyLines, entered: Iterable[PovertyLine]) -> list[Change]:
    published = {(line.region, line.quarter): line.tenge for line in known}
    return [
        Change(line, _line_until_now(known, line))
        for line in entered
        if published.get((line.region, line.quarter)) != line.tenge
    ]


def _line_until_now(known: PovertyLines, line: PovertyLine) -> PovertyLine | None:
    with suppress(LawError):
        return known.of(line.region, line.quarter.first_day)
    return None


async def _count(
    connection: Connection, cipher: Cipher, person_id: int, changes: Mapping[tuple[str, str], Change], lines: Lines
) -> None:
    """Count the newest results of a person that rest on one of the lines."""
    for frozen in await assessments.newest_of_each(connection, cipher, person_id):
        change = changes.get((frozen.record["record"]["region"], frozen.record["record"]["quarter"]))
        if change is None:
            continue
        change.saved += 1
        if "inputs" in frozen.record:
            results = _of_kept_family(frozen, lines)
        else:
            draft = await drafts.own(connection, cipher, person_id)
            results = _of_draft(frozen, draft.document, lines) if draft else None
        if results is None:
            change.not_recomputed += 1
            continue
        before, after = results
        change.outcomes += before["outcome"] != after["outcome"]
        change.amounts += before["monthly_tenge"] != after["monthly_tenge"]


def _of_kept_family(frozen: FrozenAssessment, lines: Lines) -> tuple[Record, Record] | None:
    """Assess the family that was kept with a result by the lines until now and by the new ones, on its day."""
    with suppress(DamagedInputsError, LawError, NobodyCountsError):
        kept = frozen_inputs(frozen.record["record"], frozen.record["inputs"])
        return today(kept, lines.before), today(kept, lines.after)
    return None


def _of_draft(frozen: FrozenAssessment, document: Mapping[str, Any], lines: Lines) -> tuple[Record, Record] | None:
    """Do so with the family of the answers that are there now."""
    on = date.fromisoformat(frozen.record["record"]["on"])
    told_on = frozen.made_at.astimezone(KAZAKHSTAN_TIME).date()
    with suppress(LawError, NobodyCountsError):
        household = _household(frozen, document, AssessmentDay(told_on, on, lines.before))
        if household is not None:
            return record_of(assess(household, on, lines.before)), record_of(assess(household, on, lines.after))
    return None


def _household(
    frozen: FrozenAssessment, document: Mapping[str, Any], assessment_day: AssessmentDay
) -> Household | None:
    """Return the family of the answers in a draft; None when a result cannot have been worked out from them.

    That is so when answers are missing, the income was told for other months, or the family has moved.
    """
    walked = walk(QUESTIONS, as_meant(document)["answers"], assessment_day)
    if walked.next is not None or _months_told(document) != frozen.record.get("base_months"):
        return None
    household = household_from(walked.kept, assessment_day)
    return household if household.region == frozen.record["record"]["region"] else None


def _months_told(document: Mapping[str, Any]) -> list[str]:
    """Return the months for which the income in a draft was told."""
    told_in = document.get("told_in")
    return list(Quarter.parse(told_in).previous.months) if told_in else []

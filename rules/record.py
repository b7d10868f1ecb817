"""An assessment as JSON: what the command line prints, and what is frozen when a person has seen it."""

from typing import Any, Final, NotRequired, TypedDict, cast

from rules.amount import TengeRange
from rules.explanation import per_capita_high
from rules.kind_of_assistance import Assistance
from rules.readings import Reading, changes_on
from rules.result import Assessment, Gap, Step
from rules.sources import Source

SCHEMA: Final = 1
"""How a record is written; a frozen one without it was written before it was numbered, and means the same."""


class Span(TypedDict):
    """From the least to the greatest, in tenge."""

    low: int
    high: int


class MonthlyRecord(Span):
    """The amount of a month; `likely` by the likely value of an estimated line."""

    likely: NotRequired[int | None]


class LineRecord(TypedDict):
    """The poverty line; what is not required came with the bands, and lacks in older records."""

    tenge: int
    basis: str
    source: str
    low: NotRequired[int]
    high: NotRequired[int]
    estimated_from: NotRequired[str | None]
    months: NotRequired[list[str]]
    subsistence_minimum: NotRequired[str | None]
    subsistence_minimum_grade: NotRequired[str | None]
    evidence: NotRequired[list[dict[str, Any]]]
    carried: NotRequired[dict[str, Any] | None]
    may_be_higher: NotRequired[bool]


class RefusalRecord(TypedDict):
    """A ground of refusal that stands."""

    ground: str
    until: str | None
    untouched: list[str]


class ConditionRecord(TypedDict):
    """One doubt of a reading, and how it is answered there."""

    doubt: str
    of: str
    counted: bool


ReadingRecord = TypedDict(
    "ReadingRecord",
    {
        "if": list[ConditionRecord],
        "outcome": str,
        "monthly_tenge": Span,
        "counted_members": int,
        "supplement_total_tenge": int,
        "total_tenge": Span,
    },
)


class ChildRecord(TypedDict):
    """A child's guaranteed social package."""

    label: str
    age: int
    package: list[str]
    turns_on: NotRequired[str | None]


class GapRecord(TypedDict):
    """What is missing. Of an income `of` is the member and `kind` the kind, and `label` has both, as it had before."""

    what: str
    label: str
    of: NotRequired[str]
    kind: NotRequired[str]


class SourceRecord(TypedDict):
    """A provision with its grade."""

    provision: str
    act: str
    article: str
    clause: str
    grade: str


class StepRecord(TypedDict):
    """One step of the explanation; its values are of its own."""

    step: str
    passed: bool | None
    values: dict[str, Any]
    sources: list[SourceRecord]


class Record(TypedDict):
    """An assessment as a document of plain words, whole numbers and decimal strings."""

    schema: NotRequired[int]
    edition: str
    on: str
    region: str
    quarter: str
    base_months: list[str]
    outcome: str
    preliminary: bool
    counted_members: int
    not_counted: list[str]
    per_capita_income: str
    per_capita_income_high: str | None
    poverty_line: LineRecord
    assistance: str | None
    social_contract: bool
    must_join_measures: list[str]
    monthly_tenge: MonthlyRecord
    child_supplement_tenge: int | None
    months: int
    total_tenge: Span
    large_family_allowance_tenge: int | None
    awarded_mother_allowance_tenge: int | None
    refusals: list[RefusalRecord]
    readings: NotRequired[list[ReadingRecord]]
    no_need_bases: NotRequired[list[str]]
    warnings: list[str]
    children: list[ChildRecord]
    gaps: list[GapRecord]
    steps: list[StepRecord]


def record_of(assessment: Assessment) -> Record:
    """Return an assessment as a document of plain words, whole numbers and decimal strings."""
    family = assessment.family
    members = len(family.counted)
    turns = _birthdays_that_matter(assessment)
    return {
        "schema": SCHEMA,
        "edition": assessment.law.edition.value,
        "on": assessment.law.day.isoformat(),
        "region": assessment.region,
        "quarter": str(assessment.law.quarter),
        "base_months": list(assessment.law.base_months),
        "outcome": assessment.outcome.value,
        "preliminary": assessment.is_preliminary,
        "counted_members": members,
        "not_counted": [standing.label for standing in family.not_counted],
        "per_capita_income": assessment.per_capita,
        "per_capita_income_high": per_capita_high(assessment),
        "poverty_line": _line(assessment),
        "assistance": assessment.assistance.value if assessment.assistance else None,
        "social_contract": assessment.assistance is Assistance.CONDITIONAL,
        "must_join_measures": _must_join(assessment),
        "monthly_tenge": {**_span(assessment.monthly), "likely": assessment.likely_tenge},
        "child_supplement_tenge": assessment.supplement_tenge,
        "months": assessment.months,
        "total_tenge": _span(assessment.total),
        "large_family_allowance_tenge": assessment.allowances.large_family_tenge,
        "awarded_mother_allowance_tenge": assessment.allowances.awarded_mother_tenge,
        "refusals": [
            {
                "ground": refusal.ground.value,
                "until": refusal.until.isoformat() if refusal.until else None,
                "untouched": list(refusal.untouched),
            }
            for refusal in assessment.refusals
        ],
        "readings": [_reading(reading) for reading in assessment.readings],
        "no_need_bases": [holding.value for holding in assessment.no_need],
        "warnings": [warning.value for warning in assessment.warnings],
        "children": [
            {
                "label": child.label,
                "age": child.age,
                "package": [item.value for item in child.package],
                "turns_on": turns.get(child.label),
            }
            for child in assessment.children
        ],
        "gaps": [_gap(gap) for gap in assessment.gaps],
        "steps": [_step(step) for step in assessment.steps],
    }


def _span(tenge: TengeRange) -> Span:
    return {"low": tenge.low, "high": tenge.high}


def _birthdays_that_matter(assessment: Assessment) -> dict[str, str]:
    """Return by label the day on which a child turns 1 or 7 while the assistance is paid."""
    law = assessment.law
    if not law.supplement_ages:
        return {}
    days = {minor.label: changes_on(minor, law) for minor in assessment.family.minors}
    return {label: day.isoformat() for label, day in days.items() if day}


def _reading(reading: Reading) -> ReadingRecord:
    return {
        "if": [{"doubt": doubt.value, "of": str(of), "counted": counted} for doubt, of, counted in reading.conditions],
        "outcome": reading.outcome.value,
        "monthly_tenge": _span(reading.monthly),
        "counted_members": reading.counted_members,
        "supplement_total_tenge": reading.supplement_total_tenge,
        "total_tenge": _span(reading.total),
    }


def _line(assessment: Assessment) -> LineRecord:
    line = assessment.line
    return {
        "low": line.low_tenge,
        "tenge": line.tenge,
        "high": line.high_tenge,
        "basis": line.basis.value,
        "source": line.source,
        "estimated_from": line.estimated_from.value if line.estimated_from else None,
        "months": list(line.months),
        "subsistence_minimum": line.minimum,
        "subsistence_minimum_grade": line.minimum_grade.value if line.minimum_grade else None,
        "evidence": [_plain(evidence) for evidence in line.evidence],
        "carried": _plain(line.carried),
        "may_be_higher": line.may_be_higher,
    }


def _must_join(assessment: Assessment) -> list[str]:
    if assessment.assistance is not Assistance.CONDITIONAL:
        return []
    return [standing.label for standing in assessment.family.must_join]


def _step(step: Step) -> StepRecord:
    return {
        "step": step.name,
        "passed": step.passed,
        "values": {name: _plain(value) for name, value in step.values.items()},
        "sources": [source_record(source) for source in step.sources],
    }


def _gap(gap: Gap) -> GapRecord:
    """Return what is missing; the kind of an income stands behind its member as well, as it did before it was named."""
    if gap.kind is None:
        return {"what": gap.what.value, "label": gap.label}
    return {"what": gap.what.value, "label": f"{gap.label}: {gap.kind}", "of": gap.label, "kind": gap.kind.value}


def income_of(gap: GapRecord) -> tuple[str, str]:
    """Return member and kind of an income that is missing."""
    if "kind" in gap:
        return gap["of"], gap["kind"]
    label, _, kind = gap["label"].rpartition(": ")  # of a record that was frozen before
    return label, kind


def source_record(source: Source) -> SourceRecord:
    """Return a source as a document."""
    return cast("SourceRecord", {**source._asdict(), "grade": source.grade.value})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value

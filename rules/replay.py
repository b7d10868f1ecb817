"""A result worked out again: by the family, the poverty line and the numbers of the law that were frozen with it.

The tables of the law may have changed since: a number corrected, an estimated line published. What was frozen does not
ask them, so that the same tenge come out; what today's tables say otherwise is named beside it. The poverty line stands
in the record of every result; the family and the numbers are frozen beside it (`Inputs`).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypedDict

from rules.assessment import assess, what_is_due
from rules.errors import RulesError
from rules.household import Household
from rules.household_record import DamagedHouseholdError, HouseholdRecord, household_of, household_record
from rules.law_in_force import NUMBERS, LawInForce, law_by, law_in_force
from rules.parameters import ParameterValue
from rules.poverty_line import Basis, Carried, EstimatedFrom, Evidence, PovertyLine, PovertyLines
from rules.quarters import Quarter
from rules.record import Record, record_of
from rules.regions import COUNTRY
from rules.result import Findings
from rules.sources import Grade

LAWS_KEPT: Final = 400  # days whose law was replayed
TENGE: Final = (
    "outcome", "monthly_tenge", "child_supplement_tenge", "months", "total_tenge", "large_family_allowance_tenge",
    "awarded_mother_allowance_tenge",
)  # fmt: skip
"""What of a result is compared: the outcome, and every sum."""


class NumberRecord(TypedDict):
    """A number of the law as it was used; the value is a decimal string, `valid_from` a day in ISO."""

    value: str
    valid_from: str
    grade: str


class Inputs(TypedDict):
    """What a result was worked out from beside the poverty line in its record: the family, and the law by name."""

    household: HouseholdRecord
    law: dict[str, NumberRecord]


class Difference(NamedTuple):
    """A number of the law, or the line, as it was and as it is today; None where there was or is none."""

    name: str
    then: str | None
    now: str | None


class DamagedInputsError(RulesError):
    """What was frozen with a result cannot be read."""


class Frozen(NamedTuple):
    """What was frozen, read back: the family, and the law and the line by which another family can be tried too."""

    household: Household
    on: date
    lines: PovertyLines
    law: LawInForce

    def due(self, household: Household) -> Findings:
        """Return what would have been due to a family by the same law and line; raises as `rules.assess` does."""
        return what_is_due(household, self.on, self.lines, self.law)


def inputs_record(household: Household, law: LawInForce) -> Inputs:
    """Return what has to be frozen beside a record, to work it out again whatever becomes of the tables."""
    return {"household": household_record(household), "law": law_record(law)}


def law_record(law: LawInForce) -> dict[str, NumberRecord]:
    """Return the numbers of the law of a day as they are used."""
    return {
        name: {"value": str(number.value), "valid_from": number.valid_from.isoformat(), "grade": number.grade.value}
        for name, number in law.numbers.items()
    }


def frozen_inputs(record: Record, inputs: Inputs) -> Frozen:
    """Return what was frozen. DamagedInputsError where it cannot be read, `LawError` where the law lacks a number."""
    line = line_of(record)
    try:
        on = date.fromisoformat(record["on"])
        used = [(name, one["value"], one["valid_from"], one["grade"]) for name, one in inputs["law"].items()]
        household = household_of(inputs["household"])
    except (AttributeError, KeyError, TypeError, ValueError, DamagedHouseholdError) as wrong:
        raise DamagedInputsError("the family or the law of a result cannot be read") from wrong
    return Frozen(household, on, PovertyLines(always=line), _law_of(on, tuple(sorted(used))))


def line_of(record: Record) -> PovertyLine:
    """Return the poverty line of a record. DamagedInputsError where it cannot be read."""
    line = record["poverty_line"]
    try:
        grade, origin = line.get("subsistence_minimum_grade"), line.get("estimated_from")
        carried = line.get("carried")
        return PovertyLine(
            region=record["region"],
            quarter=Quarter.parse(record["quarter"]),
            tenge=line["tenge"],
            basis=Basis(line["basis"]),
            source=line["source"],
            low_tenge=line.get("low", line["tenge"]),
            high_tenge=line.get("high", line["tenge"]),
            estimated_from=EstimatedFrom(origin) if origin else None,
            months=tuple(line.get("months", ())),
            minimum=line.get("subsistence_minimum"),
            minimum_grade=Grade(grade) if grade else None,
            evidence=tuple(_evidence(one) for one in line.get("evidence", ())),
            carried=Carried(**carried) if carried else None,
            may_be_higher=line.get("may_be_higher", False),
        )
    except (KeyError, TypeError, ValueError) as wrong:
        raise DamagedInputsError("the poverty line of a result cannot be read") from wrong


def differences(record: Record, inputs: Inputs | None, lines: PovertyLines) -> Iterator[Difference]:
    """Yield the numbers of the law that are others today than they were used, and the line; then what is missing.

    Without inputs only the line can be compared. Raises `LawError` where today's tables do not reach the day.
    """
    on, then = date.fromisoformat(record["on"]), line_of(record)
    now = lines.of(record["region"], on)
    if (then.low_tenge, then.tenge, then.high_tenge, then.basis) != (
        now.low_tenge,
        now.tenge,
        now.high_tenge,
        now.basis,
    ):
        yield Difference("poverty_line", _line_told(then), _line_told(now))
    if inputs is None:
        return
    today = law_record(law_in_force(on))
    for name in sorted(today.keys() | inputs["law"].keys()):
        used, known = _told(inputs["law"].get(name)), _told(today.get(name))
        if used != known:
            yield Difference(name, used, known)


def tenge_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a record is compared."""
    return {name: record.get(name) for name in TENGE}


def again(frozen: Frozen) -> Record:
    """Return the record of a result, worked out again from what was frozen; raises as `rules.assess` does."""
    return record_of(assess(frozen.household, frozen.on, frozen.lines, frozen.law))


def today(frozen: Frozen, lines: PovertyLines) -> Record:
    """Return the record that the same family gets by today's tables of the law, for the same day."""
    return record_of(assess(frozen.household, frozen.on, lines))


@lru_cache(maxsize=LAWS_KEPT)
def _law_of(on: date, used: tuple[tuple[str, str, str, str], ...]) -> LawInForce:
    """Return the law of a day by the numbers that were used; the one of the tables where they are the same.

    One object for the same numbers, as it is the key of caches.
    """
    known = law_in_force(on)
    if dict(_numbers(used)) == {name: _as_frozen(number) for name, number in known.numbers.items()}:
        return known
    return law_by(on, dict(_numbers(used)))


def _numbers(used: tuple[tuple[str, str, str, str], ...]) -> Iterator[tuple[str, ParameterValue]]:
    try:
        for name, value, valid_from, grade in used:
            if name in NUMBERS:
                yield (
                    name,
                    ParameterValue(
                        name, Decimal(value), "", COUNTRY, date.fromisoformat(valid_from), None, Grade(grade), "", ""
                    ),
                )
    except (ValueError, InvalidOperation) as wrong:
        raise DamagedInputsError("the numbers of the law of a result cannot be read") from wrong


def _as_frozen(number: ParameterValue) -> ParameterValue:
    return number._replace(unit="", valid_until=None, source="", url="")


def _told(number: NumberRecord | None) -> str | None:
    return None if number is None else f"{number['value']} (from {number['valid_from']})"


def _line_told(line: PovertyLine) -> str:
    band = "" if line.low_tenge == line.high_tenge else f" ({line.low_tenge}-{line.high_tenge})"
    return f"{line.tenge}{band} {line.basis}"


def _evidence(written: Mapping[str, Any]) -> Evidence:
    return Evidence(**{**written, "grade": Grade(written["grade"])})

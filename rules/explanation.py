"""The explanation: one step for each thing the act asks, in the order of the act."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final

from rules.income import per_capita
from rules.income_within_line import ELIGIBLE, REFUSED
from rules.kind_of_assistance import Assistance
from rules.law_in_force import LawInForce, in_tenge
from rules.poverty_line import Basis, PovertyLine, is_by_median_income, share_of_subsistence_minimum
from rules.quarters import months_to_pay
from rules.refusals import PROVISION, TERM, Ground, Refusal, term_months
from rules.result import Findings, Step
from rules.sources import Edition, Source, provision, provisions

Sources = tuple[Source, ...]
LINES_KEPT: Final = 4_096  # steps about the lines of all regions, for some hundred days

# Step -> the provisions that it applies.
RULES: Final[Mapping[str, tuple[str, ...]]] = {
    "who_counts": ("P3",),
    "who_counts_without_absent": ("P3", "P4"),
    "base_quarter": ("I1",),
    "income": ("I3",),
    "income_with_left_out": ("I3", "I4"),
    "per_capita_income": ("I2",),
    "line_published": ("L3",),
    "line_estimate": ("L5",),
    "income_within_line": ("A1",),
    "no_other_ground": ("R2", "R3", "R4", "R5", "R6"),
    "bases_of_no_need": ("R8",),
    "amount": ("A2",),
    "months": ("A3",),
    "child_supplement": ("A4", "A6"),
    "unconditional": ("C1",),
    "conditional": ("C2", "P6"),
    "large_family_allowance": ("F1", "F3"),
    "awarded_mother_allowance": ("F2", "F3"),
    **{ground.value: (rule,) for ground, rule in PROVISION.items()},
    Ground.MEASURES_REFUSED.value: ("R4", "R7"),
    **{f"{ground}_without_day": (PROVISION[ground],) for ground in TERM},
}
SAID_BEFORE: Final = (Ground.NOBODY_ENTITLED, Ground.INCOME_ABOVE_LINE)  # by steps of their own
# Whether income stays within the line; nothing where it is too close or not known.
PASSED: Final = {ELIGIBLE: True, REFUSED: False}


@cache
def sources_by_step(law: LawInForce) -> Mapping[str, Sources]:
    """Return the sources of every step on a day."""
    rules = dict(RULES)
    share_rule = "L2" if is_by_median_income(law.day) else "L1"
    for basis in Basis:
        rules[f"line_{basis}"] = (share_rule, *RULES[f"line_{basis}"])
    rules["social_package"] = ("G1", "G2", "G3") if law.edition is Edition.E2020 else ("G2", "G3")
    known = provisions()
    return {
        name: tuple(provision(rule, law.edition) for rule in ids if law.edition in known[rule].sources)
        for name, ids in rules.items()
    }


def explain(findings: Findings) -> list[Step]:
    """Return the steps that lead to a result, in the order of the act."""
    sources = sources_by_step(findings.law)
    steps = [
        who_counts(findings, sources),
        base_quarter(findings.law),
        income(findings, sources),
        per_capita_income(findings, sources),
        poverty_line(findings.line, findings.law),
        income_within_line(findings, sources),
    ]
    grounds = findings.refusals + findings.open_grounds
    if grounds and grounds[0].ground is Ground.NOBODY_ENTITLED:
        steps.insert(1, _ground(grounds[0], findings, sources[Ground.NOBODY_ENTITLED]))
    steps += other_grounds(grounds, findings, sources)
    if findings.no_need:
        steps.append(Step("bases_of_no_need", {"holdings": findings.no_need}, None, sources["bases_of_no_need"]))
    if findings.outcome is not REFUSED:
        steps += (amount(findings, sources), months(findings.law))
        if findings.supplement_children:
            steps.append(child_supplement(findings, sources))
        steps.append(kind_of_assistance(findings, sources))
    steps += beside_it(findings)
    return steps


def who_counts(findings: Findings, sources: Mapping[str, Sources]) -> Step:
    """Who counts in the family and who does not (P1-P4)."""
    family = findings.family
    values = {
        "members": len(family.counted),
        "counted": [standing.member.label for standing in family.counted],
        "not_counted": [(standing.member.label, standing.not_counted) for standing in family.not_counted],
    }
    rules = "who_counts_without_absent" if family.not_counted else "who_counts"
    return Step("who_counts", values, None, sources[rules])


@cache
def base_quarter(law: LawInForce) -> Step:
    """Which months count (I1)."""
    return Step("base_quarter", {"base_months": law.base_months}, None, sources_by_step(law)["base_quarter"])


def income(findings: Findings, sources: Mapping[str, Sources]) -> Step:
    """What the family received in these months, by kind (I3-I6)."""
    total = findings.income
    values = {
        "low": total.low_tenge,
        "high": total.high_tenge,
        "kinds": total.counted,
        "left_out": total.not_counted,
    }
    return Step("income", values, None, sources["income_with_left_out" if total.not_counted else "income"])


def per_capita_income(findings: Findings, sources: Mapping[str, Sources]) -> Step:
    """What falls on one person in a month (I2)."""
    members = len(findings.family.counted)
    values = {
        "low": findings.per_capita,
        "high": per_capita_high(findings),
        "members": members,
    }
    return Step("per_capita_income", values, None, sources["per_capita_income"])


def per_capita_high(findings: Findings) -> str | None:
    """Return the upper end of per-capita income as a decimal string; None where nobody knows it."""
    income = findings.income
    if income.high_tenge == income.low_tenge:
        return findings.per_capita
    return None if income.high_tenge is None else per_capita(income.high_tenge, len(findings.family.counted))


@lru_cache(maxsize=LINES_KEPT)
def poverty_line(line: PovertyLine, law: LawInForce) -> Step:
    """What the line of the region and quarter is (L1-L5)."""
    values = {
        "tenge": line.tenge,
        "low": line.low_tenge,
        "high": line.high_tenge,
        "basis": line.basis,
        "estimated_from": line.estimated_from,
        "months": line.months,
        "source": line.source,
        "minimum": line.minimum,
        "evidence": line.evidence,
        "carried": line.carried,
        "share": _share_of_estimate(law) if line.basis is Basis.ESTIMATE else None,
    }
    rules = "line_published" if line.basis is Basis.PUBLISHED else "line_estimate"
    return Step("poverty_line", values, None, sources_by_step(law)[rules])


@cache
def _share_of_estimate(law: LawInForce) -> str:
    return str(share_of_subsistence_minimum(law.quarter.first_day))


def income_within_line(findings: Findings, sources: Mapping[str, Sources]) -> Step:
    """Whether income stays within the line; `passed` is None where it is too close or not known (A1, R1)."""
    values = {
        "per_capita": findings.per_capita,
        "line": findings.line.tenge,
        "line_low": findings.line.low_tenge,
        "line_high": findings.line.high_tenge,
        "difference": findings.difference,
    }
    return Step("income_within_line", values, PASSED.get(findings.by_income), sources["income_within_line"])


def other_grounds(grounds: list[Refusal], findings: Findings, sources: Mapping[str, Sources]) -> list[Step]:
    """One step for each other ground that stands or may stand, or one that says that none does (R2-R6)."""
    others = [one for one in grounds if one.ground not in SAID_BEFORE]
    if not others and not findings.undated:
        return [_no_other_ground(findings.law)]
    steps = {one.ground: _ground(one, findings, sources[one.ground]) for one in others}
    steps |= {ground: _ground_without_day(ground, findings.law) for ground in findings.undated}
    return [steps[ground] for ground in PROVISION if ground in steps]


@cache
def _no_other_ground(law: LawInForce) -> Step:
    return Step("no_other_ground", {}, passed=True, sources=sources_by_step(law)["no_other_ground"])


def _ground(refusal: Refusal, findings: Findings, sources: Sources) -> Step:
    """Return the step of a ground; `passed` is None where it stands in one reading, and another refuses nobody."""
    until = refusal.until.isoformat() if refusal.until else None
    values = {"until": until, "untouched": refusal.untouched}
    passed = False if findings.outcome is REFUSED else None
    return Step(refusal.ground.value, values, passed, sources)


@cache
def _ground_without_day(ground: Ground, law: LawInForce) -> Step:
    name = f"{ground}_without_day"
    return Step(name, {"months": term_months(ground, law)}, None, sources_by_step(law)[name])


def amount(findings: Findings, sources: Mapping[str, Sources]) -> Step:
    """The amount of a month (A2)."""
    values = {
        "low": findings.amount.low,
        "likely": findings.likely_tenge,
        "high": findings.amount.high,
        "difference": findings.difference,
        "members": len(findings.family.counted),
    }
    return Step("amount", values, None, sources["amount"])


@cache
def months(law: LawInForce) -> Step:
    """For which months it is paid (A3)."""
    number = months_to_pay(law.day)
    values = {"months": number, "paid": law.quarter.months[-number:]}
    return Step("months", values, None, sources_by_step(law)["months"])


def child_supplement(findings: Findings, sources: Mapping[str, Sources]) -> Step:
    """The supplement for children aged 1 to 6 (A4)."""
    values = {
        "children": findings.supplement_children,
        "tenge": findings.supplement_tenge,
        **_supplement_of_each(findings.law),
    }
    return Step("child_supplement", values, None, sources["child_supplement"])


@cache
def _supplement_of_each(law: LawInForce) -> Mapping[str, Any]:
    return {
        "each": in_tenge("child_supplement_multiplier", law),
        **_index(law),
        "multiplier": str(law.number("child_supplement_multiplier").value),
        "from": law.supplement_ages.start,
        "to": law.supplement_ages.stop - 1,
    }


def _index(law: LawInForce) -> Mapping[str, Any]:
    index = law.index
    return {
        "index": law.index_tenge,
        "index_source": index.source if index else None,
        "index_grade": index.grade.value if index else None,
    }


def kind_of_assistance(findings: Findings, sources: Mapping[str, Sources]) -> Step:
    """Whether a social contract is needed, who must take part and who is exempt (P5, P6, C1, C2)."""
    family = findings.family
    values = {
        "able_bodied": [standing.member.label for standing in family.able_bodied],
        "must_join": [standing.member.label for standing in family.must_join],
        "exempt": [(standing.member.label, standing.exempt) for standing in family.able_bodied if standing.exempt],
    }
    name = "unconditional" if findings.assistance is Assistance.UNCONDITIONAL else "conditional"
    return Step(name, values, None, sources[name])


def beside_it(findings: Findings) -> Iterator[Step]:
    """What the family gets beside the assistance: allowances and the children's package (F1-F3, G1-G3)."""
    allowances, law = findings.allowances, findings.law
    if allowances.large_family_tenge != 0:
        yield _large_family_allowance(allowances.children, allowances.large_family_tenge, law)
    if allowances.awarded_mother_tenge != 0:
        yield _awarded_mother_allowance(findings.award, allowances.awarded_mother_tenge, law)
    if findings.children:
        yield _social_package(len(findings.children), law)


@cache
def _large_family_allowance(children: int, tenge: int | None, law: LawInForce) -> Step:
    values = {"children": children, "tenge": tenge, **_index(law)}
    return Step("large_family_allowance", values, None, sources_by_step(law)["large_family_allowance"])


@cache
def _awarded_mother_allowance(award: str, tenge: int | None, law: LawInForce) -> Step:
    values = {"award": award, "tenge": tenge, **_index(law)}
    return Step("awarded_mother_allowance", values, None, sources_by_step(law)["awarded_mother_allowance"])


@cache
def _social_package(children: int, law: LawInForce) -> Step:
    return Step("social_package", {"children": children}, None, sources_by_step(law)["social_package"])

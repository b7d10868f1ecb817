"""The sums that the law itself fixes, of money that a family named: what came of it, where nobody remembers how much.

They are those of the months whose income is told, not of the day on which the family is assessed.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any, Final, NamedTuple

from rules.assessment import assess
from rules.interview.household_from_answers import household_from
from rules.interview.questionnaire import AssessmentDay
from rules.law_in_force import law_ends_on, law_in_force
from rules.other_help.adult_with_disability import DISABILITY_ALLOWANCE
from rules.other_help.birth_grant import BIRTH_GRANT
from rules.other_help.birth_grant import BY_ORDER as GRANT_BY_ORDER
from rules.other_help.child_care import BY_ORDER, CHILD_CARE_ALLOWANCE
from rules.other_help.child_with_disability import DISABLED_CHILD_PARENT_ALLOWANCE, OF_PARENT
from rules.other_help.group_1_carer import AMOUNT, GROUP_1_CARER_ALLOWANCE
from rules.other_help.kind import DUE, MAY_BE_DUE, Claim, Kind
from rules.other_help.many_children import LARGE, LARGE_FAMILY_ALLOWANCE
from rules.other_help.shown import Shown
from rules.other_help.survivors import SURVIVOR_ALLOWANCE
from rules.other_help.words import Fact
from rules.other_help.worth import worth
from rules.quarters import Quarter
from rules.sources import LAW_BEGINS_ON

Answers = Mapping[str, Any]

MOST_SUMS: Final = 3  # of more, nobody can choose by the sum alone
WITHOUT_GROUP: Final = (Fact.DISABILITY_FOUND, Fact.DISABILITY_GROUP)  # the range over all groups is no sum of anybody


class Fixed(NamedTuple):
    """Where the sum of a kind of income stands: what each claim of the family is worth, and the numbers of the law.

    `between`: numbers among which a claim with two ends may lie. `of_one`: the number where no answer shows whose it
    is, as of a large family that is none any more, or of somebody cared for who lives elsewhere.
    """

    help: Kind
    between: tuple[str, ...] = ()
    of_one: str = ""


FIXED: Final[Mapping[str, Fixed]] = {
    "child_care_allowance": Fixed(CHILD_CARE_ALLOWANCE, between=BY_ORDER),
    "birth_grant": Fixed(BIRTH_GRANT, between=GRANT_BY_ORDER),
    "disabled_child_care_allowance": Fixed(DISABLED_CHILD_PARENT_ALLOWANCE, of_one=OF_PARENT),
    "carer_allowance": Fixed(GROUP_1_CARER_ALLOWANCE, of_one=AMOUNT),
    "disability_allowance": Fixed(DISABILITY_ALLOWANCE),
    "survivor_allowance": Fixed(SURVIVOR_ALLOWANCE),
    # asked only of a family with fewer children than the law asks for: it had at least so many when it was paid
    "large_family_allowance": Fixed(LARGE_FAMILY_ALLOWANCE, of_one=LARGE[0]),
}


def sums_by_law(kind: str, answers: Answers, assessment_day: AssessmentDay) -> tuple[int, ...]:
    """Return what the law gives of a kind of income: tenge a month, or at once where it is paid once.

    Several where the answers leave it open, the least first; none where the law fixes no sum, or too many may be it.
    """
    fixed = FIXED.get(kind)
    if fixed is None:
        return ()
    shown = _shown(answers, assessment_day)
    months = (max(date.fromisoformat(f"{month}-01"), LAW_BEGINS_ON) for month in _base_months(assessment_day))
    found = {tenge for day in months for tenge in _on(fixed, replace(shown, law=law_in_force(day)))}
    return tuple(sorted(found)) if len(found) <= MOST_SUMS else ()


def _base_months(assessment_day: AssessmentDay) -> tuple[str, ...]:
    return Quarter.of(_today(assessment_day)).previous.months


def _today(assessment_day: AssessmentDay) -> date:
    return min(assessment_day.today, law_ends_on())


def _shown(answers: Answers, assessment_day: AssessmentDay) -> Shown:
    """Return the family as it is today: on a day before, a child of whom only the age is known might not be there."""
    today = _today(assessment_day)
    now = assessment_day if assessment_day.on == today else replace(assessment_day, on=today)
    household = household_from(answers, now)
    return Shown.by(household, assess(household, today, assessment_day.lines))


def _on(fixed: Fixed, shown: Shown) -> set[int]:
    """Return the sums of all claims together; a claim that is not sure may be none of the money."""
    if not fixed.help.is_given_on(shown.law):
        return set()  # nobody has read what the law gave then
    told = fixed.help.decide(shown)
    claims = [claim for claim in told if claim.standing in {DUE, MAY_BE_DUE} and claim.fact not in WITHOUT_GROUP]
    each = [
        options | ({0} if claim.standing is MAY_BE_DUE else set())
        for claim in claims
        if (options := _of(claim, fixed, shown))
    ]
    if not each and fixed.of_one:
        one = worth(fixed.of_one, shown.law)
        return set() if one is None else {one.low}
    return {sum(chosen) for chosen in product(*each)} - {0}


def _of(claim: Claim, fixed: Fixed, shown: Shown) -> set[int]:
    """Return what a claim may be worth: its ends, and the numbers of the law between them."""
    if claim.worth is None:
        return set()
    low, high, _ = claim.worth
    between = (worth(name, shown.law) for name in fixed.between)
    return {low, high, *(one.low for one in between if one is not None and low <= one.low <= high)}

"""The kinds of money to choose from, in the order in which they are shown (I3, I4, I4a)."""

from typing import Final

from rules.interview.answers import Answer, ManyOf
from rules.interview.income_from_answers import KINDS_ONE_OFF, LARGE_FAMILY
from rules.interview.people_told import CHILDREN, adults, is_there
from rules.interview.places import told_of
from rules.interview.questionnaire import Context

KINDS: Final = (
    "wage", "casual_work", "self_employment", "pension", "allowance", "one_off", "alimony", "farm", "rent", "sale",
    "gift", "stipend", "employment_measure", "interest", "winnings", "other",
)  # fmt: skip
ALLOWANCES_COUNTED: Final = (
    "child_care_allowance", "large_family_allowance", "carer_allowance", "survivor_allowance",
    "disability_allowance", "unemployment_benefit", "allowance", "disabled_child_care_allowance",
)  # fmt: skip
ALLOWANCES_LEFT_OUT: Final = ("child_disability_allowance", "assistance", "housing_aid", "burial_grant")
OF_DISABLED_CHILD: Final = ("child_disability_allowance", "disabled_child_care_allowance")


def grown_up_students(context: Context) -> bool:
    """Whether somebody of the grown-ups named so far studies."""
    return any(told_of(context.answers, "activity", key) == "student" for key in adults(context.answers))


def income_kinds(context: Context) -> Answer:
    """Return the kinds of money; a stipend only where somebody studies."""
    studies = grown_up_students(context)
    return ManyOf(tuple(kind for kind in KINDS if kind != "stipend" or studies))


def allowance_kinds(context: Context) -> Answer:
    """Return the allowances to choose from; that of a large family only where there are children.

    What is paid to a child with a disability and to its parent stand together, so that neither is taken for the other.
    """
    # students over 18, who make a family large as well, are told only later
    has_children = is_there(context.answers, CHILDREN)
    kinds = [kind for kind in (*ALLOWANCES_COUNTED, *ALLOWANCES_LEFT_OUT) if kind not in OF_DISABLED_CHILD]
    at = kinds.index("allowance")
    kinds[at:at] = OF_DISABLED_CHILD
    return ManyOf(tuple(kind for kind in kinds if has_children or kind != LARGE_FAMILY), required=True)


def one_off_kinds(_context: Context) -> Answer:
    """Return the money that is paid once rather than every month; of most it is open whether it counts."""
    return ManyOf(KINDS_ONE_OFF, required=True)

"""The stages of an application: every pair is decided, and the end is the end."""

from itertools import product

import pytest

from rules.case import FOLLOWS, UNDECIDED, CaseStatus, may_follow

ALLOWED = {
    "opened": {"received", "under_review", "assigned", "refused"},
    "received": {"under_review", "assigned", "refused"},
    "under_review": {"assigned", "refused"},
    "assigned": {"assigned", "suspended", "terminated"},
    "suspended": {"assigned", "terminated"},
    "refused": set(),
    "terminated": set(),
}


@pytest.mark.parametrize(("now", "then"), list(product(CaseStatus, CaseStatus)))
def test_every_pair_of_stages_is_allowed_or_not(now: CaseStatus, then: CaseStatus) -> None:
    assert may_follow(now, then) is (then.value in ALLOWED[now.value])


def test_nothing_comes_back_to_the_beginning() -> None:
    assert [now for now in CaseStatus if may_follow(now, CaseStatus.OPENED)] == []


def test_an_undecided_case_never_was_decided() -> None:
    """Once decided, a case does not go back to the commission: a new application is a new case."""
    decided = set(CaseStatus) - UNDECIDED
    assert [(now, then) for now, then in product(decided, UNDECIDED) if may_follow(now, then)] == []


def test_every_stage_has_its_row_and_can_be_reached() -> None:
    assert set(FOLLOWS) == set(CaseStatus)
    reached = {CaseStatus.OPENED}.union(*FOLLOWS.values())
    assert reached == set(CaseStatus)

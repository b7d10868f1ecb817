"""The chat's answers, the file of the same family and the JSON of both say the same, for families told at random."""

from collections import Counter

from rules import assess
from rules.interview.household_from_answers import household_from
from tests.cast.agreeing_families import difference, families

TRIED = 400


def test_a_family_told_in_the_chat_has_the_result_of_its_file() -> None:
    """`python -m tests.rules.agreeing_families 100000` tries more."""
    found = [difference(answers, now) for answers, now in families(TRIED)]
    assert [one for one in found if one] == []


def test_the_families_that_are_tried_differ_in_all_that_matters() -> None:
    """Yes, no, too close and undecided, with and without open readings, with property, and of nobody entitled."""
    results = [assess(household_from(answers, now), now.on, now.lines) for answers, now in families(TRIED)]
    outcomes = Counter(result.outcome for result in results)
    assert len(outcomes) == 4
    assert min(outcomes.values()) > TRIED // 100
    assert {len(result.readings) for result in results} >= {0, 2, 4}
    assert {holding for result in results for holding in result.no_need} >= {"cars", "dwellings", "transport"}
    assert {refusal.ground for result in results for refusal in result.refusals} >= {"nobody_entitled", "false_data"}

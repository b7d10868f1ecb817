"""What `rules` exports is what a caller needs, and all of it is the law's own."""

import pytest

import rules
from rules import Birth, Household, Member, PovertyLines, UnknownRegionError, assess
from tests.cast.interview import TODAY


def test_every_name_that_is_exported_is_there_and_in_order() -> None:
    assert rules.__all__ == sorted(rules.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert [name for name in rules.__all__ if not hasattr(rules, name)] == []


def test_what_is_imported_for_callers_is_exported() -> None:
    found = {name for name, thing in vars(rules).items() if getattr(thing, "__module__", "").startswith("rules.")}
    assert found - set(rules.__all__) == set()


def test_plain_words_mean_what_the_enums_mean() -> None:
    by_word = Member("m", "applicant", activity="carer", cares_for="child_under_3")  # type: ignore[arg-type]  # on purpose
    by_enum = Member(
        "m", rules.Relationship.APPLICANT, activity=rules.Activity.CARER, cares_for=rules.CaresFor.CHILD_UNDER_3
    )
    assert by_word == by_enum
    assert by_word.activity is rules.Activity.CARER


def test_a_word_that_is_none_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="activity: unknown word 'nurse'; allowed: employed, casual"):
        Member("m", "applicant", activity="nurse")  # type: ignore[arg-type]  # on purpose


def test_a_region_that_does_not_exist_is_refused() -> None:
    family = Household("KZ-99", (Member("m", rules.Relationship.APPLICANT, Birth.at_age(30, TODAY)),))
    with pytest.raises(UnknownRegionError, match="KZ-99"):
        assess(family, TODAY, PovertyLines())

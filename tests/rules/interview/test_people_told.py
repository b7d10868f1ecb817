"""Members are added, removed and told anew; what was said of one person is never taken for another's."""

import json
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.household import Relationship
from rules.interview.people_told import (
    CHILDREN,
    GROUP_OF_NAME,
    GROUPS,
    SELF,
    SPOUSE,
    STUDENTS,
    Group,
    Person,
    adults,
    is_there,
    members,
    people,
    person,
    place_of,
    with_people,
    with_person,
    with_spouse,
    without,
)
from rules.interview.questionnaire import walk
from rules.interview.questions import QUESTIONS
from tests.cast.interview import LARGE, NOW, ORDINARY, Answers, assessment_day, keys_of, result_of, said_of, say, tell

TODAY: Final = "2026-11-23"
SISTERS: Final = GROUP_OF_NAME["sister"]
HUSBANDS_MOTHER: Final = GROUP_OF_NAME["husbands_mother"]


def retold(answers: Answers, group: Group, ages: str) -> Answers:
    """Type the ages of a group in a new line."""
    return say(answers, place_of(group), ages)


@pytest.fixture(scope="module")
def large_family() -> Answers:
    """The answers of the large family, everything told."""
    return tell(LARGE).answers


# Who is there


def test_somebody_who_said_nothing_is_alone() -> None:
    assert members({}) == adults({}) == [SELF]


def test_the_applicant_comes_first_then_the_spouse_then_grown_ups_and_children_last(large_family: Answers) -> None:
    assert adults(large_family) == ["self", "spouse", "e1", "z1"]
    assert members(large_family) == ["self", "spouse", "e1", "z1", "z2", "c1", "c2"]


def test_ages_told_are_there_only_while_the_family_says_that_it_has_such_members() -> None:
    answers = {"household": [], "people:child": [["c1", 3, TODAY]]}
    assert people(answers, CHILDREN) == []
    assert members({**answers, "household": ["children"]}) == ["self", "c1"]


def test_relatives_are_there_only_when_both_questions_say_so() -> None:
    answers = {"household": ["relatives"], "relatives": ["sister"], "people:sister": [["z1", 24, TODAY]]}
    assert members(answers) == ["self", "z1"]
    assert members({**answers, "household": []}) == ["self"]
    assert members({**answers, "relatives": ["other"]}) == ["self"]
    assert not is_there({"relatives": ["sister"]}, SISTERS)


def test_a_member_is_found_by_key_with_age_and_group(large_family: Answers) -> None:
    assert person(large_family, "e1") == Person("e1", 70, TODAY)
    assert Person("e1", 70, TODAY).group is HUSBANDS_MOTHER
    assert Person("z2", 16, TODAY).group.relationship is Relationship.SIBLING


@pytest.mark.parametrize("key", ["self", "spouse", "c9", "u1", "", "x1"])
def test_nobody_else_has_an_age_that_was_told(large_family: Answers, key: str) -> None:
    assert person(large_family, key) is None


@pytest.mark.parametrize(("age", "is_adult"), [(17, False), (18, True)])
def test_a_relative_is_asked_about_work_from_eighteen_on(age: int, is_adult: bool) -> None:  # noqa: FBT001, a row
    answers = with_person({}, SISTERS, age, TODAY)
    assert ("z1" in adults(answers)) is is_adult
    assert "z1" in members(answers)


def test_every_group_has_a_letter_and_a_name_of_its_own() -> None:
    assert len({group.letter for group in GROUPS}) == len({group.name for group in GROUPS}) == len(GROUPS)
    assert not {group.letter for group in GROUPS} & {SELF[0], SPOUSE[0]}


def test_children_under_eighteen_and_students_over_it_are_both_children_by_law() -> None:
    assert {CHILDREN.relationship, STUDENTS.relationship} == {Relationship.CHILD}


# Ages in a line


def test_the_ages_of_a_line_get_keys_in_their_order() -> None:
    answers = with_people({"household": ["children"]}, CHILDREN, [12, 7, 3], TODAY)
    assert answers["people:child"] == [["c1", 12, TODAY], ["c2", 7, TODAY], ["c3", 3, TODAY]]


def test_what_is_kept_of_members_can_be_stored() -> None:
    answers = with_people({"household": ["children"]}, CHILDREN, [12, 7], TODAY)
    assert json.loads(json.dumps(answers)) == answers


def test_a_child_whose_age_is_typed_again_keeps_key_and_answers(large_family: Answers) -> None:
    answers = retold(large_family, CHILDREN, "9 6 2")
    assert [told[:2] for told in answers["people:child"]] == [["c2", 9], ["c1", 6], ["c3", 2]]
    assert said_of(answers, "c1") == said_of(large_family, "c1")


def test_children_of_one_age_keep_their_keys_in_their_order() -> None:
    answers = tell({**ORDINARY, "people:child": "9 9 9"}).answers
    assert keys_of(retold(answers, CHILDREN, "9 9"), CHILDREN) == ["c1", "c2"]
    assert keys_of(retold(answers, CHILDREN, "9 9 9 9"), CHILDREN) == ["c1", "c2", "c3", "c4"]


def test_a_child_in_the_place_of_another_does_not_inherit_what_was_said(large_family: Answers) -> None:
    """The six-year-old with a disability was a slip: the family meant a child of four."""
    answers = retold(large_family, CHILDREN, "4 9")
    assert keys_of(answers, CHILDREN) == ["c3", "c2"]
    assert said_of(answers, "c1") == said_of(answers, "c3") == {}


def test_what_was_said_of_the_others_stays_when_a_line_is_typed_again(large_family: Answers) -> None:
    answers = retold(large_family, CHILDREN, "9")
    for key in ("e1", "z1", "z2", "spouse"):
        others_of_c1 = {place: _less(value, "c1") for place, value in said_of(large_family, key).items()}
        assert said_of(answers, key) == others_of_c1


def _less(value: Any, key: str) -> Any:
    return [entry for entry in value if entry != key] if isinstance(value, list) else value


@given(st.lists(st.lists(st.integers(0, 17), min_size=1, max_size=5), min_size=1, max_size=5))
def test_however_often_a_line_is_typed_the_ages_are_those_typed_last(lines: list[list[int]]) -> None:
    answers: Answers = {"household": ["children"]}
    for ages in lines:
        answers = with_people(answers, CHILDREN, ages, TODAY)
    assert [told.age for told in people(answers, CHILDREN)] == lines[-1]
    assert len(set(keys_of(answers, CHILDREN))) == len(lines[-1])


# One more member


def test_a_child_is_added_to_somebody_who_said_that_nobody_lives_with_them() -> None:
    answers = with_person({"household": []}, CHILDREN, 3, TODAY)
    assert answers["household"] == ["children"]
    assert people(answers, CHILDREN) == [Person("c1", 3, TODAY)]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_member_of_any_group_is_there_once_added(group: Group) -> None:
    answers = with_person({}, group, 19, TODAY)
    assert people(answers, group) == [Person(f"{group.letter}1", 19, TODAY)]
    assert f"{group.letter}1" in members(answers)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_adding_to_a_group_changes_nothing_that_was_said_before(group: Group, large_family: Answers) -> None:
    added = with_person(large_family, group, 21, TODAY)
    changed = {"household", "relatives", "circumstances", place_of(group)}
    assert {place for place, value in large_family.items() if added[place] != value} <= changed
    assert members(large_family) == [key for key in members(added) if key in members(large_family)]


def test_two_children_of_the_same_age_are_two() -> None:
    twins = with_person(with_person({}, CHILDREN, 3, TODAY), CHILDREN, 3, TODAY)
    assert keys_of(twins, CHILDREN) == ["c1", "c2"]


def test_a_person_added_later_is_told_on_the_later_day_and_the_others_on_theirs() -> None:
    earlier = with_person({}, CHILDREN, 3, "2026-01-10")
    assert people(with_person(earlier, CHILDREN, 5, TODAY), CHILDREN) == [
        Person("c1", 3, "2026-01-10"),
        Person("c2", 5, TODAY),
    ]


def test_a_spouse_is_added_once() -> None:
    once = with_spouse({"household": ["children"]})
    assert once["household"] == ["children", "spouse"]
    assert with_spouse(once) == once
    assert members(with_spouse({})) == [SELF, SPOUSE]


def test_a_new_member_opens_only_the_questions_about_them() -> None:
    told = tell(ORDINARY)
    added = with_person(told.answers, HUSBANDS_MOTHER, 70, TODAY)
    again = tell(ORDINARY, answers=added)
    assert again.keys == []
    assert told.answers.items() <= {**again.answers, "household": told.answers["household"]}.items()


def test_a_spouse_who_is_added_may_have_received_the_wage() -> None:
    """Alone, nobody is asked who received it; for two it is asked, and the money is theirs who did."""
    single = tell({**ORDINARY, "household": "none"}).answers
    again = tell({**ORDINARY, "earners": "spouse"}, answers=with_spouse(single))
    assert again.keys == ["activity:spouse", "earners:wage", "amount:wage.spouse"]
    assert "amount:wage.self" not in again.answers


# Taking a member out


@pytest.mark.parametrize("key", ["spouse", "e1", "z1", "z2", "c1", "c2"])
def test_what_was_said_of_somebody_goes_with_them(key: str, large_family: Answers) -> None:
    left = without(large_family, key)
    assert key not in members(left)
    assert said_of(left, key) == {}
    assert members(left) == [other for other in members(large_family) if other != key]


@pytest.mark.parametrize("key", ["spouse", "e1", "z1", "z2", "c1", "c2"])
def test_the_rest_of_the_family_is_not_asked_again(key: str, large_family: Answers) -> None:
    assert tell({}, answers=without(large_family, key)).keys == []


def test_the_last_of_a_group_takes_the_group_along(large_family: Answers) -> None:
    left = without(large_family, "e1")
    assert "people:parent" not in left
    assert "husbands_mother" not in left["household"]
    childless = without(without(large_family, "c1"), "c2")
    assert "children" not in childless["household"]
    assert members(childless) == ["self", "spouse", "e1", "z1", "z2"]


def test_the_last_student_takes_the_circumstance_along() -> None:
    answers = tell({**ORDINARY, "circumstances": "student", "people:student": "19", "amount": "20 мың"}).answers
    assert "u1" in members(answers)
    left = without(answers, "u1")
    assert left["circumstances"] == []
    assert "people:student" not in left
    assert not said_of(left, "u1")


def test_an_income_that_nobody_else_received_goes_with_its_earner(large_family: Answers) -> None:
    left = without(large_family, "e1")
    assert left["income-kinds"] == ["wage"]
    assert "earners:pension" not in left


def test_an_income_of_two_stays_with_the_one_who_is_left(large_family: Answers) -> None:
    left = without(large_family, "spouse")
    assert left["earners:wage"] == ["self"]
    assert left["amount:wage.self"] == [20_000, 20_000]
    assert "amount:wage.spouse" not in left


def test_the_income_of_somebody_who_is_gone_no_longer_counts(large_family: Answers) -> None:
    """Four counted incomes of 20 000 are two when the spouse and the pensioner are gone."""
    assert result_of(large_family)["per_capita_income"] == "10000.00"  # 60 000 for six: one is away
    assert result_of(without(large_family, "spouse"))["per_capita_income"] == "8000.00"  # 40 000 for five


def test_taking_out_leaves_the_answers_that_were_handed_in(large_family: Answers) -> None:
    before = json.dumps(large_family)
    without(large_family, "c1")
    with_person(large_family, CHILDREN, 1, TODAY)
    with_spouse(large_family)
    retold(large_family, CHILDREN, "1 2 3")
    assert json.dumps(large_family) == before


# Together with the questions


def test_a_family_grows_and_shrinks_and_is_in_the_end_as_if_told_at_once() -> None:
    """A child is forgotten, another was one too many: the result is that of the family that told it right."""
    answers = tell({**ORDINARY, "people:child": "3 9"}).answers
    answers = without(with_person(answers, CHILDREN, 12, TODAY), "c2")
    answers = tell(ORDINARY, answers=with_person(answers, CHILDREN, 9, TODAY)).answers
    results = [{**result_of(told)} for told in (answers, tell(ORDINARY).answers)]
    same = ("outcome", "per_capita_income", "monthly_tenge", "counted_members", "child_supplement_tenge", "warnings")
    first, second = ({name: result[name] for name in same} for result in results)
    assert first == second


def test_birthdays_are_asked_again_only_of_the_child_that_is_new() -> None:
    answers = tell({**ORDINARY, "people:child": "6 9", "birthday": "15.01.2020"}).answers
    answers = with_person(answers, CHILDREN, 0, TODAY)
    asked_now = [question.key for question in walk(QUESTIONS, answers, NOW).asked if question.key not in answers]
    assert asked_now == ["birthday:c3"]


def test_a_family_that_comes_back_after_a_month_is_as_old_as_it_said_then() -> None:
    """Ages were told in November; what is added in December is told in December."""
    november = tell({**ORDINARY, "people:child": "9"}).answers
    december = assessment_day(NOW.on.replace(month=12))
    answers = with_person(november, CHILDREN, 5, december.today.isoformat())
    assert [told.on for told in people(answers, CHILDREN)] == ["2026-11-23", "2026-12-23"]
    assert tell({}, december, answers).keys == []


def test_a_new_partner_at_home_counts_though_a_husband_has_left() -> None:
    """Both are ticked: the partner lives with the family and is asked about, the one who left does not count."""
    script = {**ORDINARY, "household": "spouse,spouse_apart", "spouse-apart": "left", "earners": "spouse"}
    told = tell(script)
    assert "activity:spouse" in told.keys
    result = result_of(told.answers)
    assert (result["counted_members"], result["not_counted"]) == (2, [])


def test_a_husband_who_has_left_does_not_count_and_is_asked_nothing() -> None:
    told = tell({**ORDINARY, "household": "spouse_apart,children", "spouse-apart": "left"})
    assert "activity:spouse" not in told.keys
    assert result_of(told.answers)["not_counted"] == ["spouse"]


def test_a_spouse_who_studies_elsewhere_is_no_child_who_does() -> None:
    """Only children count while they study elsewhere (article 120(5)); the file says the same of any age."""
    away = {"circumstances": "away", "away": "spouse", "absence": "study_elsewhere"}
    told = tell({**ORDINARY, **away})
    assert result_of(told.answers)["not_counted"] == ["spouse"]

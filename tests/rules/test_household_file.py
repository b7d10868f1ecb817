"""A family's file is read as it was meant, or refused with the field and what is allowed there."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from rules import Birth, Household
from rules.household import (
    NO_PROPERTY,
    Absence,
    Activity,
    AwardedMother,
    CaresFor,
    Commission,
    DayUnknown,
    Disability,
    History,
    Holding,
    Income,
    IncomeKind,
    Member,
    Property,
    Relationship,
    Sex,
)
from rules.household_file import FieldError, read_application
from tests.family_file import FAMILY

Document = dict[str, Any]
Change = Callable[[Document], object]


def example() -> Document:
    """Return the family's file, every optional key included."""
    return tomllib.loads(FAMILY, parse_float=Decimal)


def smallest() -> Document:
    """Return a file in which every optional key is absent."""
    member = {"relationship": "applicant", "born_on": date(1988, 4, 2)}
    return {"applied_on": date(2023, 5, 10), "region": "KZ-79", "members": [member]}


def refusal(document: Document, on: date | None = None) -> FieldError:
    with pytest.raises(FieldError) as refused:
        read_application(document, on)
    return refused.value


def test_a_file_with_every_key_is_read_as_it_was_meant() -> None:
    document = example()
    document["members"][1] |= {"disability": "child", "absence": "treatment", "registered_here": False}
    document["history"]["awarded_mother"] = "kumis_alqa"
    application = read_application(document)
    assert application.on == date(2023, 5, 10)
    assert application.household == Household(
        region="KZ-79",
        members=(
            Member(
                label="mother",
                relationship=Relationship.APPLICANT,
                birth=Birth.on(date(1988, 4, 2)),
                sex=Sex.FEMALE,
                activity=Activity.CARER,
                cares_for=CaresFor.CHILD_UNDER_3,
                incomes=(
                    Income.of(IncomeKind.WAGE, 180_000),
                    Income.of(IncomeKind.SALE, 60_000),
                    Income.of(IncomeKind.GIFT, 30_000),
                ),
            ),
            Member(
                label="child 1",
                relationship=Relationship.CHILD,
                birth=Birth(date(2020, 5, 11), date(2021, 5, 10)),
                disability=Disability.CHILD,
                absence=Absence.TREATMENT,
                registered_here=False,
            ),
            Member(label="son", relationship=Relationship.CHILD, birth=Birth.on(date(2018, 2, 1))),
        ),
        history=History(
            refused_measures_on=date(2022, 1, 15),
            contract_broken_on=date(2022, 2, 1),
            awarded_mother=AwardedMother.KUMIS_ALQA,
        ),
    )


def test_a_day_of_the_history_may_be_unknown() -> None:
    document = smallest()
    document["history"] = {"refused_measures_on": "unknown", "contract_broken_on": "unknown"}
    assert read_application(document).household.history == History(DayUnknown.UNKNOWN, DayUnknown.UNKNOWN)


def test_a_file_with_no_optional_key_means_that_nothing_is_special() -> None:
    household = read_application(smallest()).household
    assert household == Household("KZ-79", (Member("applicant", Relationship.APPLICANT, Birth.on(date(1988, 4, 2))),))
    assert household.history.commission is Commission.UNKNOWN


def test_members_without_a_label_are_called_by_what_they_are_and_counted() -> None:
    document = smallest()
    document["members"] += [
        {"relationship": word, "age": 10} for word in ("spouse", "child", "other", "child", "grandparent")
    ]
    labels = [member.label for member in read_application(document).household.members]
    assert labels == ["applicant", "spouse", "child 1", "other 1", "child 2", "grandparent 1"]


def test_a_label_may_be_of_any_script_and_loses_the_spaces_around_it() -> None:
    document = smallest()
    document["members"][0]["label"] = "  Әйгерім "
    assert read_application(document).household.members[0].label == "Әйгерім"


def test_the_day_asked_for_goes_before_the_day_of_the_file() -> None:
    document = smallest()
    assert read_application(document, date(2024, 1, 1)).on == date(2024, 1, 1)
    assert read_application(document).on == date(2023, 5, 10)


@pytest.mark.parametrize("on", [date(2023, 5, 10), date(2024, 2, 29), date(2023, 2, 28), date(2023, 3, 1)])
@pytest.mark.parametrize("age", [0, 1, 3, 4, 7, 8, 18, 120])
def test_an_age_means_every_birth_that_gives_it_and_no_other(age: int, on: date) -> None:
    def years(born_on: date) -> int:
        return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))

    birth = Birth.at_age(age, on)
    assert [years(birth.earliest), years(birth.latest)] == [age, age]
    before, after = birth.earliest.toordinal() - 1, birth.latest.toordinal() + 1
    assert [years(date.fromordinal(before)), years(date.fromordinal(after))] == [age + 1, age - 1]


def test_every_word_of_the_description_is_accepted() -> None:
    for key, words in {
        "sex": Sex,
        "activity": Activity,
        "disability": Disability,
        "absence": Absence,
    }.items():
        for word in words:
            document = smallest()
            document["members"][0][key] = word.value
            assert getattr(read_application(document).household.members[0], key) is word


def test_the_kinds_of_income_are_those_of_the_description() -> None:
    assert [kind.value for kind in IncomeKind] == [
        "wage", "casual_work", "final_pay", "sick_pay", "maternity_pay", "self_employment", "pension", "allowance",
        "child_care_allowance", "large_family_allowance", "survivor_allowance", "disability_allowance",
        "unemployment_benefit", "disabled_child_care_allowance", "carer_allowance", "birth_grant",
        "one_off_state_payment", "local_aid", "alimony", "alimony_arrears", "farm", "rent", "sale", "gift",
        "interest", "winnings", "stipend", "loan", "employment_measure", "assistance", "housing_aid",
        "burial_grant", "child_disability_allowance", "other",
    ]  # fmt: skip


def test_the_words_that_are_new_are_read_as_they_were_meant() -> None:
    document = smallest()
    document["registered"] = False
    document["members"][0] |= {"activity": "carer", "cares_for": "elderly", "cared_for_age": 81, "entitled": False}
    document["members"] += [
        {"relationship": word, "age": 30}
        for word in ("partner", "child_in_law", "parent_in_law", "ward", "foster_child")
    ]
    document["history"] = {"false_data": True, "false_data_on": date(2023, 5, 1)}
    document["property"] = {
        "holdings": ["cars", "dwellings"],
        "dwellings_area_m2": 60,
        "dwellings_in_emergency_state": True,
        "plot_granted_free": True,
    }
    household = read_application(document).household
    applicant, *others = household.members
    assert (household.registered, applicant.entitled, applicant.cared_for_age) == (False, False, 81)
    assert [other.relationship for other in others] == [
        Relationship.PARTNER, Relationship.CHILD_IN_LAW, Relationship.PARENT_IN_LAW, Relationship.WARD,
        Relationship.FOSTER_CHILD,
    ]  # fmt: skip
    assert household.history == History(false_data=True, false_data_on=date(2023, 5, 1))
    assert household.property == Property(
        frozenset({Holding.CARS, Holding.DWELLINGS}),
        dwellings_area_m2=60,
        dwellings_in_emergency_state=True,
        plot_granted_free=True,
    )


def test_a_file_of_yesterday_means_what_it_meant() -> None:
    """What is new is absent from it: nobody unentitled, registered, no property, no day of false data."""
    household = read_application(smallest()).household
    assert (household.registered, household.property, household.members[0].entitled) == (True, NO_PROPERTY, True)
    assert (household.members[0].cared_for_age, household.history.false_data_on) == (None, None)


@pytest.mark.parametrize(
    ("on", "counted"),
    [
        (date(2022, 12, 31), 0),
        (date(2023, 1, 1), 30_000),
        (date(2023, 3, 31), 30_000),
        (date(2023, 4, 1), 0),
        (date(1990, 1, 1), 0),
    ],
)
def test_money_of_one_day_counts_where_the_day_lies_in_the_base_quarter(on: date, counted: int) -> None:
    document = smallest()
    document["members"][0]["incomes"] = [{"kind": "gift", "once": {"on": on, "tenge": 30_000}}]
    assert read_application(document).household.members[0].incomes == (Income.of(IncomeKind.GIFT, counted),)


def test_a_spouse_who_has_left_and_a_partner_may_stand_in_one_file() -> None:
    document = smallest()
    document["members"] += [
        {"relationship": "spouse", "age": 40, "absence": "left"},
        {"relationship": "partner", "age": 41},
    ]
    assert len(read_application(document).household.members) == 3


def test_the_largest_household_has_forty_members() -> None:
    document = smallest()
    document["members"] += [{"relationship": "other", "age": 30}] * 39
    assert len(read_application(document).household.members) == 40
    document["members"].append({"relationship": "other", "age": 30})
    assert (refusal(document).field, "40" in str(refusal(document))) == ("members", True)


def _set(*path: str | int, to: Any) -> Change:
    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = to

    return change


def _drop(*path: str | int) -> Change:
    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        del document[path[-1]]

    return change


def _member(**keys: Any) -> Change:
    return lambda document: document["members"].append({"relationship": "child", "age": 3, **keys})


INCOME = ("members", 0, "incomes", 0)
# What is wrong, where the message must point, and a word of what it must say is allowed.
WRONG: dict[str, tuple[Change, str, str]] = {
    "an unknown key of the file": (_set("applied", to=1), "applied", "applied_on"),
    "no day of application": (_drop("applied_on"), "applied_on", "needed"),
    "a day of application in quotes": (_set("applied_on", to="2023-05-10"), "applied_on", "2023-05-10"),
    "a day of application with a time": (
        _set("applied_on", to=datetime(2023, 5, 10, 12)),  # noqa: DTZ001 - TOML's local time
        "applied_on",
        "a day such as",
    ),
    "a day before the law begins": (_set("applied_on", to=date(2019, 12, 31)), "applied_on", "2020-01-01"),
    "a day after the law is known": (_set("applied_on", to=date(2028, 1, 1)), "applied_on", ""),
    "a day of the year 1": (_set("applied_on", to=date(1, 1, 1)), "applied_on", "2020-01-01"),
    "a day of the year 9999": (_set("applied_on", to=date(9999, 12, 31)), "applied_on", ""),
    "no region": (_drop("region"), "region", "needed"),
    "an unknown region": (_set("region", to="KZ-99"), "region", "KZ-71"),
    "the country as a region": (_set("region", to="KZ"), "region", "KZ-71"),
    "a region in words": (_set("region", to="Almaty"), "region", "KZ-75"),
    "a region as a number": (_set("region", to=75), "region", "KZ-75"),
    "a region as a list": (_set("region", to=["KZ-75"]), "region", "KZ-75"),
    "no members": (_drop("members"), "members", "needed"),
    "an empty list of members": (_set("members", to=[]), "members", "1 to 40"),
    "members as a table": (_set("members", to={"mother": 1}), "members", "list"),
    "a member as a word": (_set("members", 1, to="child"), "members[1]", "table"),
    "sixty members": (lambda document: [_member()(document) for _ in range(58)], "members", "40"),
    "no applicant": (_set("members", 0, "relationship", to="other"), "members", "applicant"),
    "two applicants": (_member(relationship="applicant", age=30), "members", "applicant"),
    "two spouses": (
        lambda document: [_member(relationship="spouse", age=30)(document) for _ in range(2)],
        "members",
        "spouse",
    ),
    "two partners": (
        lambda document: [_member(relationship="partner", age=30)(document) for _ in range(2)],
        "members",
        "partner",
    ),
    "no relationship": (_drop("members", 1, "relationship"), "members[1].relationship", "needed"),
    "an unknown relationship": (_member(relationship="wife"), "members[3].relationship", "spouse"),
    "an unknown key of a member": (_member(income=3), "members[3].income", "incomes"),
    "an empty label": (_member(label=" "), "members[3].label", "1 to 60"),
    "a label of 61 characters": (_member(label="a" * 61), "members[3].label", "1 to 60"),
    "a label as a number": (_member(label=3), "members[3].label", "text"),
    "neither birthday nor age": (_drop("members", 0, "born_on"), "members[0].born_on", "age"),
    "both birthday and age": (_member(born_on=date(2020, 1, 1)), "members[3].born_on", "exactly one"),
    "a birth in the future": (
        _set("members", 0, "born_on", to=date(2023, 5, 11)),
        "members[0].born_on",
        "future",
    ),
    "a birth 121 years ago": (
        _set("members", 0, "born_on", to=date(1902, 1, 1)),
        "members[0].born_on",
        "120",
    ),
    "a birthday in quotes": (_set("members", 0, "born_on", to="1988-04-02"), "members[0].born_on", "quotes"),
    "an age below nought": (_member(age=-1), "members[3].age", "0 to 120"),
    "an age of 121": (_member(age=121), "members[3].age", "0 to 120"),
    "an age with a fraction": (_member(age=Decimal("3.5")), "members[3].age", "whole years"),
    "an age in quotes": (_member(age="3"), "members[3].age", "whole years"),
    "an age that is true": (_member(age=True), "members[3].age", "whole years"),
    "an unknown sex": (_member(sex="woman"), "members[3].sex", "female, male"),
    "an unknown activity": (_member(activity="works"), "members[3].activity", "employed"),
    "care by somebody who is no carer": (_member(cares_for="elderly"), "members[3].cares_for", "carer"),
    "an unknown person cared for": (
        _member(activity="carer", cares_for="dog"),
        "members[3].cares_for",
        "child_under_3",
    ),
    "an unknown disability": (_member(disability="group_4"), "members[3].disability", "group_3"),
    "an unknown absence": (_member(absence="work"), "members[3].absence", "military"),
    "a long illness in words": (_member(long_illness="yes"), "members[3].long_illness", "true or false"),
    "an entitlement in words": (_member(entitled="yes"), "members[3].entitled", "true or false"),
    "an age of somebody cared for without care": (_member(cared_for_age=81), "members[3].cared_for_age", "elderly"),
    "an age of a child cared for": (
        _member(age=30, activity="carer", cares_for="child_under_3", cared_for_age=2),
        "members[3].cared_for_age",
        "elderly",
    ),
    "an age of 121 of somebody cared for": (
        _member(age=30, activity="carer", cares_for="elderly", cared_for_age=121),
        "members[3].cared_for_age",
        "0 to 120",
    ),
    "registered in words": (_set("registered", to="no"), "registered", "true or false"),
    "a registration as a number": (_member(registered_here=1), "members[3].registered_here", "true or false"),
    "incomes as a number": (_member(incomes=90_000), "members[3].incomes", "list"),
    "incomes as one table": (_member(incomes={"kind": "wage"}), "members[3].incomes", "list"),
    "an income as a number": (_member(incomes=[90_000]), "members[3].incomes[0]", "table"),
    "an income of no kind": (_drop(*INCOME, "kind"), "members[0].incomes[0].kind", "needed"),
    "an unknown kind of income": (_set(*INCOME, "kind", to="salary"), "members[0].incomes[0].kind", "wage"),
    "an unknown key of an income": (_set(*INCOME, "yearly", to=1), "members[0].incomes[0].yearly", "monthly"),
    "an income without an amount": (_drop(*INCOME, "monthly"), "members[0].incomes[0]", "exactly one"),
    "an income by month and in all": (_set(*INCOME, "total", to=1), "members[0].incomes[0]", "exactly one"),
    "negative money": (_set(*INCOME, "monthly", to=-1), "members[0].incomes[0].monthly", "0"),
    "money with a fraction": (
        _set(*INCOME, "monthly", to=Decimal("90000.5")),
        "members[0].incomes[0].monthly",
        "whole tenge",
    ),
    "money as a float": (_set(*INCOME, "monthly", to=9e4), "members[0].incomes[0].monthly", "whole tenge"),
    "money in quotes": (
        _set(*INCOME, "monthly", to="90 000"),
        "members[0].incomes[0].monthly",
        "whole tenge",
    ),
    "money that is true": (_set(*INCOME, "monthly", to=True), "members[0].incomes[0].monthly", "whole tenge"),
    "money beyond all measure": (
        _set(*INCOME, "monthly", to=10**30),
        "members[0].incomes[0].monthly",
        "to 1",
    ),
    "a negative total": (
        _set("members", 0, "incomes", 1, "total", to=-5),
        "members[0].incomes[1].total",
        "0",
    ),
    "months as a list": (
        _set("members", 0, "incomes", 2, "months", to=[1, 2, 3]),
        "members[0].incomes[2].months",
        "table",
    ),
    "a month of another quarter": (
        _set("members", 0, "incomes", 2, "months", "2023-04", to=1),
        "members[0].incomes[2].months",
        "2023-01, 2023-02, 2023-03",
    ),
    "a month by its name": (
        _set("members", 0, "incomes", 2, "months", "March", to=1),
        "members[0].incomes[2].months",
        "2023-03",
    ),
    "negative money in a month": (
        _set("members", 0, "incomes", 2, "months", "2023-02", to=-1),
        "members[0].incomes[2].months.2023-02",
        "whole tenge",
    ),
    "money that came once as a number": (
        _set("members", 0, "incomes", 2, to={"kind": "gift", "once": 5}),
        "members[0].incomes[2].once",
        "table",
    ),
    "money that came once on no day": (
        _set("members", 0, "incomes", 2, to={"kind": "gift", "once": {"tenge": 5}}),
        "members[0].incomes[2].once.on",
        "needed",
    ),
    "money that came once of no amount": (
        _set("members", 0, "incomes", 2, to={"kind": "gift", "once": {"on": date(2023, 2, 1)}}),
        "members[0].incomes[2].once.tenge",
        "needed",
    ),
    "money that came once on a day in quotes": (
        _set("members", 0, "incomes", 2, to={"kind": "gift", "once": {"on": "2023-02-01", "tenge": 5}}),
        "members[0].incomes[2].once.on",
        "quotes",
    ),
    "negative money that came once": (
        _set("members", 0, "incomes", 2, to={"kind": "gift", "once": {"on": date(2023, 2, 1), "tenge": -5}}),
        "members[0].incomes[2].once.tenge",
        "whole tenge",
    ),
    "an unknown key of money that came once": (
        _set("members", 0, "incomes", 2, to={"kind": "gift", "once": {"day": 1}}),
        "members[0].incomes[2].once.day",
        "tenge",
    ),
    "two rhythms of an income": (
        _set("members", 0, "incomes", 2, "once", to={"on": date(2023, 2, 1), "tenge": 5}),
        "members[0].incomes[2]",
        "exactly one",
    ),
    "property in words": (_set("property", to="a car"), "property", "table"),
    "an unknown key of the property": (_set("property", to={"car": 1}), "property.car", "holdings"),
    "an unknown holding": (_set("property", to={"holdings": ["camel"]}), "property.holdings", "dwellings"),
    "holdings as a word": (_set("property", to={"holdings": "cars"}), "property.holdings", "list"),
    "an area with a fraction": (
        _set("property", to={"dwellings_area_m2": Decimal("40.5")}),
        "property.dwellings_area_m2",
        "whole square metres",
    ),
    "a free plot in words": (_set("property", to={"plot_granted_free": "no"}), "property.plot_granted_free", "true"),
    "false data in the future": (
        _set("history", "false_data_on", to=date(2023, 5, 11)),
        "history.false_data_on",
        "2023-05-10",
    ),
    "false data of a day in quotes": (
        _set("history", "false_data_on", to="2023-05-01"),
        "history.false_data_on",
        "quotes",
    ),
    "a history in words": (_set("history", to="none"), "history", "table"),
    "an unknown key of the history": (
        _set("history", "refused", to=True),
        "history.refused",
        "refused_measures_on",
    ),
    "a refusal of measures in the future": (
        _set("history", "refused_measures_on", to=date(2023, 5, 11)),
        "history.refused_measures_on",
        "2023-05-10",
    ),
    "a broken contract in the future": (
        _set("history", "contract_broken_on", to=date(2023, 5, 11)),
        "history.contract_broken_on",
        "2023-05-10",
    ),
    "a refusal of measures in quotes": (
        _set("history", "refused_measures_on", to="2023-01-15"),
        "history.refused_measures_on",
        "quotes",
    ),
    "an unknown conclusion": (_set("history", "commission", to="maybe"), "history.commission", "no_need"),
    "false data in words": (_set("history", "false_data", to="no"), "history.false_data", "true or false"),
    "an unknown award": (
        _set("history", "awarded_mother", to="gold"),
        "history.awarded_mother",
        "altyn_alqa",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_refused_with_the_field_and_what_is_allowed(wrong: str) -> None:
    change, field, words = WRONG[wrong]
    document = example()
    change(document)
    error = refusal(document)
    assert error.field == field
    assert str(error).startswith(f"{field}: ")
    assert words in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2028, 1, 1)])
def test_a_day_asked_for_that_the_law_does_not_reach_is_the_call_s_mistake_not_the_file_s(day: date) -> None:
    assert refusal(smallest(), on=day).field == "on"


def test_a_day_after_the_law_is_known_is_refused_with_the_last_day_that_is_known() -> None:
    document = smallest()
    document["applied_on"] = date(2028, 1, 1)
    assert "2027-12-31" in str(refusal(document))


def test_a_region_that_did_not_exist_yet_is_refused_with_the_one_it_belonged_to() -> None:
    document = {**smallest(), "region": "KZ-10", "applied_on": date(2022, 6, 7)}
    message = str(refusal(document))
    assert "2022-06-08" in message
    assert "KZ-63" in message


def test_a_file_that_is_read_is_left_as_it_was() -> None:
    document = example()
    read_application(document)
    assert document == example()

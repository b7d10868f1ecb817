"""Other help: what holds of every family, the table of its kinds, and what is tried by hand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules import (
    Assessment,
    Birth,
    Help,
    HelpStanding,
    Household,
    Income,
    IncomeKind,
    LawError,
    Member,
    NobodyCountsError,
    PovertyLine,
    PovertyLines,
    Quarter,
    Relationship,
    assess,
    monthly_totals,
    other_help,
    other_help_record,
)
from rules.law_in_force import law_in_force
from rules.other_help import KINDS, Counted, Fact, Kind, Lacks, Open, Paid
from rules.other_help.pensions import pension_day
from rules.other_help.worth import UNIT_OF, worth
from rules.parameters import parameters, value_of
from rules.sources import Edition, Grade, provisions
from rules.who_counts import standing_of
from tests.cast.families import DAYS, KNOWN_INCOMES, estimated_incomes, households, lines_of

few = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TODAY = date(2026, 11, 20)
LAW = law_in_force(TODAY)
DUE, RECEIVED = HelpStanding.DUE, HelpStanding.RECEIVED


class Found(NamedTuple):
    """A family, what was found of it, and its other help."""

    household: Household
    assessment: Assessment
    helps: list[Help]


@st.composite
def found_families(draw: st.DrawFn) -> Found:
    """Return a family that `assess` accepts, with its other help."""
    on = draw(DAYS)
    household = draw(households(on, KNOWN_INCOMES | estimated_incomes()))
    assessment = assess(household, on, draw(lines_of(household, on)))
    return Found(household, assessment, other_help(household, assessment))


# --- what holds of every family ---


@few
@given(found_families())
def test_no_help_has_an_amount_of_nought_or_less_or_ends_that_are_turned(found: Found) -> None:
    for one in found.helps:
        for amount in (one.amount, *(claim.worth for claim in one.claims)):
            if amount is not None:
                assert 0 < amount.low <= amount.high
                assert {type(amount.low), type(amount.high)} == {int}


@few
@given(found_families())
def test_nothing_is_due_that_is_received_already(found: Found) -> None:
    told = {income.kind for member in found.household.members for income in member.incomes}
    for one in found.helps:
        assert one.already_received == (one.standing is RECEIVED)
        if one.already_received:
            assert one.kind.income in told
        if one.standing is DUE and one.kind.income in told and one.kind.income_names_it:
            receivers = [
                member
                for member in found.household.members
                if any(income.kind is one.kind.income for income in member.incomes)
            ]
            assert one.of
            assert not [standing for standing in one.of if standing.member in receivers]


@few
@given(found_families())
def test_the_totals_add_up_and_hold_what_is_due_alone(found: Found) -> None:
    totals = monthly_totals(found.assessment, found.helps)
    due = [one for one in found.helps if one.standing is DUE and one.kind.paid is Paid.MONTHLY]
    known = [one.amount for one in due if one.amount is not None]
    assert (totals.other is None) == (len(known) < len(due))
    if totals.other is not None:
        assert totals.other == (sum(one.low for one in known), sum(one.high for one in known))
    if totals.income is not None:
        assert totals.without_other is not None
        for end in (0, 1):
            assert totals.without_other[end] == totals.income[end] + totals.assistance[end]
        if totals.other is not None:
            assert totals.with_other is not None
            for end in (0, 1):
                assert totals.with_other[end] == totals.without_other[end] + totals.other[end]
    assert 0 <= totals.assistance.low <= totals.assistance.high


@few
@given(found_families())
def test_what_excludes_each_other_is_never_both_due(found: Found) -> None:
    due = {one.id for one in found.helps if one.standing is DUE}
    for one in found.helps:
        if one.standing is DUE:
            assert not due & set(one.kind.excludes)


@few
@given(found_families())
def test_each_standing_says_what_it_has_to(found: Found) -> None:
    """What may be due names one fact, what is near what is missing, and what is due has an amount or says why not."""
    for one in found.helps:
        assert (one.missed is not None) == (one.standing is HelpStanding.NEAR)
        if one.standing is HelpStanding.MAY_BE_DUE:
            assert one.fact is not None
        if one.standing in {HelpStanding.NEAR, RECEIVED}:
            assert one.fact is None
        if one.standing is DUE and one.kind.paid is not Paid.IN_KIND:
            assert one.amount is not None or Open.UNIT_UNKNOWN in one.leaves_open
        assert one.sources
        assert one.sources[0].provision == one.kind.provision
        assert one.until is None or one.until >= found.assessment.law.day
        assert one.apply_by is None or one.apply_by >= found.assessment.law.day


@few
@given(found_families())
def test_no_kind_stands_twice_for_the_same_person_and_what_is_due_comes_first(found: Found) -> None:
    pairs = Counter((one.id, id(standing.member)) for one in found.helps for standing in one.of)
    of_families = Counter(one.id for one in found.helps if not one.of)
    assert [pair for pair, times in (pairs | of_families).items() if times > 1] == []
    order = [list(HelpStanding).index(one.standing) for one in found.helps]
    assert order == sorted(order)


@few
@given(found_families())
def test_nobody_who_does_not_count_is_offered_anything(found: Found) -> None:
    counted = {id(standing.member) for standing in found.assessment.family.counted}
    assert all(id(standing.member) in counted for one in found.helps for standing in one.of)


@few
@given(found_families())
def test_only_who_may_reside_is_offered_anything(found: Found) -> None:
    if all(not standing.member.entitled for standing in found.assessment.family.counted):
        standings = {one.standing for one in found.helps}
        assert standings <= {HelpStanding.NEAR, RECEIVED}
        assert all(one.amount is None or one.missed or one.already_received for one in found.helps)


@few
@given(found_families())
def test_the_record_is_of_plain_words_and_names_the_same_help(found: Found) -> None:
    record = other_help_record(found.household, found.assessment)
    assert [(one["help"], one["standing"]) for one in record["help"]] == [
        (one.id, one.standing.value) for one in found.helps
    ]
    for one, told in zip(found.helps, record["help"], strict=True):
        assert told["amount_tenge"] == (one.amount and {"low": one.amount.low, "high": one.amount.high})
        assert sorted({label for claim in told["claims"] for label in claim["of"]}) == sorted(
            {standing.label for standing in one.of}
        )


@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2023, 6, 30), date(2023, 7, 1), date(2024, 2, 29), TODAY])
def test_a_grown_up_of_whom_nothing_is_known_is_offered_no_money(on: date) -> None:
    household = Household("KZ-75", (Member("m", Relationship.APPLICANT),))
    helps = other_help(household, assess(household, on, PovertyLines()))
    assert [one.id for one in helps if one.standing is DUE and one.kind.paid is not Paid.IN_KIND] == []
    assert not helps or on >= date(2023, 7, 1)


def test_a_family_of_whom_nobody_counts_is_refused_before() -> None:
    household = Household("KZ-75", (Member("m", Relationship.APPLICANT, absence="detention"),))  # type: ignore[arg-type]  # a word
    with pytest.raises(NobodyCountsError):
        other_help(household, assess(household, TODAY, PovertyLines()))


# --- the table ---


def test_the_table_has_every_row_of_the_collection_and_no_id_twice() -> None:
    assert {kind.row for kind in KINDS} == set(range(1, 34))
    assert [name for name, times in Counter(kind.id for kind in KINDS).items() if times > 1] == []
    assert [kind.row for kind in KINDS] == sorted(kind.row for kind in KINDS)
    assert all(set(kind.id) <= set("abcdefghijklmnopqrstuvwxyz-1") for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_rests_on_its_own_provision_and_on_numbers_of_the_law(kind: Kind) -> None:
    own = provisions()[kind.provision]
    assert own.id == (f"H{kind.row}" if kind.row != 5 else own.id)
    assert own.decides
    source = kind.source(Edition.E2023)
    assert source is not None
    assert source.grade is Grade.LEGAL_TEXT
    assert source.article
    assert set(kind.values) <= set(parameters())
    assert kind.where
    known = {one.id for one in KINDS}
    assert set(kind.excludes) <= known - {kind.id}
    assert kind.term is None or kind.term[0] in kind.values
    assert kind.backdated is None or kind.backdated in kind.values


def test_exclusion_holds_both_ways_but_for_one_that_is_said_once() -> None:
    by_id = {kind.id: kind for kind in KINDS}
    one_way = {(kind.id, other) for kind in KINDS for other in kind.excludes if kind.id not in by_id[other].excludes}
    assert one_way == {("survivor-allowance-both-parents", "survivor-allowance")}


def test_every_number_of_other_help_belongs_to_a_kind_or_to_all_payments_or_to_the_fund() -> None:
    """A number that nothing reads would grow old unseen."""
    used = {name for kind in KINDS for name in kind.values}
    of_all = {"allowance_notice_of_changes_term", "allowance_suspension_idle_account", "allowance_arrears_limit"}
    of_fund = {name for name in parameters() if name.startswith(("social_insurance_", "social_payment_"))}
    units = set(UNIT_OF.values())
    decided = {name for name, found in parameters().items() if "other_help" in found.decides}
    assert decided - used - of_all - of_fund - units == set()


def test_whether_money_is_income_follows_the_rules_of_income() -> None:
    by_id = {kind.id: kind.counted for kind in KINDS}
    assert by_id["child-care-allowance"] is by_id["large-family-allowance"] is Counted.YES
    assert by_id["child-disability-allowance"] is by_id["housing-aid"] is by_id["burial-payment"] is Counted.NO
    assert by_id["birth-grant"] is by_id["disabled-child-parent-allowance"] is by_id["local-aid"] is Counted.OPEN
    assert by_id["prostheses-and-aids"] is None
    grades = {"I3": Grade.OFFICIAL, "I4": Grade.MEDIA, "I4a": Grade.UNVERIFIED}
    for kind in KINDS:
        if kind.counted_by:
            assert provisions()[kind.counted_by].sources[Edition.E2023].grade is grades[kind.counted_by]


# Figures that authorities published for 2026, and how they come out; where the ministry rounds to the nearest,
# one tenge below rounding up.
PUBLISHED = [
    ("birth_grant_child_1_to_3", 164_350), ("birth_grant_child_4_or_more", 272_475),
    ("child_care_allowance_child_1", 24_912), ("child_care_allowance_child_2", 29_454),
    ("child_care_allowance_child_3", 33_952), ("child_care_allowance_child_4_or_more", 38_493),
    ("disability_allowance_child_under_7", 81_871), ("disability_allowance_child_7_to_18_group_1", 111_873),
    ("disability_allowance_child_7_to_18_group_2", 93_058), ("disability_allowance_child_7_to_18_group_3", 81_871),
    ("disabled_child_carer_allowance", 81_871), ("disability_allowance_group_2", 89_498),
    ("survivor_allowance_members_1", 46_783), ("survivor_allowance_members_2", 86_447),
    ("survivor_allowance_members_3", 114_415), ("survivor_allowance_members_4", 132_213),
    ("survivor_allowance_members_5", 139_841), ("survivor_allowance_members_6_or_more", 152_553),
    ("survivor_allowance_orphan_of_both", 78_311), ("basic_pension_minimum_share", 35_596),
    ("basic_pension_maximum_share", 60_005), ("social_payment_child_care_maximum", 238_000),
]  # fmt: skip
TO_THE_NEAREST = [("disability_allowance_group_1", 111_872), ("disability_allowance_group_3", 61_021)]
COMPUTED = [
    ("burial_payment", 151_375), ("burial_payment_war_veteran", 158_295),
    ("burial_payment_from_savings_limit", 406_550),
    ("special_professional_allowance", 101_702), ("special_state_allowance_hero", 599_575),
    ("special_state_allowance_combat_veteran_1_to_5", 26_772),
    ("special_state_allowance_combat_veteran_6_to_8", 20_760),
    ("special_state_allowance_equated_participant", 26_772), ("special_state_allowance_equated_disabled", 32_654),
    ("special_state_allowance_war_widow", 19_376), ("special_state_allowance_family_of_fallen", 19_852),
    ("special_state_allowance_spouse_of_war_disabled", 11_072), ("special_state_allowance_home_front", 9_213),
    ("special_state_allowance_chernobyl_1988_1989", 20_760), ("special_state_allowance_repression_victim", 5_320),
    ("special_state_allowance_special_merit_pensioner", 5_320), ("special_state_allowance_war_veteran", 69_200),
    ("survivor_allowance_both_parents_other_member", 31_528), ("minimum_pension", 69_049),
]  # fmt: skip


@pytest.mark.parametrize(("name", "tenge"), PUBLISHED + COMPUTED)
def test_a_figure_of_2026_comes_out_to_the_tenge(name: str, tenge: int) -> None:
    found = worth(name, LAW)
    assert found is not None
    assert (found.low, found.high) == (tenge, tenge)


@pytest.mark.parametrize(("name", "tenge"), TO_THE_NEAREST)
def test_where_the_ministry_rounds_to_the_nearest_the_payers_pay_one_tenge_more(name: str, tenge: int) -> None:
    found = worth(name, LAW)
    assert found is not None
    assert found.low == tenge + 1


def test_the_figures_of_the_press_are_those_of_the_act() -> None:
    for day in (date(2025, 5, 1), TODAY):
        by_act = worth("basic_pension_minimum_share", law_in_force(day))
        assert by_act is not None
        assert by_act.low == value_of("basic_pension_minimum", day).value


# --- by hand ---


def helps_of(*members: Member, on: date = TODAY) -> Sequence[Help]:
    """Return the other help of a family in Astana by a line of 40 000."""
    household = Household("KZ-71", members)
    line = PovertyLine.published("KZ-71", Quarter.of(on), 40_000, "akimat")
    return other_help(household, assess(household, on, PovertyLines(always=line)))


def test_the_day_of_pension_moves_on_with_the_age_that_rises() -> None:
    def day_of(born_on: date, sex: str) -> date | None:
        member = Member("m", Relationship.APPLICANT, Birth.on(born_on), sex=sex)  # type: ignore[arg-type]  # a word
        household = Household("KZ-71", (member,))
        return pension_day(standing_of(member, household, LAW), LAW)

    assert day_of(date(1966, 5, 1), "female") == date(2027, 5, 1)  # 61
    assert day_of(date(1967, 3, 1), "female") == date(2028, 9, 1)  # 61 and a half
    assert day_of(date(1967, 9, 1), "female") == date(2029, 9, 1)  # 61.5 would be in 2029, when it is 62
    assert day_of(date(1970, 1, 1), "female") == date(2033, 1, 1)  # 63
    assert day_of(date(1970, 1, 1), "male") == date(2033, 1, 1)


def test_a_member_without_a_birthday_or_an_age_raises_nothing() -> None:
    mother = Member("m", Relationship.APPLICANT, incomes=(Income(IncomeKind.WAGE, 0, None),))
    helps = helps_of(mother, Member("s", Relationship.CHILD), Member("b", Relationship.CHILD, Birth.at_age(0, TODAY)))
    grant = next(one for one in helps if one.id == "birth-grant")
    assert (grant.standing, grant.fact) == (HelpStanding.MAY_BE_DUE, Fact.NOT_RECEIVED_BEFORE)


def test_the_assistance_that_is_left_once_the_other_money_counts_is_that_of_a_family_which_gets_it() -> None:
    """Four children, and their allowance is not among the income: the mother reads both amounts before she applies."""
    children = [Member(f"c{age}", Relationship.CHILD, Birth.at_age(age, TODAY)) for age in (3, 7, 9, 12)]
    wage = Income.of(IncomeKind.WAGE, 3 * 90_000)
    mother = Member("m", Relationship.APPLICANT, Birth.at_age(35, TODAY), incomes=(wage,))
    line = PovertyLine.published("KZ-61", Quarter.of(TODAY), 45_000, "given")

    def found_with(*incomes: Income) -> Assessment:
        household = Household("KZ-61", (replace(mother, incomes=(wage, *incomes)), *children))
        return assess(household, TODAY, PovertyLines([line]))

    without = found_with()
    totals = other_help_record(Household("KZ-61", (mother, *children)), without)["totals"]
    allowance = without.allowances.large_family_tenge
    assert allowance is not None
    with_it = found_with(Income.of(IncomeKind.LARGE_FAMILY_ALLOWANCE, 3 * allowance))
    left = with_it.total.high // with_it.months
    assert totals["assistance_once_counted_tenge"] == {"low": left, "high": left, "likely": left}
    assert 0 < left < without.total.high // without.months
    listed = other_help_record(Household("KZ-61", (mother, *children)), with_it)["totals"]
    assert listed["assistance_once_counted_tenge"] is None, "what is received is not due once more"


def test_a_child_alone_who_may_not_reside_misses_its_own_money() -> None:
    mother = Member("m", Relationship.APPLICANT, activity="carer", cares_for="child_under_3")  # type: ignore[arg-type]  # words
    baby = Member("b", Relationship.CHILD, Birth.on(date(2026, 9, 1)), entitled=False)
    grant = next(one for one in helps_of(mother, baby) if one.id == "birth-grant")
    assert grant.missed is not None
    assert (grant.standing, grant.missed.by) == (HelpStanding.NEAR, Lacks.STATUS)


def test_a_day_that_the_law_does_not_reach_is_refused_before() -> None:
    with pytest.raises(LawError):
        helps_of(Member("m", Relationship.APPLICANT), on=date(2019, 12, 31))

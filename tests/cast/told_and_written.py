"""Families twice: as a person tells them, and as a file of the command line describes them."""

from typing import Final, NamedTuple

from tests.cast.interview import ORDINARY, Script


class Written(NamedTuple):
    """A family by name, what its person says, and its file; the labels of the file are the keys of the members."""

    name: str
    script: Script
    file: str


FAMILIES: Final = (
    Written(
        "a couple with three children and one wage",
        {**ORDINARY, "birthday": "15.01.2020", "people:child": "3 6 12"},
        """
        applied_on = 2026-11-23
        region = "KZ-71"
        [[members]]
        label = "self"
        relationship = "applicant"
        age = 35
        activity = "employed"
        incomes = [{ kind = "wage", monthly = 90_000 }]
        [[members]]
        label = "spouse"
        relationship = "spouse"
        age = 33
        activity = "employed"
        [[members]]
        label = "c1"
        relationship = "child"
        age = 3
        [[members]]
        label = "c2"
        relationship = "child"
        born_on = 2020-01-15
        [[members]]
        label = "c3"
        relationship = "child"
        age = 12
        """,
    ),
    Written(
        "a mother alone with a baby, in the first quarter of the Social Code",
        {
            "region": "KZ-71",
            "household": "children",
            "people:child": "0",
            "activity": "carer",
            "cares-for": "child_under_3",
            "income-kinds": "allowance,alimony",
            "allowance-kinds": "child_care_allowance,housing_aid",
            "amount:child_care_allowance.self": "19 872",
            "amount:alimony.self": "differs",
            "month:alimony.self.1": "10 мың",
            "month:alimony.self.2": "жоқ",
            "month:alimony.self.3": "15 000 ₸",
            "circumstances": "elsewhere",
            "elsewhere": "c1",
            "birthday": "2022 жылғы 20 желтоқсан",
        },
        """
        applied_on = 2023-08-10
        region = "KZ-71"
        [[members]]
        label = "self"
        relationship = "applicant"
        age = 24
        activity = "carer"
        cares_for = "child_under_3"
        [[members.incomes]]
        kind = "child_care_allowance"
        monthly = 19_872
        [[members.incomes]]
        kind = "alimony"
        months = { "2023-04" = 10_000, "2023-05" = 0, "2023-06" = 15_000 }
        [[members.incomes]]
        kind = "housing_aid"
        total = 0
        [[members]]
        label = "c1"
        relationship = "child"
        born_on = 2022-12-20
        registered_here = false
        """,
    ),
    Written(
        "a large family that receives its allowance, with an award and a loan",
        {
            "region": "KZ-61",
            "household": "spouse,children",
            "people:child": "2 8 10 14 15",
            "activity:self": "none",
            "small-child": "no",
            "activity:spouse": "self_employed",
            "income-kinds": "self_employment,allowance,sale",
            "allowance-kinds": "large_family_allowance",
            "earners": "spouse",
            "amount:self_employment.spouse": "50 мың",
            "amount:sale.self": "300 мың",
            "amount:loan.self": "200 мың",
            "circumstances": "award",
            "history": "loan",
            "award": "altyn_alqa",
        },
        """
        applied_on = 2026-02-03
        region = "KZ-61"
        [[members]]
        label = "self"
        relationship = "applicant"
        age = 38
        activity = "none"
        [[members.incomes]]
        kind = "sale"
        total = 300_000
        [[members.incomes]]
        kind = "loan"
        total = 200_000
        [[members.incomes]]
        kind = "large_family_allowance"
        monthly = 78_798                     # 20.04 x 3 932, rounded up
        [[members]]
        label = "spouse"
        relationship = "spouse"
        age = 40
        activity = "self_employed"
        incomes = [{ kind = "self_employment", monthly = 50_000 }]
        [[members]]
        label = "c1"
        relationship = "child"
        age = 2
        [[members]]
        label = "c2"
        relationship = "child"
        age = 8
        [[members]]
        label = "c3"
        relationship = "child"
        age = 10
        [[members]]
        label = "c4"
        relationship = "child"
        age = 14
        [[members]]
        label = "c5"
        relationship = "child"
        age = 15
        [history]
        awarded_mother = "altyn_alqa"
        """,
    ),
    Written(
        "three generations under the law of 2022, with disability, illness and a student",
        {
            "region": "KZ-79",
            "household": "spouse,children,husbands_mother",
            "people:child": "4",
            "people:husbands_mother": "62",
            "people:student": "20",
            "activity:self": "unemployed",
            "activity:spouse": "employed",
            "income-kinds": "wage,pension",
            "earners:wage": "spouse",
            "amount:wage.spouse": "45 мың",
            "amount:pension.e1": "30 тыс.",
            "amount:stipend.u1": "differs",
            "month:stipend.u1.1": "18 мың",
            "month": "0",
            "circumstances": "disability,illness,student",
            "history": "commission",
            "disabled": "c1",
            "disability": "child",
            "ill": "self",
            "commission": "need",
        },
        """
        applied_on = 2022-05-10
        region = "KZ-79"
        [[members]]
        label = "self"
        relationship = "applicant"
        age = 41
        activity = "unemployed"
        long_illness = true
        [[members]]
        label = "spouse"
        relationship = "spouse"
        age = 39
        activity = "employed"
        incomes = [{ kind = "wage", monthly = 45_000 }]
        [[members]]
        label = "e1"
        relationship = "parent_in_law"
        age = 62
        sex = "female"
        activity = "pensioner"
        incomes = [{ kind = "pension", monthly = 30_000 }]
        [[members]]
        label = "u1"
        relationship = "child"
        age = 20
        activity = "student"
        absence = "study_elsewhere"
        incomes = [{ kind = "stipend", months = { "2022-01" = 18_000 } }]
        [[members]]
        label = "c1"
        relationship = "child"
        age = 4
        disability = "child"
        [history]
        commission = "need"
        """,
    ),
    Written(
        "a family that refused work in 2021, with a brother in the army and a grandmother",
        {
            "region": "KZ-75",
            "household": "children,relatives",
            "people:child": "9 13",
            "relatives": "brother,grandmother",
            "people:brother": "20",
            "people:grandmother": "85",
            "activity:self": "employed",
            "activity:r1": "unemployed",
            "income-kinds": "wage,pension,gift",
            "earners:wage": "self",
            "amount:wage.self": "25 000",
            "amount:pension.q1": "20 000",
            "amount:gift.self": "10 000",
            "circumstances": "care,away",
            "history": "work_refused,contract_broken",
            "away": "r1",
            "absence": "military",
            "carers": "self",
            "cared-for": "elderly",
            "work-refused-on": "1 наурыз 2021",
            "contract-broken-on": "15 января 2021 г.",
        },
        """
        applied_on = 2021-05-10
        region = "KZ-75"
        [[members]]
        label = "self"
        relationship = "applicant"
        age = 30
        activity = "carer"
        cares_for = "elderly"
        [[members.incomes]]
        kind = "wage"
        monthly = 25_000
        [[members.incomes]]
        kind = "gift"
        total = 30_000
        [[members]]
        label = "r1"
        relationship = "sibling"
        age = 20
        sex = "male"
        activity = "unemployed"
        absence = "military"
        [[members]]
        label = "q1"
        relationship = "grandparent"
        age = 85
        sex = "female"
        activity = "pensioner"
        incomes = [{ kind = "pension", monthly = 20_000 }]
        [[members]]
        label = "c1"
        relationship = "child"
        age = 9
        [[members]]
        label = "c2"
        relationship = "child"
        age = 13
        [history]
        refused_measures_on = 2021-03-01
        contract_broken_on = 2021-01-15
        """,
    ),
    Written(
        "somebody alone whose income is above the line",
        {
            "region": "KZ-10",
            "household": "none",
            "activity": "employed",
            "income-kinds": "wage",
            "amount": "1,2 млн",
            "circumstances": "disability,illness",
        },
        """
        applied_on = 2025-03-01
        region = "KZ-10"
        [[members]]
        label = "self"
        relationship = "applicant"
        age = 45
        activity = "employed"
        incomes = [{ kind = "wage", monthly = 1_200_000 }]
        """,
    ),
    Written(
        "a pensioner alone whose data the commission found false",
        {
            "region": "KZ-59",
            "household": "none",
            "activity": "pensioner",
            "years": "61",
            "income-kinds": "pension,farm,interest",
            "amount:pension.self": "12,5 мың",
            "amount:farm.self": "4 мың",
            "amount:interest.self": "үш айда 1500",
            "circumstances": "disability",
            "history": "commission",
            "disabled": "self",
            "disability": "group_3",
            "commission": "false_data",
            "sex": "male",
        },
        """
        applied_on = 2020-04-15
        region = "KZ-59"
        [[members]]
        label = "self"
        relationship = "applicant"
        age = 61
        sex = "male"
        activity = "pensioner"
        disability = "group_3"
        [[members.incomes]]
        kind = "pension"
        monthly = 12_500
        [[members.incomes]]
        kind = "farm"
        total = 12_000
        [[members.incomes]]
        kind = "interest"
        total = 1_500
        [history]
        false_data = true
        """,
    ),
)

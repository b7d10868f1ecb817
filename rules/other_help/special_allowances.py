"""Special state allowances, and the professional one after harmful work (H21, H22)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from rules.household import Disability, IncomeKind, Member
from rules.law_in_force import MONTHS_IN_YEAR
from rules.other_help.kind import AT_THE_STATE_CORPORATION, MAY_BE_DUE, Claim, Kind, Paper
from rules.other_help.pensions import pension_day
from rules.other_help.shown import BY_GROUP, Shown, is_pensioner
from rules.other_help.words import Begins, Fact, Lasts, Paid, PaperId
from rules.other_help.worth import between, whole, worth
from rules.who_counts import months_old

OF_PENSIONER: Final = {
    Disability.GROUP_1: "special_state_allowance_disabled_pensioner_group_1_2",
    Disability.GROUP_2: "special_state_allowance_disabled_pensioner_group_1_2",
    Disability.GROUP_3: "special_state_allowance_disabled_pensioner_group_3",
}
HOME_FRONT, VETERAN = "special_state_allowance_home_front", "special_state_allowance_war_veteran"
OTHER_GROUNDS: Final = tuple(
    f"special_state_allowance_{ground}"
    for ground in (
        "combat_veteran_1_to_5",
        "combat_veteran_6_to_8",
        "equated_participant",
        "equated_disabled",
        "war_widow",
        "family_of_fallen",
        "spouse_of_war_disabled",
        "hero",
        "chernobyl_1988_1989",
        "repression_victim",
        "special_merit_pensioner",
    )
)
# A threshold of the project's own, no day of the act: who was born later was not ten years old at the war's end.
LAST_OF_THE_WAR: Final = date(1935, 12, 31)
FROM_AGE: Final = "special_professional_allowance_from_age"
PROFESSIONAL: Final = "special_professional_allowance"


def special_state_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield it for a pensioner with a disability, and for who lived through the war: on one ground only (H21)."""
    for person in shown.adults:
        member = person.member
        if _may_remember_the_war(member):
            yield Claim(MAY_BE_DUE, (person,), between(HOME_FRONT, VETERAN, shown.law), Fact.WAR_OR_HOME_FRONT)
        elif member.disability in BY_GROUP and is_pensioner(member, shown.law):
            yield Claim(MAY_BE_DUE, (person,), worth(OF_PENSIONER[member.disability], shown.law), Fact.WITHOUT_TOP_UP)


def special_professional_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield it for who is 55 and older and below pension age, at work or not (H22).

    Only the harmful work has to be left or changed: other work does not take it away.
    """
    from_months = whole(FROM_AGE, shown.law) * MONTHS_IN_YEAR
    for person in shown.of_working_age:
        birth = person.member.birth
        if birth is not None and months_old(birth.latest, shown.law.day) >= from_months:
            amount, ends = worth(PROFESSIONAL, shown.law), pension_day(person, shown.law)
            until = ends - timedelta(days=1) if ends else None
            yield Claim(MAY_BE_DUE, (person,), amount, Fact.HARMFUL_WORK, until=until)


def _may_remember_the_war(member: Member) -> bool:
    return member.birth is not None and member.birth.latest <= LAST_OF_THE_WAR


SPECIAL_STATE_ALLOWANCE: Final = Kind(
    "special-state-allowance",
    21,
    "H21",
    special_state_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.RIGHT,
    Lasts.ON_ONE_GROUND,
    income=IncomeKind.ALLOWANCE,
    income_names_it=False,
    papers=(Paper(PaperId.LABOUR_BOOK),),
    values=(*dict.fromkeys(OF_PENSIONER.values()), HOME_FRONT, VETERAN, *OTHER_GROUNDS),
)
SPECIAL_PROFESSIONAL_ALLOWANCE: Final = Kind(
    "special-professional-allowance",
    22,
    "H22",
    special_professional_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.TO_PENSION_AGE,
    income=IncomeKind.ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    values=(PROFESSIONAL, FROM_AGE, "special_professional_allowance_contribution_months"),
)

"""Social services and aids for people with a disability; no money (H31-H33)."""

from collections.abc import Iterator
from typing import Final

from rules.household import CaresFor, Disability, IncomeKind
from rules.other_help.kind import BY_THE_MEDICAL_BOARD, MAY_BE_DUE, Claim, in_kind
from rules.other_help.shown import Shown
from rules.other_help.words import Fact, Where

AT_THE_PORTAL: Final = (Where.PORTAL_OF_SOCIAL_SERVICES,)
AT_THE_AKIMAT: Final = (Where.AKIMAT, Where.PORTAL_OF_SOCIAL_SERVICES)


def special_social_services(shown: Shown) -> Iterator[Claim]:
    """Yield care at home, by day or in a home, where disability or the care of an elderly person is told (H31)."""
    people = shown.disabled()
    carers = tuple(one for one in shown.adults if one.member.cares_for is CaresFor.ELDERLY)
    if people or carers:
        yield Claim(MAY_BE_DUE, people or carers, None, Fact.NEEDS_CARE)


def individual_assistant(shown: Shown) -> Iterator[Claim]:
    """Yield the assistant of a person of group I who moves with difficulty; not beside a paid carer of theirs (H32)."""
    people = tuple(one for one in shown.disabled() if one.member.disability is Disability.GROUP_1)
    has_paid_carer = len(people) == 1 and shown.receives(IncomeKind.CARER_ALLOWANCE)
    if people and not has_paid_carer:
        yield Claim(MAY_BE_DUE, people, None, Fact.DIFFICULTY_IN_MOVING)


def sign_language_specialist(shown: Shown) -> Iterator[Claim]:
    """Yield the specialist for whoever with a disability is deaf (H32)."""
    people = shown.disabled()
    if people:
        yield Claim(MAY_BE_DUE, people, None, Fact.DEAF)


def prostheses_and_aids(shown: Shown) -> Iterator[Claim]:
    """Yield what the individual programme of a person with a disability names (H33)."""
    people = shown.disabled()
    if people:
        yield Claim(MAY_BE_DUE, people, None, Fact.INDIVIDUAL_PROGRAMME)


SPECIAL_SOCIAL_SERVICES: Final = in_kind("special-social-services", 31, "H31", special_social_services, AT_THE_AKIMAT)
INDIVIDUAL_ASSISTANT: Final = in_kind(
    "individual-assistant",
    32,
    "H32",
    individual_assistant,
    AT_THE_PORTAL,
    papers=BY_THE_MEDICAL_BOARD,
    excludes=("group-1-carer-allowance",),
    values=("individual_assistant_hours",),
)
SIGN_LANGUAGE_SPECIALIST: Final = in_kind(
    "sign-language-specialist",
    32,
    "H32",
    sign_language_specialist,
    AT_THE_PORTAL,
    papers=BY_THE_MEDICAL_BOARD,
    values=("sign_language_specialist_hours",),
)
PROSTHESES_AND_AIDS: Final = in_kind(
    "prostheses-and-aids", 33, "H33", prostheses_and_aids, AT_THE_PORTAL, papers=BY_THE_MEDICAL_BOARD
)

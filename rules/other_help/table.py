"""Every kind of other help, in the order of the act; a new one is a module, and a line here."""

from functools import cache
from typing import Final

from rules.law_in_force import LawInForce
from rules.other_help.adult_with_disability import (
    ABILITY_LOSS_SOCIAL_PAYMENT,
    DISABILITY_ALLOWANCE,
    DISABILITY_ALLOWANCE_SPECIAL_CAUSE,
)
from rules.other_help.birth_grant import BIRTH_GRANT
from rules.other_help.burial import BURIAL_FROM_SAVINGS, BURIAL_PAYMENT
from rules.other_help.child_care import CHILD_CARE_ALLOWANCE, CHILD_CARE_SOCIAL_PAYMENT
from rules.other_help.child_with_disability import CHILD_DISABILITY_ALLOWANCE, DISABLED_CHILD_PARENT_ALLOWANCE
from rules.other_help.employment import (
    BUSINESS_SUPPORT,
    JOB_QUOTA,
    JOB_SEARCH,
    RESETTLEMENT,
    SUBSIDISED_JOB,
    VOCATIONAL_TRAINING,
)
from rules.other_help.group_1_carer import GROUP_1_CARER_ALLOWANCE
from rules.other_help.job_loss import JOB_LOSS_SOCIAL_PAYMENT
from rules.other_help.kind import Kind
from rules.other_help.local_aid import HOUSING_AID, LOCAL_AID
from rules.other_help.many_children import AWARDED_MOTHER_ALLOWANCE, LARGE_FAMILY_ALLOWANCE
from rules.other_help.maternity import MATERNITY_SOCIAL_PAYMENT
from rules.other_help.pensions import AGE_PENSION, BASIC_PENSION
from rules.other_help.social_services import (
    INDIVIDUAL_ASSISTANT,
    PROSTHESES_AND_AIDS,
    SIGN_LANGUAGE_SPECIALIST,
    SPECIAL_SOCIAL_SERVICES,
)
from rules.other_help.special_allowances import SPECIAL_PROFESSIONAL_ALLOWANCE, SPECIAL_STATE_ALLOWANCE
from rules.other_help.survivors import (
    SURVIVOR_ALLOWANCE,
    SURVIVOR_ALLOWANCE_BOTH_PARENTS,
    SURVIVOR_ALLOWANCE_SERVICE,
    SURVIVOR_SOCIAL_PAYMENT,
)

KINDS: Final[tuple[Kind, ...]] = (
    BIRTH_GRANT,
    CHILD_CARE_ALLOWANCE,
    CHILD_CARE_SOCIAL_PAYMENT,
    MATERNITY_SOCIAL_PAYMENT,
    LARGE_FAMILY_ALLOWANCE,
    AWARDED_MOTHER_ALLOWANCE,
    CHILD_DISABILITY_ALLOWANCE,
    DISABLED_CHILD_PARENT_ALLOWANCE,
    GROUP_1_CARER_ALLOWANCE,
    DISABILITY_ALLOWANCE,
    DISABILITY_ALLOWANCE_SPECIAL_CAUSE,
    ABILITY_LOSS_SOCIAL_PAYMENT,
    SURVIVOR_ALLOWANCE,
    SURVIVOR_ALLOWANCE_BOTH_PARENTS,
    SURVIVOR_ALLOWANCE_SERVICE,
    SURVIVOR_SOCIAL_PAYMENT,
    BURIAL_PAYMENT,
    BURIAL_FROM_SAVINGS,
    JOB_LOSS_SOCIAL_PAYMENT,
    BASIC_PENSION,
    AGE_PENSION,
    SPECIAL_STATE_ALLOWANCE,
    SPECIAL_PROFESSIONAL_ALLOWANCE,
    LOCAL_AID,
    HOUSING_AID,
    JOB_SEARCH,
    VOCATIONAL_TRAINING,
    BUSINESS_SUPPORT,
    SUBSIDISED_JOB,
    RESETTLEMENT,
    JOB_QUOTA,
    SPECIAL_SOCIAL_SERVICES,
    INDIVIDUAL_ASSISTANT,
    SIGN_LANGUAGE_SPECIALIST,
    PROSTHESES_AND_AIDS,
)


@cache
def kinds_given_on(law: LawInForce) -> tuple[Kind, ...]:
    """Return the kinds that the law of a day is known to have."""
    return tuple(kind for kind in KINDS if kind.is_given_on(law))

"""The words in which other help is told: each is a Fluent id, none is a sentence."""

from enum import StrEnum


class HelpStanding(StrEnum):
    """How far the answers go: they show it, one fact would decide it, it is missed by little, or it is received."""

    DUE = "due"
    MAY_BE_DUE = "may_be_due"
    NEAR = "near"
    RECEIVED = "received"


class Paid(StrEnum):
    """Whether help is money every month, money once, or no money."""

    MONTHLY = "monthly"
    ONCE = "once"
    IN_KIND = "in_kind"


class Begins(StrEnum):
    """From when money is paid; the day of the finding and of the right only so many months back as the act says."""

    APPLICATION = "application"
    BIRTH = "birth"
    FINDING = "finding"
    RIGHT = "right"
    LOCAL_RULES = "local-rules"
    NOT_READ = "not-read"


class Lasts(StrEnum):
    """For how long it is given, where no day can be named."""

    ONCE = "once"
    CHILD_IS_SMALL = "child-is-small"
    LEAVE = "leave"
    LARGE_FAMILY = "large-family"
    FOR_LIFE = "for-life"
    WHILE_CONDITIONS_HOLD = "while-conditions-hold"
    DISABILITY = "disability"
    TO_PENSION_AGE = "to-pension-age"
    CHILDHOOD_OR_STUDY = "childhood-or-study"
    ONE_TO_SIX_MONTHS = "one-to-six-months"
    ON_ONE_GROUND = "on-one-ground"
    LOCAL_RULES = "local-rules"
    AS_NEEDED = "as-needed"


class Where(StrEnum):
    """Where it is asked for, or who decides."""

    STATE_CORPORATION = "state-corporation"
    E_GOVERNMENT = "e-government"
    SOCIAL_INSURANCE_FUND = "social-insurance-fund"
    PENSION_FUND = "pension-fund"
    CAREER_CENTRE = "career-centre"
    LABOUR_EXCHANGE = "labour-exchange"
    AKIMAT = "akimat"
    PORTAL_OF_SOCIAL_SERVICES = "portal-of-social-services"


class Since(StrEnum):
    """From which event the term for applying runs."""

    BIRTH = "birth"
    RIGHT = "right"
    REGISTRATION = "registration-as-unemployed"
    DEATH = "death"


class PaperId(StrEnum):
    """Papers that the act, or an older page of the e-government, names."""

    SICK_LIST = "sick-list"
    MEDICAL_SOCIAL_FINDING = "medical-social-finding"
    DEATH_OR_COURT = "death-certificate-or-court-decision"
    LABOUR_BOOK = "labour-book"
    APPLICATION = "application"
    IDENTITY = "identity-document"
    BIRTH_CERTIFICATE = "birth-certificate"
    DISABILITY_CERTIFICATE = "disability-certificate"
    GUARDIANSHIP = "guardianship-paper"
    CONSENT_OF_ADULTS = "consent-of-all-adults"


class Fact(StrEnum):
    """The one fact that would decide whether it is due, or, of what is due, how much it is."""

    BIRTHDAY = "birthday"
    SEX = "sex"
    NOT_RECEIVED_BEFORE = "not-received-before"
    WHO_RECEIVES = "who-receives"
    FOR_WHOM_RECEIVED = "for-whom-received"
    WHICH_OTHER_ALLOWANCE = "which-other-allowance"
    PARENT_OR_GUARDIAN = "parent-or-guardian"
    ORDER_OF_CHILD = "order-of-child"
    CARER_INSURED = "carer-insured"
    ON_CHILD_CARE_LEAVE = "on-child-care-leave"
    MOTHER_INSURED_BEFORE_BIRTH = "mother-insured-before-birth"
    DISABILITY_GROUP = "disability-group"
    CAUSE_OF_DISABILITY = "cause-of-disability"
    DISABILITY_FOUND = "disability-found"
    CARES_IN_PERSON = "cares-in-person"
    GROUP_OF_CARED_FOR = "group-of-cared-for"
    PENSION_BELOW_ALLOWANCE = "pension-below-allowance"
    ONE_OF_TWO = "one-of-two"
    INSURED_WHEN_ABILITY_WAS_LOST = "insured-when-ability-was-lost"
    OTHER_PARENT_DEAD_OR_MISSING = "other-parent-dead-or-missing"
    BOTH_PARENTS_LOST = "both-parents-lost"
    KILLED_ON_DUTY = "killed-on-duty"
    DEAD_WAS_INSURED = "dead-was-insured"
    INSURED_SIX_MONTHS = "insured-six-months"
    GETS_PENSION = "gets-pension"
    WORKED_BEFORE_1998 = "worked-before-1998"
    BROUGHT_UP_FIVE_CHILDREN = "brought-up-five-children"
    WITHOUT_TOP_UP = "pension-without-top-up"
    WAR_OR_HOME_FRONT = "war-or-home-front"
    HARMFUL_WORK = "harmful-work-of-84-months"
    LOCAL_CATEGORY = "local-category"
    ONLY_DWELLING_NOW = "only-dwelling-now"
    HOUSING_COSTS = "housing-costs-above-share"
    TRAINED_IN_TWO_YEARS = "trained-in-two-years"
    BUSINESS_IDEA = "business-idea"
    REGISTERED_AS_UNEMPLOYED = "registered-as-unemployed"
    WANTS_WORK = "wants-work"
    WILLING_TO_MOVE = "willing-to-move"
    NEEDS_CARE = "needs-care"
    DIFFICULTY_IN_MOVING = "difficulty-in-moving"
    DEAF = "deaf"
    INDIVIDUAL_PROGRAMME = "individual-programme"


class Lacks(StrEnum):
    """By what it is missed."""

    STATUS = "status"
    CHILDREN = "children"
    AGE = "age"
    REGISTRATION = "registration"


class Open(StrEnum):
    """What the act or the answers leave open of an amount; it is said beside it."""

    ORDER_AS_TOLD = "order-as-told"
    UNLESS_PAID_SINCE = "unless-paid-since"
    FUND_PAYS_IF_INSURED = "fund-pays-if-insured"
    UNIT_UNKNOWN = "unit-unknown"
    BY_INSURED_INCOME = "by-insured-income"
    EACH_MEMBER = "each-member"
    CAP_FOR_ALL = "cap-for-all"
    MINIMUM_PENSION_FROM_PRESS = "minimum-pension-from-press"
    STUDENTS_COUNT_ON = "students-count-on"
    LOCAL_COUNCIL_DECIDES = "local-council-decides"
    MINISTRY_DECIDES = "ministry-decides"


class Counted(StrEnum):
    """Whether the money is income for the assistance; open where the order was not read (I4a)."""

    YES = "yes"
    NO = "no"
    OPEN = "open"

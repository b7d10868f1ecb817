"""Job offers: the measures that are offered, the answers, and which may follow which.

Social Code, articles 122 and 128(4): who can work and refuses a measure costs the family the assistance; whoever is
excused by article 122(4) costs nothing. Not reached, not answered, cannot and refuses are four things, never one.
"""

from enum import StrEnum
from typing import Final

from rules.household import IncomeKind


class Measure(StrEnum):
    """What is offered (C3)."""

    VACANCY = "vacancy"
    PUBLIC_WORKS = "public_works"
    YOUTH_PRACTICE = "youth_practice"
    FIRST_WORKPLACE = "first_workplace"
    SOCIAL_WORKPLACE = "social_workplace"
    TRAINING = "training"
    GRANT = "grant"
    RESETTLEMENT = "resettlement"


class Excuse(StrEnum):
    """Why somebody cannot take part: the reasons that the law knows (P6), and any other."""

    CHILD_UNDER_3 = "child_under_3"
    DISABLED_CHILD = "disabled_child"
    DISABLED_ADULT = "disabled_adult"
    ELDERLY = "elderly"
    OWN_DISABILITY = "own_disability"
    LONG_ILLNESS = "long_illness"
    FULL_TIME_STUDY = "full_time_study"
    OTHER = "other"


class OfferState(StrEnum):
    """Where an offer stands."""

    OPEN = "open"
    TAKEN_BACK = "taken_back"
    NOT_EXCUSED = "not_excused"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXCUSE_REQUESTED = "excuse_requested"
    EXCUSED = "excused"
    NO_ANSWER = "no_answer"
    UNDELIVERED = "undelivered"
    WITHDRAWN = "withdrawn"


ANSWERABLE: Final = frozenset({OfferState.OPEN, OfferState.TAKEN_BACK, OfferState.NOT_EXCUSED})
"""An answer is awaited until the deadline."""

ANSWERED: Final = frozenset({OfferState.ACCEPTED, OfferState.REFUSED, OfferState.EXCUSE_REQUESTED})
"""What the family said, which it can take back until the deadline or until the officer has acted on it."""

OVERDUE: Final = frozenset({OfferState.NO_ANSWER, OfferState.UNDELIVERED})
"""The deadline passed without an answer: an extension opens the offer again."""

SETTLED: Final = frozenset({OfferState.EXCUSED, OfferState.WITHDRAWN})
"""Nothing follows, unless the decision that ended the case, and withdrew the offer with it, is itself withdrawn."""

NO_WAGE: Final = frozenset({Measure.GRANT, Measure.RESETTLEMENT})
"""Measures whose sum is no pay of a month, and no income of one."""

INCOME_OF_MEASURE: Final = {
    measure: IncomeKind.WAGE if measure is Measure.VACANCY else IncomeKind.EMPLOYMENT_MEASURE for measure in Measure
}
"""As what the earnings count (I3)."""

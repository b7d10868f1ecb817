"""Every word of the rules that a record can hold has its sentence in both languages."""

from collections.abc import Iterable

import pytest

from bot.texts import Language, texts
from bot.wording.phrases import kinds
from rules.household import AwardedMother, Holding, IncomeKind
from rules.income_within_line import Outcome
from rules.parameters import parameters
from rules.poverty_line import EstimatedFrom
from rules.quarters import Quarter
from rules.readings import Doubt
from rules.refusals import TERM, Ground
from rules.result import Warn
from rules.social_package import PackageItem
from rules.sources import Edition, Grade, provisions
from rules.warnings_and_gaps import DAY_OF
from rules.who_counts import Exemption, NotCounted

NOT_BY_INCOME = [ground for ground in Ground if ground is not Ground.INCOME_ABOVE_LINE]
ANSWERS = ("counted", "left-out")
# what results that were shown before lines were estimated as bands rest on
ESTIMATED_BEFORE = (
    EstimatedFrom.REGION_BASE_QUARTER,
    EstimatedFrom.REGION_NEWEST_MONTH,
    EstimatedFrom.COUNTRY_NEWEST_MONTH,
    EstimatedFrom.COUNTRY_BUDGET,
)
DOUBTFUL = [grade for grade in Grade if not grade.is_firm]

WORDS: dict[str, Iterable[str]] = {
    "act-": sorted({source.act for rule in provisions().values() for source in rule.sources.values()}),
    "warning-": Warn,
    "gap-": ("income", "birthday", "sex", "monthly_calculation_index", *DAY_OF.values()),
    "kind-": IncomeKind,
    "why-not-counted-": NotCounted,
    "why-exempt-": Exemption,
    "why-": (*NOT_BY_INCOME, *(f"{ground}_without_day" for ground in TERM)),
    "refused-": NOT_BY_INCOME,
    "next-steps-": NOT_BY_INCOME,
    "package-": PackageItem,
    "basis-": (*ESTIMATED_BEFORE, "region", "country", "line"),
    "place-": ("region", "country", "line"),
    "reading-": Outcome,
    "doubt-": Doubt,
    "if-": (f"{doubt}-{answer}" for doubt in Doubt if doubt is not Doubt.SUPPLEMENT_AGE for answer in ANSWERS),
    "no-need-": Holding,
    "button-property-": Holding,
    "ground-": Ground,
    "case-stopped-": Ground,
    "decision-refused-": Ground,
    "office-": Edition,
    "awarded-mother-": (award for award in AwardedMother if award is not AwardedMother.NONE),
    "grade-": (*DOUBTFUL, *(f"{grade}-partly" for grade in DOUBTFUL)),
    "line-source-": (f"{value.region}-{Quarter.of(value.valid_from)}" for value in parameters()["poverty_line"].values),
}
EVERY_ID = [start + word for start, words in WORDS.items() for word in words]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("message", EVERY_ID)
def test_there_is_a_sentence_for(message: str, language: Language) -> None:
    """A word without one would be an error in front of the person."""
    assert message in texts(language)


@pytest.mark.parametrize(("language", "said"), [("kk", "жалақы, мал мен бау-бақша"), ("ru", "зарплата, скот и огород")])
def test_a_kind_of_income_that_is_a_pair_is_one_thing_in_a_list(language: str, said: str) -> None:
    """«Жалақы және мал мен бау-бақша» would be three things of two."""
    assert kinds(texts(Language(language)), ["wage", "farm", "wage"]) == said

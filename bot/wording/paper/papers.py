"""Which papers this family takes along: only those that the texts of the bot name already, none is made up.

The list of the act is in orders that nobody has read here (rulebook, "Application": unverified), and the page says so.
"""

from typing import Final

from bot.texts import Texts
from bot.wording.phrases import values_of_step
from rules.household import IncomeKind
from rules.record import Record
from rules.refusals import Ground
from rules.result import Warn

ALIMONY: Final = frozenset({IncomeKind.ALIMONY.value, IncomeKind.ALIMONY_ARREARS.value})
OF_WARNINGS: Final = {Warn.REGISTERED_NOWHERE: "registration", Warn.SPOUSE_LEFT: "spouse"}
OF_GROUNDS: Final = {
    Ground.CONTRACT_BROKEN: "contract",
    Ground.FALSE_DATA: "correct",
    Ground.COMMISSION_NO_NEED: "conclusion",
    Ground.NOBODY_ENTITLED: "status",
}


def papers(texts: Texts, record: Record) -> list[str]:
    """Return the papers, each as a line beside a box to tick."""
    steps = {step["step"] for step in record["steps"]}
    stands = {ground for ground in OF_GROUNDS if not steps.isdisjoint({ground.value, f"{ground}_without_day"})}
    names = [
        "identity",
        "account",
        *(["alimony"] if ALIMONY & _kinds(record) else []),
        *(paper for warning, paper in OF_WARNINGS.items() if warning in record["warnings"]),
        *(paper for ground, paper in OF_GROUNDS.items() if ground in stands),
        "income",
    ]
    return [texts.say(f"paper-bring-{name}") for name in names]


def _kinds(record: Record) -> set[str]:
    return {found["kind"] for found in (values_of_step(record, "income") or {"kinds": []})["kinds"]}

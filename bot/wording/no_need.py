"""Property on which the commission may base "no need": what it is, and what takes that away (article 125)."""

from bot.texts import Texts
from bot.wording.citations import source_in_brackets
from bot.wording.phrases import applied_on
from rules.household import Holding
from rules.law_in_force import law_in_force
from rules.no_need import small_dwellings_m2
from rules.record import Record


def of_no_need(texts: Texts, record: Record) -> list[str]:
    """Return the bases that the family named, in one message; nothing where there are none."""
    holdings = record.get("no_need_bases", [])
    if not holdings:
        return []
    step = next(step for step in record["steps"] if step["step"] == "bases_of_no_need")
    head = texts.say("no-need", source=source_in_brackets(texts, step["sources"][0]))
    return ["\n".join([head, *(_basis(texts, record, holding) for holding in holdings)])]


def _basis(texts: Texts, record: Record, holding: str) -> str:
    if holding != Holding.DWELLINGS:
        return texts.say(f"no-need-{holding}")
    area = small_dwellings_m2(record["counted_members"], law_in_force(applied_on(record)))
    return texts.say(f"no-need-{holding}", area=str(area))

"""That the law has changed somebody's result, in words: what it comes to now and came to before, and why."""

from typing import Final

from bot.store.notice_values import OutcomeValues, ResultChangedValues
from bot.wording.notice_input import Button, Matter, Told
from rules.income_within_line import Outcome

COMES_TO: Final = {Outcome.ELIGIBLE: "yes", Outcome.REFUSED: "no"}
"""How an outcome is told; the others are open."""


def result_changed(matter: Matter[ResultChangedValues]) -> Told:
    """Tell both results, the new one first, and what of the law is different."""
    values = matter.values
    told = [_came_to(matter, "now", values["now"]), _came_to(matter, "before", values["before"]), _why(matter)]
    text = "\n".join([*told, "", matter.say("law-change-estimate")])
    return Told(text, [_to_result(matter), [("button-next", f"w|next|{values['result']}")], _no_more()])


def private(matter: Matter[ResultChangedValues]) -> Told:
    """Tell on a shared phone only that a result has changed."""
    return Told(matter.say("private-result-changed"), [_to_result(matter)])


def _came_to(matter: Matter[ResultChangedValues], when: str, came_to: OutcomeValues) -> str:
    how = COMES_TO.get(Outcome(came_to["outcome"]), "open-range" if came_to["high"] else "open")
    amount = matter.texts.money_range(came_to["low"], came_to["high"])
    return matter.texts.say_with(f"law-change-{when}-{how}", amount=amount)


def _why(matter: Matter[ResultChangedValues]) -> str:
    before, line = matter.values.get("line_before"), matter.values.get("line")
    if before is None or line is None:
        return matter.say("law-change-numbers")
    is_new = line["is_published"] and not before["is_published"]
    return matter.say(
        "law-change-line-published" if is_new else "law-change-line",
        before=matter.texts.money_range(before["low"], before["high"]),
        now=matter.texts.money_range(line["low"], line["high"]),
    )


def _to_result(matter: Matter[ResultChangedValues]) -> list[Button]:
    return [("button-law-change-result", f"w|result|{matter.values['result']}")]


def _no_more() -> list[Button]:
    return [("button-law-changes-not", "x|law_changes|off")]

"""What would change a no, on a screen of its own: every door, and on what the commission decides."""

from collections.abc import Sequence
from datetime import date

from bot import wording
from bot.store.assessments import FrozenAssessment
from bot.store.own_reminders import Occasion, OwnReminder
from bot.texts import Texts
from bot.wording.doors import all_doors
from bot.wording.phrases import is_of_status_alone
from handlers.keyboards import ButtonRow, Do, DrawnRow, WhatIf, help_line, keyboard, to_result
from handlers.screens.appeal import rows_after_no
from handlers.screens.own_reminders import rows_beside
from handlers.screens.screen_input import Screen
from handlers.screens.whose import under_its_name
from rules.income_within_line import Outcome


def button_of_doors(frozen: FrozenAssessment) -> str:
    """Return the name of the button that leads there: status comes on no day that could be told."""
    return "doors-status" if is_of_status_alone(frozen.record["record"]) else "doors"


def has_doors(frozen: FrozenAssessment) -> bool:
    """Whether it was looked for what would change a result that is no yes, and there is something to say of it."""
    found, outcome = frozen.record.get("doors"), Outcome(frozen.record["record"]["outcome"])
    if found is None or outcome is Outcome.ELIGIBLE:
        return False
    return outcome is not Outcome.UNDECIDED or bool(found["doors"])


@under_its_name
def doors(
    texts: Texts, frozen: FrozenAssessment, name: wording.Name, today: date, asked: Sequence[OwnReminder] = ()
) -> Screen:
    """Return all that would change a result, with its days and amounts; of each day one can be reminded."""
    record = frozen.record["record"]
    found = frozen.record.get("doors") or {"doors": [], "outlook": "line_open"}
    told = [*wording.of_readings(texts, record, name, today), *all_doors(texts, record, found, name, today)]
    remind = rows_beside(texts, frozen, asked, Occasion.DOOR, today)
    back = to_result(texts, frozen.id)
    is_status = is_of_status_alone(record)
    said = "\n\n".join([texts.say("doors-head-status" if is_status else "doors-head"), *told])
    way: ButtonRow = [(texts.say("button-what-if"), WhatIf(change="menu"))]
    if is_status:
        way = [(texts.say("button-change"), Do(what="change"))]
    rows: list[ButtonRow | DrawnRow] = [*remind, way, *rows_after_no(texts, frozen, today), *help_line(texts, said)]
    return Screen(said, keyboard([*rows, [back]]))

"""After a no, on screens of their own: to apply all the same, and how to complain of a decision."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from bot.store.assessments import FrozenAssessment
from bot.store.cases import Case, Follower
from bot.texts import Texts
from bot.wording import appeal
from bot.wording.phrases import applied_on, is_of_status_alone
from handlers.keyboards import ButtonRow, Do, Explain, OfCase, keyboard, to_result
from handlers.screens.screen_input import Screen
from handlers.screens.whose import under_its_name
from rules.refusals import Ground

ANYWAY: Final = "apply-anyway"
COMPLAIN: Final = "complain"


def views_after_no(frozen: FrozenAssessment, today: date) -> list[str]:
    """Return what can be shown of a result here: nothing unless it is a no for which one can still apply."""
    record = frozen.record["record"]
    if not appeal.may_apply_anyway(record, today):
        return []
    return [ANYWAY, COMPLAIN] if appeal.may_complain(applied_on(record)) else [ANYWAY]


def rows_after_no(texts: Texts, frozen: FrozenAssessment, today: date, but: str = "") -> list[ButtonRow]:
    """Return a button for each of these views `but` one."""
    return [
        [(texts.say(f"button-{view}"), Explain(view=view, id=frozen.id))]
        for view in views_after_no(frozen, today)
        if view != but
    ]


@under_its_name
def apply_anyway(texts: Texts, frozen: FrozenAssessment, today: date) -> Screen:
    """Return what an application after a no of the bot costs and brings, where it is made and with which papers."""
    told = [texts.say("apply-anyway-head"), *appeal.apply_anyway(texts, frozen.record["record"], today)]
    rows = rows_after_no(texts, frozen, today, but=ANYWAY)
    if is_of_status_alone(frozen.record["record"]):
        rows.insert(0, [(texts.say("button-change"), Do(what="change"))])
    return Screen("\n\n".join(told), keyboard([*rows, [to_result(texts, frozen.id)]]))


@under_its_name
def complaint(texts: Texts, frozen: FrozenAssessment, today: date) -> Screen:
    """Return how to complain, should the decision be as the result."""
    record = frozen.record["record"]
    grounds = [Ground(refusal["ground"]) for refusal in record["refusals"]]
    told = [
        texts.say("complain-head"),
        texts.say("complain-of-decision", office=texts.say(f"office-{record['edition']}")),
        *appeal.how_to_complain(texts, applied_on(record), grounds),
    ]
    rows = rows_after_no(texts, frozen, today, but=COMPLAIN)
    return Screen("\n\n".join(told), keyboard([*rows, [to_result(texts, frozen.id)]]))


def complaint_of_case(texts: Texts, case: Case, follower: Follower) -> Screen | None:
    """Return how to complain of the decision on a case, by its ground; None where the law of its day was not read."""
    if not appeal.may_complain(case.applied_on):
        return None
    ground = (case.decision or {}).get("ground")
    grounds = [Ground(ground)] if ground else []
    told = [texts.say("complain-head"), *appeal.how_to_complain(texts, case.applied_on, grounds)]
    return Screen("\n\n".join(told), keyboard([[(texts.say("button-menu-case"), _of(follower, "open"))]]))


def row_to_complain(texts: Texts, case: Case, follower: Follower) -> list[ButtonRow]:
    """Return the button below a case by which its decision can be complained of; none where the law was not read."""
    if not appeal.may_complain(case.applied_on):
        return []
    return [[(texts.say("button-complain"), _of(follower, COMPLAIN))]]


def _of(follower: Follower, what: str) -> OfCase:
    return OfCase(what=what, alias=follower.alias)


SCREENS: Final[Mapping[str, Callable[[Texts, FrozenAssessment, date], Screen]]] = {
    ANYWAY: apply_anyway,
    COMPLAIN: complaint,
}
"""What each of these views shows."""

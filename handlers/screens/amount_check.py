"""An amount that looks wrong: which answers move it most, each with its button, and a note to the administrator."""

from collections.abc import Sequence

from bot import wording
from bot.store.assessments import FrozenAssessment
from bot.texts import Texts, escape
from bot.texts.formats import read_out
from bot.wording.allowances_and_package import large_family_not_listed
from bot.wording.doors import thousands_below
from bot.wording.figures import figures
from bot.wording.phrases import is_of_income_alone, is_of_status_alone
from handlers.keyboards import Button, ButtonRow, Do, Explain, keyboard, to_result
from handlers.screens.captions import whose
from handlers.screens.result import naming_of, to_add_allowance
from handlers.screens.screen_input import Screen, ScreenInput
from handlers.screens.whose import under_its_name
from rules import Quarter
from rules.household import Income
from rules.quarters import MONTHS_IN_QUARTER
from rules.record import Record
from rules.replay import Frozen
from rules.what_moves_amount import STEP_TENGE, Mover, what_moves_most


@under_its_name
def movers(texts: Texts, frozen: FrozenAssessment, again: Frozen | None, screen_input: ScreenInput) -> Screen:
    """Return the answers that move a result most, each with a button where it can be corrected now.

    `again`: what the result is worked out from; None where that was not kept, or cannot be read.
    """
    note: ButtonRow = [(texts.say("button-note"), Explain(view="note", id=frozen.id))]
    back: ButtonRow = [(texts.say("button-back"), Explain(view="why", id=frozen.id))]
    found = [] if again is None else what_moves_most(again.household, again.due)
    record = frozen.record["record"]
    told = [_head(texts, record, again, found), *large_family_not_listed(texts, record)]
    if again is not None and found:
        told += _movers_told(texts, frozen, found)
    fix: list[Button] = [
        (texts.say("button-fix", number=number), Do(what="fill_in", about=key))
        for number, mover in enumerate(found, 1)
        if (key := _answered_at(screen_input, frozen, mover))
    ]
    add = to_add_allowance(texts, frozen)
    change: ButtonRow = [] if fix or add else [(texts.say("button-change"), Do(what="change"))]
    told += [texts.say("amount-check-note"), wording.number_of_result(texts, frozen.id)]
    return Screen("\n\n".join(told), keyboard([fix, *add, change, note, back]))


@under_its_name
def note_asked(texts: Texts, frozen: FrozenAssessment, hint: str = "") -> Screen:
    """Return what is asked of somebody who writes a note about a result, below what was wrong."""
    asked = texts.say("note-ask", number=read_out(frozen.id))
    back: ButtonRow = [(texts.say("button-back"), Explain(view="amount", id=frozen.id))]
    return Screen("\n\n".join(filter(None, [hint, asked])), keyboard([back]))


@under_its_name
def note_kept(texts: Texts, frozen: FrozenAssessment, note: int, words: str) -> Screen:
    """Return what was kept, word for word, with the way to take it back."""
    told = texts.say("note-kept", note=str(note), number=read_out(frozen.id))
    drop: ButtonRow = [(texts.say("button-note-drop"), Do(what="drop_note", about=str(note)))]
    back: ButtonRow = [to_result(texts, frozen.id)]
    return Screen(f"{told}\n\n<blockquote>{escape(words)}</blockquote>", keyboard([drop, back]))


def _head(texts: Texts, record: Record, again: Frozen | None, found: Sequence[Mover]) -> str:
    if is_of_status_alone(record):
        return texts.say("amount-check-status")
    if again is None:
        return texts.say("amount-check-not-kept")
    return texts.say("amount-check-head" if found else "amount-check-none")


def _movers_told(texts: Texts, frozen: FrozenAssessment, found: Sequence[Mover]) -> list[str]:
    """Return each sum and how it moves the amount; that is said once below them where it is the same of all."""
    lines = [_line(texts, frozen, number, mover) for number, mover in enumerate(found, 1)]
    (first, *others), moves = found, [_moves(texts, frozen.record["record"], mover) for mover in found]
    if others and first.by_step and len(set(moves)) == 1:
        step, moved = texts.money(STEP_TENGE), texts.money(first.by_step)
        return ["\n".join(lines), texts.say("amount-check-step-each", step=step, moved=moved)]
    return ["\n".join(both) for both in zip(lines, moves, strict=True)]


def _line(texts: Texts, frozen: FrozenAssessment, number: int, mover: Mover) -> str:
    kind = mover.income.kind
    person = naming_of(texts, frozen)(mover.label)
    what = texts.say_with(f"line-amount-{whose(kind)}", person=person, kind=texts.say(f"kind-{kind}"))
    return texts.say("amount-check-line", number=number, what=what, amount=_a_month(texts, mover.income))


def _moves(texts: Texts, record: Record, mover: Mover) -> str:
    """Return how a sum moves the amount: by a slip of one step or, if not by that, left out.

    After a no for income: how much of it there might have been, by the likely line.
    """
    if mover.by_step or mover.without is None:
        return texts.say("amount-check-step", step=texts.money(STEP_TENGE), moved=texts.money(mover.by_step))
    low, high = figures(record).income
    if is_of_income_alone(record) and low == high:
        others = low - mover.income.low_tenge
        of_family = MONTHS_IN_QUARTER * record["poverty_line"]["tenge"] * record["counted_members"]
        if (most := thousands_below((of_family - others) // MONTHS_IN_QUARTER)) > 0:
            return texts.say("amount-check-below", most=texts.money(most))
    return texts.say("amount-check-without", amount=texts.money_range(*mover.without))


def _a_month(texts: Texts, income: Income) -> str:
    if income.high_tenge is None:
        return texts.say("told-unknown")
    ends = (round(tenge / MONTHS_IN_QUARTER) for tenge in (income.low_tenge, income.high_tenge))
    return texts.say("told-month", amount=texts.money_range(*ends))


def _answered_at(screen_input: ScreenInput, frozen: FrozenAssessment, mover: Mover) -> str | None:
    """Return where the answer stands that told a sum; None where the answers now are of another quarter, or gone."""
    walked, record = screen_input.walked, frozen.record["record"]
    if frozen.record.get("base_months") != list(screen_input.conversation.base_months_told()):
        return None
    if record["quarter"] != str(Quarter.of(screen_input.assessment_day.today)):
        return None
    for asked in walked.asked:
        subject = asked.subject
        is_of_sum = asked.question.id == "amount" and subject.kind == mover.income.kind
        if is_of_sum and subject.member in {mover.label, ""} and asked.key in walked.kept:
            return asked.key
    return None

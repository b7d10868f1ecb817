"""The review: all answers line by line before the calculation, and those of a section by number, to correct one."""

from collections.abc import Iterable, Sequence
from typing import Final

from handlers.keyboards import Again, Button, ButtonRow, Do, Show, keyboard
from handlers.screens.screen_input import Screen, ScreenInput
from handlers.screens.sections import headed
from handlers.screens.summary import born_later_told, income_told, line
from rules.interview.answers import DIFFERS, ONCE
from rules.interview.family import NOWHERE
from rules.interview.household_from_answers import ALL, NOBODY, region_told
from rules.interview.income_from_answers import large_family_allowance_by_law
from rules.interview.questionnaire import Asked
from rules.interview.questions import SECTIONS, Section, section_of
from rules.law_in_force import law_in_force

NUMBERS_IN_ROW: Final = 5
ABOUT_FAMILY: Final = frozenset({"people", "household", "relatives"})  # corrected in the list of the family
SAID_BY_OTHERS: Final = frozenset(
    {"region-lived", "household", "relatives", "income-kinds", "allowance-kinds", "one-off-kinds", "earners"}
)
"""Questions whose answer other lines of the review say."""


def review(screen_input: ScreenInput) -> Screen:
    """Return all answers, to be checked before the calculation."""
    texts, kept = screen_input.texts, screen_input.walked.kept
    if kept["status"] == NOBODY:
        told = texts.say("review-nobody-entitled", region=_region(screen_input))
        calculate, edit = _buttons(screen_input, [Section.FAMILY])
        return Screen(headed(texts, Section.CHECK, told), keyboard([edit, calculate]))  # to correct it is what helps
    parts = [texts.say("review"), *(_part(screen_input, section) for section in SECTIONS)]
    if screen_input.conversation.quarter:
        parts.append("\n".join(_of_another_quarter(screen_input)))
    parts.append(texts.say("review-edit"))
    return Screen(headed(texts, Section.CHECK, "\n\n".join(parts)), keyboard(_buttons(screen_input, SECTIONS)))


def _part(screen_input: ScreenInput, section: Section) -> str:
    """Return the answers of a section below its name; of an income the period is said, and what the bot added."""
    texts = screen_input.texts
    told = [
        line(screen_input, asked) for asked in _answered(screen_input, section) if _is_worth_a_line(screen_input, asked)
    ]
    if section is Section.FAMILY:
        told[:1] = [_region(screen_input)]
    if section is Section.MONEY:
        told += _money_of_law(screen_input)
        told.append(
            texts.say("review-total", income=income_told(texts, screen_input.walked.kept, screen_input.assessment_day))
        )
    if not told:
        told = [texts.say("review-special-none")]
    return "\n".join([f"<b>{texts.say(f'section-{section}')}</b>", *told])


def _money_of_law(screen_input: ScreenInput) -> list[str]:
    by_law = large_family_allowance_by_law(screen_input.walked.kept, law_in_force(screen_input.assessment_day.on))
    if by_law is None:
        return []
    texts = screen_input.texts
    amount = texts.money(by_law.low_tenge)
    return [texts.say("review-by-law", kind=texts.say(f"kind-{by_law.kind}"), amount=amount)]


def _is_worth_a_line(screen_input: ScreenInput, asked: Asked) -> bool:
    value, name = screen_input.walked.kept[asked.key], asked.question.id
    if name == "amount":
        return value not in (DIFFERS, ONCE)  # its months, or the one payment, stand below
    if name in {"circumstances", "history", "property"}:
        return bool(value)
    if name == "status":
        return bool(value != ALL)
    return name not in SAID_BY_OTHERS


def _of_another_quarter(screen_input: ScreenInput) -> list[str]:
    texts, kept = screen_input.texts, screen_input.walked.kept
    return [
        texts.say("review-quarter", quarter=texts.quarter(screen_input.conversation.quarter or "")),
        *born_later_told(texts, kept, screen_input.assessment_day.on),
        texts.say("note-told-income", months=texts.base_months(screen_input.conversation.base_months_told())),
    ]


def _region(screen_input: ScreenInput) -> str:
    kept = screen_input.walked.kept
    region = screen_input.texts.region(region_told(kept), screen_input.assessment_day.on)
    return screen_input.texts.say("review-region-nowhere", region=region) if kept["region"] == NOWHERE else region


def _buttons(screen_input: ScreenInput, sections: Iterable[Section]) -> list[ButtonRow]:
    calculate: Button = (screen_input.texts.say("button-calculate"), Do(what="calculate"))
    edit: ButtonRow = [
        (screen_input.texts.say(f"button-edit-{section}"), Show(view="edit", about=section)) for section in sections
    ]
    return [[calculate], edit]


def answers(screen_input: ScreenInput, section: Section) -> Screen:
    """Return the answers of a section by number, to correct one; the family has a list of its own."""
    texts = screen_input.texts
    found = [asked for asked in _answered(screen_input, section) if asked.question.id not in ABOUT_FAMILY]
    rows = by_number(found)
    if section is Section.FAMILY and "household" in screen_input.walked.kept:
        rows.append([(texts.say("button-family"), Show(view="family"))])
    rows.append([(texts.say("button-review"), Show(view="review"))])
    heading = f"<b>{texts.say(f'section-{section}')}</b>"
    return Screen("\n".join([heading, *numbered(screen_input, found), "", texts.say("edit-choose")]), keyboard(rows))


def numbered(screen_input: ScreenInput, answered: Sequence[Asked]) -> list[str]:
    """Return answers as numbered lines."""
    return [f"{number}. {line(screen_input, asked)}" for number, asked in enumerate(answered, 1)]


def by_number(answered: Sequence[Asked]) -> list[ButtonRow]:
    """Return the buttons that correct answers, each with its number."""
    buttons: list[Button] = [(str(number), Again(key=asked.key)) for number, asked in enumerate(answered, 1)]
    return [buttons[at : at + NUMBERS_IN_ROW] for at in range(0, len(buttons), NUMBERS_IN_ROW)]


def answered_about(screen_input: ScreenInput, member: str) -> list[Asked]:
    """Return what was answered about a member."""
    kept = screen_input.walked.kept
    found = [
        asked for asked in screen_input.walked.asked if asked.key in kept and asked.question.id not in ABOUT_FAMILY
    ]
    return [asked for asked in found if asked.subject.member == member]


def _answered(screen_input: ScreenInput, section: Section) -> list[Asked]:
    walked = screen_input.walked
    return [asked for asked in walked.asked if asked.key in walked.kept and section_of(walked, asked.key) is section]

"""A question with its buttons and how far one has come."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.texts import Texts
from handlers.keyboards import (
    Back,
    Choose,
    DrawnRow,
    Ready,
    Show,
    Tick,
    drawn,
    key_button,
    keyboard,
    word_button,
    word_rows,
)
from handlers.screens.captions import OPTIONS_KEPT, captions_of, none_of, of_whom, options_of, own_caption, whose
from handlers.screens.renewal import step_told
from handlers.screens.screen_input import Screen, ScreenInput
from handlers.screens.sections import headed
from handlers.screens.summary import answer_told, money_told
from rules.interview.answers import (
    ANOTHER,
    DIFFERS,
    NONE,
    ONCE,
    UNKNOWN,
    Ages,
    Answer,
    Day,
    ManyOf,
    OneOf,
    Tenge,
    pressed_by_law,
)
from rules.interview.grown_older import OLDEST
from rules.interview.people_told import GROUP_OF_NAME
from rules.interview.places import EARNERS, FAMILY, PEOPLE
from rules.interview.questionnaire import Asked, Context
from rules.interview.questions import section_of
from rules.interview.renewal import AS_BEFORE, sum_before
from rules.interview.who_earned import KINDS_EARNED
from rules.quarters import Quarter
from rules.sources import edition_on

DAYS_KEPT: Final = 100  # today in both languages, and the quarters that somebody looks at
LATELY: Final = timedelta(days=300)
"""Within it lies the day that is given as an example where no age says which day fits."""


def question(screen_input: ScreenInput, asked: Asked) -> Screen:
    """Return a question below the sections of the interview; one that was answered says how."""
    values = question_values(screen_input, asked)
    text = screen_input.texts.say_with(question_id(asked), **values)
    rows = [*answer_rows(screen_input, asked), way_on(screen_input, asked)]
    notes = [*of_law(screen_input, asked), *of_birthday(screen_input, asked), *answer_now(screen_input, asked)]
    told = "\n\n".join([*step_told(screen_input, [asked]), *why_again(screen_input, asked), text, *notes])
    return Screen(headed(screen_input.texts, section_of(screen_input.walked, asked.key), told), keyboard(rows))


def of_law(screen_input: ScreenInput, asked: Asked) -> list[str]:
    """Return for whom the sum of the law is not the whole, where a button offers one."""
    kind, note = kind_of_answer(screen_input, asked), f"note-by-law-{asked.subject.kind}"
    return (
        [screen_input.texts.say(note)] if isinstance(kind, Tenge) and kind.by_law and note in screen_input.texts else []
    )


def of_birthday(screen_input: ScreenInput, asked: Asked) -> list[str]:
    """Return what becomes of whoever has left a group by a birthday since their age was told."""
    kind, group = kind_of_answer(screen_input, asked), GROUP_OF_NAME.get(asked.subject.group)
    has_left = isinstance(kind, Ages) and group in OLDEST and kind.oldest > OLDEST[group]
    return [screen_input.texts.say(f"note-turned-{OLDEST[group] + 1}")] if group and has_left else []


def kind_of_answer(screen_input: ScreenInput, asked: Asked) -> Answer:
    """Return what can be answered to a question now."""
    return asked.question.answer(Context(screen_input.walked.kept, screen_input.assessment_day, asked.subject))


def answer_now(screen_input: ScreenInput, asked: Asked) -> list[str]:
    """Return what was answered before, unless ticks show it."""
    kept = screen_input.walked.kept
    if asked.key not in kept:
        return []
    if isinstance(kind_of_answer(screen_input, asked), ManyOf):
        return []
    return [screen_input.texts.say("answer-now", answer=answer_told(screen_input, asked, kept[asked.key]))]


def why_again(screen_input: ScreenInput, asked: Asked) -> list[str]:
    """Return why money is asked again in a new quarter, and that what was ticked in the one before still is."""
    before = screen_input.conversation.earlier.get(asked.key) if screen_input.conversation.renewal else None
    is_ticked = (
        before and asked.key not in screen_input.walked.kept and isinstance(kind_of_answer(screen_input, asked), ManyOf)
    )
    told = ["new-quarter"] if before is not None and asked.question.id == "income-kinds" else []
    told += ["new-quarter-ticked"] if is_ticked else []
    return ["\n".join(map(screen_input.texts.say, told))] if told else []


def way_on(screen_input: ScreenInput, asked: Asked) -> DrawnRow:
    """Return the way back to the question before, and to the review where all is answered already."""
    row = []
    if screen_input.walked.before(asked.key):
        row.append(key_button(screen_input.texts.say("button-back"), Back, asked.key))
    if screen_input.conversation.is_complete(screen_input.assessment_day):
        back = "result" if screen_input.conversation.to_result else "review"
        row.append(drawn((screen_input.texts.say(f"button-{back}"), Show(view=back))))
    return row


def question_id(asked: Asked) -> str:
    """Return the Fluent id of a question: by kind of income or group, or by whether it is about the applicant."""
    name, subject = asked.question.id, asked.subject
    if subject == FAMILY:
        return f"question-{name}"
    if name in {"month", "once"}:
        return f"question-{name}-{whose(subject.kind)}"
    if name in {EARNERS, PEOPLE}:
        return f"question-{name}-{subject}"
    if name == "amount":
        earned = subject.kind in KINDS_EARNED
        return f"question-amount-{subject.kind}" + (f"-{of_whom(subject.member)}" if earned else "")
    return f"question-{name}-{of_whom(subject.member)}"


def question_values(screen_input: ScreenInput, asked: Asked) -> dict[str, str]:
    """Return the values that the text of a question may need.

    Income is told for the months before today's quarter, whichever quarter is looked at.
    """
    texts, told_on = screen_input.texts, screen_input.assessment_day.today
    values = {**values_of_day(texts, told_on), "office": office_of(texts, screen_input.assessment_day.on)}
    if asked.subject != FAMILY:
        values["person"] = screen_input.name_of(asked.subject)
    if isinstance(answer := kind_of_answer(screen_input, asked), Day):
        values["example"] = example_of(answer, told_on)
    if asked.question.id == "once":
        values["kind"] = texts.say(f"kind-{asked.subject.kind}")
    if asked.question.id == "month":
        values["kind"] = texts.say(f"kind-{asked.subject.kind}")
        values["month"] = texts.base_month(Quarter.of(told_on).previous.months[asked.subject.month - 1])
    return values


def example_of(answer: Day, today: date) -> str:
    """Return a day as somebody may type it: one that has the age that was told, or of these last months."""
    earliest, latest = answer.fits or (today - LATELY, today)
    return f"{earliest + (latest - earliest) / 2:%d.%m.%Y}"


@lru_cache(maxsize=DAYS_KEPT)
def values_of_day(texts: Texts, day: date) -> Mapping[str, str]:
    """Return what the texts of all questions may need that depends on the day of telling alone."""
    return {"base_months": texts.base_months(Quarter.of(day).previous.months)}


@lru_cache(maxsize=DAYS_KEPT)
def office_of(texts: Texts, day: date) -> str:
    """Return what the office is called that takes the application on a day."""
    return texts.say(f"office-{edition_on(day)}")


def answer_rows(screen_input: ScreenInput, asked: Asked) -> Sequence[DrawnRow]:
    """Return the buttons of a kind of answer."""
    texts, key = screen_input.texts, asked.key
    match kind_of_answer(screen_input, asked):
        case OneOf(options):
            return word_rows(Choose, key, options_of(texts, captions_of(asked), options))
        case ManyOf() as several:
            return ticks(screen_input, asked, several)
        case Tenge(may_differ=True, may_be_another=may_be_another, by_law=by_law):
            differs = word_button(texts.say("button-differs"), Choose, key, DIFFERS)
            once = word_button(texts.say("button-once"), Choose, key, ONCE)
            another = [word_button(texts.say("button-another"), Choose, key, ANOTHER)]
            of_law = by_law_rows(texts, key, by_law)
            return [
                *as_before(screen_input, asked),
                *of_law,
                [differs],
                [once, unknown(texts, key)],
                *([another] if may_be_another else []),
            ]
        case Tenge(by_law=by_law):
            return [*as_before(screen_input, asked), *by_law_rows(texts, key, by_law), [unknown(texts, key)]]
        case Day(may_be_unknown=True):
            return [[unknown(texts, key)]]
    return []


def as_before(screen_input: ScreenInput, asked: Asked) -> list[DrawnRow]:
    """Return the button that takes the sum of the quarter before, where there is one."""
    before = sum_before(screen_input.conversation.earlier, asked)
    if before is None:
        return []
    is_of_month = isinstance(before, list)
    amount = screen_input.texts.money_range(*before) if is_of_month else money_told(screen_input.texts, asked, before)
    return [[word_button(screen_input.texts.say("button-as-before", amount=amount), Choose, asked.key, AS_BEFORE)]]


def by_law_rows(texts: Texts, key: str, by_law: Sequence[int]) -> list[DrawnRow]:
    """Return a button for each sum that the law gives."""
    captions = [(tenge, texts.say("button-by-law", amount=texts.money(tenge))) for tenge in by_law]
    return [[word_button(text, Choose, key, pressed_by_law(tenge))] for tenge, text in captions]


def unknown(texts: Texts, key: str) -> InlineKeyboardButton:
    """Return the button for whoever does not know."""
    return word_button(texts.say("button-unknown"), Choose, key, UNKNOWN)


def ticks(screen_input: ScreenInput, asked: Asked, answer: ManyOf) -> Sequence[DrawnRow]:
    """Return the buttons of a question of several answers, ticked ones marked, and the one that ends it.

    None of these comes first: it is seen on a small phone, and never lies where the last answer was pressed.
    """
    texts, chosen = screen_input.texts, screen_input.conversation.ticked(screen_input.assessment_day)
    captions = captions_of_several(texts, captions_of(asked), answer.options)
    called = [(word, caption or screen_input.names.get(word, word)) for word, caption in captions]
    marked = tuple((word, f"✓ {text}" if word in chosen else text) for word, text in called)
    none = word_button(texts.say(none_of(texts, asked.question.id)), Choose, asked.key, NONE)
    first = [] if answer.required else [[none]]
    return [*first, *word_rows(Tick, asked.key, marked), [key_button(texts.say("button-done"), Ready, asked.key)]]


@lru_cache(maxsize=OPTIONS_KEPT)
def captions_of_several(texts: Texts, name: str, options: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """Return several words, each with its caption, None where the word is a member."""
    return tuple((word, own_caption(texts, name, word)) for word in options)

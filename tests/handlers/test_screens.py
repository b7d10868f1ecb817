"""Every screen that a family can come to, drawn in both languages within what Telegram takes."""

import itertools
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.texts import Language, texts
from handlers.conversation import Conversation, View
from handlers.keyboards import LONGEST_CAPTION
from handlers.screens import Screen, ScreenInput, screen
from rules import assess, record_of
from rules.interview.household_from_answers import household_from
from rules.interview.people_told import members
from rules.interview.questionnaire import Question, Repeat
from rules.interview.questions import QUESTIONS
from tests.handlers.wandering import assessment_day_of, wander

FEWEST_WANDERERS = 15
ASKED_SELDOM = (17, 21, 36, 38, 86)
"""Those of the others who hear a question that few are asked, in the order of now: they are followed first."""
MOST_WANDERERS = 150
BYTES_OF_A_BUTTON = 64
LONGEST_TEXT = 4096


def ids_of(questions: Iterable[Question | Repeat]) -> Iterator[str]:
    for question in questions:
        if isinstance(question, Repeat):
            yield from ids_of(question.questions)
        else:
            yield question.id


def asked_in(conversation: Conversation) -> str:
    asked = conversation.current(assessment_day_of(conversation))
    return asked.question.id if asked else ""


@cache
def states() -> list[Conversation]:
    """Return each different state of the first wanderers, and of those after them who hear a question first.

    Nobody may change one.
    """
    found: dict[str, Conversation] = {}
    unheard = set(ids_of(QUESTIONS))
    for seed in dict.fromkeys((*range(FEWEST_WANDERERS), *ASKED_SELDOM, *range(MOST_WANDERERS))):
        documents, heard = [], set()
        for conversation in wander(seed):
            documents.append(conversation.document())
            heard |= {asked_in(conversation)} & unheard
        if heard or seed < FEWEST_WANDERERS:
            found |= {repr(document): Conversation.of(document) for document in documents}
        unheard -= heard
        if not unheard and seed >= FEWEST_WANDERERS:
            break
    return list(found.values())


@cache
def drawn(language: Language) -> list[tuple[Conversation, Screen]]:
    """Return every state with its screen."""
    inputs = ((one, ScreenInput(one, texts(language), assessment_day_of(one))) for one in states())
    return [(conversation, screen(screen_input)) for conversation, screen_input in inputs]


def buttons_of(keyboard: InlineKeyboardMarkup | None) -> list[tuple[str, str]]:
    return [
        (button.text, button.callback_data or "")
        for row in (keyboard.inline_keyboard if keyboard else [])
        for button in row
    ]


def the_wanderers_are_asked_every_question_there_is() -> None:
    assert {asked_in(conversation) for conversation in states()} - {""} == set(ids_of(QUESTIONS))


def every_screen_fits_into_what_telegram_takes(language: Language) -> None:
    for _, shown in drawn(language):
        assert 0 < len(shown.text) <= LONGEST_TEXT
        for caption, data in buttons_of(shown.keyboard):
            assert 0 < len(data.encode()) <= BYTES_OF_A_BUTTON, data
            assert 0 < len(caption) <= LONGEST_CAPTION, caption


def no_two_buttons_of_a_screen_are_called_alike(language: Language) -> None:
    for conversation, shown in drawn(language):
        captions = [caption for caption, _ in buttons_of(shown.keyboard)]
        assert len(captions) == len(set(captions)), (conversation.answers, captions)


def no_button_of_a_question_is_cut_short(language: Language) -> None:
    for _, shown in drawn(language):
        assert [caption for caption, _ in buttons_of(shown.keyboard) if caption.endswith("…")] == []


def every_list_of_answers_and_of_the_family_is_drawn(language: Language) -> None:
    for state in states()[::15]:
        conversation = Conversation.of(state.document())
        about = [(View.EDIT, ""), (View.FAMILY, ""), (View.ADD, "")]
        kept = conversation.walk(assessment_day_of(conversation)).kept
        about += [(view, key) for key in members(kept) for view in (View.MEMBER, View.REMOVE)]
        for view, key in about if "household" in kept else []:
            conversation.look_at(view, key)
            shown = screen(ScreenInput(conversation, texts(language), assessment_day_of(conversation)))
            for caption, data in buttons_of(shown.keyboard):
                assert len(data.encode()) <= BYTES_OF_A_BUTTON
                assert len(caption) <= LONGEST_CAPTION


def every_question_says_another_text_in_each_language() -> None:
    for (_, kazakh), (_, russian) in zip(drawn(Language.KK), drawn(Language.RU), strict=True):
        assert kazakh.text != russian.text
        assert [data for _, data in buttons_of(kazakh.keyboard)] == [data for _, data in buttons_of(russian.keyboard)]


def whoever_has_answered_everything_can_be_assessed() -> None:
    complete = 0
    for conversation in states():
        assessment_day = assessment_day_of(conversation)
        if conversation.is_complete(assessment_day):
            complete += 1
            household = household_from(conversation.walk(assessment_day).kept, assessment_day)
            assert record_of(assess(household, assessment_day.on, assessment_day.lines))["counted_members"] > 0
    assert complete > 50


SENTENCES: Final = (
    the_wanderers_are_asked_every_question_there_is,
    every_question_says_another_text_in_each_language,
    whoever_has_answered_everything_can_be_assessed,
)
IN_EACH_LANGUAGE: Final = (
    every_screen_fits_into_what_telegram_takes,
    no_two_buttons_of_a_screen_are_called_alike,
    no_button_of_a_question_is_cut_short,
    every_list_of_answers_and_of_the_family_is_drawn,
)


@pytest.mark.timeout(900)  # a machine that has much else to do is no fault
def test_every_screen_that_a_family_can_come_to(subtests: pytest.Subtests) -> None:
    """One test, as to wander takes half a minute: two processes that share the sentences would both do so."""
    for sentence in SENTENCES:
        with subtests.test(sentence.__name__):
            sentence()
    for of_language, language in itertools.product(IN_EACH_LANGUAGE, Language):
        with subtests.test(of_language.__name__, language=language.value):
            of_language(language)

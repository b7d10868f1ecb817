"""A text that somebody typed: an answer, a button named in words, a question, or a word to what was just told."""

import asyncio
from itertools import chain

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.wording.phrases import within_line
from handlers import amount_check, checks, family_word, joining, notice_typed, replies, verify, what_if
from handlers.conversation import View
from handlers.keyboards import Speak, drawn, help_line, keyboard, languages
from handlers.language_typed import other_language
from handlers.own_words import is_own
from handlers.presses import pressed_on_question, take_press
from handlers.replies import Event
from handlers.screens.captions import caption
from handlers.screens.question import question_values
from handlers.screens.summary import line, noted, of_birthdays
from handlers.screens.whose import read_whose, said_below_name
from handlers.session import Session
from handlers.still_so_typed import still_so_typed
from handlers.ticks_typed import household_typed, ticks_typed
from handlers.topics import topic_of
from handlers.words_typed import choice_typed, word_typed
from rules.interview.answers import NONE, ManyOf, NotUnderstoodError
from rules.interview.questionnaire import Asked, Context
from rules.interview.questions import section_of
from rules.interview.typed_words import read_yes_or_no

HOUSEHOLD = "household"


async def is_said(message: Message, session: Session) -> bool:
    """Whether a message is a text of somebody's own, no command, and not said to a job offer."""
    text = message.text
    if text is None or text.startswith("/") or message.forward_origin is not None:
        return False
    return session.conversation.view is not View.OFFER


async def typed(message: Message, session: Session) -> InlineKeyboardButton | None:
    """Take what was typed, and say back what was kept of it; only the button that it names is returned instead.

    That is one on the screen which answers no question: whoever calls this presses it.
    """
    text, before = message.text or "", session.question_in
    asked = (
        session.conversation.current(session.assessment_day) if session.conversation.view is View.INTERVIEW else None
    )
    if await _is_said_elsewhere(message, session):
        return None
    if session.is_new_quarter and session.conversation.view is View.INTERVIEW:
        await session.show_below(message)  # it was said to a question of the quarter before
        return None
    if read_yes_or_no(text) is not None and await notice_typed.answers_what_was_told(message, session):
        return None
    try:
        take(session, text)
    except NotUnderstoodError as not_understood:
        return await otherwise(message, session, asked, not_understood.hint)
    await taken(message, session, asked, before)
    return None


async def _is_said_elsewhere(message: Message, session: Session) -> bool:
    """Take what somebody was asked for beside the questions: their word, a message, a year, a sum, a note."""
    match session.conversation.view:
        case View.WORD:
            return await family_word.take(message, session)
        case View.VERIFY:
            return await verify.take(message, session)
        case View.YEAR:
            return await joining.take_year(message, session)
        case View.WHAT_IF:
            return await what_if.take(message, session)
        case View.NAMING:
            return await checks.take(message, session)
        case View.NOTE:
            return await amount_check.take_note(message, session)
    return False


def take(session: Session, text: str) -> None:
    """Take a typed text: ages where a member is being added, otherwise an answer; NotUnderstoodError with a hint."""
    conversation, assessment_day = session.conversation, session.assessment_day
    if conversation.view is View.ADD_AGE:
        conversation.add_people(text, assessment_day)
        return
    asked = conversation.current(assessment_day) if conversation.view is View.INTERVIEW else None
    if asked is None:
        raise NotUnderstoodError("hint-press-button")
    if conversation.doubt is not None:
        choice = choice_typed(session.screen_input, asked, conversation.doubt, text)
        if choice is not None:
            conversation.settle_doubt(choice, assessment_day)
            return
    context = Context(conversation.walk(assessment_day).kept, assessment_day, asked.subject)
    conversation.say(word_typed(session.screen_input.texts, asked, context, text), assessment_day)


async def taken(message: Message, session: Session, asked: Asked | None, before: int) -> None:
    """Save what was typed; leave a line of the question that it answers, and show what comes next."""
    session.conversation.buttons_after = message.message_id
    await session.save()
    said_back = [noted(session.screen_input, asked)] if asked and is_answered(session, asked) else []
    said_back += of_birthdays(session.texts, asked, message.text or "") if asked else []
    await session.ask_next(message, "\n".join(said_back))
    await leave_line(message, session, asked, before)


def is_answered(session: Session, asked: Asked) -> bool:
    """Whether a question has its answer now, and nothing is asked back about it."""
    conversation = session.conversation
    is_open = conversation.doubt is not None or conversation.asking is not None
    return not is_open and asked.key in conversation.walk(session.assessment_day).kept


async def leave_line(event: Event, session: Session, asked: Asked | None, message_id: int) -> None:
    """Leave one line of an answered question, or at least no buttons; not for somebody in a hurry."""
    if session.is_in_a_hurry:
        return
    if asked is not None and is_answered(session, asked):
        await replies.leave(event, message_id, f"✓ {line(session.screen_input, asked)}")
    else:
        await replies.without_buttons(event, message_id)


async def otherwise(message: Message, session: Session, asked: Asked | None, hint: str) -> InlineKeyboardButton | None:
    """Take what is no answer as it stands: the words of a button, several answers in words, a word to a notice."""
    text, before = message.text or "", session.question_in
    shown = (await session.screen()).keyboard
    button = button_named(shown, text) or still_so_typed(shown, text)
    pressed = pressed_on_question(button.callback_data) if button else None
    if button is not None and pressed is None:
        return button
    if pressed is not None:
        try:
            take_press(pressed, session.conversation, session.assessment_day)
        except NotUnderstoodError as not_understood:
            hint = not_understood.hint
        else:
            await taken(message, session, asked, before)
            return None
    if _says_none_of_these(session, asked, text):
        await taken(message, session, asked, before)
        return None
    ticked = _tick_in_words(session, asked, text)
    session.conversation.buttons_after = message.message_id
    if not ticked and await notice_typed.belongs_to_what_was_told(message, session):
        return None
    early = "" if ticked else _keep_for_later(session, text)
    await session.save()
    said = ticked or early
    saying = _say_with_buttons(message, session, said) if said else not_an_answer(message, session, hint)
    await asyncio.gather(replies.without_buttons(message, before), saying)
    return None


def button_named(shown: InlineKeyboardMarkup | None, text: str) -> InlineKeyboardButton | None:
    """Return the button whose words were typed; it is on the screen of the family that is open."""
    wanted = text.strip().casefold()
    buttons = chain.from_iterable(shown.inline_keyboard if shown else [])
    found = next((button for button in buttons if button.text.removeprefix("✓ ").casefold() == wanted), None)
    return found and found.model_copy(update={"callback_data": read_whose(found.callback_data)[1]})


def _says_none_of_these(session: Session, asked: Asked | None, text: str) -> bool:
    """Take a plain no where several answers may be ticked and none is: none of these."""
    if asked is None or read_yes_or_no(text) is not False or session.conversation.ticked(session.assessment_day):
        return False
    kind = asked.question.answer(Context(session.screen_input.walked.kept, session.assessment_day, asked.subject))
    if not isinstance(kind, ManyOf) or kind.required:
        return False
    session.conversation.say(NONE, session.assessment_day)
    return True


def _tick_in_words(session: Session, asked: Asked | None, text: str) -> str:
    """Tick what a text names, and return what says so; empty where it names nothing of what is asked."""
    if asked is None:
        return ""
    screen_input, conversation = session.screen_input, session.conversation
    kind = asked.question.answer(Context(screen_input.walked.kept, session.assessment_day, asked.subject))
    words = ticks_typed(screen_input, asked, kind, text) if isinstance(kind, ManyOf) else None
    if not words:
        return ""
    before = conversation.ticked(session.assessment_day)
    conversation.ticks = [*before, *(word for word in words if word not in before)]
    named = ", ".join(within_line(caption(screen_input, asked, word)) for word in conversation.ticks)
    return session.texts.say("ticked-in-words", answer=named)


def _keep_for_later(session: Session, text: str) -> str:
    """Tick who lives with somebody before it is asked, and return what says so."""
    conversation = session.conversation
    words = household_typed(text) if HOUSEHOLD not in conversation.answers and topic_of(text) is None else []
    if not words:
        return ""
    conversation.earlier = {**conversation.earlier, HOUSEHOLD: words}
    named = ", ".join(within_line(session.screen_input.texts.say(f"button-household-{word}")) for word in words)
    return "\n\n".join([session.texts.say("told-early", answer=named), back_to_question(session)])


async def _say_with_buttons(message: Message, session: Session, text: str) -> None:
    session.has_buttons(await replies.say(message, session.headed(text), (await session.screen()).keyboard))


async def not_an_answer(message: Message, session: Session, hint: str) -> None:
    """Answer a question in words, or say what an answer looks like: shortly, with the buttons of what was asked."""
    words, text = session.texts, message.text or ""
    is_pasted = is_own(text)  # whatever the bot's own sentences name
    topic = None if is_pasted else topic_of(text)
    if topic == "language":
        session.has_buttons(await replies.say(message, words.say("topic-language"), languages(words)))
        return
    told = [_hinted(session, hint)]
    told_at = await verify.told_at(session, text)
    if told_at is not None or topic is not None or is_pasted:
        told = [verify.sent(words, "verify-text-sent", told_at)] if told_at else _on_topic(session, topic)
        if session.conversation.view is View.INTERVIEW:
            told.append(back_to_question(session))
    said, (text_shown, shown) = "\n\n".join(told), await session.screen()
    more, other = help_line(words, said), other_language(text, words.language)
    if other is not None:
        more.append([drawn((words.say(f"button-language-{other}"), Speak(language=other)))])
    if more:
        shown = keyboard([*(shown.inline_keyboard if shown else []), *more])
    is_of_lines = (
        session.conversation.view is View.INTERVIEW and session.conversation.step(session.assessment_day).lines
    )
    whole = said_below_name(session.conversation.called, said, text_shown) if is_of_lines else session.headed(said)
    session.has_buttons(await replies.say(message, whole, shown))


def _hinted(session: Session, hint: str) -> str:
    """Return what an answer looks like, with the example that the question itself gives."""
    asked, screen_input = session.conversation.step(session.assessment_day).first, session.screen_input
    return screen_input.texts.say_with(hint, **(question_values(screen_input, asked) if asked else {}))


def _on_topic(session: Session, topic: str | None) -> list[str]:
    """Return what is said to a question, or, where it is on no topic, to the bot's own words that were pasted."""
    words = session.texts
    is_all_said = topic == "how_much" and session.conversation.is_complete(session.assessment_day)
    said = words.say("topic-how_much-now" if is_all_said else f"topic-{topic}" if topic else "pasted-own")
    return [said, words.say("topic-verify")] if topic in {None, "fraud"} else [said]


def back_to_question(session: Session) -> str:
    """Return what says that the interview goes on, below an answer to something else."""
    asked, words = session.conversation.step(session.assessment_day).first, session.texts
    if asked is None:
        return words.say("topic-back-review")
    section = section_of(session.screen_input.walked, asked.key)
    return words.say("topic-back", section=words.say(f"section-{section}"))

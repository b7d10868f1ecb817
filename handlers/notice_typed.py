"""A word typed right after a notice, or after the question of a link, belongs to that and not to the interview."""

import re
from itertools import chain

from aiogram.types import InlineKeyboardMarkup, Message

from bot.delivery.words import words_from
from bot.store import outbox
from bot.store.outbox import Notice
from handlers import joining, replies, visits
from handlers.keyboards import OfVisit, read_button
from handlers.session import Session
from rules.interview.typed_words import YES, plain, read_yes_or_no, skeleton, skeletons

AT_HOME = "home"
AT_HOME_IN_WORDS = skeletons("үйде үйдеміз үйдемін дома")
BESIDE = skeletons("мен біз боламын боламыз күтемін күтеміз сізді сіздерді я мы буду будем жду ждём вас")
"""What may stand beside it: with any other word it may be a question, or mean something else."""


async def answers_what_was_told(message: Message, session: Session) -> bool:
    """Take yes or no as the answer to what was told last, where that asks for one."""
    said = read_yes_or_no(message.text or "")
    token = await session.remembered.opened_links.of(session.id)
    if token and said is not None:
        await joining.answer_in_words(message, session, token, yes=said)
        return True
    return await belongs_to_what_was_told(message, session)


async def belongs_to_what_was_told(message: Message, session: Session) -> bool:
    """Answer what was typed right after a notice: a visit is confirmed by a yes, else its buttons are shown again."""
    notice = await _just_told(session)
    if notice is None:
        return False
    keyboard = (await words_from(session.world)(notice)).keyboard
    if keyboard is None:
        return False
    session.conversation.buttons_after = message.message_id
    await session.save()
    visit = _to_confirm(keyboard) if _says_at_home(message.text or "") else None
    if visit is not None:
        await visits.note(message, session, visit, f"typed {message.message_id}")
    else:
        await replies.say(message, session.texts.say("notice-answer-below"), keyboard)
    return True


async def _just_told(session: Session) -> Notice | None:
    """Return the notice of a case that was told after the person's last answer, if there is one."""
    async with session.world.database.reading() as connection:
        return await outbox.told_since(connection, session.world.cipher, session.id, session.answered_at)


def _says_at_home(text: str) -> bool:
    """Whether somebody says yes, or that they will be at home: «иә, үйде боламыз», and nothing else."""
    words = {skeleton(word) for word in re.findall(r"[^\W\d_]+", plain(text))}
    says = words & (YES | AT_HOME_IN_WORDS)
    return bool(says) and words <= YES | AT_HOME_IN_WORDS | BESIDE and "?" not in text


def _to_confirm(keyboard: InlineKeyboardMarkup) -> OfVisit | None:
    for button in chain.from_iterable(keyboard.inline_keyboard):
        visit = read_button(button.callback_data)
        if isinstance(visit, OfVisit) and visit.word == AT_HOME:
            return visit
    return None

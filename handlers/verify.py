"""Is this message the bot's own? How to find out, what it told last, and a pasted text beside that."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.delivery.words import in_words
from bot.store import people, reached
from bot.store.notice_kinds import OF_CONCLUSION, About, NoticeKind
from bot.store.outbox import UNREADABLE
from bot.texts import Language, Texts, texts
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.family_word import without_word
from bot.wording.phrases import plain
from handlers import replies
from handlers.conversation import View
from handlers.keyboards import ButtonRow, Do, keyboard
from handlers.replies import Event
from handlers.session import HasBegun, Session

router = Router(name="verify")
MOST_LISTED: Final = 5
MOST_COMPARED: Final = 30
ENOUGH: Final = 40  # letters of a text by which it is told from others
ON_ITS_WAY: Final = (timedelta(), timedelta(minutes=1))
"""It was put into words so long before it was noted as told: only what is counted in hours may differ."""
CALLED: Final[Mapping[NoticeKind, str]] = {
    NoticeKind.CASE_RECEIVED: "case",
    NoticeKind.CASE_UNDER_REVIEW: "case",
    NoticeKind.RENEWAL_REMINDER: "renewal",
    NoticeKind.EXAMINATION_OVERDUE: "visit",
    NoticeKind.RESULT_CHANGED: "result-changed",
    **dict.fromkeys(OF_CONCLUSION.values(), "conclusion"),
}
"""What a notice is called here, where it is not called by what it is about."""
BY_WHAT_IT_IS_ABOUT: Final[Mapping[About, str]] = {
    About.CASE: "decision",
    About.VISIT: "visit",
    About.OFFER: "offer",
    About.FOLLOWER: "followers",
    About.REGION: "broadcast",
    About.RESULT: "reminder",
}


@router.message(Command("verify"))
async def verify(message: Message, command: CommandObject, words: Texts, session: Session | None) -> None:
    """Tell how to find out who has written, and what was told last; with a text behind the command look at that."""
    if command.args and session is not None:
        await _answer(message, session, command.args)
    else:
        await _tell(message, words, session)


@router.callback_query(Do.filter(F.what == "verify"))
async def verify_by_button(query: CallbackQuery, words: Texts, session: Session | None) -> None:
    """Tell the same after a press."""
    await _tell(query, words, session)


async def is_picture(message: Message, session: Session) -> bool:
    """Whether somebody who was told how to find out sends no text: a screenshot, most likely."""
    is_asked = session.conversation.view is View.VERIFY
    return is_asked and message.text is None and message.forward_origin is None


@router.message(HasBegun(), is_picture)
async def picture(message: Message, session: Session) -> None:
    """Say that a picture tells nobody who has written."""
    await replies.say(message, session.texts.say("verify-picture"), keyboard([_go_on(session.texts)]))


async def take(message: Message, session: Session) -> bool:
    """Look at a pasted text; False for a short one, which answers a question."""
    text = message.text or ""
    session.conversation.listen_for_answers()
    if len(text) < ENOUGH:
        return False
    await _answer(message, session, text)
    return True


async def told_at(session: Session, text: str) -> datetime | None:
    """Return when the bot told that person a text, word for word, or what has it as a part; None where it did not."""
    async with session.world.database.reading() as connection:
        found = await reached.lately(connection, session.world.cipher, session.id, MOST_COMPARED)
        wishes = await people.wishes(connection, session.world.cipher, session.id)
    pasted = _letters(_without_own_word(text, wishes.word))
    if len(pasted) < ENOUGH:
        return None
    for notice, _, at in (one for one in found if one.notice.kind != UNREADABLE):
        for before in ON_ITS_WAY:
            for is_private in {notice.is_private, False}:  # it may have been opened since
                told = await in_words(session.world, replace(notice, is_private=is_private), at - before)
                if pasted in _letters(without_word(plain(told.text))):
                    return at
    return None


def sent(words: Texts, name: str, at: datetime) -> str:
    """Return a sentence that names the day and the time in Kazakhstan when the bot sent something."""
    moment = at.astimezone(KAZAKHSTAN_TIME)
    return words.say(name, date=words.day(moment.date()), time=words.time(moment))


def line(words: Texts, kind: str, at: datetime, today: date) -> str:
    """Return one of the notices that were told last: what it was about, its day and its time."""
    known = NoticeKind.read(kind)
    what = CALLED.get(known, BY_WHAT_IT_IS_ABOUT[known.about])
    moment = at.astimezone(KAZAKHSTAN_TIME)
    day, time = words.day(moment.date(), today), words.time(moment)
    return words.say("verify-line", what=words.say(f"verify-kind-{what}"), date=day, time=time)


async def _answer(message: Message, session: Session, text: str) -> None:
    await session.save()
    words, at = session.texts, await told_at(session, text)
    said = sent(words, "verify-text-sent", at) if at else words.say("verify-text-unknown")
    last = [] if at else [await _last(words, session)]
    await replies.say(message, "\n\n".join([said, *last]), keyboard([_go_on(words)]))


async def _tell(event: Event, words: Texts, session: Session | None) -> None:
    told = [words.say("verify-how")]
    if session is not None:
        session.conversation.listen_for(View.VERIFY)
        await session.save()
        told.append(await _last(words, session))
    await replies.show_below(event, "\n\n".join(told), keyboard([_go_on(words)]) if session else None)


async def _last(words: Texts, session: Session) -> str:
    """Return what the bot told the person last: the kind of each in words, its day and its time."""
    async with session.world.database.reading() as connection:
        found = await reached.lately(connection, session.world.cipher, session.id, MOST_LISTED)
    if not found:
        return words.say("verify-none")
    return "\n".join(
        [words.say("verify-last"), *(line(words, kind, at, session.world.today()) for _, kind, at in found)]
    )


def _without_own_word(text: str, word: str | None) -> str:
    """Return a text without the line that has the person's very word: any other line below a notice was not ours."""
    if word is None:
        return text
    before, _, last = text.rstrip().rpartition("\n")
    own = {_letters(texts(language).say("notice-word", word=word)) for language in Language}
    return before if _letters(last) in own else text


def _letters(text: str) -> str:
    """Return a text as two phones write it alike: spaces, lines and capitals are no difference."""
    return " ".join(text.split()).casefold()


def _go_on(words: Texts) -> ButtonRow:
    return [(words.say("button-continue"), Do(what="resume"))]

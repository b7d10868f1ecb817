"""What a person writes and sends while answering a job offer: kept at once, shown again, sent on by a button alone."""

from decimal import Decimal
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, Final

import aiohttp
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Document, Message, PhotoSize

from bot import casework
from bot.casework import OfferReply, OfferView
from bot.casework.written import as_seen
from bot.errors import KomekError
from bot.store import offer_files
from handlers import replies
from handlers.conversation import View
from handlers.offer_draft import LONGEST_TEXT, MOST_FILES, Answering, with_file, with_text
from handlers.offer_refusal import show_reason
from handlers.screens import offer as screens
from handlers.screens.screen_input import Screen
from handlers.secrets_typed import holds_secret
from handlers.session import Session
from rules.offer import OfferState

BYTES_IN_MEGABYTE: Final = 1024 * 1024
MOST_MEGABYTES: Final = 10
LONGEST_NAME: Final = 200
STATE_OF: Final = {"refuse": OfferState.REFUSED, "excuse": OfferState.EXCUSE_REQUESTED}
MOST: Final = {
    "hint-offer-text-long": LONGEST_TEXT,
    "hint-offer-files-many": MOST_FILES,
    "hint-offer-file-big": MOST_MEGABYTES,
}
"""What is the most in a hint."""


class NotTakenError(KomekError):
    """Something that was sent cannot be kept; its text is the id of the hint."""


async def is_written(message: Message, session: Session | None = None) -> bool:
    """Whether a message is said to a job offer: no command, and no text that somebody else wrote."""
    if session is None or session.conversation.view is not View.OFFER or session.conversation.answering is None:
        return False
    is_command = (message.text or "").startswith("/")
    return not is_command and (message.forward_origin is None or _file_of(message) is not None)


async def write(message: Message, session: Session, bot: Bot) -> None:
    """Keep words and a file for the answer that somebody is writing; say what could not be kept."""
    world, answering = session.world, session.conversation.answering
    if answering is None:
        return
    seen = await casework.offer_seen(world, answering["number"], session.id)
    why_not = _why_not(session, seen, answering)
    hints = list[str]()
    try:
        answering = _with_words(answering, message)
    except NotTakenError as not_taken:
        hints.append(str(not_taken))
    try:
        if why_not is None and message.text is None:
            answering = await _with_file(session, answering, message, bot)
    except NotTakenError as not_taken:
        hints.append(str(not_taken))
    session.conversation.write_to_offer(answering)
    if why_not is None and seen is not None:
        await session.save()  # before it is answered: the answer may have to wait, and then give way to a newer one
        await _answer(message, session, seen, hints)
        return
    # what was written stays: an offer that was extended can still be answered
    session.conversation.listen_for_answers()
    await session.save()
    await replies.say(message, *_not_open(session, seen, why_not or OfferReply.NOT_YOURS))


def _why_not(session: Session, seen: OfferView | None, answering: Answering) -> OfferReply | None:
    if seen is None or not seen.may_answer:
        return OfferReply.NOT_YOURS
    return casework.why_no_answer(seen, answering["sequence"], STATE_OF[answering["what"]], session.world)


def _not_open(session: Session, seen: OfferView | None, why_not: OfferReply) -> Screen:
    """Return why nothing can be said to the offer any more, with the offer as it is now."""
    texts, now = session.texts, session.world.now()
    if seen is None or not seen.may_answer:
        return Screen(texts.say("offer-of-another" if seen else "offer-reply-not_yours"), None)
    first = texts.say_with(f"offer-reply-{why_not}", **screens.values_said(texts, seen, now))
    return screens.card(texts, seen, now, first=first)


async def _answer(message: Message, session: Session, seen: OfferView, hints: list[str]) -> None:
    """Show what is written so far: of photos that came together the later ones change the answer to the first."""
    conversation, texts = session.conversation, session.texts
    answering = conversation.answering
    if answering is None:
        return
    said = [texts.say_with(hint, most=texts.decimal(Decimal(MOST.get(hint, 0)))) for hint in hints]
    if answering["what"] == "refuse":
        await show_reason(message, session, seen, answering, *said)
        return
    screen = screens.excusing(texts, seen, answering, session.world.now(), *said)
    album = answering["album"]
    if message.media_group_id is None:
        await replies.say(message, *screen)
    elif album is not None and album["id"] == message.media_group_id:
        await replies.say_anew(message, album["answer"], *screen)
    else:
        answer = await replies.say(message, *screen)
        conversation.write_to_offer({**answering, "album": {"id": message.media_group_id, "answer": answer}})
    await session.save()


def _with_words(answering: Answering, message: Message) -> Answering:
    written = as_seen(message.text or message.caption or "")
    if holds_secret(written):
        raise NotTakenError("hint-offer-secret")
    longer = with_text(answering, written) if written.strip() else answering
    if longer is None:
        raise NotTakenError("hint-offer-text-long")
    return longer


async def _with_file(session: Session, answering: Answering, message: Message, bot: Bot) -> Answering:
    sent = _file_of(message)
    if answering["what"] == "refuse":
        raise NotTakenError("hint-offer-only-words")
    if sent is None:
        raise NotTakenError("hint-offer-other-kind")
    if len(answering["files"]) >= MOST_FILES:
        raise NotTakenError("hint-offer-files-many")
    return with_file(answering, await _kept(session, answering, sent, await _content(bot, sent)))


def _file_of(message: Message) -> Document | PhotoSize | None:
    """Return the photo in its largest size, or the file; a moving picture comes as a file too, and is none."""
    if message.photo:
        return message.photo[-1]
    return None if message.animation else message.document


class AtMost(BytesIO):
    """Takes so many bytes and no more: Telegram does not always say how big a file is, and may say less than comes.

    They are kept and handed on as they are: nothing here unpacks a file or draws a picture.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, part: Any, /) -> int:
        """Take a part; NotTakenError when it would be too much."""
        if self.tell() + len(memoryview(part)) > self._most:
            raise NotTakenError("hint-offer-file-big")
        return super().write(part)


async def _content(bot: Bot, sent: Document | PhotoSize) -> bytes:
    most = MOST_MEGABYTES * BYTES_IN_MEGABYTE
    if (sent.file_size or 0) > most:
        raise NotTakenError("hint-offer-file-big")
    taken = AtMost(most)
    try:
        await bot.download(sent, destination=taken)
    except (TelegramAPIError, aiohttp.ClientError, TimeoutError):
        raise NotTakenError("hint-offer-file-lost") from None
    content = taken.getvalue()
    if not content:
        raise NotTakenError("hint-offer-file-empty")
    return content


def _base_name(name: str | None) -> str:
    """Return the name of a file without folders, whichever way they are written: it came from a stranger's phone."""
    base = PurePosixPath(as_seen(name or "").replace("\\", "/")).name
    return base if base.strip(". ") else "file"


async def _kept(session: Session, answering: Answering, sent: Document | PhotoSize, content: bytes) -> str:
    name, media_type = f"{len(answering['files']) + 1}.jpg", "image/jpeg"  # a photo has no name of its own
    if isinstance(sent, Document):
        name, media_type = _base_name(sent.file_name), sent.mime_type or "application/octet-stream"
    world = session.world
    async with world.database.transaction() as transaction:
        return await offer_files.keep(
            transaction,
            world.cipher,
            offer=answering["number"],
            person_id=session.id,
            name=name[:LONGEST_NAME],
            media_type=media_type,
            content=content,
            now=world.now(),
        )

"""Before every handler: one update of a person at a time, and the person's conversation loaded once."""

import uuid
from collections.abc import Awaitable, Callable
from typing import Any, Final

import structlog
from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.errors import StaleDraft
from bot.store import drafts
from bot.texts import Language, Texts, texts
from bot.world import World
from handlers import replies
from handlers.person import visitor_of

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
log = structlog.get_logger("komek.handlers")
ATTEMPTS: Final = 3


def language_of(user: User) -> Language:
    """Return the language of somebody who has not chosen yet: Russian only where the phone speaks it."""
    return Language.RU if (user.language_code or "").startswith("ru") else Language.KK


class Arrival(BaseMiddleware):
    """Gives handlers `visit` and, after consent, `visitor`; sends a group away; catches what went wrong."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.isolation = SimpleEventIsolation()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Serve one message or press."""
        if not isinstance(event, Message | CallbackQuery) or event.from_user is None:
            return None
        person_id = event.from_user.id
        key = StorageKey(bot_id=data["bot"].id, chat_id=person_id, user_id=person_id)
        async with self.isolation.lock(key):
            words = texts(language_of(event.from_user))
            try:
                return await self._serve(handler, event, data, words)
            except Exception as error:
                code = uuid.uuid4().hex[:8]
                log.exception(
                    "handler_failed", code=code, error=type(error).__name__, update_id=data["event_update"].update_id
                )
                await replies.show_below(event, words.say("error-code", code=code))

    async def _serve(self, handler: Handler, event: Message | CallbackQuery, data: dict[str, Any], words: Texts) -> Any:
        message = event if isinstance(event, Message) else event.message
        if message is not None and message.chat.type != ChatType.PRIVATE:
            return await self._group(event, data, words)
        for attempt in range(ATTEMPTS):
            try:
                return await self._once(handler, event, data, words)
            except StaleDraft:
                if attempt == ATTEMPTS - 1:
                    raise
        return None

    async def _once(self, handler: Handler, event: Message | CallbackQuery, data: dict[str, Any], words: Texts) -> Any:
        assert event.from_user is not None  # noqa: S101, checked in __call__
        async with self.world.database.reading() as connection:
            visit = await drafts.visit(connection, self.world.cipher, event.from_user.id)
        data["world"], data["visit"], data["visitor"], data["words"] = self.world, visit, None, words
        if visit is not None:
            data["words"] = texts(Language(visit.language))
        if visit is not None and visit.consented_at is not None:
            visitor = await visitor_of(visit, data["event_update"].update_id, self.world)
            if visitor.is_repeat:
                return await replies.show(event, *visitor.screen())
            data["visitor"] = visitor
        return await handler(event, data)

    @staticmethod
    async def _group(event: Message | CallbackQuery, data: dict[str, Any], words: Texts) -> None:
        if isinstance(event, CallbackQuery):
            await event.answer()
            return
        me = await data["bot"].me()
        await replies.say(event, words.say("group-chat", link=f"https://t.me/{me.username}"))

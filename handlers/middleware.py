"""Before every handler: one update of a person at a time, and the person's conversation loaded once."""

import asyncio
import contextlib
import time
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, Final

import structlog
from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.exceptions import AiogramError, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot import casework
from bot.errors import PutOffError, StaleDraftError, WrongKeyError
from bot.store import drafts
from bot.store.checks import OWN
from bot.store.sealed import opens_others
from bot.telegram.retries import Pauses, is_passing
from bot.telegram.wire import ReplyLostError
from bot.texts import Language, Texts, texts
from bot.world import World
from handlers import amount_check, checks, forgetting, replies
from handlers.groups import answer_group
from handlers.offer_press import is_on_offer
from handlers.remembered import Remembered
from handlers.replies import Event
from handlers.screens.whose import read_whose
from handlers.session import session_of

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
log = structlog.get_logger("komek.handlers")
ATTEMPTS: Final = 3  # another process may answer the same person at the same time
DATABASE_PAUSES: Final = Pauses(first=0.5, longest=5.0)
SILENCE_S: Final = 3.0  # so long a fault may last before it is spoken of


def language_of(user: User) -> Language:
    """Return the language of somebody who has not chosen yet: Russian only where the phone speaks it."""
    return Language.RU if (user.language_code or "").startswith("ru") else Language.KK


class Arrival(BaseMiddleware):
    """Gives handlers `known`, `words` and, after consent, `session`; sends a group away; tells of a fault."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Serve one message or press."""
        if not isinstance(event, Message | CallbackQuery) or event.from_user is None:
            return
        words = texts(language_of(event.from_user))
        if not _is_private(event):
            with contextlib.suppress(AiogramError):
                number = data["event_update"].update_id
                await answer_group(event, data["bot"], words, data["world"], data["remembered"], number)
            return
        async with data["world"].turn_of(event.from_user.id):
            try:
                with data["world"].metrics.step("press" if isinstance(event, CallbackQuery) else "message"):
                    await self._serve_once_the_database_answers(handler, event, data, event.from_user.id, words)
            except TelegramForbiddenError:
                log.info("person_blocked_the_bot", update_id=data["event_update"].update_id)
            except ReplyLostError:  # they may have it twice; what was done is kept, and whatever they do shows it
                log.warning("answer_may_not_have_come", update_id=data["event_update"].update_id)
            except TelegramRetryAfter as asked:
                raise PutOffError(asked.retry_after) from None
            except Exception as error:
                if isinstance(error, AiogramError) and is_passing(error):
                    raise PutOffError(None) from None
                data["world"].metrics.faults.inc()
                code, update_id = uuid.uuid4().hex[:8], data["event_update"].update_id
                log.exception("handler_failed", code=code, error=type(error).__name__, update_id=update_id)
                with contextlib.suppress(AiogramError):
                    await replies.show_below(event, words.say("error-code", code=code))

    async def _serve_once_the_database_answers(
        self, handler: Handler, event: Event, data: dict[str, Any], person_id: int, words: Texts
    ) -> None:
        """Serve again and again as long as the database is away: what the person sends next waits behind it.

        Nothing is confirmed to Telegram meanwhile. They are told once that this answer is not kept yet.
        """
        world, began = data["world"], time.monotonic()
        for pause in DATABASE_PAUSES.between():
            try:
                await self._serve(handler, event, data, person_id, words)
            except Exception as fault:
                if not world.database.is_temporary(fault):
                    raise
                log.warning("answer_waits_for_the_database", error=type(fault).__name__)
            else:
                world.told_of_fault.discard(person_id)
                return
            if time.monotonic() - began > SILENCE_S and person_id not in world.told_of_fault:
                world.told_of_fault.add(person_id)
                with contextlib.suppress(AiogramError):
                    await replies.show_below(event, words.say("error-not-kept"))
            await asyncio.sleep(pause)

    async def _serve(self, handler: Handler, event: Event, data: dict[str, Any], person_id: int, words: Texts) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                await self._once(handler, event, data, person_id, words)
            except StaleDraftError:
                if attempt == ATTEMPTS:
                    raise
            else:
                return

    async def _once(self, handler: Handler, event: Event, data: dict[str, Any], person_id: int, words: Texts) -> None:
        world: World = data["world"]
        remembered: Remembered = data["remembered"]
        last = remembered.recent.take(person_id)
        whose, event = _whose(event)
        known, is_damaged = await _known(world, person_id)
        data["known"], data["session"] = known, None
        replies.IS_PROTECTED.set(known is not None and known.is_protected)
        if known is not None and known.is_unreached:
            await casework.come_back(world, person_id)
        words = data["words"] = words if known is None else texts(Language(known.language))
        if is_damaged:
            await replies.say(event, words.say("error-draft-damaged"))
        if known is not None and known.consented_at is not None:
            number, is_claimed = data["event_update"].update_id, data.get("is_claimed", False)
            session = data["session"] = await session_of(known, number, world, remembered, last, is_claimed=is_claimed)
            if session.is_repeat and not _bears_repetition(event):
                await session.show_again(event)
                return
            if forgetting.waits(event, known, session):
                await forgetting.say_that_it_waits(event, session, known)
                return
            if isinstance(event, CallbackQuery) and checks.is_of_another(event.data, whose, session.check):
                await checks.say_whose(event, session, whose)
                return
            await amount_check.leave_note(event, session)
        await handler(event, data)


async def _known(world: World, person_id: int) -> tuple[drafts.KnownPerson | None, bool]:
    """Return who comes, and whether their answers were damaged: such are put away, and the person begins anew."""
    async with world.database.reading() as connection:
        try:
            return await drafts.known_person(connection, world.cipher, person_id), False
        except WrongKeyError:
            if not await opens_others(world.database, world.cipher):
                raise  # it is the key that is wrong
            log.error("draft_damaged", command="doctor")  # noqa: TRY400, where it was found out tells nothing
    async with world.database.transaction() as transaction:
        await drafts.set_aside(transaction, person_id, world.now())
        return await drafts.known_person(transaction, world.cipher, person_id), True


def _whose(event: Event) -> tuple[int, Event]:
    """Return for which family a button was drawn, and the press without that; 0 for one's own, and for what is said."""
    if not isinstance(event, CallbackQuery):
        return OWN, event
    number, carried = read_whose(event.data)
    return number, event if number == OWN else event.model_copy(update={"data": carried})


def _bears_repetition(event: Event) -> bool:
    """Whether it is a press on a job offer, which does nothing twice and says each time what became of it."""
    return isinstance(event, CallbackQuery) and is_on_offer(event.data)


def _is_private(event: Event) -> bool:
    message = event if isinstance(event, Message) else event.message
    return message is None or message.chat.type == ChatType.PRIVATE

"""Long polling that confirms an update only when it has been answered: one that was not comes again after a crash.

Telegram confirms by a mark: everything below the offset is forgotten. So an answer that has to wait holds back the
confirmation of those that came after it. Telegram shows them again, and they are not answered again. It shows at
most 100 at once: so many are answered beside one that waits.
"""

import asyncio
import contextlib
from collections.abc import Coroutine, Iterable
from typing import Any, Final, TypeVar, cast

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.methods import GetUpdates
from aiogram.types import Update

from bot.errors import KomekError

log = structlog.get_logger("komek.polling")
POLL_SECONDS: Final = 25
ANSWER_SECONDS: Final = 10  # so much later than asked for Telegram's empty answer may come
GLANCE_SECONDS: Final = 0.2  # so often one looks for news while an answer has to wait
LAST_ANSWERS_SECONDS: Final = 1.0
LAST_CONFIRMATION_SECONDS: Final = 0.3
KINDS: Final = ["message", "edited_message", "callback_query"]
Result = TypeVar("Result")
RawUpdate = dict[str, Any]
# of a message: which one it is, and what it said; with date 0 it is too old to be edited
OF_OFFERS: Final = "offer|"
TEXT_AND_PLACE: Final = frozenset({"message_id", "date", "chat", "text", "entities"})


class GetRawUpdates(GetUpdates):
    """Updates as they come: each is read when it is answered, so one that cannot be read holds up no other."""

    __returning__ = list[RawUpdate]


class UpdateReader(Dispatcher):
    """aiogram's dispatcher, which reads no more of an update than handlers look at."""

    async def feed_raw_update(self, bot: Bot, update: RawUpdate, **kwargs: Any) -> Any:
        """Read an update and answer it."""
        read = Update.model_validate(without_buttons_of_press(update), context={"bot": bot})
        return await self.feed_update(bot, read, **kwargs)


def without_buttons_of_press(update: RawUpdate) -> RawUpdate:
    """Leave of a message under which a button was pressed only which one it is and what it said.

    A press carries all that it says; to read the buttons beside it takes as long as all the rest. Under a job offer
    they are read, too: what was on the screen is kept beside the answer, and in which language.
    """
    query = update.get("callback_query")
    if not query or not query.get("message") or query.get("data", "").startswith(OF_OFFERS):
        return update
    message = {name: value for name, value in query["message"].items() if name in TEXT_AND_PLACE}
    return {**update, "callback_query": {**query, "message": message}}


async def poll(bot: Bot, dispatcher: Dispatcher, stop: asyncio.Event) -> None:
    """Answer updates until `stop` is set; answers under way then get a moment to finish.

    SettingError when Telegram no longer knows the bot.
    """
    taken = Taken(bot, dispatcher)
    try:
        while not stop.is_set():
            taken.take_up(await unless_stopped(_updates(taken), stop) or ())
            await taken.answered_within(GLANCE_SECONDS)
    finally:
        await taken.answered_within(LAST_ANSWERS_SECONDS)
        await taken.give_up()
        await _confirm(taken)


async def unless_stopped(work: Coroutine[Any, Any, Result], stop: asyncio.Event) -> Result | None:
    """Do the work and return its result, or drop it and return None once `stop` is set."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        stopping.cancel()
        working.cancel()
        await asyncio.wait({working, stopping})


class Taken:
    """The updates that were taken up and that Telegram may not forget yet, in the order in which it gave them."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        self.bot = bot
        self.dispatcher = dispatcher
        self.offset: int | None = None
        """Telegram may forget what is below; None as long as nothing was answered."""
        self._answers: dict[int, asyncio.Task[None]] = {}

    @property
    def under_way(self) -> list[asyncio.Task[None]]:
        """The answers that are not finished."""
        return [answer for answer in self._answers.values() if not answer.done()]

    def take_up(self, updates: Iterable[RawUpdate]) -> None:
        """Begin to answer what is new."""
        for update in updates:
            if update["update_id"] not in self._answers:
                self._answers[update["update_id"]] = asyncio.create_task(self._answer(update))

    async def answered_within(self, seconds: float) -> None:
        """Wait for all answers, no longer than this, and move the offset behind those that are finished."""
        if under_way := self.under_way:
            await asyncio.wait(under_way, timeout=seconds)
        for number, answer in list(self._answers.items()):
            if not answer.done():
                return
            del self._answers[number]
            self.offset = number + 1

    async def give_up(self) -> None:
        """Drop the answers under way, and end only when they have let go of everything; their updates come again."""
        dropped = self.under_way
        for answer in dropped:
            answer.cancel()
        await asyncio.gather(*dropped, return_exceptions=True)

    async def _answer(self, update: RawUpdate) -> None:
        try:
            await self.dispatcher.feed_raw_update(self.bot, update)
        except Exception as error:
            log.exception("update_failed", update_id=update["update_id"], error=type(error).__name__)


async def _updates(taken: Taken) -> list[RawUpdate]:
    # With answers under way their updates come back at once: asking for news must not wait for them.
    seconds = 0 if taken.under_way else POLL_SECONDS
    asked = GetRawUpdates(offset=taken.offset, timeout=seconds, allowed_updates=KINDS)
    return cast("list[RawUpdate]", await taken.bot(asked, request_timeout=seconds + ANSWER_SECONDS))


async def _confirm(taken: Taken) -> None:
    """Let Telegram forget what was answered since the last poll, so that nobody gets the same answer again."""
    with contextlib.suppress(KomekError, AiogramError, TimeoutError):
        async with asyncio.timeout(LAST_CONFIRMATION_SECONDS):
            await taken.bot.get_updates(offset=taken.offset, limit=1, timeout=0)

"""Long polling that confirms an update only when it has been answered or kept: it comes again after a crash."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar, cast

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.methods import GetUpdates
from aiogram.types import Update

from bot.errors import KomekError
from bot.telegram.taken import RawUpdate, Taken
from bot.world import World

POLL_SECONDS: Final = 25
ANSWER_SECONDS: Final = 10  # so much later than asked for Telegram's empty answer may come
GLANCE_SECONDS: Final = 0.2  # so often one looks for news while an update is neither answered nor kept
LAST_ANSWERS_SECONDS: Final = 0.7
LAST_CONFIRMATION_SECONDS: Final = 0.3
KINDS: Final = ["message", "edited_message", "callback_query", "my_chat_member"]
Result = TypeVar("Result")
# of a message: which one it is, and what it said; with date 0 it is too old to be edited
TEXT_AND_PLACE: Final = frozenset({"message_id", "date", "chat", "text", "entities"})


class GetRawUpdates(GetUpdates):
    """Updates as they come: each is read when it is answered, so one that cannot be read holds up no other."""

    __returning__ = list[RawUpdate]


class UpdateReader(Dispatcher):
    """aiogram's dispatcher, which reads no more of an update than handlers look at.

    `looks_at_buttons`: whether the handler of a press, by what its button carries, looks at the buttons beside it.
    """

    def __init__(self, looks_at_buttons: Callable[[str], bool]) -> None:
        super().__init__(disable_fsm=True)
        self._looks_at_buttons = looks_at_buttons

    async def feed_raw_update(self, bot: Bot, update: RawUpdate, **kwargs: Any) -> Any:
        """Read an update and answer it."""
        read = Update.model_validate(self._without_buttons_of_press(update), context={"bot": bot})
        return await self.feed_update(bot, read, **kwargs)

    def _without_buttons_of_press(self, update: RawUpdate) -> RawUpdate:
        """Leave of a message under which a button was pressed only which one it is and what it said.

        A press carries all that it says; to read the buttons beside it takes as long as all the rest.
        """
        query = update.get("callback_query")
        if not query or not query.get("message") or self._looks_at_buttons(query.get("data", "")):
            return update
        message = {name: value for name, value in query["message"].items() if name in TEXT_AND_PLACE}
        return {**update, "callback_query": {**query, "message": message}}


async def poll(bot: Bot, dispatcher: Dispatcher, world: World, stop: asyncio.Event) -> None:
    """Answer updates until `stop` is set; answers under way then get a moment to finish.

    SettingError when Telegram no longer knows the bot.
    """
    taken = Taken(bot, dispatcher, world)
    await unless_stopped(taken.take_up_kept(), stop)
    try:
        while not stop.is_set():
            taken.take_up(await unless_stopped(_updates(taken), stop) or ())
            await taken.answered_within(GLANCE_SECONDS)
    finally:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2 * LAST_ANSWERS_SECONDS):  # the database may hang
                await taken.answered_within(LAST_ANSWERS_SECONDS, at_the_end=True)
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


async def _updates(taken: Taken) -> list[RawUpdate]:
    # With answers under way their updates come back at once: asking for news must not wait for them.
    seconds = 0 if taken.holds_back else POLL_SECONDS
    asked = GetRawUpdates(offset=taken.offset, timeout=seconds, allowed_updates=KINDS)
    updates = cast("list[RawUpdate]", await taken.bot(asked, request_timeout=seconds + ANSWER_SECONDS))
    taken.world.heard_telegram_at = time.monotonic()
    return updates


async def _confirm(taken: Taken) -> None:
    """Let Telegram forget what was answered since the last poll, so that nobody gets the same answer again."""
    with contextlib.suppress(KomekError, AiogramError, TimeoutError):
        async with asyncio.timeout(LAST_CONFIRMATION_SECONDS):
            await taken.bot.get_updates(offset=taken.offset, limit=1, timeout=0)

"""Long polling that confirms an update only when it has been answered: one that was not comes again after a crash."""

import asyncio
from typing import Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update

log = structlog.get_logger("komek.polling")
POLL_SECONDS: Final = 25
PATIENCE_SECONDS: Final = 0.2  # so long the next poll waits for answers under way before it asks again
STOP_SECONDS: Final = 1.5
PAUSE_AFTER_FAILURE_SECONDS: Final = 1.0
KINDS: Final = ["message", "edited_message", "callback_query"]


async def poll(bot: Bot, dispatcher: Dispatcher, stop: asyncio.Event) -> None:
    """Answer updates until `stop` is set; those under way then get a moment to finish."""
    under_way: dict[int, asyncio.Task[None]] = {}
    offset = None
    stopping = asyncio.create_task(stop.wait())
    try:
        while not stop.is_set():
            updates = await _updates(bot, offset, stopping, busy=bool(under_way))
            for update in updates:
                if update.update_id not in under_way:
                    under_way[update.update_id] = asyncio.create_task(_answer(bot, dispatcher, update))
                offset = max(offset or 0, update.update_id + 1)
            if under_way:
                await asyncio.wait(under_way.values(), timeout=PATIENCE_SECONDS)
            for number in [number for number, task in under_way.items() if task.done()]:
                del under_way[number]
            offset = min(under_way, default=offset)
    finally:
        stopping.cancel()
        if under_way:
            await asyncio.wait(under_way.values(), timeout=STOP_SECONDS)
        for task in under_way.values():
            task.cancel()


async def _updates(bot: Bot, offset: int | None, stopping: asyncio.Task[bool], *, busy: bool) -> list[Update]:
    # With answers under way the unconfirmed updates come back at once: asking for news must not wait for them.
    asking = asyncio.create_task(
        bot.get_updates(
            offset=offset,
            timeout=0 if busy else POLL_SECONDS,
            allowed_updates=KINDS,
            request_timeout=POLL_SECONDS + 10,
        )
    )
    await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not asking.done():
        asking.cancel()
        return []
    try:
        return asking.result()
    except TelegramAPIError as error:
        log.warning("poll_failed", error=type(error).__name__)
        await asyncio.wait({stopping}, timeout=PAUSE_AFTER_FAILURE_SECONDS)
        return []


async def _answer(bot: Bot, dispatcher: Dispatcher, update: Update) -> None:
    try:
        await dispatcher.feed_update(bot, update)
    except Exception as error:
        log.exception("update_failed", update_id=update.update_id, error=type(error).__name__)

"""What people are answered counts for Telegram's pace, too: whoever tells notices sends what is left of it.

An answer waits for no turn. It is counted as it is sent, and the database is told a few times a second, whatever the
number of answers: so no press is slower by it. Notices that find no turn wait a second at most, and then some leave all
the same.
"""

import asyncio
from typing import Any, Final

import structlog
from aiogram.methods import SendChatAction, TelegramMethod

from bot.store import turns
from bot.telegram.polling import unless_stopped
from bot.telegram.wire import MAKE_A_MESSAGE
from bot.world import World

log = structlog.get_logger("komek.telegram")
TELL_S: Final = 0.2
"""So often the database is told: as long as turns that passed unused may still be taken (bot/store/turns.py)."""
COUNT_AS_MESSAGES: Final = (*MAKE_A_MESSAGE, "edit")


class Replies:
    """The messages of this process that are no notices."""

    def __init__(self) -> None:
        self._count = 0
        self._any = asyncio.Event()

    def note(self, method: TelegramMethod[Any]) -> None:
        """Count a call that Telegram was sent, if it is one of those that count."""
        if method.__api_method__.startswith(COUNT_AS_MESSAGES) and not isinstance(method, SendChatAction):
            self._count += 1
            self._any.set()

    async def tell(self, world: World, stop: asyncio.Event) -> None:
        """Tell the database of them until `stop` is set. Those of a moment in which it is away stay uncounted."""
        while await unless_stopped(self._any.wait(), stop):
            self._any.clear()
            count, self._count = self._count, 0
            try:
                async with world.database.statement() as connection:
                    await turns.use(connection, world.now(), count)
            except Exception as fault:
                if not world.database.is_temporary(fault):
                    raise
                log.warning("replies_not_counted", count=count, error=type(fault).__name__)
            await unless_stopped(asyncio.sleep(TELL_S), stop)

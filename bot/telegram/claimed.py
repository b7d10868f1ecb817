"""The updates that came by the webhook, answered by any number of processes at one database.

Each is claimed, answered and settled. Of one person only one is claimed at a time, the first that is not answered: so
theirs are answered in their order, whichever processes do it. What a process held that died is free a few looks later.
An update whose answer Telegram does not take stays with its process, which tries again, and the person's next one waits
behind it.
"""

import asyncio
import contextlib
from datetime import timedelta
from typing import Final

import structlog
from aiogram import Bot, Dispatcher

from bot.store import senders, waiting_updates
from bot.telegram.retries import Pauses
from bot.telegram.taken import PAUSES, RawUpdate, attempt
from bot.telegram.wire import counted_for_one_update
from bot.watching.origin import coming_of, of_update
from bot.world import World

log = structlog.get_logger("komek.telegram")
AT_ONCE: Final = 32
"""Updates that a process answers at the same time; those whose answer waits for Telegram are not counted."""
LOOK_S: Final = 1.0
"""So often is looked for what nobody told of, and whether another process has died."""
LAST_ANSWERS_S: Final = 0.7
LAST_WORD_S: Final = 0.7
MARKING: Final = Pauses(first=0.1, longest=2.0)


async def answer_claimed(bot: Bot, dispatcher: Dispatcher, world: World, stop: asyncio.Event) -> None:
    """Answer what any process took by the webhook, until `stop` is set; what is not answered then others take up."""
    await _Claims(bot, dispatcher, world).run(stop)


class _Claims:
    def __init__(self, bot: Bot, dispatcher: Dispatcher, world: World) -> None:
        self.bot, self.dispatcher, self.world = bot, dispatcher, world
        self._clock = asyncio.get_running_loop().time
        self._mark = senders.new_mark()
        self._neighbours = senders.Neighbours(self._mark)
        self._looks_at = self._clock()
        self._answers = set[asyncio.Task[None]]()
        self._put_off = set[int]()

    async def run(self, stop: asyncio.Event) -> None:
        waking = asyncio.create_task(self._wake_at(stop))
        try:
            while not stop.is_set():
                self.world.arrived.clear()
                if not await self._round():
                    await self._rest()
        finally:
            waking.cancel()
            await self._end()

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self.world.arrived.set()

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK_S):
                await self.world.arrived.wait()

    # Claiming

    async def _round(self) -> bool:
        """Claim what there is room for and begin to answer it; whether there may be more to claim at once."""
        room = AT_ONCE - len(self._answers) + len(self._put_off)
        try:
            await senders.show_alive(self.world.database, self._mark)
            await self.world.database.listen(waiting_updates.CHANNEL, self.world.arrived.set)
            await self._look_around()
            claim = await self._claim(room) if room > 0 else waiting_updates.Claim([], [])
        except Exception:  # the database may be out of reach for a while: updates wait, and so does this
            log.exception("claim_failed")
            self.world.arrived.clear()
            return False
        if claim.damaged:
            log.error("documents_damaged", tables=["waiting_updates"], count=len(claim.damaged), command="doctor")
        for update in claim.updates:
            self._begin(update)
        return bool(claim.updates) and len(claim.updates) == room

    async def _claim(self, room: int) -> waiting_updates.Claim:
        async with self.world.database.transaction() as transaction:
            return await waiting_updates.claim(transaction, self.world.cipher, self._mark, self.world.now(), room)

    async def _look_around(self) -> None:
        now = self._clock()
        if now >= self._looks_at:
            self._looks_at = now + LOOK_S
            await self._neighbours.look_after(self.world.database)

    # Answering

    def _begin(self, update: RawUpdate) -> None:
        # the task begins with what is set here, and keeps it to its end
        with counted_for_one_update(), coming_of(of_update(update["update_id"])):
            answering = asyncio.create_task(self._answer(update))
        self._answers.add(answering)
        answering.add_done_callback(self._answers.discard)

    async def _answer(self, update: RawUpdate) -> None:
        """Answer an update, again and again as long as Telegram does not take the answer, and settle it."""
        number, pauses = update["update_id"], PAUSES.between()
        gives_up_at = self._clock() + waiting_updates.KEPT_FOR.total_seconds()
        while (seconds := await attempt(self.bot, self.dispatcher, update, pauses, is_claimed=True)) is not None:
            if not await self._hold(number, seconds):
                return
            if self._clock() > gives_up_at:
                break
            self._put_off.add(number)
            try:
                await asyncio.sleep(seconds)
            finally:
                self._put_off.discard(number)
        await self._settle(number)

    async def _hold(self, number: int, seconds: float) -> bool:
        """Keep an update for another attempt; False where another process has it by now."""
        until = self.world.now() + timedelta(seconds=seconds) + waiting_updates.TAKEN_FOR
        try:
            async with self.world.database.statement() as connection:
                return await waiting_updates.hold(connection, number, self._mark, until)
        except Exception as fault:
            if not self.world.database.is_temporary(fault):
                raise
            return True

    async def _settle(self, number: int) -> None:
        """Note that an update was answered, as soon as the database takes it: until then nobody else answers it."""
        for pause in MARKING.between():
            try:
                async with self.world.database.statement() as connection:
                    await waiting_updates.settle(connection, number, self._mark, self.world.now())
                break
            except Exception as fault:
                if not self.world.database.is_temporary(fault):
                    raise
                log.warning("answered_update_stays", error=type(fault).__name__)
            await asyncio.sleep(pause)
        self.world.arrived.set()  # the person's next one may be claimed

    # Ending

    async def _end(self) -> None:
        """Let answers under way finish, for a moment; what is not answered then is free for others at once."""
        if self._answers:
            _, unfinished = await asyncio.wait(self._answers, timeout=LAST_ANSWERS_S)
            for answering in unfinished:
                answering.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
        with contextlib.suppress(Exception):  # whoever works on frees what this process has left behind
            async with asyncio.timeout(LAST_WORD_S), self.world.database.statement() as connection:
                await waiting_updates.give_back(connection, [self._mark])

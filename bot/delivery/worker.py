"""The worker: claims notices as fast as they may leave, and sends many at once, to each person one after the other."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.methods import Response, SendMessage
from aiogram.types import Message

from bot.delivery.outcomes import Outcome, held_back, judge, may_come, may_have_come
from bot.delivery.pace import Chats, Pace, Turns
from bot.delivery.settling import settle
from bot.delivery.told import Told
from bot.errors import SettingError
from bot.notices.quiet_hours import told_at_night_until
from bot.store import outbox, senders, turns
from bot.store.outbox import Notice
from bot.telegram.retries import is_refused_token
from bot.telegram.wire import Wire
from bot.watching.origin import coming_of, of_notice
from bot.wording.family_word import without_word
from bot.world import World

log = structlog.get_logger("komek.delivery")
AHEAD_S: Final = (
    0.2  # notices are claimed so long before their turn: so claiming costs no turn, and urgent ones overtake
)
GLANCE_S: Final = 0.01  # the first look again after one that found nothing: what woke us may not be committed yet
CHANNEL: Final = "notices"  # on which bot/store/outbox.sql says that one was queued
FRESH_S: Final = 0.5  # what was claimed longer ago is looked at again before it is sent: it may have been taken back
REFUSED_TOKEN: Final = "the Bot API knows no bot with this token"  # noqa: S105, a sentence

KEPT: Final = Response[Message]  # how replies are read: pydantic makes it anew, in 8 ms, where nobody keeps it

WordsFor = Callable[[Notice], Told | Awaitable[Told]]


async def deliver(world: World, bot: Bot, words_for: WordsFor, stop: asyncio.Event, pace: Pace | None = None) -> None:
    """Deliver until `stop` is set; what is on its way then is finished and marked.

    What is on its way for longer is left as it is: the next worker that starts here sends it.

    `words_for` puts a notice into words in the language it carries. SettingError when Telegram refuses the token.
    """
    await _Worker(world, bot, words_for, pace or Pace()).run(stop)


class _Worker:
    def __init__(self, world: World, bot: Bot, words_for: WordsFor, pace: Pace) -> None:
        self.world, self.bot, self.words_for, self.pace = world, bot, words_for, pace
        self._clock = asyncio.get_running_loop().time
        self._turns, self._chats = Turns(pace.per_second), Chats(pace.chat_s)
        self._all_wait_until = self._asked_to_wait_until = 0.0
        self._asked_by: int | None = None  # the person in whose chat Telegram asked to wait
        self._sending: set[int] = set()  # people
        self._on_their_way: set[asyncio.Task[None]] = set()
        self._wire = Wire()
        self._in_hand: set[int] = set()  # notices that are claimed and not marked yet
        self._outcomes: list[Outcome] = []
        self._has_outcomes = asyncio.Event()
        self._glance_s = GLANCE_S
        self._refused: SettingError | None = None
        self._own_mark = senders.new_mark()
        self._neighbours, self._looks_at = senders.Neighbours(self._own_mark), self._clock() + pace.look_s

    async def run(self, stop: asyncio.Event) -> None:
        await self._begin()
        async with asyncio.TaskGroup() as tasks:
            marking = tasks.create_task(self._mark_outcomes())
            watching = tasks.create_task(self._wake_at(stop))
            while not stop.is_set() and self._refused is None:
                await self._round(tasks)
            watching.cancel()
            with suppress(TimeoutError):
                async with asyncio.timeout(self.pace.stop_s):
                    await self._all_marked()
            for sending in self._on_their_way:
                sending.cancel()
            marking.cancel()
        if self._refused is not None:
            raise self._refused

    async def _begin(self) -> None:
        """Free what workers held that live no more."""
        try:
            await senders.show_alive(self.world.database, self._own_mark)
            await senders.free_what_the_dead_held(self.world.database, self._own_mark)
        except Exception:  # the database may be out of reach for a while: leases end by themselves
            log.exception("begin_failed")

    async def _all_marked(self) -> None:
        while self._in_hand:
            self.world.queued.clear()
            await self.world.queued.wait()

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self.world.queued.set()

    # Claiming

    async def _round(self, tasks: asyncio.TaskGroup) -> None:
        """Claim what may leave soon, or wait until something may."""
        self.world.queued.clear()
        now, room = self._clock(), self._room()
        too_early_s = max(self._all_wait_until, self._turns.next_at(now) - AHEAD_S) - now
        if too_early_s > 0:
            await asyncio.sleep(min(too_early_s, self.pace.poll_s))
        elif not room:
            await self._rest(self.pace.poll_s)
        else:
            claimed = await self._claim(room)
            await self._start(claimed, tasks, claimed_at=now)
            if len(claimed) < room:
                await self._look_again_later()

    def _room(self) -> int:
        free = self.pace.in_flight - len(self._in_hand)
        per_second = self._turns.per_second
        return free if per_second is None else min(free, max(1, int(per_second * AHEAD_S)))

    async def _claim(self, room: int) -> list[Notice]:
        try:
            await senders.show_alive(self.world.database, self._own_mark)
            await self.world.database.listen(CHANNEL, self.world.queued.set)
            await self._look_after_neighbours()
            async with self.world.database.statement() as connection:
                now = self.world.now()  # a lease begins when it is taken, however long the way here was
                until = now + timedelta(seconds=self.pace.lease_s)
                about_until = told_at_night_until(now)
                mark, rest = self._own_mark, timedelta(seconds=self.pace.chat_s)
                return await outbox.claim(connection, self.world.cipher, now, until, room, about_until, mark, rest)
        except Exception:  # the database may be out of reach for a while: notices wait, and so does the worker
            log.exception("claim_failed")
            return []

    async def _look_after_neighbours(self) -> None:
        if self._clock() >= self._looks_at:
            self._looks_at = self._clock() + self.pace.look_s
            await self._neighbours.look_after(self.world.database)

    async def _look_again_later(self) -> None:
        was_woken = await self._rest(self._glance_s)
        self._glance_s = GLANCE_S if was_woken else min(self._glance_s * 2, self.pace.poll_s)

    async def _rest(self, seconds: float) -> bool:
        """Wait until something was queued or marked, and return whether that came before the time was over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.world.queued.wait()
        return self.world.queued.is_set()

    # Sending

    async def _start(self, claimed: Sequence[Notice], tasks: asyncio.TaskGroup, claimed_at: float) -> None:
        # What comes once more is not sent once more: its lease ran out in our hands, as where the clock was set ahead.
        new = [notice for notice in claimed if notice.id not in self._in_hand]
        self._in_hand |= {notice.id for notice in new}
        ready = [notice for notice in new if not self._must_wait(notice)]
        for notice, turn in zip(ready, await self._take_turns(len(ready)), strict=True):
            self._sending.add(notice.person_id)
            self._chats.write(notice.person_id, turn)
            sending = tasks.create_task(self._send_at(turn, notice, claimed_at))
            self._on_their_way.add(sending)
            sending.add_done_callback(self._on_their_way.discard)

    def _must_wait(self, notice: Notice) -> bool:
        """Whether it is too early for this person, who then gets it later."""
        now = self._clock()
        turn, free_at = self._turns.next_at(now), self._chats.free_at(notice.person_id, now)
        # Somebody who is written to now: a notice that was taken back while it was on its way.
        wait_s = self.pace.chat_s if notice.person_id in self._sending else free_at - now if free_at > turn else None
        if wait_s is not None:
            self._finish(held_back(notice, wait_s, "chat_pace"))
        return wait_s is not None

    async def _take_turns(self, count: int) -> list[float]:
        """Return when each of so many notices may leave; no other process at this database has the same turn."""
        waits = [0.0] * count
        if count and self.pace.per_second is not None:
            try:
                async with self.world.database.statement() as connection:
                    waits = await turns.take(connection, self.world.now(), count, self.pace.per_second)
            except Exception:  # the database may be out of reach for a while: then each keeps the pace by itself
                log.exception("turns_failed")
        now = self._clock()
        return [self._turns.take(now + wait_s) for wait_s in waits]

    async def _send_at(self, turn: float, notice: Notice, claimed_at: float) -> None:
        await asyncio.sleep(turn - self._clock())
        with coming_of(notice.origin or of_notice(notice.id)):
            await self._send_now(notice, claimed_at)

    async def _send_now(self, notice: Notice, claimed_at: float) -> None:
        all_wait_s = self._all_wait_until - self._clock()
        must_wait = all_wait_s > 0
        outcome = held_back(notice, all_wait_s, "retry_after") if must_wait else await self._attempt(notice, claimed_at)
        if not must_wait:  # a second counts from when it has come: what was slow on its way came later than its turn
            self._chats.write(notice.person_id, self._clock())
        self._sending.discard(notice.person_id)
        self._finish(outcome)

    async def _attempt(self, notice: Notice, claimed_at: float) -> Outcome:
        if notice.case_id is not None and notice.alias is None:
            return Outcome(notice, "withdrawn", "left")
        try:
            told = await self._words(notice)
            if not await self._is_still_ours(notice, claimed_at):
                return Outcome(notice, "let_go")
            return await self._say(notice, told)
        except Exception as fault:
            if self.world.database.is_temporary(fault):
                return may_come(notice, fault, self.pace)
            log.exception("notice_failed", notice=notice.kind)
            return Outcome(notice, "failed", type(fault).__name__)

    async def _words(self, notice: Notice) -> Told:
        told = self.words_for(notice)
        return await told if inspect.isawaitable(told) else told

    async def _is_still_ours(self, notice: Notice, claimed_at: float) -> bool:
        """Whether it is still to be told: a look at the database only where there was time to take it back."""
        if self._clock() - claimed_at < FRESH_S:
            return True
        async with self.world.database.reading() as connection:
            return await outbox.is_leased(connection, notice.id, self.world.now())

    async def _say(self, notice: Notice, told: Told) -> Outcome:
        try:
            await self._wire.answers(self.bot)
        except AiogramError as fault:
            return self._judged(notice, fault)
        try:
            sent = await self._send(notice, told)
        except AiogramError as fault:
            is_reply_lost = self._wire.note(fault)
            return replace(self._judged(notice, fault, is_reply_lost=is_reply_lost), text=without_word(told.text))
        read = without_word(sent.text or "")
        return Outcome(notice, "delivered", message_id=sent.message_id, text=read)

    async def _send(self, notice: Notice, told: Told) -> Message:
        call = SendMessage(
            chat_id=notice.person_id,
            text=told.text,
            reply_markup=told.keyboard,
            protect_content=told.is_protected or None,
        )
        log.debug("notice_sent", notice=notice.kind, method=call.__api_method__)
        # Past the session's middleware, whose patience would hold the lease: here patience is the outbox's.
        return await self.bot.session.make_request(self.bot, call, timeout=round(self.pace.send_s))

    def _judged(self, notice: Notice, fault: AiogramError, *, is_reply_lost: bool = False) -> Outcome:
        if is_refused_token(fault):
            self._refused = SettingError("BOT_TOKEN", REFUSED_TOKEN)
            return held_back(notice, self.pace.longest_pause_s, "refused_token")
        outcome = (may_have_come if is_reply_lost else judge)(notice, fault, self.pace)
        if isinstance(fault, TelegramRetryAfter):
            self._be_patient(notice.person_id, fault.retry_after)
        if outcome.state == "failed":
            log.error("notice_failed", notice=notice.kind, error=type(fault).__name__)
        elif outcome.state == "waiting":
            log.warning("notice_waits", notice=notice.kind, error=type(fault).__name__, attempts=notice.attempts)
        return outcome

    def _be_patient(self, person_id: int, retry_after: float) -> None:
        """Telegram does not say whether one chat is meant or all: when it refuses a second one meanwhile, it is all."""
        now = self._clock()
        if now < self._asked_to_wait_until and person_id != self._asked_by:
            self._all_wait_until = max(self._all_wait_until, self._asked_to_wait_until, now + retry_after)
        self._asked_by, self._asked_to_wait_until = person_id, max(self._asked_to_wait_until, now + retry_after)

    # Marking

    def _finish(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self._has_outcomes.set()

    async def _mark_outcomes(self) -> None:
        """Mark all that has gathered while the marks before it were written."""
        while True:
            await self._has_outcomes.wait()
            self._has_outcomes.clear()
            outcomes, self._outcomes = self._outcomes, []
            await self._mark(outcomes)
            self._in_hand -= {outcome.notice.id for outcome in outcomes}
            self.world.queued.set()
            waits = [outcome.wait_s for outcome in outcomes if outcome.wait_s]
            for wait_s in waits:
                asyncio.get_running_loop().call_later(wait_s, self.world.queued.set)

    async def _mark(self, outcomes: list[Outcome]) -> None:
        """Mark until it succeeds or the leases are over: what was sent must not be sent again."""
        gives_up_at = self._clock() + self.pace.lease_s
        while self._clock() < gives_up_at:
            try:
                await settle(self.world, outcomes)
            except Exception:  # the database may be out of reach for a while
                log.exception("marks_failed", count=len(outcomes))
                await asyncio.sleep(GLANCE_S * 10)
            else:
                return

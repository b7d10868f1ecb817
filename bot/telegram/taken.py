"""The updates that were taken up from Telegram: each is answered once, and none is lost.

Telegram confirms by a mark: everything below the offset is forgotten. So an update that is not answered soon is kept
in the database, and holds back nobody else's. There it waits for as long as Telegram does not take the answer, and
is answered after a restart, too. As long as the database cannot keep it, Telegram does.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final

import structlog
from aiogram import Bot, Dispatcher

from bot.errors import PutOffError
from bot.store import waiting_updates
from bot.telegram.retries import Pauses
from bot.telegram.wire import counted_for_one_update
from bot.watching.origin import coming_of, of_update
from bot.world import World

log = structlog.get_logger("komek.telegram")
SOON_S: Final = 1.0
"""An answer that takes longer is waited for beside the others."""
SHARE: Final = 20
"""Updates of one person that wait at the same time. Of whoever sends more they are all kept at once: in their order
they are answered one by one, and the offset goes on to what others have sent."""
PAUSES: Final = Pauses(first=1.0, longest=60.0)
RawUpdate = dict[str, Any]
TAKES_LONG: Final = ContextVar[Callable[[], None] | None]("takes_long", default=None)


def takes_long() -> None:
    """Say of the update that is being answered that it takes long: it is kept at once, and holds back nobody else's."""
    said = TAKES_LONG.get()
    if said is not None:
        said()


@dataclass(slots=True)
class Answer:
    """The work on one update, since an instant of the loop's clock; `is_kept`: the database has the update.

    `settled`: it is answered, or is said to take long.
    """

    update: RawUpdate
    task: asyncio.Task[None]
    since: float
    settled: asyncio.Event
    is_kept: bool = False


class Taken:
    """The updates that Telegram may not forget yet, in the order in which it gave them, and those that are kept."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, world: World) -> None:
        self.bot = bot
        self.dispatcher = dispatcher
        self.world = world
        self.offset: int | None = None
        """Telegram may forget what is below; None as long as nothing was answered or kept."""
        self._answers: dict[int, Answer] = {}
        self._kept: dict[int, Answer] = {}
        self._put_off: dict[int, int] = {}
        """By person, of the updates whose answer Telegram did not take, the newest: older ones give way to it."""
        self._clock = asyncio.get_running_loop().time

    @property
    def holds_back(self) -> bool:
        """Whether an update is neither answered nor kept yet."""
        return bool(self._answers)

    async def take_up_kept(self) -> None:
        """Begin to answer what was kept when the program ended, as soon as the database says what that is."""
        for pause in PAUSES.between():
            try:
                async with self.world.database.statement() as connection:
                    updates = await waiting_updates.waiting(connection, self.world.cipher, self.world.now())
                break
            except Exception as fault:
                if not self.world.database.is_temporary(fault):
                    raise
                log.warning("kept_updates_wait", error=type(fault).__name__)
            await asyncio.sleep(pause)
        for update in updates:
            self._kept[update["update_id"]] = self._begun(update, is_kept=True)

    def take_up(self, updates: Iterable[RawUpdate]) -> None:
        """Begin to answer what is new."""
        for update in updates:
            number = update["update_id"]
            if number not in self._answers:  # a kept one comes again where it was not confirmed before a crash
                self._answers[number] = self._kept.get(number) or self._begun(update)

    async def answered_within(self, seconds: float, *, at_the_end: bool = False) -> None:
        """Wait for all answers, no longer than this; keep what takes long; move the offset behind the rest.

        At the end of the program all that is not answered by then is kept.
        """
        await self._keep(self._flooding())
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                for answer in list(self._answers.values()):
                    if self._takes(answer, 0):
                        await answer.settled.wait()
        soon_s = 0 if at_the_end else SOON_S
        await self._keep([answer for answer in self._answers.values() if self._takes(answer, soon_s)])
        for number, answer in list(self._answers.items()):
            if not (answer.task.done() or answer.is_kept):
                break
            del self._answers[number]
            self.offset = number + 1

    async def give_up(self) -> None:
        """Drop the answers under way, and end only when they have let go of everything; their updates come again."""
        dropped = [answer.task for answer in (*self._answers.values(), *self._kept.values()) if not answer.task.done()]
        for task in dropped:
            task.cancel()
        await asyncio.gather(*dropped, return_exceptions=True)

    def _begun(self, update: RawUpdate, *, is_kept: bool = False) -> Answer:
        settled = asyncio.Event()
        # the task begins with what is set here, and keeps it to its end
        with counted_for_one_update(), coming_of(of_update(update["update_id"])):
            said = TAKES_LONG.set(settled.set)
            task = asyncio.create_task(self._answer(update))
            TAKES_LONG.reset(said)
        task.add_done_callback(lambda _: settled.set())
        return Answer(update, task, self._clock(), settled, is_kept)

    # Keeping

    def _flooding(self) -> list[Answer]:
        """Return what is neither answered nor kept yet of those who have sent more than their share."""
        waiting = [answer for answer in self._answers.values() if self._takes(answer, 0)]
        if len(waiting) <= SHARE and len(self._kept) <= SHARE:
            return []
        unanswered = [*waiting, *(answer for answer in self._kept.values() if not answer.task.done())]
        senders = Counter(sender_of(answer.update) for answer in unanswered)
        return [answer for answer in waiting if senders[sender_of(answer.update)] > SHARE]

    def _takes(self, answer: Answer, seconds: float) -> bool:
        is_long = answer.settled.is_set() or self._clock() - answer.since >= seconds
        return not answer.task.done() and not answer.is_kept and is_long

    async def _keep(self, answers: Sequence[Answer]) -> None:
        if not answers:
            return
        try:
            async with self.world.database.transaction() as transaction:
                for answer in answers:
                    sender = sender_of(answer.update)
                    await waiting_updates.keep(transaction, self.world.cipher, sender, answer.update, self.world.now())
        except Exception as fault:
            if not self.world.database.is_temporary(fault):
                raise
            log.warning("updates_wait_at_telegram", count=len(answers), error=type(fault).__name__)
            return
        for answer in answers:
            answer.is_kept = True
            self._kept[answer.update["update_id"]] = answer
            if answer.task.done():
                await self._let_go(answer.update)

    async def _let_go(self, update: RawUpdate) -> None:
        """Forget a kept update that was answered. If that fails, it is shown once more after a restart."""
        del self._kept[update["update_id"]]
        try:
            async with self.world.database.statement() as connection:
                await waiting_updates.answered(connection, update["update_id"])
        except Exception as fault:
            if not self.world.database.is_temporary(fault):
                raise
            log.warning("answered_update_stays", error=type(fault).__name__)

    # Answering

    async def _answer(self, update: RawUpdate) -> None:
        """Answer an update, again and again as long as Telegram does not take the answer and no newer one came."""
        person_id, number, pauses = sender_of(update), update["update_id"], PAUSES.between()
        gives_up_at = self._clock() + waiting_updates.KEPT_FOR.total_seconds()
        while (seconds := await attempt(self.bot, self.dispatcher, update, pauses)) is not None:
            if number < self._put_off.get(person_id, number) or self._clock() > gives_up_at:
                break
            self._put_off[person_id] = number
            await asyncio.sleep(seconds)
            if self._put_off.get(person_id) != number:
                break
        if self._put_off.get(person_id, number + 1) <= number:
            del self._put_off[person_id]
        if number in self._kept:
            await self._let_go(update)


async def attempt(
    bot: Bot, dispatcher: Dispatcher, update: RawUpdate, pauses: Iterator[float], **told: object
) -> float | None:
    """Answer an update; return in how many seconds to try again, None when it is done. `told` goes to the handlers."""
    try:
        await dispatcher.feed_raw_update(bot, update, **told)
    except PutOffError as put_off:
        pause = next(pauses)
        return pause if put_off.seconds is None else put_off.seconds
    except Exception as error:
        log.exception("update_failed", update_id=update["update_id"], error=type(error).__name__)
    return None


def sender_of(update: RawUpdate) -> int:
    """Return who sent an update; 0 when nobody did, or somebody whose number is none that the database takes."""
    event = next((value for value in update.values() if isinstance(value, dict)), {})
    sender = event.get("from")
    number = sender.get("id") if isinstance(sender, dict) else None
    return number if isinstance(number, int) and 0 < number < 2**63 else 0

"""Updates that several processes claim: each person's in their order, each once, none lost with its process."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message

from bot.app import bot_at
from bot.database import Database, open_database
from bot.errors import PutOffError
from bot.sandbox import SANDBOX_TOKEN, Limits, LocalTelegram, sandbox_app, serving
from bot.store import senders, waiting_updates
from bot.store.cipher import Cipher
from bot.telegram.claimed import answer_claimed
from bot.telegram.taken import sender_of
from bot.world import World
from tests.bot.sandbox.playing import until
from tests.bot.telegram.sent import AIGUL, update
from tests.databases import ON_POSTGRESQL

BOLAT = 1002


Texts = defaultdict[int, list[str]]


class Process:
    """A process that notes what it hears and what it is done with: whoever is held up waits for that."""

    def __init__(self, world: World, bot: Bot, heard: Texts, done: Texts) -> None:
        self.world, self.bot, self.heard, self.done = world, bot, heard, done
        self.held_up: set[int] = set()
        self.is_let_go = asyncio.Event()
        self.closed: set[int] = set()
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.message()(self.answer)
        self.stop = asyncio.Event()

    async def answer(self, message: Message) -> None:
        person_id = message.chat.id
        self.heard[person_id].append(message.text or "")
        await asyncio.sleep(0.002)
        if person_id in self.held_up:
            await self.is_let_go.wait()
        self.done[person_id].append(message.text or "")
        if person_id in self.closed:
            raise PutOffError(0.05)

    @contextlib.asynccontextmanager
    async def answering(self) -> AsyncIterator[None]:
        """Answer for the length of a block."""
        working = asyncio.create_task(answer_claimed(self.bot, self.dispatcher, self.world, self.stop))
        try:
            yield
        finally:
            self.stop.set()
            await working


class Both:
    """Two processes at one database, each with connections of its own, and what people send."""

    def __init__(self, first: Process, second: Process) -> None:
        self.first, self.second = first, second
        self.world = first.world
        self.heard, self.done = first.heard, first.done

    async def comes(self, number: int, person_id: int = AIGUL) -> None:
        """Let an update come; its text is its number."""
        sent = update(number, str(number), person_id)
        async with self.world.database.statement() as connection:
            await waiting_updates.take(connection, self.world.cipher, sender_of(sent), sent, self.world.now())

    async def waits(self) -> int:
        """Return how many updates nobody has answered yet."""
        async with self.world.database.reading() as connection:
            return len(await connection.fetch("select id from waiting_updates where answered_at is null", {}))

    async def nothing_waits(self, *, but: int = 0) -> None:
        async with asyncio.timeout(30):
            while await self.waits() > but:  # noqa: ASYNC110, the database tells nobody
                await asyncio.sleep(0.01)


@pytest.fixture
async def both(database: Database, database_url: str, cipher: Cipher) -> AsyncIterator[Both]:
    heard, done = Texts(list), Texts(list)
    telegram = LocalTelegram(limits=Limits(paced=False))
    async with (
        serving(sandbox_app(telegram)) as base,
        bot_at(base, SANDBOX_TOKEN) as bot,
        open_database(database_url) as another,
    ):
        yield Both(*(Process(World(one, cipher), bot, heard, done) for one in (database, another)))


async def test_updates_of_each_person_are_answered_once_and_in_their_order_by_two_processes(both: Both) -> None:
    people, each = range(2_000, 2_010), 8
    async with both.first.answering(), both.second.answering():
        for turn in range(each):
            for place, person_id in enumerate(people):
                await both.comes(1 + turn * len(people) + place, person_id)
        await both.nothing_waits()
    for place, person_id in enumerate(people):
        assert both.heard[person_id] == [str(1 + turn * len(people) + place) for turn in range(each)]


async def test_what_was_overtaken_on_its_way_is_answered_after_what_overtook_it(both: Both) -> None:
    both.first.held_up.add(AIGUL)
    await both.comes(8)
    async with both.first.answering():
        await until(lambda: both.heard[AIGUL] == ["8"])
        await both.comes(7)
        async with both.second.answering():
            await both.comes(9, BOLAT)
            await until(lambda: both.heard[BOLAT] == ["9"])
            assert (both.heard[AIGUL], both.done[AIGUL]) == (["8"], [])
            both.first.held_up.clear()
            both.first.is_let_go.set()
            await both.nothing_waits()
    assert both.heard[AIGUL] == ["8", "7"]


async def test_what_a_process_has_not_answered_when_it_is_stopped_another_one_answers_at_once(both: Both) -> None:
    both.first.held_up.add(AIGUL)
    await both.comes(1)
    async with both.first.answering():
        await until(lambda: both.heard[AIGUL] == ["1"])
    async with both.second.answering():
        await both.nothing_waits()
    assert both.heard[AIGUL] == ["1", "1"]


async def test_what_was_held_by_a_process_that_died_is_answered_soon_and_what_a_living_one_holds_is_not(
    both: Both,
) -> None:
    living = senders.new_mark()
    await senders.show_alive(both.first.world.database, living)
    for mark, person_id in (("dead", AIGUL), (living, BOLAT)):
        await both.comes(person_id, person_id)
        async with both.world.database.transaction() as transaction:
            await waiting_updates.claim(transaction, both.world.cipher, mark, both.world.now(), 1)
    async with both.second.answering():
        await both.nothing_waits(but=1)
        assert (both.heard[AIGUL], both.heard[BOLAT]) == ([str(AIGUL)], [])


async def test_an_answer_that_telegram_does_not_take_is_given_later_and_the_next_one_waits_behind_it(
    both: Both,
) -> None:
    both.first.closed.add(AIGUL)
    await both.comes(1)
    await both.comes(2)
    await both.comes(3, BOLAT)
    async with both.first.answering():
        await until(lambda: len(both.heard[AIGUL]) > 2 and both.heard[BOLAT] == ["3"])
        assert set(both.heard[AIGUL]) == {"1"}
        both.first.closed.clear()
        await both.nothing_waits()
    assert both.heard[AIGUL][-1] == "2"


async def test_forgetting_somebody_leaves_the_number_alone_and_what_they_send_after_it_is_answered(both: Both) -> None:
    await both.comes(1)
    async with both.world.database.transaction() as transaction:
        await waiting_updates.claim(transaction, both.world.cipher, "mark", both.world.now(), 1)
    await both.comes(2)
    async with both.world.database.statement() as connection:
        await waiting_updates.forget(connection, AIGUL)
    await both.comes(1)  # Telegram has not heard that it was taken
    async with both.second.answering():
        await both.nothing_waits()
    assert both.heard[AIGUL] == ["2"]


@ON_POSTGRESQL
async def test_of_what_one_process_took_every_other_one_hears_at_once(both: Both) -> None:
    heard = asyncio.Event()
    await both.second.world.database.listen(waiting_updates.CHANNEL, heard.set)
    await both.comes(1)
    async with asyncio.timeout(10):
        await heard.wait()

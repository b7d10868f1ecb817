"""Two web processes and two workers at one PostgreSQL: one of each is killed, and no conversation shows it."""

import asyncio
import contextlib
import re
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import aiohttp
import pytest
from cryptography.fernet import Fernet
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

import bot.serving
from bot.database import Database
from bot.sandbox import Limits, LocalTelegram, people, sandbox_app, serving
from bot.sandbox.person_requests import NewMessage, NewPerson, NewPress
from bot.store import drafts
from bot.store.cipher import Cipher
from bot.store.outbox import Urgency
from bot.world import World
from handlers.conversation import Conversation
from tests.bot.delivery.family import Family
from tests.chat import Bubble
from tests.databases import ON_POSTGRESQL
from tests.running import TOKEN, Prepared

pytestmark = [ON_POSTGRESQL, pytest.mark.timeout(300)]  # a machine that has much else to do is no fault
KEY: Final = Fernet.generate_key().decode()
PATH: Final = "/from-telegram"
PEOPLE: Final = 40
FOLLOWERS: Final = range(3_000, 3_040)
NOTICES: Final = 2
PATIENCE_S: Final = 120.0
WAY: Final = ("Қазақша", "Рұқсат", "Шымкент", "Иә, бәрі")
AT_ONCE: Final = ("t|household|spouse", "t|household|children", "d|household")
APPLIED_ON: Final = "16 қараша"
UNANSWERED: Final = "select id from waiting_updates where answered_at is null"
RECEIVED: Final = {"status": "received", "on": "2026-11-16", "applied_on": "2026-11-16", "region": "KZ-79", "entry": 1}


@pytest.fixture
def cipher() -> Cipher:
    """A cipher whose key the processes are told."""
    return Cipher([KEY])


class Balancer:
    """What stands before the web processes: each request goes to the next one, and on where nobody listens."""

    def __init__(self) -> None:
        self.behind: list[str] = []
        self.asked = 0
        self._web = aiohttp.ClientSession()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body, headers = await request.body(), {name: value for name, value in request.headers.items() if name != "host"}
        self.asked += 1
        for turn in range(len(self.behind)):
            address = self.behind[(self.asked + turn) % len(self.behind)]
            with contextlib.suppress(aiohttp.ClientError):
                async with self._web.post(address + request.url.path, data=body, headers=headers) as answer:
                    await Response(await answer.read(), answer.status)(scope, receive, send)
                    return
        await Response(status_code=502)(scope, receive, send)

    async def close(self) -> None:
        await self._web.close()


class Phone:
    """Somebody who presses quicker than they are answered."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram
        self.person = people.arrive(telegram, NewPerson(first_name="Айгүл", language_code="kk"))

    @property
    def sees(self) -> list[Bubble]:
        """The messages of the bot."""
        messages = self.telegram.chats[self.person.id].messages.values()
        return [Bubble(message) for message in messages if message["from"]["is_bot"]]

    async def presses(self, caption: str) -> None:
        """Press the button whose caption begins so, once it is there."""
        shown = await self._with(lambda bubble: any(button.startswith(caption) for button in bubble.buttons))
        whole = next(button for button in shown.buttons if button.startswith(caption))
        self._touches(shown.id, shown.data_of(whole))

    async def answers_at_once(self) -> None:
        """Tick two, press that this is all, and type the answer to the question that is to come."""
        shown = await self._with(lambda bubble: any("household" in str(row) for row in bubble.rows))
        for data in AT_ONCE:
            self._touches(shown.id, data)
        self.says("4 9 14")

    def says(self, text: str) -> None:
        """Write without waiting."""
        people.write(self.telegram, self.person, NewMessage(text=text))
        self.telegram.settle()

    def _touches(self, message_id: int, data: str) -> None:
        people.press(self.telegram, self.person, NewPress(message_id=message_id, data=data, force=True))
        self.telegram.settle()

    async def _with(self, fits: Callable[[Bubble], bool]) -> Bubble:
        async with asyncio.timeout(PATIENCE_S):
            while not (found := [bubble for bubble in self.sees if fits(bubble)]):  # noqa: ASYNC110, a phone shows it
                await asyncio.sleep(0.02)
        return found[-1]


class Wide:
    """The processes beside one another, and what stands around them."""

    def __init__(self, telegram: LocalTelegram, database: Database, cipher: Cipher, processes: list[Prepared]) -> None:
        self.telegram, self.database, self.cipher = telegram, database, cipher
        self.webs, self.workers = processes[:2], processes[2:]

    async def in_flight(self) -> int:
        """Return how many updates processes have in hand just now."""
        return await self._count(f"{UNANSWERED} and taken_by is not null")

    async def leased(self) -> int:
        """Return how many notices workers have in hand just now."""
        return await self._count("select id from outbox where state = 'waiting' and leased_by is not null")

    async def nothing_waits(self) -> None:
        """Return once every update is answered."""
        async with asyncio.timeout(PATIENCE_S):
            while len(self.telegram.updates) or await self._count(UNANSWERED):  # noqa: ASYNC110, the database is silent
                await asyncio.sleep(0.05)

    async def answers_of(self, phone: Phone) -> dict[str, Any]:
        """Return what somebody has answered, as it is stored."""
        async with self.database.reading() as connection:
            known = await drafts.known_person(connection, self.cipher, phone.person.id)
        assert known is not None
        assert known.draft is not None
        return dict(Conversation.of(known.draft.document).answers)

    async def _count(self, query: str) -> int:
        async with self.database.reading() as connection:
            return len(await connection.fetch(query, {}))


@pytest.fixture
async def wide(database: Database, database_url: str, cipher: Cipher, tmp_path: Path) -> AsyncIterator[Wide]:
    """Two of each, ready to work, behind a balancer that Telegram knows as the webhook."""
    telegram, balancer = LocalTelegram(Limits(paced=False)), Balancer()
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(balancer.close)
        base = await stack.enter_async_context(serving(sandbox_app(telegram)))
        front = await stack.enter_async_context(bot.serving.serving(balancer, "127.0.0.1", 0))
        settings = {
            "BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": base, "DATABASE_URL": database_url, "DATA_KEYS": KEY,
            "WEBHOOK_URL": front + PATH, "WEBHOOK_SECRET": secrets.token_urlsafe(24),
        }  # fmt: skip
        processes = []
        for name in ("web-1", "web-2", "worker-1", "worker-2"):
            (tmp_path / name).mkdir()
            process = Prepared(tmp_path / name, name.partition("-")[0], **settings)
            processes.append(await asyncio.to_thread(stack.enter_context, process))
        addresses = [await address_of(process) for process in processes]
        balancer.behind += addresses[:2]
        yield Wide(telegram, database, cipher, processes)
        await asyncio.to_thread(end, processes)


async def address_of(process: Prepared) -> str:
    """Return where a process listens, as soon as it says so."""
    async with asyncio.timeout(PATIENCE_S):
        while not (said := re.search(r"(http://[^/\s]+)/", process.said)):
            assert process.process is None or process.process.poll() is None, process.log
            await asyncio.sleep(0.05)
    return said[1]


def end(processes: Iterable[Prepared]) -> None:
    """Ask those that live to stop; each says that nothing is wrong."""
    for process in processes:
        if process.process is not None and process.process.poll() is None:
            process.stop()


class Interview:
    """People who answer quicker than they are asked; `have_answered`: who has sent several updates at once."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.phones = [Phone(telegram) for _ in range(PEOPLE)]
        self.have_answered = set[int]()

    async def goes(self) -> None:
        """Let all of them answer at the same time."""
        await asyncio.gather(*(self._goes(phone) for phone in self.phones))

    async def _goes(self, phone: Phone) -> None:
        phone.says("/start")
        for caption in WAY:
            await phone.presses(caption)
        await phone.answers_at_once()
        self.have_answered.add(phone.person.id)
        await phone.presses("Үй шаруасында")


async def test_no_conversation_and_no_notice_shows_that_a_web_process_and_a_worker_were_killed(wide: Wide) -> None:
    followers = Family(World(wide.database, wide.cipher), wide.telegram, bot=None)  # type: ignore[arg-type] # workers send
    await followers.open_case()
    for person_id in FOLLOWERS:
        await followers.joins(person_id)
    interview = Interview(wide.telegram)
    going = asyncio.create_task(interview.goes())

    while len(interview.have_answered) < PEOPLE // 4 and not going.done():  # noqa: ASYNC110, as above
        await asyncio.sleep(0.01)
    wide.webs[0].kill()
    in_flight = await wide.in_flight()
    for _ in range(NOTICES):
        await followers.queue(*FOLLOWERS, urgency=Urgency.URGENT, details=RECEIVED)
    while not (leased := await wide.leased()):  # noqa: ASYNC110, as above
        await asyncio.sleep(0.01)
    wide.workers[0].kill()
    leased = max(leased, await wide.leased())
    await going
    await wide.nothing_waits()
    await followers.nothing_waits()

    told = [await wide.answers_of(phone) for phone in interview.phones]
    assert (told[0]["household"], told[0]["activity:self"]) == (["spouse", "children"], "none")
    assert [answers for answers in told if answers != told[0]] == []
    is_repeated([len(phone.sees) for phone in interview.phones], at_most=in_flight)
    heard = [[text for text in followers.sees(person_id) if APPLIED_ON in text] for person_id in FOLLOWERS]
    assert min(map(len, heard)) == NOTICES
    is_repeated([len(texts) for texts in heard], at_most=leased)


def is_repeated(messages: Sequence[int], at_most: int) -> None:
    """Expect the same number of messages of everybody, but for those that were on their way when a process died."""
    usual, _ = Counter(messages).most_common(1)[0]
    assert min(messages) == usual, messages
    assert sum(messages) - usual * len(messages) <= at_most, messages

"""Two web processes and two workers behind nginx at one PostgreSQL, each killed in turn while everybody talks.

Until each was killed once, new users in a browser are among them.
In the end each conversation is as if nothing had happened: every person has the one result that follows from what they
said, by the rules alone, every update was answered, and every notice was told.
"""

import asyncio
import contextlib
import json
import secrets
import tempfile
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

import aiohttp
from cryptography.fernet import Fernet

from bot.database import Database, migrate, open_database
from bot.sandbox import Limits, LocalTelegram, sandbox_app, serving
from bot.store import assessments, authority_keys, changes
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.store.cipher import Cipher
from bot.store.soundness import unsound
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import utc_now
from tests.cast.interview import assessment_day, result_of, tell
from tests.deploy.behind_nginx import free_ports, is_ready, nginx
from tests.running import TOKEN, Prepared
from tests.soak.conversations import PATIENCE_S, Follower, Office, Person, Phones, Talker
from tests.soak.figures import NONE, AtLeast, Below, Figure, Progress
from tests.soak.in_browser import newcomers_until

IN_TURN: Final = ("web-1", "worker-1", "web-2", "worker-2")
WAVE: Final = 100
"""So many conversations begin between two kills, of fewer in all a quarter of them."""
ONE_FOLLOWS_OF: Final = 8
FEWEST_FOLLOW: Final = 4
OFFERS_EACH: Final = 25
"""So many jobs somebody is offered before others follow: of a case no more than 30 may stay unanswered."""
UNDER_WAY: Final = (0.1, 0.5)
"""Of the answers of a wave so many are given when a process is killed."""
ANSWERS_EACH: Final = 12
GLANCE_S: Final = 0.02
REQUEST_S: Final = 30.0
KEY: Final = AuthorityKey("akimat", frozenset({"KZ-79"}), frozenset(SCOPES))
UNANSWERED: Final = "select count(*) as many from waiting_updates where answered_at is null"
IN_HAND: Final = f"{UNANSWERED} and taken_by is not null"
LEASED: Final = "select count(*) as many from outbox where state = 'waiting' and leased_by is not null"
DUE: Final = "select count(*) as many from outbox where state = 'waiting' and due_at <= :now"


@dataclass
class Toll:
    """What was counted; `wrong` names what must not happen and did."""

    kills: Counter[str] = field(default_factory=Counter)
    updates: int = 0
    notices: int = 0
    in_hand: int = 0
    """Updates that processes had in hand when a web process was killed: each may be answered once more."""
    leased: int = 0
    """Notices that workers had in hand when one was killed: each may be told once more."""
    screens_repeated: int = 0
    notices_repeated: int = 0
    calls_repeated: int = 0
    conversations: int = 0
    in_browser: int = 0
    """New users who got their result in a browser."""
    longest_wait_s: float = 0
    seconds: float = 0
    wrong: list[str] = field(default_factory=list)


class Wide:
    """The processes, and what they have in hand."""

    def __init__(self, database: Database, web: aiohttp.ClientSession, front: str) -> None:
        self.database, self.web, self.front = database, web, front
        self.processes: dict[str, Prepared] = {}

    async def starts(self, name: str) -> None:
        """Start a process, and wait until it can work."""
        process = self.processes[name]
        await asyncio.to_thread(process.start)
        await is_ready(self.web, f"http://127.0.0.1:{process.settings['HTTP_PORT']}")

    async def is_killed(self, name: str, toll: Toll) -> None:
        """Kill a process, and count what may have been in its hands: as long as nobody looks, the dead one's stays."""
        await asyncio.to_thread(self.processes[name].kill)
        toll.kills[name] += 1
        if name.startswith("web"):
            toll.in_hand += await self.count(IN_HAND)
        else:
            toll.leased += await self.count(LEASED)

    async def count(self, query: str) -> int:
        """Return the number that a query finds."""
        values = {"now": utc_now().isoformat()} if ":now" in query else {}
        async with self.database.reading() as connection:
            return int((await connection.fetch(query, values))[0]["many"])

    async def waits_until(self, query: str, *, is_none: bool, seconds: float = PATIENCE_S) -> bool:
        """Wait until a query finds nothing, or something; False when it takes longer."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while (await self.count(query) == 0) is not is_none:  # noqa: ASYNC110, the database is silent
                    await asyncio.sleep(GLANCE_S)
                return True
        return False


@contextlib.asynccontextmanager
async def wide_at(url: str, key: str, folder: Path, base: str, log_level: str = "WARNING") -> AsyncIterator[Wide]:
    """Start nginx and two of each process, at a database and a Bot API, and stop them: each says that all is well."""
    front, *ports = free_ports(1 + len(IN_TURN))
    address = f"http://127.0.0.1:{front}"
    settings = {
        "BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": base, "DATABASE_URL": url, "DATA_KEYS": key,
        "WEBHOOK_URL": f"{address}/telegram", "WEBHOOK_SECRET": secrets.token_urlsafe(24), "LOG_LEVEL": log_level,
    }  # fmt: skip
    async with contextlib.AsyncExitStack() as stack:
        timeout = aiohttp.ClientTimeout(REQUEST_S)
        web = await stack.enter_async_context(aiohttp.ClientSession(timeout=timeout))
        wide = Wide(await stack.enter_async_context(open_database(url)), web, address)
        (folder / "nginx").mkdir()
        at_port = dict(zip(IN_TURN, ports, strict=True))
        stack.enter_context(nginx(folder / "nginx", front, [at_port["web-1"], at_port["web-2"]]))
        for name, port in at_port.items():
            (folder / name).mkdir()
            wide.processes[name] = Prepared(folder / name, name.partition("-")[0], **settings, HTTP_PORT=str(port))
            stack.callback(wide.processes[name].__exit__)
        await asyncio.gather(*(wide.starts(name) for name in IN_TURN))
        yield wide
        for process in wide.processes.values():
            await asyncio.to_thread(process.stop)


class Crowd:
    """Everybody who talks and who follows a case; `failures` is what somebody waited for in vain."""

    def __init__(self, phones: Phones, office: Office, conversations: int) -> None:
        self.phones, self.office = phones, office
        self.talkers: list[Talker] = []
        self.followers: list[Follower] = []
        self._offered: list[Follower] = []
        self.failures: list[str] = []
        self._left = conversations
        self._going = set[asyncio.Task[None]]()

    @property
    def everybody(self) -> list[Person]:
        """All people."""
        return [*self.talkers, *self.followers]

    async def join(self, count: int) -> None:
        """Let so many people follow a case each; the jobs from now on are theirs."""
        first = len(self.followers)
        self._offered = [Follower(self.phones, number, self.office) for number in range(first, first + count)]
        self.followers += self._offered
        await asyncio.wait([self._do(follower.joins()) for follower in self._offered])

    def begin(self, count: int) -> None:
        """Let so many people begin to talk, as far as there are any left."""
        for _ in range(min(count, self._left)):
            self.talkers.append(Talker(self.phones, len(self.talkers)))
            self._do(self.talkers[-1].goes())
        self._left -= min(count, self._left)

    def offer(self) -> None:
        """Let the office offer another job to each of the last who joined."""
        for follower in self._offered:
            self._do(follower.is_offered())

    async def until_sent(self, updates: int) -> None:
        """Wait until so much was sent, or nobody talks any more."""
        while self.phones.sent < updates and self._going:  # noqa: ASYNC110, people are silent
            await asyncio.sleep(GLANCE_S)

    async def until_at_most(self, count: int) -> None:
        """Wait until no more than so many are at it."""
        while len(self._going) > count:
            await asyncio.wait(self._going, return_when=asyncio.FIRST_COMPLETED)

    def _do(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._going.add(task)
        task.add_done_callback(self._is_over)
        return task

    def _is_over(self, task: asyncio.Task[None]) -> None:
        self._going.discard(task)
        failure = None if task.cancelled() else task.exception()
        self.failures += [f"{type(failure).__name__}: {failure}"] if failure else []


async def killed_in_turn(url: str, folder: Path, conversations: int, seed: int) -> Toll:
    """Let so many people talk and others be told, and kill each process in turn until all have their result."""
    telegram, key, toll = LocalTelegram(Limits(paced=False)), Fernet.generate_key().decode(), Toll()
    async with contextlib.AsyncExitStack() as stack:
        base = await stack.enter_async_context(serving(sandbox_app(telegram)))
        secret = await key_of_office(url)
        wide = await stack.enter_async_context(wide_at(url, key, folder, base))
        phones = Phones(telegram)
        listening = asyncio.create_task(phones.listen())
        stack.callback(listening.cancel)
        crowd = Crowd(phones, Office(wide.web, wide.front, secret), conversations)
        began = time.monotonic()
        await kill_in_turn(wide, crowd, conversations, Random(seed), toll, base)
        toll.seconds = time.monotonic() - began
        await examine(wide, crowd, Cipher([key]), toll)
    return toll


async def key_of_office(url: str) -> str:
    """Make the database's tables where there are none, and the office's key."""
    async with open_database(url) as database:
        await migrate(database)
        async with database.statement() as connection:
            return str(await authority_keys.add(connection, KEY, utc_now()))


async def kill_in_turn(wide: Wide, crowd: Crowd, conversations: int, chance: Random, toll: Toll, page: str) -> None:
    """Kill and start one process after another, each while a wave of conversations and notices is under way."""
    wave = min(WAVE, -(-conversations // len(IN_TURN)))
    kills = max(len(IN_TURN), -(-conversations // wave))
    progress = Progress("kills", kills)
    async with in_browser(wide, page, toll) as each_was_killed:
        for number in range(kills):
            name = IN_TURN[number % len(IN_TURN)]
            if number % OFFERS_EACH == 0:
                await crowd.join(max(FEWEST_FOLLOW, wave // ONE_FOLLOWS_OF))
            sent = crowd.phones.sent
            crowd.begin(wave)
            await crowd.until_sent(sent + int(wave * ANSWERS_EACH * chance.uniform(*UNDER_WAY)))
            crowd.offer()
            if name.startswith("worker"):
                await wide.waits_until(LEASED, is_none=False, seconds=1.0)
            await wide.is_killed(name, toll)
            await wide.starts(name)
            await crowd.until_at_most(wave)
            progress(number + 1, crowd.failures)
            if number + 1 == len(IN_TURN):
                each_was_killed.set()
    await crowd.until_at_most(0)
    for query in (UNANSWERED, DUE):
        if not await wide.waits_until(query, is_none=True):
            toll.wrong.append(f"still waits: {query}")


@contextlib.asynccontextmanager
async def in_browser(wide: Wide, page: str, toll: Toll) -> AsyncIterator[threading.Event]:
    """Let new users talk on the chat page until the event is set; each has one result in the end."""
    is_enough = threading.Event()
    playing = asyncio.create_task(asyncio.to_thread(newcomers_until, is_enough, page))
    try:
        yield is_enough
    finally:
        is_enough.set()
        outcome = (await asyncio.gather(playing, return_exceptions=True))[0]
    if isinstance(outcome, BaseException):  # one is no reason to know nothing of all the others
        toll.wrong.append(f"in the browser: {outcome}")
    newcomers = outcome if isinstance(outcome, list) else []
    toll.in_browser = len(newcomers)
    async with wide.database.reading() as connection:
        for person_id in newcomers:
            if (many := await results_of(connection, person_id)) != 1:
                toll.wrong.append(f"{person_id} in the browser: {many} results are kept")


async def examine(wide: Wide, crowd: Crowd, cipher: Cipher, toll: Toll) -> None:
    """Look at everything that was said, answered and told."""
    toll.wrong += crowd.failures
    toll.conversations = sum(talker.result is not None for talker in crowd.talkers)
    toll.longest_wait_s = max(person.longest_wait_s for person in crowd.everybody)
    toll.updates, toll.calls_repeated = crowd.phones.sent, crowd.office.repeated
    toll.screens_repeated = sum(person.repeated for person in crowd.everybody)
    await updates_are_answered(wide, crowd.phones.sent, toll)
    async with wide.database.reading() as connection:
        for talker in crowd.talkers:
            toll.wrong += [f"{talker.id}: {what}" async for what in wrong_of(connection, cipher, talker)]
        found, _ = await changes.after(connection, cipher, 0, ["KZ-79"], 1_000_000)
    delivered = Counter((one.case_number, one.details.get("offer_id")) for one in found if one.kind == "delivered")
    for follower in crowd.followers:
        for number, title in enumerate(follower.offers, 1):
            heard = follower.heard_of(title)
            toll.notices += 1
            toll.notices_repeated += max(0, heard - 1)
            toll.wrong += [] if heard else [f"the notice of {title} was lost"]
            told = delivered[follower.case_id, f"o{number}"]
            toll.wrong += [] if told == 1 else [f"the authority heard {told} times of {title}"]
    toll.wrong += [f"{one.rule}: {one.where}" for one in await unsound(wide.database, cipher)]
    if toll.screens_repeated > toll.in_hand:
        toll.wrong.append(f"{toll.screens_repeated} screens came again, and {toll.in_hand} updates were in hand")
    if toll.notices_repeated > toll.leased:
        toll.wrong.append(f"{toll.notices_repeated} notices came again, and {toll.leased} were in hand")


async def updates_are_answered(wide: Wide, sent: int, toll: Toll) -> None:
    """Expect that every update that Telegram had is noted as answered: they are numbered from 1 on."""
    async with wide.database.reading() as connection:
        rows = await connection.fetch("select id from waiting_updates where answered_at is not null", {})
    if {row["id"] for row in rows} != set(range(1, sent + 1)):
        toll.wrong.append(f"{sent} updates were sent, and {len(rows)} answered")


async def results_of(connection: Any, person_id: int) -> int:
    """Return how many results are kept of somebody."""
    many = await connection.fetch("select count(*) as many from assessments where person_id = :id", {"id": person_id})
    return int(many[0]["many"])


async def wrong_of(connection: Any, cipher: Cipher, talker: Talker) -> AsyncIterator[str]:
    """Yield what is wrong of somebody's result: there is one, and it follows from what they said by the rules alone."""
    kept = await assessments.newest_of_each(connection, cipher, talker.id)
    if (count := await results_of(connection, talker.id)) != 1 or kept[0].id != talker.result:
        yield f"{count} results are kept, and {talker.result} is on the screen"
        return
    now = assessment_day(kept[0].made_at.astimezone(KAZAKHSTAN_TIME).date())
    try:
        answers = tell(talker.script, now).answers
        # who said "another received it" was asked who did, which follows from no answer before it
        received = {key: said.split(",") for key, said in talker.script.items() if key.startswith("earners:")}
        answers = tell(talker.script, now, {**answers, **received}).answers
    except AssertionError as asked:  # what was asked was not what follows from the answers
        yield f"the questions were other ones: {asked}"
        return
    expected = json.loads(json.dumps(result_of(answers, now)))
    found = dict(kept[0].record["record"])
    if found != expected:
        others = [name for name in expected if expected[name] != found.get(name)]
        yield f"the result is another one: {', '.join(others)}"


def figures(url: str, database: str, conversations: int, seed: int) -> Iterator[Figure]:
    """Kill the processes in turn, and tell what came of it."""
    with tempfile.TemporaryDirectory(prefix="komek-wide-") as folder:
        toll = asyncio.run(killed_in_turn(url, Path(folder), conversations, seed))
    told = (
        f"{conversations} whole interviews, and notices of an office's events, at two web processes behind nginx and "
        f"two workers, which are killed and started one after another; seed {seed}"
    )

    def figure(name: str, value: float, unit: str, limit: Any = NONE, **details: object) -> Figure:
        return Figure(f"wide_{database}_{name}", value, unit, limit, told, details=details)

    yield figure("conversations", toll.conversations, "results", AtLeast(conversations), updates=toll.updates)
    yield figure("in_browser", toll.in_browser, "results on the chat page", AtLeast(1))
    yield figure("kills", toll.kills.total(), "kills", AtLeast(len(IN_TURN)), **toll.kills)
    yield figure("wrong", len(toll.wrong), "conversations, updates and notices", which=toll.wrong[:20])
    yield figure("screens_repeated", toll.screens_repeated, "screens", Below(toll.in_hand + 1), in_hand=toll.in_hand)
    yield figure(
        "notices_repeated", toll.notices_repeated, "notices", Below(toll.leased + 1), in_hand=toll.leased,
        of=toll.notices,
    )  # fmt: skip
    yield figure("seconds", toll.seconds, "s", AtLeast(0), updates_a_second=toll.updates / toll.seconds,
                 longest_wait_s=toll.longest_wait_s, calls_of_the_office_repeated=toll.calls_repeated)  # fmt: skip

"""An hour of the program's clock in which Telegram is slow, refuses, breaks off and is away, by a schedule.

Meanwhile the office sends offers and people write. Afterwards everybody was told everything: once, or twice where
Telegram's reply was lost; and whoever's chat was open was answered within the minute, whatever befell the others.
"""

import asyncio
import contextlib
import dataclasses
import random
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from typing import Final
from unittest.mock import patch

from cryptography.fernet import Fernet

from bot.app import bot_at
from bot.database import Database, migrate, open_database
from bot.delivery import UNPACED
from bot.sandbox import SANDBOX_TOKEN, Fault, Limits, LocalTelegram, sandbox_app, serving
from bot.sandbox.person_requests import NewMessage
from bot.store import leases, outbox
from bot.store.cipher import Cipher
from bot.store.soundness import unsound
from bot.telegram import taken
from bot.telegram.retries import Pauses
from bot.world import World
from tests.chat import Clock, Telegram
from tests.handlers.authority import Authority
from tests.handlers.client import Client
from tests.handlers.families import at_first_question
from tests.soak.at_work import at_work, log_read
from tests.soak.figures import NONE, AtLeast, Figure, Progress

FAMILIES: Final = 6
PEOPLE: Final = 4
STEP: Final = timedelta(minutes=1)
STEP_S: Final = 0.3
"""So long a minute of the program's clock lasts."""
PATIENCE_S: Final = 60.0
SOONER: Final = Pauses(first=0.05, longest=0.4, message=0.8, press=0.4)
"""The bot's pauses, as much shorter as its clock is faster."""
PACE: Final = dataclasses.replace(UNPACED, first_pause_s=SOONER.first, longest_pause_s=SOONER.longest)
MANY: Final = 10**6
ASKED: Final = ("/help", "/about")


@dataclass
class Hour:
    """What was counted; the lists are what must not have happened."""

    due: int = 0
    repeated: int = 0
    cut_after: int = 0
    faults: int = 0
    answered_meanwhile: int = 0
    lost: list[str] = field(default_factory=list)
    too_often: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)

    def wrong(self) -> dict[str, list[str]]:
        """Return all that must be empty."""
        return {name: value for name, value in vars(self).items() if isinstance(value, list)}


Weather = Callable[[random.Random, list[int]], tuple[list[Fault], bool]]


def changing(chance: random.Random, unlucky: list[int]) -> tuple[list[Fault], bool]:
    """Return what befalls the calls of a minute, and whether only the chats of the unlucky suffer it."""
    kind = chance.choice(("closed", "closed", "slow chat", "stumbling", "cut", "slow", "away", "calm"))
    if kind == "closed":
        pause = chance.choice((1, 2))
        return [Fault(kind="too_many_requests", chat_id=one, times=MANY, retry_after=pause) for one in unlucky], True
    if kind == "slow chat":
        return [Fault(kind="slow", chat_id=one, times=MANY, seconds=chance.choice((0.1, 0.6))) for one in unlucky], True
    shares = {
        "stumbling": [("server_error", 0.4), ("too_many_requests", 0.1)],
        "cut": [("cut_after", 0.4)],  # what is cut off on its way there twice is given up, and that is said
        "slow": [("slow", 0.7)],
        "away": [("server_error", 1.0)],
    }
    return [
        Fault.model_validate(
            {"kind": name, "times": MANY, "probability": share, "seed": chance.randrange(10**6), "seconds": 0.2}
        )
        for name, share in shares.get(kind, [])
    ], False


def away(_chance: random.Random, _unlucky: list[int]) -> tuple[list[Fault], bool]:
    """Return that nothing reaches Telegram, nor comes from it."""
    return [Fault(kind="server_error", times=MANY), Fault(kind="server_error", times=MANY, method="getUpdates")], False


class Going(Clock):
    """The time of day, which goes on at the real speed and can be set ahead, as the desk's."""

    def __init__(self) -> None:
        super().__init__()
        self._began = time.monotonic()

    def __call__(self) -> datetime:
        """Return this instant."""
        return super().__call__() + timedelta(seconds=time.monotonic() - self._began)


class Town:
    """Families to whom offers are made, people who write, and some whose chats suffer most."""

    def __init__(self, telegram: Telegram, seed: int, weather: Weather, step: timedelta) -> None:
        self.weather, self.step = weather, step
        self.telegram, self.chance = telegram, random.Random(seed)
        self.office = Authority(telegram)
        self.hour = Hour()
        self.marks: dict[str, Client] = {}
        self.asked: dict[int, str] = {}

    async def begins(self) -> None:
        """Let everybody come."""
        self.families = [await at_first_question(self.telegram) for _ in range(FAMILIES)]
        for number, client in enumerate(self.families):
            await self.office.opens(f"79-{number}")
            await self.office.invites(client, f"79-{number}", f"Мүше {number}")
        self.people = [await at_first_question(self.telegram) for _ in range(PEOPLE)]
        self.unlucky = [self.families[0].id, self.people[0].id]

    async def passes(self, minute: int, world: World) -> None:
        """Let a minute go by: an offer is made, somebody writes."""
        faults, is_of_unlucky = self.weather(self.chance, self.unlucky)
        self._change_weather(faults)
        number = minute % FAMILIES
        title = f"Жұмыс {minute}"
        due = (self.telegram.clock() + timedelta(days=2)).isoformat()
        case = f"79-{number}"
        await self.office.offers(f"o{minute}", case_id=case, member_label=f"Мүше {number}", title=title, respond_by=due)
        self.marks[title] = self.families[number]
        writer = self.people[minute % PEOPLE]
        self._asks(writer, ASKED[minute // PEOPLE % len(ASKED)])
        world.queued.set()
        await asyncio.sleep(STEP_S)
        if is_of_unlucky and writer.id not in self.unlucky:
            await self._is_answered(writer)
            self.hour.answered_meanwhile += 1
        await self._goes_on(self.step, world)
        world.remind.set()

    async def is_over(self, world: World) -> None:
        """Let Telegram be well again, and a quarter of an hour go by: whatever waited comes."""
        self._change_weather([])
        for _ in range(15):
            await self._goes_on(STEP, world)
            await asyncio.sleep(STEP_S / 3)
        async with asyncio.timeout(PATIENCE_S):
            while await self._waiting():
                world.queued.set()
                await asyncio.sleep(STEP_S / 3)
        for person in self.people:
            await self._is_answered(person)

    async def _goes_on(self, by: timedelta, world: World) -> None:
        """Set the clock ahead, and the leases with it, as the desk's clock does: no sending lasts a minute here."""
        async with world.database.transaction() as transaction:
            await leases.move(transaction, self.telegram.clock(), by)
            self.telegram.clock.passes(by)
        world.queued.set()

    async def is_counted(self) -> Hour:
        """Count the notices on the phones, and look at the database."""
        hour = self.hour
        for mark, client in self.marks.items():
            copies = sum(is_notice_of(mark, bubble.text) for bubble in client.sees)
            hour.due += 1
            hour.repeated += max(0, copies - 1)
            hour.lost += [] if copies else [mark]
            hour.too_often += [mark] if copies > 2 else []
        broken = await unsound(self.telegram.database, self.telegram.cipher)
        hour.unsound += [f"{one.rule}: {one.where}" for one in broken]
        return hour

    def _asks(self, person: Client, text: str) -> None:
        person.leaves(NewMessage(text=text))
        self.asked[person.id] = text

    async def _is_answered(self, person: Client) -> None:
        """Wait until the newest word of somebody has its answer below it."""
        name = {"/help": "help", "/about": "about"}[self.asked[person.id]]
        chat = self.telegram.local.chats[person.id]

        def is_answered() -> bool:
            last_own = max(person.message_ids())
            return any(number > last_own and one["from"]["is_bot"] for number, one in chat.messages.items())

        try:
            await until(is_answered)
        except TimeoutError:
            self.hour.unanswered.append(name)

    async def _waiting(self) -> int:
        async with self.telegram.database.reading() as connection:
            counts = await outbox.counts(connection)
        return counts.get("waiting", 0)

    def _change_weather(self, faults: list[Fault]) -> None:
        for left in self.telegram.local.faults.pending():
            self.hour.faults += MANY - left.times
            self.hour.cut_after += MANY - left.times if left.kind == "cut_after" else 0
        self.telegram.local.faults.clear()
        for fault in faults:
            self.telegram.local.faults.order(fault)


def is_notice_of(title: str, text: str) -> bool:
    """Whether a text announces an offer: its title is followed by the wage, or ends the line."""
    return re.search(rf" {title}[.,]", text.partition("\n")[0]) is not None


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so; TimeoutError when that takes longer than any machine needs."""
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():  # noqa: ASYNC110, a phone tells nobody
            await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def town(database: Database, seed: int, weather: Weather, step: timedelta) -> AsyncIterator[Town]:
    """Serve Telegram for people of whom everybody has begun."""
    local = LocalTelegram(limits=Limits(paced=False))
    async with serving(sandbox_app(local)) as base, bot_at(base, SANDBOX_TOKEN, SOONER) as bot:
        telegram = Telegram(local, bot, database, Cipher([Fernet.generate_key().decode()]), Going())
        town = Town(telegram, seed, weather, step)
        await town.begins()
        yield town


async def lived_through(
    database: Database, minutes: int, seed: int, weather: Weather = changing, step: timedelta = STEP
) -> Hour:
    """Let so many minutes go by, or longer steps, and return what came of them."""
    with patch.object(taken, "PAUSES", SOONER):
        async with town(database, seed, weather, step) as place, at_work(place.telegram, PACE) as world:
            progress = Progress("minutes", minutes)
            for minute in range(1, minutes + 1):
                await place.passes(minute, world)
                progress(minute, chain(*place.hour.wrong().values()))
            await place.is_over(world)
            return await place.is_counted()


def figures(url: str, database: str, minutes: int, seed: int) -> Iterator[Figure]:
    """Live through it, and tell what came of it."""

    async def live() -> Hour:
        async with open_database(url) as opened:
            await migrate(opened)
            return await lived_through(opened, minutes, seed)

    with log_read():
        hour = asyncio.run(live())
    what = "a Telegram that is slow, refuses and is away"
    told = f"{minutes} minutes of the program's clock with {what}, on {database}; seed {seed}"
    counted = {name: value for name, value in vars(hour).items() if isinstance(value, int)}
    yield Figure(f"hour_{database}_notices_due", hour.due, "notices", AtLeast(minutes), told, details=counted)
    for name, which in hour.wrong().items():
        yield Figure(f"hour_{database}_{name}", len(which), "faults", NONE, told, details={"which": which[:20]})

"""kill -9 of the program under load, again and again: what was acknowledged is there, once, and everybody is told."""

import asyncio
import random
import shutil
import socket
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from cryptography.fernet import Fernet

from bot.database import Database, migrate, open_database
from bot.sandbox import Limits, LocalTelegram
from bot.settings import sqlite_path
from bot.store import authority_keys, cases, drafts, inbox, journal, offers, outbox
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.store.cipher import Cipher
from bot.store.soundness import unsound
from bot.world import utc_now
from tests.running import Prepared, Running, TelegramAside
from tests.soak.figures import NONE, AtLeast, Figure, Progress
from tests.soak.load import PATIENCE_S, Family, Interviewed, Load

START_S: Final = 120.0
GLANCE_S: Final = 0.05
ACTS: Final = (1, 12)
"""So many acts are acknowledged after a start before the program is killed: however busy the machine, it gets on."""
THEN_S: Final = 0.3
"""Within so long after that."""
STARTS_S: Final = 1.5
"""Within so long it is killed while it starts."""
ONCE: Final = ("offer_made", "offer_accepted", "offer_refused", "offer_withdrawn")
"""What happens to an offer here no more than once."""
ONE_IN_STARTING: Final = 5
ONE_IN_WHOLE: Final = 10
Programs = tuple[type[Running], ...]
"""How the program is started: the first is the usual way, the last the one that is timed."""
KEY: Final = AuthorityKey("akimat", frozenset({"KZ-79"}), frozenset(SCOPES))


@dataclass
class Toll:
    """What was counted; `lost` and `doubled` name what was, and `unsound` the rules that were broken."""

    kills: Counter[str] = field(default_factory=Counter)
    starts_s: list[float] = field(default_factory=list)
    acknowledged: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    repeated: int = 0
    unasked: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def wrong(self) -> list[str]:
        """Return what must not happen and did."""
        return [*self.lost, *self.doubled, *self.unasked, *self.unsound, *self.failures]


class Killed:
    """A database, and the program that is killed on it."""

    def __init__(self, url: str, programs: Programs, folder: Path, telegram: TelegramAside, key: str) -> None:
        self.url, self.cipher = url, Cipher([key])
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        settings = {"DATABASE_URL": url, "DATA_KEYS": key, "HTTP_PORT": str(self.port), **telegram.settings}
        self.programs = [program(folder, **settings) for program in programs]
        self.program = self.programs[0]
        self.toll = Toll()

    @property
    def address(self) -> str:
        """Where the authority's API is, at every start."""
        return f"http://127.0.0.1:{self.port}"

    def starts(self, number: int = 0) -> None:
        """Start it, and wait until it says where it is; some times with all that a start loads, which is timed."""
        self.program = self.programs[0 if number % ONE_IN_WHOLE else -1]
        began = time.monotonic()
        self.program.start()
        while "API" not in self.program.said:
            assert self.program.process is not None
            assert self.program.process.poll() is None, f"it ended at the start: {self.program.log}"
            assert time.monotonic() - began < START_S, f"it did not start: {self.program.log}"
            time.sleep(GLANCE_S)
        if not isinstance(self.program, Prepared):
            self.toll.starts_s.append(time.monotonic() - began)

    def is_killed(self, when: str) -> None:
        """Kill it, and count that."""
        self.program.kill()
        self.toll.kills[when] += 1

    @asynccontextmanager
    async def as_left_behind(self) -> AsyncIterator[Database]:
        """Open what it left behind: of SQLite a copy, so that the program itself finds everything as it was."""
        path = sqlite_path(self.url)
        if path is None:
            async with open_database(self.url) as database:
                yield database
            return
        with TemporaryDirectory(prefix="komek-left-") as folder:
            for file in path.parent.glob(f"{path.name}*"):
                shutil.copy(file, folder)
            self._is_whole(Path(folder) / path.name)
            async with open_database(f"sqlite:///{folder}/{path.name}") as database:
                yield database

    def _is_whole(self, path: Path) -> None:
        connection = sqlite3.connect(path)
        told = [row[0] for row in connection.execute("pragma integrity_check")]
        strays = list(connection.execute("pragma foreign_key_check"))
        connection.close()
        self.toll.unsound += [] if (told, strays) == (["ok"], []) else [f"SQLite: {told[:3]} {strays[:3]}"]

    async def makes_key(self) -> str:
        """Make the database, and the office's key."""
        async with open_database(self.url) as database:
            await migrate(database)
            async with database.statement() as connection:
                return str(await authority_keys.add(connection, KEY, utc_now()))

    async def is_examined(self, load: Load, *, at_the_end: bool = False) -> None:
        """Look for every answer and event that was acknowledged, and for every rule that must hold."""
        seen = [(one, set(one.seen)) for one in load.interviewed]
        acknowledged = [(family, len(family.office.acknowledged)) for family in load.cases]
        async with self.as_left_behind() as database:
            self.toll.unsound += [f"{one.rule}: {one.where}" for one in await unsound(database, self.cipher)]
            for one, keys in seen if at_the_end else seen[-2 * load.people :]:
                await self._answers_are_there(database, one, keys)
            for family, count in acknowledged:
                await self._events_are_there(database, family, 0 if at_the_end else max(0, count - 3), count)
                if at_the_end:
                    await self._offers_stand(database, family)

    async def _answers_are_there(self, database: Database, one: Interviewed, keys: set[str]) -> None:
        async with database.reading() as connection:
            known = await drafts.known_person(connection, self.cipher, one.person.id)
        answers = known.draft.document["answers"] if known and known.draft else {}
        for key in keys - {""}:
            if not is_what_was_said(key, answers.get(key), one.wage):
                self.toll.lost.append(f"the answer {key}, which is {answers.get(key)!r}")

    async def _events_are_there(self, database: Database, family: Family, first: int, count: int) -> None:
        async with database.reading() as connection:
            for event_id in family.office.acknowledged[first:count]:
                if await inbox.seen(connection, "KZ-79", "/akimat/soak", event_id) is None:
                    self.toll.lost.append(f"the event {event_id}")

    async def _offers_stand(self, database: Database, family: Family) -> None:
        async with database.reading() as connection:
            (place,) = await cases.numbered(connection, family.case_id, ["KZ-79"])
            found = {offer.id: offer for offer in await offers.of_case(connection, self.cipher, place.id)}
            kept = Counter(fate.state for fate in await outbox.of_case(connection, place.id))
            happened = await journal.of_case(connection, self.cipher, place.id)
        self.toll.lost += [f"{kept['failed']} notices failed"] if kept["failed"] else []
        of_each = Counter((entry.kind, entry.details["offer_id"]) for entry in happened if entry.kind in ONCE)
        self.toll.doubled += [f"{kind} of {offer_id}" for (kind, offer_id), many in of_each.items() if many > 1]
        for offered in family.offers:
            state = str(found[offered.offer_id].state)
            if offered.is_seen and state != offered.deed.makes:
                self.toll.lost.append(f"the answer {offered.deed.makes} to an offer, which is {state}")
            if state == "refused" and "refuse_yes" not in offered.pressed:
                self.toll.unasked.append(offered.offer_id)

    async def is_counted(self, load: Load) -> None:
        """Count what was acknowledged, what was told, and what was written down twice."""
        toll = self.toll
        toll.failures += load.failures
        toll.acknowledged["answers"] = sum(len(one.seen) for one in load.interviewed)
        toll.acknowledged["events"] = sum(len(family.office.acknowledged) for family in load.cases)
        toll.acknowledged["answers to offers"] = sum(one.is_seen for family in load.cases for one in family.offers)
        for family in load.cases:
            for mark in [*family.visits, *(offered.title for offered in family.offers)]:
                toll.acknowledged["notices"] += 1
                copies = len(family.notices_of(mark))
                toll.repeated += max(0, copies - 1)
                toll.lost += [] if copies else [f"the notice of {mark}"]
        async with self.as_left_behind() as database, database.reading() as connection:
            rows = await connection.fetch("select person_id, count(*) as many from assessments group by person_id", {})
            toll.doubled += [f"{row['many']} results of one press" for row in rows if row["many"] > 1]


def is_what_was_said(key: str, kept: object, wage: int) -> bool:
    """Whether the stored answer is what the person has said."""
    if key.startswith("amount"):
        return kept == [wage, wage]
    if key.startswith("people"):
        return isinstance(kept, list) and [child[1] for child in kept] == [4, 9, 14]
    return kept not in (None, "")


def killed_again_and_again(
    url: str, kills: int, seed: int, programs: Programs = (Prepared, Running), people: int = 4, families: int = 3
) -> Toll:
    """Let people and an office go about, and kill the program so often at random moments."""
    chance = random.Random(seed)
    telegram = LocalTelegram(Limits(paced=False))
    with TemporaryDirectory(prefix="komek-kills-") as folder, TelegramAside(telegram) as aside:
        killed = Killed(url, programs, Path(folder), aside, Fernet.generate_key().decode())
        load = Load(aside.address, [killed.address], asyncio.run(killed.makes_key()), seed, people, families)
        killed.starts()
        try:
            load.begin()
            progress = Progress("kills", kills)
            for number in range(1, kills + 1):
                one_kill(killed, load, number, chance)
                progress(number, [*killed.toll.wrong(), *load.failures])
            load.end()
            wait_until_told(killed)
            killed.program.stop()
        finally:
            load.end()
            killed.program.__exit__()
        asyncio.run(killed.is_examined(load, at_the_end=True))
        asyncio.run(killed.is_counted(load))
        return killed.toll


def one_kill(killed: Killed, load: Load, number: int, chance: random.Random) -> None:
    """Kill it while it works, some times once more while it starts, and look at what it left behind."""
    wait_for_acts(load, chance.randint(*ACTS))
    time.sleep(chance.uniform(0, THEN_S))
    killed.is_killed("under load")
    asyncio.run(killed.is_examined(load))
    if number % ONE_IN_STARTING == 0:
        killed.program.start()
        time.sleep(chance.uniform(0, STARTS_S))
        killed.is_killed("while starting")
        asyncio.run(killed.is_examined(load))
    killed.starts(number)


def wait_for_acts(load: Load, count: int) -> None:
    """Wait until so much more was acknowledged; a program that does nothing more is a failure."""
    wanted, deadline = load.acts + count, time.monotonic() + PATIENCE_S
    while load.acts < wanted:
        if time.monotonic() > deadline:
            load.failures.append(f"nothing was acknowledged for {PATIENCE_S} seconds")
            return
        time.sleep(GLANCE_S / 5)


def wait_until_told(killed: Killed) -> None:
    """Wait until no notice waits that is due."""

    async def waiting() -> int:
        async with open_database(killed.url) as database, database.reading() as connection:
            (row,) = await connection.fetch(
                "select count(*) as many from outbox where state = 'waiting' and due_at <= :now",
                {"now": utc_now().isoformat()},
            )
        return int(row["many"])

    deadline = time.monotonic() + PATIENCE_S
    while asyncio.run(waiting()) and time.monotonic() < deadline:
        time.sleep(GLANCE_S * 10)


def figures(url: str, database: str, kills: int, seed: int) -> Iterator[Figure]:
    """Kill the program, and tell what came of it."""
    toll = killed_again_and_again(url, kills, seed)
    told = f"kill -9 on {database} with people in interviews, at offers, and an office that sends events; seed {seed}"

    def figure(name: str, value: float, unit: str, limit: object = NONE, **details: object) -> Figure:
        return Figure(f"kills_{database}_{name}", value, unit, limit, told, details=details)  # type: ignore[arg-type]

    yield figure("kills", toll.kills.total(), "kills", AtLeast(kills), **toll.kills)
    yield figure("acknowledged", toll.acknowledged.total(), "acts", AtLeast(1), **toll.acknowledged)
    yield figure("lost", len(toll.lost), "acts", which=toll.lost[:20])
    yield figure("written_twice", len(toll.doubled), "acts", which=toll.doubled[:20])
    yield figure("refused_without_second_tap", len(toll.unasked), "offers", which=toll.unasked[:20])
    yield figure("waited_in_vain", len(toll.failures), "people", which=toll.failures[:20])
    yield figure("rules_broken", len(toll.unsound), "rules", which=toll.unsound[:20])
    yield figure("repeated", toll.repeated, "notices", AtLeast(0), of=toll.acknowledged["notices"])
    if toll.starts_s:
        whole = len(toll.starts_s)
        yield figure("start_median", median(toll.starts_s), "s", AtLeast(0), worst=max(toll.starts_s), starts=whole)

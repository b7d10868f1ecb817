"""Plays the authority and a family on a real database, with a clock that is moved by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest

from bot import casework
from bot.casework import Accepted
from bot.casework.events import EventRejectedError
from bot.database import Database
from bot.notices.quiet_hours import told_at_night_until
from bot.store import cases, changes, journal, offers, outbox, people, visits
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Case
from bot.store.changes import Change
from bot.store.cipher import Cipher
from bot.store.journal import Entry
from bot.store.offers import Offer
from bot.store.people import Language
from bot.store.visits import Visit
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World
from tests.databases import columns_of
from tests.numbered import id_of

CASE = "79-000123"
SHYMKENT = "KZ-79"
ADDRESS = "Абай даңғылы 17, 4 пәтер"
AIGUL, IVAN, STRANGER = 7_000_000_001, 41, 999
ASSIGNED = {
    "assistance": "conditional",
    "monthly_tenge": 41_237,
    "supplement_tenge": 9_871,
    "paid_from": "2026-10-01",
    "paid_until": "2026-12-31",
}
OFFER = {
    "member_label": "Айгүл",
    "measure": "vacancy",
    "title": "Аспаз",
    "employer": "№ 12 мектеп",
    "wage_tenge": 120_000,
    "hours": "08:00–17:00",
    "place": "Шымкент, Тәуке хан даңғылы 5",
    "starts_on": "2026-12-01",
    "respond_by": "2026-11-20T12:00:00+05:00",
    "contact": "Сәуле, 8 7252 00 00 00",
}
AKIMAT = AuthorityKey("akimat", frozenset({SHYMKENT}), frozenset({"events"}))


def kz(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by the clock of Kazakhstan."""
    return datetime(year, month, day, hour, minute, tzinfo=KAZAKHSTAN_TIME)


WEDNESDAY = kz(2026, 11, 18, 15)  # the visit, from three to five


@dataclass(frozen=True)
class Queued:
    """A row of the outbox."""

    kind: str
    person_id: int
    state: str
    due_at: datetime
    details: dict[str, Any]


@dataclass
class Story:
    """One database, one clock, the authority that sends events and the people who follow a case."""

    database: Database
    cipher: Cipher
    at: datetime
    number: str = CASE
    key: AuthorityKey = AKIMAT
    _ids: Iterator[int] = field(default_factory=count)

    @property
    def world(self) -> World:
        """The world with the clock of the story."""
        return World(self.database, self.cipher, lambda: self.at)

    async def id(self) -> str:
        """The program's own id of the case."""
        return await id_of(self.world, self.number)

    def event(self, kind: str, **data: Any) -> dict[str, Any]:
        """A CloudEvent that was not sent before."""
        return {
            "specversion": "1.0",
            "id": f"{self.number}-e{next(self._ids)}",
            "source": "/akimat/shymkent",
            "type": f"kz.komek.{kind}",
            "time": self.at.isoformat(),
            "data": {"case_id": self.number, **data},
        }

    async def send(self, kind: str, **data: Any) -> Accepted:
        """Send a new event."""
        return await casework.accept(self.world, self.key, self.event(kind, **data))

    async def open(self, applied_on: str | None = None) -> None:
        """Open the case; applied for today unless said."""
        today = self.world.today().isoformat()
        await self.send("case.opened", region=SHYMKENT, applied_on=applied_on or today)

    async def decide(self, status: str, **data: Any) -> None:
        """Change the status as of today; what costs the family money has a note if nothing else."""
        if status in {"refused", "suspended", "terminated"} and not data.keys() & {"ground", "note"}:
            data["note"] = "Құжат керек"
        await self.send("case.status", **{"status": status, "on": self.world.today().isoformat(), **data})

    async def visit(self, starts_at: datetime, hours: int = 2, kind: str = "scheduled", visit_id: str = "v1") -> None:
        """Schedule a visit, or move it."""
        ends_at = starts_at + timedelta(hours=hours)
        times = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat()}
        await self.send(f"visit.{kind}", visit_id=visit_id, address=ADDRESS, contact="Сәуле", **times)

    async def move(self, starts_at: datetime) -> None:
        """Move the visit."""
        await self.visit(starts_at, kind="rescheduled")

    async def cancel(self) -> None:
        """Cancel the visit."""
        await self.send("visit.cancelled", visit_id="v1")

    async def hold(self, conclusion: str = "need") -> None:
        """Report the visit as held."""
        await self.send("visit.held", visit_id="v1", conclusion=conclusion)

    async def offer(self, offer_id: str = "o1", **data: Any) -> None:
        """Offer Aigul a job; the answer is awaited until Friday noon unless said."""
        await self.send("offer.made", **{"offer_id": offer_id, **OFFER, **data})

    async def the_offer(self, offer_id: str = "o1") -> Offer:
        """The offer as it is stored."""
        async with self.database.reading() as connection:
            offer = await offers.find(connection, self.cipher, await self.id(), offer_id)
        assert offer is not None
        return offer

    async def link(self, label: str | None = None) -> str:
        """Make a link to the case."""
        token, _ = await casework.make_link(self.world, await self.id(), label)
        return token

    async def join(self, person_id: int = AIGUL, language: Language = "kk", label: str | None = None) -> None:
        """Let a person come to the bot and follow the case by a link."""
        async with self.database.statement() as connection:
            await people.choose_language(connection, person_id, language, self.at)
        joined = await casework.join(self.world, await self.link(label), person_id)
        assert joined is not None

    async def leave(self, person_id: int) -> bool:
        """Let a person no longer follow the case; whether they did."""
        return await casework.leave(self.world, await self.id(), person_id)

    async def confirms(self, *aliases: str) -> None:
        """Let the officer confirm followers: they may answer for the family."""
        for alias in aliases:
            await self.send("follower.confirmed", person=alias)

    async def aliases(self) -> list[str]:
        """How the authority knows those who follow the case, in the order of joining."""
        async with self.database.reading() as connection:
            return [one.alias for one in await cases.followers(connection, self.cipher, await self.id())]

    async def queued(self) -> list[Queued]:
        """Every notice of the case in the order of queueing, but who follows it, which every story begins with."""
        sql = """
            select kind, person_id, state, due_at, details from outbox
            where case_id = :case and kind not like 'follower-%' order by id
        """
        async with self.database.reading() as connection:
            rows = await connection.fetch(sql, {"case": await self.id()})
        return [
            Queued(
                row["kind"],
                row["person_id"],
                row["state"],
                datetime.fromisoformat(row["due_at"]),
                self.cipher.open(row["details"]),
            )
            for row in rows
        ]

    async def is_told(self) -> None:
        """Let Telegram take everything that may be told now, to each person one after the other."""
        now = self.at
        while True:
            async with self.database.statement() as connection:
                until, about_until = now + timedelta(minutes=1), told_at_night_until(now)
                claimed = await outbox.claim(connection, self.cipher, now, until, 100, about_until)
            if not claimed:
                return
            async with self.database.transaction() as transaction:
                for notice in claimed:
                    await outbox.settle(transaction, notice.id, "delivered", now, message_id=1_000 + notice.id)

    async def kinds(self, state: str | None = None, person_id: int | None = None) -> list[str]:
        """The kinds of the notices of a state to a person; of all when not said."""
        return [
            row.kind for row in await self.queued() if state in {None, row.state} and person_id in {None, row.person_id}
        ]

    async def case(self) -> Case:
        """The case as it is stored."""
        async with self.database.reading() as connection:
            case = await cases.load(connection, self.cipher, await self.id())
        assert case is not None
        return case

    async def the_visit(self) -> Visit:
        """The visit as it is stored."""
        async with self.database.reading() as connection:
            visit = await visits.find(connection, self.cipher, await self.id(), "v1")
        assert visit is not None
        return visit

    async def journal(self) -> list[Entry]:
        """What happened in the case."""
        async with self.database.reading() as connection:
            return await journal.of_case(connection, self.cipher, await self.id())

    async def changes(self) -> list[Change]:
        """What the authority can learn."""
        async with self.database.reading() as connection:
            found, _ = await changes.after(connection, self.cipher, 0, [SHYMKENT], 1_000)
        return found

    async def told(self) -> list[str]:
        """The kinds of what the authority can learn."""
        return [change.kind for change in await self.changes()]

    async def begin(self, starts_at: datetime = WEDNESDAY) -> None:
        """A family of one follows a new case with a visit to come."""
        await self.open()
        await self.join()
        await self.visit(starts_at)

    async def refused(self, kind: str, **data: Any) -> tuple[int, str, str]:
        """Send an event that must be refused and change nothing; returns the status, the field and the reason."""
        before = await self.stored()
        with pytest.raises(EventRejectedError) as refusal:
            await self.send(kind, **data)
        assert await self.stored() == before
        (error,) = refusal.value.errors
        return refusal.value.status, error["field"], error["message"]

    async def stored(self) -> list[tuple[str, list[tuple[Any, ...]]]]:
        """All that is stored about cases, as it lies there."""
        tables = (
            "inbox",
            "cases",
            "case_people",
            "case_links",
            "visits",
            "offers",
            "journal",
            "changes",
            "outbox",
        )
        async with self.database.reading() as connection:
            return [
                (table, [tuple(columns_of(row).values()) for row in rows])
                for table in tables
                for rows in [await connection.fetch(f"select * from {table} order by 1, 2", {})]  # noqa: S608 - own names
            ]

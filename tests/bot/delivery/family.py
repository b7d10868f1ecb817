"""A family that follows a case, with its phones; and the notices that are queued for it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Bot

from bot.delivery import UNPACED, Pace, Told, deliver
from bot.delivery.worker import WordsFor
from bot.notices.quiet_hours import is_night
from bot.sandbox import LocalTelegram, people
from bot.sandbox.person_requests import NewMessage, NewPerson
from bot.store import cases, changes, outbox
from bot.store import people as known_people
from bot.store.changes import Change
from bot.store.notice_keys import NoticeKey, of_event
from bot.store.outbox import Fate, Notice, Urgency
from bot.store.people import Language
from bot.world import World

CASE, NUMBER = "c1a5e", "79-000123"
MOTHER, FATHER = 7_000_000_001, 41
GREETING = {"kk": "Сәлем", "ru": "Здравствуйте"}


def said_of(notice: Notice) -> Told:
    """Put a notice into words that show all there is to see of it."""
    return Told(f"{GREETING[notice.language]}, {notice.details['number']}")


def _hours_to_day() -> timedelta:
    """Half a day where it is night or soon will be, so that what is told does not wait until eight."""
    now = datetime.now(UTC)
    return timedelta(hours=12) if is_night(now) or is_night(now + timedelta(minutes=5)) else timedelta()


AHEAD = _hours_to_day()


def by_day() -> datetime:
    """This instant, half a day later where it would be night."""
    return datetime.now(UTC) + AHEAD


@dataclass
class Family:
    """What the authority has queued and what the people of a family see on their phones."""

    world: World
    telegram: LocalTelegram
    bot: Bot
    words_for: WordsFor = said_of
    queued: int = 0
    followers: dict[int, str] = field(default_factory=dict)

    async def open_case(self) -> None:
        async with self.world.database.transaction() as transaction:
            await cases.open_case(transaction, CASE, NUMBER, "KZ-79", self.world.today(), self.world.now())

    async def joins(self, person_id: int, language: Language = "kk", *, has_phone: bool = True) -> None:
        """Let a person follow the case, who has started the bot or is unknown to Telegram."""
        alias = f"p{len(self.followers) + 1}"
        self.followers[person_id] = alias
        async with self.world.database.transaction() as transaction:
            await known_people.choose_language(transaction, person_id, language, self.world.now())
            await cases.join(transaction, self.world.cipher, CASE, person_id, alias, None, self.world.now())
        if has_phone:
            person = people.arrive(self.telegram, NewPerson(id=person_id, first_name="Айгүл"))
            people.write(self.telegram, person, NewMessage(text="/start"))

    async def queue(self, *person_ids: int, **more: Any) -> int:
        """Queue one notice to each of these people for one cause, and return its number, which is told in it."""
        self.queued += 1
        async with self.world.database.transaction() as transaction:
            for person_id in person_ids:
                settings = {"due_at": self.world.now(), "urgency": Urgency.USUAL, "kind": "case-received", **more}
                await outbox.queue(
                    transaction,
                    self.world.cipher,
                    key=NoticeKey(of_event(CASE, f"e{self.queued}"), self.followers[person_id]),
                    person_id=person_id,
                    case_id=CASE,
                    **{"details": {"number": self.queued}, **settings},
                )
        self.world.queued.set()
        return self.queued

    @contextlib.asynccontextmanager
    async def delivering(self, pace: Pace = UNPACED) -> AsyncIterator[asyncio.Event]:
        """Let a worker deliver for the length of a block; gives what stops it."""
        stop = asyncio.Event()
        worker = asyncio.create_task(deliver(self.world, self.bot, self.words_for, stop, pace))
        try:
            yield stop
        finally:
            stop.set()
            await worker

    async def is_told(self, pace: Pace = UNPACED, *, seconds: float = 60) -> None:
        """Deliver until nothing waits any more."""
        async with self.delivering(pace):
            await self.nothing_waits(seconds)

    async def nothing_waits(self, seconds: float = 60) -> None:
        async with asyncio.timeout(seconds):
            while (await self.counts()).get("waiting"):  # noqa: ASYNC110, the database tells nobody
                await asyncio.sleep(0.01)

    async def counts(self) -> dict[str, int]:
        async with self.world.database.reading() as connection:
            return await outbox.counts(connection)

    async def fates(self) -> list[Fate]:
        async with self.world.database.reading() as connection:
            return await outbox.of_case(connection, CASE)

    async def changes(self) -> list[Change]:
        """What the authority reads."""
        async with self.world.database.reading() as connection:
            found, _ = await changes.after(connection, self.world.cipher, 0, ["KZ-79"], 100_000)
        return found

    def sees(self, person_id: int) -> list[str]:
        """What the bot has written to a person."""
        messages = self.telegram.chats[person_id].messages.values()
        return [message["text"] for message in messages if message["from"]["is_bot"]]

    def deletes_account(self, person_id: int) -> None:
        people.deactivate(self.telegram, self.telegram.persons[person_id], deactivated=True)

    def blocks(self, person_id: int, *, blocked: bool = True) -> None:
        people.block(self.telegram, self.telegram.persons[person_id], blocked=blocked)


class Clock:
    """The time of day, turned by the test."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

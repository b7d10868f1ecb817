"""The authority on the other side: it opens cases, sends visits and decisions, and reads what the families did."""

import asyncio
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Final

from bot import casework
from bot.delivery import UNPACED, deliver
from bot.delivery.words import words_from
from bot.store import cases, changes, changes_read, health
from bot.store.authority_keys import AuthorityKey
from bot.texts import Language
from bot.texts.formats import KAZAKHSTAN_TIME
from tests.chat import Telegram
from tests.handlers.client import Client

CASE: Final = "79-000123"
AIGUL: Final = "Айгүл"
OFFER: Final = {
    "member_label": AIGUL,
    "measure": "vacancy",
    "title": "Аспаз <көмекшісі>",
    "employer": "№ 12 мектеп",
    "wage_tenge": 180_000,
    "place": "Шымкент, Тәуке хан даңғылы, 5",
    "starts_on": "2026-06-01",
    "respond_by": "2026-05-15T18:00:00+05:00",
    "contact": "Сәуле, 8 7252 00 00 00",
}
KEY: Final = AuthorityKey("akimat", frozenset({"KZ-79", "KZ-61"}), frozenset({"events", "changes"}))
WINDOW: Final = {"date": "14 мамыр", "from": "10:00", "to": "12:00"}
WINDOW_RU: Final = {"date": "14 мая", "from": "10:00", "to": "12:00"}
"""The usual visit, as the texts say it in either language."""


class Authority:
    """An office that works through the program's own casework, on the storage of the chat."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.world = telegram.another_process()
        self._numbers = count(1)

    def event(self, kind: str, **content: Any) -> dict[str, Any]:
        """Return a new event."""
        return {
            "specversion": "1.0",
            "id": f"e{next(self._numbers)}",
            "source": "/akimat/shymkent",
            "type": f"kz.komek.{kind}",
            "time": self.world.now().isoformat(),
            "data": {"case_id": CASE} | content,
        }

    async def sends(self, kind: str, **content: Any) -> None:
        """Send one event."""
        await casework.accept(self.world, KEY, self.event(kind, **content))

    async def opens(self, case_id: str = CASE, region: str = "KZ-79", applied_on: str = "2026-05-11") -> None:
        """Open a case."""
        await self.sends("case.opened", case_id=case_id, region=region, applied_on=applied_on)

    async def id_of(self, number: str = CASE, region: str | None = None) -> str:
        """Return the program's own id of a case, in whichever of the office's regions it is unless said."""
        async with self.world.database.reading() as connection:
            (place,) = await cases.numbered(connection, number, [region] if region else KEY.regions)
        return place.id

    async def moves_on(self, status: str, **content: Any) -> None:
        """Move the case on, today unless said otherwise; what costs the family money has a note if nothing else."""
        if status in {"refused", "suspended", "terminated"} and not content.keys() & {"ground", "note"}:
            content["note"] = "Құжат керек"
        await self.sends("case.status", **{"status": status, "on": self.world.today().isoformat(), **content})

    async def schedules(self, starts_at: datetime, hours: int = 2, kind: str = "scheduled", **content: Any) -> None:
        """Say when the commission comes."""
        ends_at = starts_at + timedelta(hours=hours)
        window = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat()}
        await self.sends(f"visit.{kind}", **{"visit_id": "v1", "address": "Абай көшесі, 1", **window, **content})

    async def confirms(self, *aliases: str) -> None:
        """Confirm followers: they may answer for the family."""
        for alias in aliases:
            await self.sends("follower.confirmed", person=alias)

    async def link(
        self, case_id: str = CASE, label: str | None = None, birth_year: int | None = None, region: str | None = None
    ) -> str:
        """Return the token of a new link."""
        token, _ = await casework.make_link(self.world, await self.id_of(case_id, region), label, birth_year)
        return token

    async def offers(self, offer_id: str = "o1", kind: str = "made", **content: Any) -> None:
        """Offer Aigul a job; the answer is awaited until 15 May, 18:00."""
        await self.sends(f"offer.{kind}", **{"offer_id": offer_id, **(OFFER if kind == "made" else {}), **content})

    async def invites(self, client: Client, case_id: str = CASE, label: str | None = None) -> None:
        """Give a link to somebody who has consented, and let them confirm it; `label` says who of the family it is."""
        await client.says(f"/start {await self.link(case_id, label)}")
        await client.taps("join-yes")

    async def is_delivered(self) -> None:
        """Let the bot tell everything that may be told now, as its own worker does."""
        stop = asyncio.Event()
        delivering = deliver(self.world, self.telegram.bot, words_from(self.world), stop, UNPACED)
        async with asyncio.TaskGroup() as tasks, asyncio.timeout(20):
            tasks.create_task(delivering)
            while await self._waits():  # noqa: ASYNC110, the database tells nobody
                await asyncio.sleep(0.02)
            stop.set()
            self.world.queued.set()

    async def _waits(self) -> int:
        async with self.world.database.reading() as connection:
            return (await health.late(connection, self.world.now())).notices

    async def has_read_all(self) -> None:
        """Read every change that there is, as a program does that goes on from the last page."""
        await changes_read.note(self.world.database, KEY.regions, 1_000_000, self.world.now())

    async def learns(self) -> list[tuple[str, dict[str, Any]]]:
        """Return everything that the authority has been told of families, in order: its kind and details."""
        async with self.world.database.reading() as connection:
            found, _ = await changes.after(connection, self.world.cipher, 0, sorted(KEY.regions), 100)
        return [(change.kind, dict(change.details)) for change in found if change.kind != "undeliverable"]


def at(day: int, hour: int, month: int = 5) -> datetime:
    """Return an instant of 2026 in Kazakhstan's time; the clock of a test starts on 12 May, 11:30."""
    return datetime(2026, month, day, hour, tzinfo=KAZAKHSTAN_TIME)


async def follower(
    telegram: Telegram, authority: Authority, language: Language = Language.KK, label: str | None = None
) -> Client:
    """Return somebody who has begun and follows the case, as the member of that label."""
    client = Client.arrives(telegram, language)
    await client.begins()
    await authority.invites(client, label=label)
    return client

"""A disk that is full, a server that is away: the authority reads 503 on every call, and nothing counts as taken."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final, NamedTuple

import aiohttp
import pytest

from bot.api import api_app
from bot.api.unavailable import AWAY
from bot.database import Database
from bot.store import authority_keys
from bot.store.authority_keys import AuthorityKey
from bot.store.cipher import Cipher
from bot.world import World
from tests.bot.api.authority import ALL_SCOPES, BATCH, SHYMKENT, Answer, Authority, Clock, event, served, status
from tests.bot.api.conftest import follows
from tests.bot.api.offer_rows import HEADER, IN_TIME, row
from tests.databases import run_on_postgres
from tests.misfortune import database_that_goes_away

RECEIVED: Final = event("e9", "case.status", **status("79-1", "received"), note="ж" * 500)
OFFERS: Final = f"{HEADER}\r\n{row(offer_id='o2', details='ж' * 500)}"
EVENT: Final = "application/cloudevents+json"
FULL: Final = """
    create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
"""
WRITTEN_TO: Final = ("inbox", "case_links", "poverty_lines", "cases", "journal")


class Call(NamedTuple):
    """A call that writes."""

    method: str
    path: str
    content: Any
    media_type: str = "application/json"

    async def by(self, akimat: Authority) -> Answer:
        if isinstance(self.content, str):
            headers = {"Content-Type": self.media_type}
            return await akimat.asks_raw(self.method, self.path, self.content.encode(), headers)
        return await akimat.asks(self.method, self.path, self.content, self.media_type)


CALLS: Final = [
    Call("POST", "/v1/events", RECEIVED, EVENT),
    Call("POST", "/v1/events", [RECEIVED], BATCH),
    Call("POST", "/v1/events?dry_run=true", RECEIVED, EVENT),
    Call("POST", "/v1/offers/batch?dry_run=false", OFFERS, "text/csv"),
    Call("POST", "/v1/offers/batch?dry_run=true", OFFERS, "text/csv"),
    Call("POST", "/v1/cases/79-1/link", {"member_label": "ж" * 100}),
    Call("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", {"tenge": 50_000, "source": "order"}),
]
READS: Final = [
    "/v1/cases/79-1", "/v1/cases", "/v1/changes", "/v1/waiting", "/v1/offers", "/v1/files/nothing",
    "/v1/poverty-lines?quarter=2026-Q4",
]  # fmt: skip


def says_so(answer: Answer) -> bool:
    """Whether it is the answer of a database that takes nothing; any other is no fault of the program."""
    if answer.status != 503:
        assert answer.status < 500, answer
        return False
    assert answer.body == {"errors": [{"field": "", "message": AWAY}]}
    assert int(answer.headers["Retry-After"]) > 0
    return True


class Disk(NamedTuple):
    """The disk below a database: it fills up, and has room again."""

    fills_up: Callable[[], Awaitable[None]]
    has_room: Callable[[], Awaitable[None]]


@pytest.fixture
def disk(database: Database, database_url: str) -> Disk:
    """SQLite's file can grow no more; PostgreSQL says what it says when its disk is full."""

    async def fills_up() -> None:
        for statement in [FULL, *(_refusing(table) for table in WRITTEN_TO)]:
            await run_on_postgres(database_url, statement)

    async def cannot_grow() -> None:
        async with database.statement() as connection:
            await connection.fetch("create table ballast (text text)", {})
            (pages,) = await connection.fetch("pragma page_count", {})
            await connection.fetch(f"pragma max_page_count = {pages['page_count']}", {})
        with suppress(sqlite3.OperationalError):
            while True:  # pages that were used and are free again
                async with database.statement() as connection:
                    await connection.fetch("insert into ballast values (:text)", {"text": "x" * 4_000})

    async def can_grow() -> None:
        async with database.statement() as connection:
            await connection.fetch("pragma max_page_count = 1000000", {})

    if database_url.startswith("sqlite"):
        return Disk(cannot_grow, can_grow)
    return Disk(fills_up, lambda: run_on_postgres(database_url, "drop function full_disk() cascade"))


def _refusing(table: str) -> str:
    return (
        f"create trigger full_disk before insert or update on {table} for each statement execute function full_disk()"
    )


async def test_on_a_full_disk_a_call_that_writes_says_so_and_counts_once_there_is_room(
    akimat: Authority, world: World, disk: Disk, database_url: str
) -> None:
    """Once they were answered with 500, as if the program were broken, and nobody knew whether to send them again."""
    await akimat.opens("79-1")
    await follows(akimat, world)
    await disk.fills_up()
    taken = 0
    while not says_so(await akimat.sends(offered(taken))):
        taken += 1  # SQLite still finds room in pages that it has
    refused, before = offered(taken), (await akimat.asks("GET", "/v1/cases/79-1")).body
    assert [one["offer_id"] for one in before["offers"]] == [f"o{number}" for number in range(taken)]
    for call in CALLS:
        assert says_so(await call.by(akimat)) or database_url.startswith("sqlite"), call
    await disk.has_room()
    sent = await akimat.sends(refused)
    assert (sent.status, sent.body["status"]) == (202, "accepted"), "it does not count as taken"


def offered(number: int) -> dict[str, Any]:
    """Return an offer with much text."""
    details = "".join(chr(ord("а") + (number + place) % 32) for place in range(480))
    return event(
        f"offer-{number}", "offer.made", case_id="79-1", offer_id=f"o{number}", member_label="Айгүл",
        title=f"Аспаз {number}", measure="vacancy", place="Шымкент", respond_by=IN_TIME, contact="Сәуле",
        details=details,
    )  # fmt: skip


async def test_while_the_database_is_away_every_call_says_so(
    database_url: str, cipher: Cipher, web: aiohttp.ClientSession, capsys: pytest.CaptureFixture[str]
) -> None:
    """No connection, or one that only reads; the log has one line of it, whoever asks how often."""

    async def bot_name() -> str:
        return "komek_bot"

    async with database_that_goes_away(database_url) as misfortune:
        world = World(misfortune.database, cipher, Clock())
        key = AuthorityKey("akimat", frozenset({SHYMKENT}), frozenset(ALL_SCOPES))
        async with misfortune.database.statement() as connection:
            secret = await authority_keys.add(connection, key, world.now())
        async with served(api_app(world, bot_name)) as base:
            akimat = Authority(web, base, secret)
            await akimat.opens("79-1")
            await misfortune.strikes()
            capsys.readouterr()
            reads = [says_so(await akimat.asks("GET", path)) for path in READS]
            assert set(reads) == {database_url.startswith("postgres")}, "SQLite can be read"
            assert all([says_so(await call.by(akimat)) for call in CALLS])
            assert capsys.readouterr().out.count("call_refused_by_the_database") == 1
            await misfortune.passes()
            assert (await akimat.sends(RECEIVED)).status == 202

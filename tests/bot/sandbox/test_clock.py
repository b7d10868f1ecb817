"""The desk's clock: what a newcomer may set it to, and that everything which waits for a time goes by it."""

import asyncio
import re
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from cryptography.fernet import Fernet

from bot import casework, notices
from bot.api import api_app
from bot.database import migrate, open_database
from bot.reminders.case_reminders import keep_reminding
from bot.sandbox import Clock, ClockError, Desk, opened_desk, sandbox_app, serving
from bot.sandbox.clock import FARTHEST, set_clock
from bot.store import authority_keys, cases, links, outbox, people
from bot.store.cipher import Cipher
from bot.store.notice_keys import of_event
from bot.store.notice_kinds import NoticeKind
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World
from tests.running import GLANCE_SECONDS, START_SECONDS, Prepared, TelegramAside

EVENING = datetime(2026, 11, 23, 20, 30, tzinfo=KAZAKHSTAN_TIME)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CASE, PERSON = "79-1", 1001
LEASE = timedelta(seconds=60)


class Wall:
    """The real clock of a test, which stands still until it is told to pass."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def wall() -> Wall:
    return Wall(EVENING)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A database with one person who follows one case."""
    async with open_database(f"sqlite:///{tmp_path / 'komek.sqlite3'}") as database:
        await migrate(database)
        world = World(database, Cipher([Fernet.generate_key().decode()]), lambda: EVENING)
        async with database.transaction() as transaction:
            await people.choose_language(transaction, PERSON, "kk", EVENING)
            await cases.open_case(transaction, CASE, CASE, "KZ-79", EVENING.date(), EVENING)
            await cases.join(transaction, world.cipher, CASE, PERSON, "p1", None, EVENING)
        yield world


@pytest.fixture
async def desk(world: World, wall: Wall, tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened_desk(world, Clock(tmp_path / "clock", wall)) as desk:
        yield desk


@pytest.fixture
async def beside(desk: Desk) -> AsyncIterator[str]:
    """The address of the sandbox with its desk, beside the authority's API."""

    async def bot_name() -> str:
        return "komek_bot"

    api, local = api_app(desk.world, bot_name), sandbox_app(desk=desk)
    api.mount("/", local)
    async with serving(local, within=api) as base:
        yield base


async def queue(world: World, about: datetime | None = None) -> None:
    async with world.database.transaction() as transaction:
        follower = await cases.follower(transaction, world.cipher, CASE, PERSON)
        assert follower is not None
        await notices.queue(
            transaction, world, follower, NoticeKind.CASE_RECEIVED, {}, cause=of_event(CASE, "c"), about=about
        )


async def claim(world: World) -> list[outbox.Notice]:
    async with world.database.statement() as connection:
        return await outbox.claim(connection, world.cipher, world.now(), world.now() + LEASE, 10)


async def asks(
    web: aiohttp.ClientSession, method: str, base: str, body: dict[str, Any] | None = None
) -> tuple[int, dict[str, Any]]:
    async with web.request(method, f"{base}/desk/clock", json=body) as answer:
        return answer.status, await answer.json()


# The clock itself


def test_it_is_the_real_time_until_it_is_set_and_then_goes_on_at_the_same_speed(wall: Wall) -> None:
    clock = Clock(real=wall)
    assert clock() == EVENING
    clock.set_ahead(clock.lead_at(EVENING + DAY))
    wall.at += HOUR
    assert clock() == EVENING + DAY + HOUR


def test_it_is_found_as_it_was_left_after_a_restart_and_is_the_real_one_again_after_a_return(
    wall: Wall, tmp_path: Path
) -> None:
    kept = tmp_path / "clock"
    Clock(kept, wall).set_ahead(3 * DAY)
    again = Clock(kept, wall)
    assert again() == EVENING + 3 * DAY
    again.set_ahead(timedelta())
    assert not kept.exists()
    assert Clock(kept, wall)() == EVENING


@pytest.mark.parametrize("damage", ["", "soon", "-5", "1.5e3", "99999999999999999999"])
def test_a_damaged_file_is_the_real_time_and_no_obstacle_to_the_start(wall: Wall, tmp_path: Path, damage: str) -> None:
    kept = tmp_path / "clock"
    kept.write_text(damage, encoding="utf-8")
    assert Clock(kept, wall)() == EVENING


@pytest.mark.parametrize(
    ("instant", "code"),
    [(EVENING - timedelta(seconds=1), "backwards"), (EVENING + FARTHEST + timedelta(seconds=1), "too_far")],
)
def test_it_goes_neither_back_nor_beyond_a_year_and_a_bit(wall: Wall, instant: datetime, code: str) -> None:
    with pytest.raises(ClockError) as refused:
        Clock(real=wall).lead_at(instant)
    assert refused.value.code == code


# What goes by it


async def test_a_notice_of_the_night_leaves_as_soon_as_the_clock_shows_the_morning(desk: Desk) -> None:
    """Quiet hours and due times are those of the clock."""
    await set_clock(desk.world, desk.clock, 2 * HOUR)  # 22:30
    await queue(desk.world)
    assert await claim(desk.world) == []
    await set_clock(desk.world, desk.clock, 12 * HOUR)  # 08:30
    assert [notice.kind for notice in await claim(desk.world)] == ["case-received"]


@pytest.mark.parametrize("lead", [DAY, 30 * DAY])
async def test_a_notice_on_its_way_is_not_taken_for_abandoned_when_the_clock_jumps(
    desk: Desk, wall: Wall, lead: timedelta
) -> None:
    """Its lease lasts as long as it did: no second worker sends it meanwhile, and after it it is free again."""
    await queue(desk.world)
    assert len(await claim(desk.world)) == 1
    await set_clock(desk.world, desk.clock, lead)
    assert await claim(desk.world) == []
    wall.at += LEASE + timedelta(seconds=1)
    assert len(await claim(desk.world)) == 1


async def test_a_notice_on_its_way_is_not_held_for_a_month_when_the_clock_returns(desk: Desk, wall: Wall) -> None:
    await queue(desk.world)
    await set_clock(desk.world, desk.clock, 30 * DAY - 8 * HOUR)
    assert len(await claim(desk.world)) == 1
    await set_clock(desk.world, desk.clock, timedelta())
    assert await claim(desk.world) == []
    wall.at += LEASE + timedelta(seconds=1)
    assert len(await claim(desk.world)) == 1


async def test_a_link_expires_after_seven_days_of_the_clock(desk: Desk) -> None:
    world = desk.world
    token, _ = await casework.make_link(world, CASE, None)
    for days, works in ((6, True), (8, False)):
        await set_clock(world, desk.clock, days * DAY)
        async with world.database.reading() as connection:
            assert (await links.find(connection, world.cipher, token, world.now()) is not None) == works


async def test_the_key_of_the_desk_opens_at_any_time_of_the_clock(desk: Desk) -> None:
    for lead in (300 * DAY, timedelta()):
        await set_clock(desk.world, desk.clock, lead)
        async with desk.world.database.reading() as connection:
            assert await authority_keys.find(connection, desk.key) is not None


async def test_reminders_are_looked_through_at_once_when_the_clock_is_set(desk: Desk) -> None:
    """Not a minute later: the term of the examination ends, and the family is told."""
    stop = asyncio.Event()
    async with asyncio.timeout(10), asyncio.TaskGroup() as tasks:
        tasks.create_task(keep_reminding(desk.world, stop))
        await asyncio.sleep(0.1)  # the first pass is over, the next one is a minute away
        await set_clock(desk.world, desk.clock, 20 * DAY)
        while "examination-overdue" not in await kinds(desk.world):  # noqa: ASYNC110, it comes into the database
            await asyncio.sleep(0.01)
        stop.set()


async def kinds(world: World) -> set[str]:
    async with world.database.reading() as connection:
        return {fate.kind for fate in await outbox.of_case(connection, CASE)}


# As the page sees it


async def test_the_page_reads_the_time_of_kazakhstan_and_sets_it(
    beside: str, web: aiohttp.ClientSession, desk: Desk
) -> None:
    assert await asks(web, "GET", beside) == (200, {"now": "2026-11-23T20:30:00+05:00", "ahead_seconds": 0})
    tomorrow = {"now": "2026-11-24T09:00:00+05:00"}
    assert await asks(web, "PUT", beside, tomorrow) == (200, tomorrow | {"ahead_seconds": 45_000})
    assert desk.world.now() == datetime(2026, 11, 24, 4, tzinfo=UTC)
    assert await asks(web, "DELETE", beside) == (200, {"now": "2026-11-23T20:30:00+05:00", "ahead_seconds": 0})
    assert desk.world.now() == EVENING


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"now": "2026-11-23T20:29:59+05:00"}, 409, "backwards"),
        ({"now": "2028-11-23T20:29:59+05:00"}, 409, "too_far"),
        ({"now": "2026-11-24T09:00:00"}, 422, None),
        ({"now": "tomorrow"}, 422, None),
        ({"now": "2026-11-24T09:00:00+05:00", "more": 1}, 422, None),
        ({}, 422, None),
    ],
)
async def test_a_time_that_cannot_be_set_is_refused_with_its_reason_and_changes_nothing(
    beside: str, web: aiohttp.ClientSession, desk: Desk, body: dict[str, str], status: int, code: str | None
) -> None:
    answered, told = await asks(web, "PUT", beside, body)
    assert (answered, told.get("code")) == (status, code)
    assert told["error"]
    assert desk.clock.ahead == timedelta()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_where_no_authority_is_played_there_is_no_clock(
    base: str, web: aiohttp.ClientSession, method: str
) -> None:
    """The local Bot API alone, and so every program with a token, goes by the real time."""
    status, told = await asks(web, method, base, {"now": "2026-11-24T09:00:00+05:00"})
    assert (status, list(told)) == (404, ["error"])


def test_with_a_token_there_is_neither_a_desk_nor_its_clock(tmp_path: Path) -> None:
    """The whole program, whatever an earlier play in the same folder has left behind."""
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "clock").write_text("86400\n", encoding="ascii")
    with TelegramAside() as telegram, Prepared(tmp_path, **telegram.settings) as komek:
        deadline = time.monotonic() + START_SECONDS
        while not (printed := re.search(r"Kömek API: (http://\S+)/docs", komek.said)):
            assert time.monotonic() < deadline, komek.log
            time.sleep(GLANCE_SECONDS)
        for path in ("desk", "desk/clock", "desk/key"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{printed[1]}/{path}")  # noqa: S310, loopback

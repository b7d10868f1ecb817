"""The figures of a country are measured on a very small scale: they run, and count what they promise to count.

Those that start many processes of the program (its start, web processes beside one another, an evening) take minutes of
the processor however small they are: `make bench` alone runs them.
"""

import asyncio
import os
import sys
from collections import Counter
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet

from bench.among_many import FEW, among_many
from bench.authority_events import authority_events
from bench.figures import Figure, Skipped
from bench.filled import FIRST_OF_FAMILIES, let_families_follow, let_people_have_answered
from bench.interviews import answers_of, message_update, rehearse
from bench.killed_workers import END, Told, _figure, killed_workers
from bench.known_people import make_known, world_at, world_in
from bench.many_updates import many_updates
from bench.postgres import MISSING, postgres_server, programs
from bench.processes import cores_of
from bench.quick_telegram import quick_telegram
from bench.web_processes import PATH, SHOWN, webs
from bot.app import bot_at, dispatcher_for
from bot.delivery import UNPACED
from bot.sandbox import SANDBOX_TOKEN
from bot.store import cases
from bot.store.cipher import Cipher

pytestmark = pytest.mark.timeout(300)  # a machine that has much else to do is no fault
NEEDS_POSTGRESQL = pytest.mark.skipif(programs() is None, reason=MISSING)


def measured(figure: Figure | Skipped) -> Figure:
    """Return a figure that was not skipped."""
    assert isinstance(figure, Figure), figure.as_json()
    assert figure.ratio is not None
    assert figure.ratio > 0
    return figure


async def test_people_and_families_are_stored_by_the_thousand_as_if_they_had_come_by_themselves(tmp_path: Path) -> None:
    async with world_in(tmp_path) as world:
        await make_known(world, [1, 2])
        interview = await rehearse(dispatcher_for(world), world, 2)
        await rehearse(dispatcher_for(world), world, 1)
        await let_people_have_answered(world, range(100, 2_100), range(1, 3))
        assert await answers_of(world, 101) == interview.answers, "1 + 101 % 2 is the second"
        await let_families_follow(world, range(1_000), END)
        async with world.database.reading() as connection:
            (follower,) = await cases.followers(connection, world.cipher, "f999")
            people = await connection.fetch("select count(*) as count from people", {})
    assert follower.person_id == FIRST_OF_FAMILIES + 999
    assert people[0]["count"] == 2 + 2_000 + 1_000


async def test_step_time_among_many_is_measured_beside_few(tmp_path: Path) -> None:
    figure = measured(await among_many(tmp_path, people=1_500, rounds=2))
    assert f"where {FEW} have one" in figure.measured
    assert figure.details["answers"] > 100


@pytest.mark.postgres
@NEEDS_POSTGRESQL
async def test_a_server_of_the_bench_keeps_what_it_has_replied_to_and_tells_its_seconds() -> None:
    async with postgres_server() as server:
        import asyncpg  # noqa: PLC0415 - needed only where there is a PostgreSQL

        connection = await asyncpg.connect(await server.new_database())
        kept = [await connection.fetchval(f"show {name}") for name in ("fsync", "synchronous_commit")]
        await connection.execute("select count(*) from generate_series(1, 300000)")
        await connection.close()
        assert kept == ["on", "on"]
        assert server.core_seconds() > 0
        folder = server.folder
    assert not folder.exists()


async def test_memory_is_looked_at_after_each_batch_of_a_process_of_its_own(tmp_path: Path) -> None:
    figure = measured(await many_updates(tmp_path, updates=200, people=4))
    assert figure.details["updates"] >= 200
    assert figure.figure >= figure.details["at_the_end"]


async def test_events_are_counted_once_they_are_accepted(tmp_path: Path) -> None:
    figure = measured(await authority_events(tmp_path, events=30, rounds=1))
    assert figure.details["events"] == {"one_key": 30, "hundred_keys": 30, "bare": 30}
    assert figure.details["median_ms"]["one_key"] <= figure.details["p99_ms"]["one_key"]


@pytest.mark.postgres
@NEEDS_POSTGRESQL
async def test_every_family_is_told_though_a_worker_is_killed(tmp_path: Path) -> None:
    figure = measured(await killed_workers(tmp_path, families=500, kills=1))
    assert (figure.details["lost"], figure.details["in_flight_at_kills"]) == (0, UNPACED.in_flight)
    assert "500 families" in figure.measured


@pytest.mark.parametrize(
    ("messages", "is_exact"),
    [
        ({1: 1, 2: 1}, True),
        ({1: 1, 2: 1 + UNPACED.in_flight}, True),
        ({1: 1, 2: 2 + UNPACED.in_flight}, False),
        ({1: 1}, False),
    ],
)
def test_a_lost_notice_and_one_repeated_too_often_miss_the_limit(messages: dict[int, int], *, is_exact: bool) -> None:
    told = Told(Counter(messages), queued=2, queueing_s=1, telling_s=1, telling_cores=1, kills=1)
    told.bare, told.bare_s, told.bare_cores = 1, 1, 1
    assert _figure(told).ok is is_exact


async def test_the_quick_telegram_answers_as_telegram_does() -> None:
    heard: list[tuple[str, int, str, bool]] = []
    async with quick_telegram(lambda *said: heard.append(said)) as base, bot_at(base, SANDBOX_TOKEN) as bot:
        sent = await bot.send_message(5, "Сәлем")
        assert (await bot.me()).username == "komek_local_bot"
        async with aiohttp.ClientSession() as http, http.get(f"{base}/elsewhere") as answer:
            assert answer.status == 404
    assert (sent.text, sent.chat.id) == ("Сәлем", 5)
    assert heard == [("sendMessage", 5, "Сәлем", False)]


async def test_core_seconds_are_those_of_a_process_and_of_its_children() -> None:
    spins = "import time\nwhile time.process_time() < 0.3: pass\nprint(flush=True)\ntime.sleep(60)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", spins, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    await process.stdout.readline()
    assert 0.25 <= cores_of(process.pid) < 5
    assert cores_of(os.getpid()) >= cores_of(process.pid), "it is our child"
    process.kill()
    await process.wait()
    assert cores_of(process.pid) == 0


@NEEDS_POSTGRESQL
async def test_a_web_process_that_is_measured_answers_whoever_writes() -> None:
    """The bench's Telegram must know each call with which the program begins: else it ends, and nothing is measured."""
    key, said = Fernet.generate_key().decode(), asyncio.Queue[tuple[int, bool]]()
    async with postgres_server() as server:
        database = await server.new_database()
        async with (
            world_at(database, Cipher([key])),
            quick_telegram(lambda _, person_id, __, is_screen: said.put_nowait((person_id, is_screen))) as telegram,
            webs(1, telegram, database, key) as (address,),
            aiohttp.ClientSession(headers=SHOWN) as writing,
        ):
            async with writing.post(address + PATH, json=message_update(7, 1, "/start")) as taken:
                assert taken.ok
            assert await asyncio.wait_for(said.get(), 30) == (7, True)

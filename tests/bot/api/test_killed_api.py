"""kill -9 of the API while it takes an event: the client, who heard nothing, sends it again, and it is done once."""

import asyncio
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet

from bot.store import outbox
from bot.store.cipher import Cipher
from bot.world import World
from tests.bot.api.authority import Authority, event, status
from tests.bot.api.conftest import MakeAuthority, follows
from tests.numbered import id_of

SERVING = Path(__file__).with_name("serving_until_killed.py")
KEY = Fernet.generate_key().decode()
START_SECONDS = 60
TOLD = event("told", "case.status", **status("79-1", "received"))


@pytest.fixture
def cipher() -> Cipher:
    """A cipher whose key the process is told."""
    return Cipher([KEY])


class Server:
    """The API in a process of its own."""

    def __init__(self, url: str, where: str) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - this interpreter, our own program
            [sys.executable, str(SERVING), url, KEY, where],
            stdout=subprocess.PIPE,
            env={"PYTHONPATH": ":".join(sys.path)},
        )

    async def says(self) -> str:
        assert self.process.stdout is not None
        line = await asyncio.wait_for(asyncio.to_thread(self.process.stdout.readline), START_SECONDS)
        return line.decode().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


async def send_until_killed(akimat: Authority, database_url: str, where: str) -> None:
    """Send the event to a server that is killed at that point: there is no answer."""
    server = Server(database_url, where)
    try:
        killed = Authority(akimat.web, await server.says(), akimat.key)
        sending = asyncio.create_task(killed.sends(TOLD))
        assert await server.says() == where
    finally:
        server.kill()
    with pytest.raises(aiohttp.ClientError):
        await sending


async def notices(world: World) -> list[str]:
    case_id = await id_of(world, "79-1")
    async with world.database.reading() as connection:
        return [fate.kind for fate in await outbox.of_case(connection, case_id)]


@pytest.fixture
async def opened(make_authority: MakeAuthority, world: World) -> Authority:
    """The akimat of Shymkent with a case that somebody follows."""
    akimat = await make_authority("akimat", ("KZ-79",))
    await akimat.opens("79-1")
    await follows(akimat, world)
    return akimat


async def test_killed_between_the_commit_and_the_answer_the_same_event_is_a_duplicate_and_there_is_one_notice(
    opened: Authority, world: World, database_url: str
) -> None:
    await send_until_killed(opened, database_url, "after_commit")
    assert await notices(world) == ["case-received"]
    again = await opened.sends(TOLD)
    assert (again.status, again.body) == (200, {"id": "told", "status": "duplicate"})
    assert await notices(world) == ["case-received"]
    history = (await opened.asks("GET", "/v1/cases/79-1")).body["history"]
    assert [entry["kind"] for entry in history] == ["opened", "joined", "status_received"]


async def test_killed_before_the_commit_nothing_is_there_and_the_same_event_is_taken(
    opened: Authority, world: World, database_url: str
) -> None:
    await send_until_killed(opened, database_url, "before_commit")
    assert await notices(world) == []
    again = await opened.sends(TOLD)
    assert (again.status, again.body) == (202, {"id": "told", "status": "accepted"})
    assert await notices(world) == ["case-received"]

"""Web processes are started anew one after another behind a real nginx: nobody's request fails meanwhile."""

import asyncio
import contextlib
import secrets
import shutil
import socket
import subprocess
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Final

import aiohttp
import pytest
from cryptography.fernet import Fernet

from bot.database import Database
from tests.bot.telegram.sent import update
from tests.databases import ON_POSTGRESQL
from tests.running import Prepared, TelegramAside

DEPLOY: Final = Path(__file__).parents[2] / "deploy"
PEOPLE: Final = range(5_000, 5_020)
PATIENCE_S: Final = 60.0
ATTEMPT_S: Final = 30.0
pytestmark = [
    ON_POSTGRESQL,
    pytest.mark.timeout(240),
    pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is missing: apt-get install nginx-light"),
]


def free_ports(count_: int) -> list[int]:
    """Ports that nobody has just now."""
    with contextlib.ExitStack() as stack:
        held = [stack.enter_context(socket.socket()) for _ in range(count_)]
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in held]


@contextlib.contextmanager
def nginx(folder: Path, front: int, behind: list[int]) -> Iterator[None]:
    """Run nginx with the example's configuration, on other ports."""
    example = (DEPLOY / "nginx.conf").read_text(encoding="utf-8").replace("127.0.0.1:8443", f"127.0.0.1:{front}")
    for port, ours in zip((8081, 8082), behind, strict=True):
        example = example.replace(f"127.0.0.1:{port}", f"127.0.0.1:{ours}")
    (folder / "komek.conf").write_text(example, encoding="utf-8")
    shutil.copy(DEPLOY / "komek-proxy.conf", folder)
    temporary = " ".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log stderr warn; events {{}}\n"
        f"http {{ access_log off; {temporary} include komek.conf; }}\n",
        encoding="utf-8",
    )
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            yield
        finally:
            process.terminate()


class Load:
    """Telegram and an officer, who ask all the time and note what they are answered."""

    def __init__(self, web: aiohttp.ClientSession, address: str, secret: str) -> None:
        self.web, self.address, self.headers = web, address, {"X-Telegram-Bot-Api-Secret-Token": secret}
        self.answered = Counter[str]()
        self.sent: list[int] = []
        self._numbers = count(1)

    async def sends(self, stop: asyncio.Event) -> None:
        """Send one update after another."""
        while not stop.is_set():
            number = next(self._numbers)
            body = update(number, "/help", PEOPLE[number % len(PEOPLE)])
            async with self.web.post(f"{self.address}/telegram", json=body, headers=self.headers) as answer:
                self.answered[f"update {answer.status}"] += 1
            self.sent.append(number)
            await asyncio.sleep(0.005)

    async def asks(self, stop: asyncio.Event) -> None:
        """Ask for what needs no key."""
        while not stop.is_set():
            async with self.web.get(f"{self.address}/healthz") as answer:
                self.answered[f"health {answer.status}"] += 1
            await asyncio.sleep(0.005)


async def is_ready(web: aiohttp.ClientSession, address: str) -> None:
    """Wait until something answers that it can work."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with web.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.05)


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(ATTEMPT_S)) as session:
        yield session


async def test_no_request_fails_while_one_process_after_another_is_started_anew(
    database: Database, database_url: str, tmp_path: Path, web: aiohttp.ClientSession
) -> None:
    front, *behind = free_ports(3)
    address, secret = f"http://127.0.0.1:{front}", secrets.token_urlsafe(24)
    async with contextlib.AsyncExitStack() as stack:
        telegram = await asyncio.to_thread(stack.enter_context, TelegramAside())
        settings = {
            **telegram.settings, "DATABASE_URL": database_url, "DATA_KEYS": Fernet.generate_key().decode(),
            "WEBHOOK_URL": f"{address}/telegram", "WEBHOOK_SECRET": secret,
        }  # fmt: skip
        processes = []
        for port in behind:
            folder = tmp_path / str(port)
            folder.mkdir()
            process = Prepared(folder, "web", **settings, HTTP_PORT=str(port))
            processes.append(await asyncio.to_thread(stack.enter_context, process))
            await is_ready(web, f"http://127.0.0.1:{port}")
        (tmp_path / "nginx").mkdir()
        stack.enter_context(nginx(tmp_path / "nginx", front, behind))
        await is_ready(web, address)
        load, stop = Load(web, address, secret), asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            for work in (load.sends, load.sends, load.asks):
                tasks.create_task(work(stop))
            for process, port in zip(processes, behind, strict=True):
                await asyncio.to_thread(process.stop)
                await asyncio.to_thread(process.start)
                await is_ready(web, f"http://127.0.0.1:{port}")
            stop.set()
        assert load.answered.keys() == {"update 200", "health 200"}, load.answered
        assert await has_all(database, load.sent)
        async with web.get(f"{address}/metrics") as answer:
            assert answer.status == 404, "strangers are told nothing of how it stands"


async def has_all(database: Database, sent: list[int]) -> bool:
    """Whether every update that was answered with 200 is there."""
    async with database.reading() as connection:
        kept = {row["id"] for row in await connection.fetch("select id from waiting_updates", {})}
    return set(sent) <= kept

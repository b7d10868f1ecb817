"""Web processes are started anew one after another behind a real nginx: nobody's request fails meanwhile."""

import asyncio
import contextlib
import secrets
from collections import Counter
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from typing import Final

import aiohttp
import pytest
from cryptography.fernet import Fernet

from bot.database import Database
from tests.bot.telegram.sent import update
from tests.databases import ON_POSTGRESQL
from tests.deploy.behind_nginx import WITH_NGINX, free_ports, is_ready, nginx
from tests.running import Prepared, TelegramAside

PEOPLE: Final = range(5_000, 5_020)
ATTEMPT_S: Final = 30.0
pytestmark = [ON_POSTGRESQL, WITH_NGINX, pytest.mark.timeout(240)]


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

"""The server before the API: who is too slow, too many or gone costs nobody else anything, and fills no log."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot import serving
from bot.api import api_app
from bot.database import Database
from bot.store.cipher import Cipher
from bot.world import World

HALF = b"POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
ASKS = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


async def nobody() -> str:
    raise AssertionError("nobody asked for a link")


@pytest.fixture
async def base(database: Database, cipher: Cipher, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The API, behind a server with little patience and few places."""
    monkeypatch.setattr(serving, "REQUEST_SECONDS", 0.3)
    monkeypatch.setattr(serving, "MOST_CONNECTIONS", 20)
    async with serving.serving(api_app(World(database, cipher), nobody), "127.0.0.1", 0) as base:
        yield base


@pytest.fixture
async def long_answers(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """A server with little patience whose every answer is half a megabyte."""
    monkeypatch.setattr(serving, "REQUEST_SECONDS", 0.3)

    async def long(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("a" * 500_000)

    async with serving.serving(Starlette(routes=[Route("/", long)]), "127.0.0.1", 0) as base:
        yield base


@contextlib.asynccontextmanager
async def opened(base: str, sends: bytes = b"") -> AsyncIterator[asyncio.StreamReader]:
    """Open a connection, send something and leave it so for the length of a block."""
    parts = urlsplit(base)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(sends)
    await writer.drain()
    try:
        yield reader
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


async def is_well(base: str) -> bool:
    async with aiohttp.ClientSession() as web, web.get(f"{base}/healthz") as answer:
        return answer.status == 200


@pytest.mark.parametrize(
    "sends", [b"", b"GET /healthz HT", HALF, HALF + b"\r\n{"], ids=["none", "line", "head", "body"]
)
async def test_a_request_that_does_not_come_whole_is_cut(base: str, sends: bytes) -> None:
    async with opened(base, sends) as reader:
        with contextlib.suppress(ConnectionResetError):
            async with asyncio.timeout(20):
                while await reader.read(1_000):
                    pass
    assert await is_well(base)


async def test_many_idle_connections_keep_nobody_out_for_long(base: str, caplog: pytest.LogCaptureFixture) -> None:
    """A thousand of them once left the API deaf, and wrote a hundred megabytes of log."""
    with caplog.at_level(logging.WARNING):
        async with contextlib.AsyncExitStack() as held:
            for _ in range(100):
                await held.enter_async_context(opened(base))
            await asyncio.sleep(1)
            assert await is_well(base)
    assert len(caplog.records) < 5


async def test_a_client_that_hangs_up_is_no_error(base: str, caplog: pytest.LogCaptureFixture) -> None:
    begun = HALF + b"Content-Type: application/json\r\nAuthorization: Bearer komek_x\r\n\r\n{"
    with caplog.at_level(logging.WARNING):
        for _ in range(10):
            async with opened(base, begun):
                pass
        await asyncio.sleep(0.5)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_who_asks_and_asks_and_reads_no_answer_is_cut(long_answers: str) -> None:
    """Each answer unread is memory of ours: one connection with a million requests in its pipe was held for ever."""
    parts = urlsplit(long_answers)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=1)  # reads nothing by itself
    async with asyncio.timeout(20):
        while not writer.transport.is_closing():
            writer.write(ASKS * 200)
            with contextlib.suppress(ConnectionError):
                await writer.drain()
    assert isinstance(reader.exception(), ConnectionError)


async def test_an_answer_that_is_read_slowly_is_read_whole(long_answers: str) -> None:
    parts = urlsplit(long_answers)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=1_000)
    writer.write(ASKS * 20 + ASKS.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    answers = b""
    async with asyncio.timeout(60):
        while part := await reader.read(500_000):
            answers += part
            await asyncio.sleep(0.02)
    writer.close()
    assert answers.count(b"HTTP/1.1 200 OK") == 21


async def test_an_answer_that_takes_long_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is cut is what does not arrive, never what is being answered."""
    monkeypatch.setattr(serving, "REQUEST_SECONDS", 0.2)

    async def slow(_request: Request) -> PlainTextResponse:
        await asyncio.sleep(1)
        return PlainTextResponse("done")

    app = Starlette(routes=[Route("/", slow)])
    async with (
        serving.serving(app, "127.0.0.1", 0) as base,
        aiohttp.ClientSession() as web,
        web.get(f"{base}/") as answer,
    ):
        assert await answer.text() == "done"

"""Where the server listens, how it stops, how it is mounted, and what the page may do."""

import asyncio
import json
import re
import signal
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import aiohttp
import pytest
from aiogram import Bot
from starlette.applications import Starlette
from starlette.routing import Mount

import bot.sandbox
from bot.sandbox import SANDBOX_TOKEN, AddressError, Fault, LocalTelegram, sandbox_app, serving
from bot.serving import TRANSPORT
from tests.bot.sandbox.playing import Phone, until

PAGE = Path(bot.sandbox.__file__).parent / "page"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "example.org", ""])  # noqa: S104  refused
async def test_it_listens_on_loopback_only(host: str) -> None:
    with pytest.raises(AddressError, match="listens on loopback only"):
        async with serving(sandbox_app(), host):
            pass


async def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=f"cannot listen on 127.0.0.1, port {port}"):
            async with serving(sandbox_app(), port=port):
                pass


async def test_it_answers_at_once(person: Phone, bot: Bot) -> None:
    """Two small writes on a connection without delay: no 40 ms for an acknowledgement."""
    started = time.monotonic()
    for number in range(5):
        await bot.send_message(person.id, str(number))
    assert time.monotonic() - started < 0.15


async def test_it_stops_within_a_moment_while_polls_and_streams_are_open(web: aiohttp.ClientSession) -> None:
    async with serving(sandbox_app()) as base:
        poll = asyncio.create_task(web.post(f"{base}/bot{SANDBOX_TOKEN}/getUpdates?timeout=30"))
        stream = await web.get(f"{base}/changes")
        await asyncio.sleep(0.1)
        started = time.monotonic()
    assert time.monotonic() - started < 1
    assert (await (await poll).json())["result"] == []
    assert "retry" in (await stream.text())


async def test_a_call_on_its_way_is_finished_before_it_stops(
    telegram: LocalTelegram, web: aiohttp.ClientSession
) -> None:
    telegram.faults.order(Fault(kind="slow", seconds=0.4))
    async with serving(sandbox_app(telegram)) as base:
        call = asyncio.create_task(web.post(f"{base}/bot{SANDBOX_TOKEN}/setMyDescription?description=a"))
        await asyncio.sleep(0.1)
    assert (await (await call).json())["ok"] is True


async def test_signals_stay_with_the_program_around() -> None:
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    async with serving(sandbox_app()):
        assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == handlers


@pytest.mark.parametrize(
    "method", ["setWebhook?url=http://127.0.0.1:1/x", "sendMessage?chat_id=1&text=a", "getUpdates"]
)
async def test_a_picture_on_a_web_page_cannot_make_the_bot_do_anything(
    telegram: LocalTelegram, base: str, web: aiohttp.ClientSession, method: str
) -> None:
    """A browser gets any address; a webhook that was set so once left the bot deaf."""
    async with web.get(f"{base}/bot{SANDBOX_TOKEN}/{method}") as answer:
        assert (answer.status, (await answer.json())["ok"]) == (405, False)
    assert len(telegram.calls) == 0


ANOTHER_PAGE: Final[tuple[dict[str, str], ...]] = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)


@pytest.mark.parametrize("headers", ANOTHER_PAGE, ids=str)
@pytest.mark.parametrize("asked", ["POST people", "GET people", "PUT desk/clock", "GET desk"])
async def test_another_web_page_steers_neither_the_chat_nor_the_desk(
    base: str, web: aiohttp.ClientSession, asked: str, headers: dict[str, str]
) -> None:
    verb, path = asked.split()
    async with web.request(verb, f"{base}/{path}", headers=headers, json={"first_name": "Ұры"}) as answer:
        assert answer.status == 403
    async with web.get(f"{base}/people") as answer:
        assert await answer.json() == []


async def test_the_pages_own_requests_and_those_without_a_browser_are_let_through(
    base: str, web: aiohttp.ClientSession
) -> None:
    for headers in ({}, {"Origin": base, "Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}):
        async with web.get(f"{base}/people", headers=headers) as answer:
            assert answer.status == 200


async def test_it_may_be_mounted_below_a_path(telegram: LocalTelegram, web: aiohttp.ClientSession) -> None:
    outer = Starlette(routes=[Mount("/sandbox", sandbox_app(telegram))])
    outer.state.telegram = telegram
    async with serving(outer) as base:
        async with web.get(f"{base}/sandbox") as page:
            assert (page.status, page.url.path) == (200, "/sandbox/")
        for name in re.findall(r'(?:src|href)="([\w./-]+\.(?:js|css))"', (PAGE / "index.html").read_text()):
            async with web.get(f"{base}/sandbox/{name}") as part:
                assert part.status == 200
        async with web.get(f"{base}/sandbox/bot{SANDBOX_TOKEN}/getMe") as me:
            assert (await me.json())["ok"] is True


async def test_a_cut_below_another_server_is_a_broken_answer(
    telegram: LocalTelegram, web: aiohttp.ClientSession
) -> None:
    """Without the connection at hand the app still breaks the answer off."""
    app = sandbox_app(telegram)
    telegram.faults.order(Fault(kind="cut_before"))

    async def without_transport(scope: Any, receive: Any, send: Any) -> None:
        scope.pop(TRANSPORT, None)
        await app(scope, receive, send)

    outer = Starlette(routes=[Mount("/", without_transport)])
    outer.state.telegram = telegram
    async with serving(outer) as base:
        with pytest.raises(aiohttp.ClientError):
            async with web.get(f"{base}/bot{SANDBOX_TOKEN}/getMe") as answer:
                await answer.read()


@pytest.fixture
async def stream(web: aiohttp.ClientSession, base: str) -> AsyncIterator[aiohttp.ClientResponse]:
    async with web.get(f"{base}/changes") as answer:
        assert answer.content_type == "text/event-stream"
        await answer.content.readuntil(b"\n\n")
        yield answer


async def changed(stream: aiohttp.ClientResponse) -> Any:
    event = await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 5)
    return json.loads(event.decode().removeprefix("data: "))


async def test_the_stream_tells_what_changed(bot: Bot, person: Phone, stream: aiohttp.ClientResponse) -> None:
    written = await person.says("бір")
    assert (await changed(stream))["message"] == written
    await bot.send_chat_action(person.id, "typing")
    assert await changed(stream) == {"kind": "action", "chat_id": person.id, "action": "typing"}
    await bot.delete_message(person.id, written["message_id"])
    assert (await changed(stream))["kind"] == "deleted"
    press = await person.presses(1, "x", force=True)
    await bot.answer_callback_query(press["id"], text="Жазылды")
    told = await changed(stream)
    assert (told["kind"], told["press"]["text"]) == ("answer", "Жазылды")
    await bot.set_my_description("a")
    assert await changed(stream) == {"kind": "bot"}
    await person.does("PUT", "block")
    assert (await changed(stream))["person"]["blocked"] is True


async def test_the_stream_stays_alive_when_nothing_happens(
    base: str, web: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.changes.PING_SECONDS", 0.05)
    async with web.get(f"{base}/changes") as answer:
        await answer.content.readuntil(b"\n\n")
        assert await asyncio.wait_for(answer.content.readuntil(b"\n\n"), 5) == b": still here\n\n"


async def test_a_listener_that_left_is_forgotten(
    base: str, telegram: LocalTelegram, web: aiohttp.ClientSession
) -> None:
    async with web.get(f"{base}/changes") as answer:
        await answer.content.readuntil(b"\n\n")
        assert len(telegram.changes._listeners) == 1
    await until(lambda: not telegram.changes._listeners)


async def test_the_page_may_load_only_what_is_its_own(base: str, web: aiohttp.ClientSession) -> None:
    async with web.get(base) as page:
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "'unsafe-inline'" not in policy
        assert page.content_type == "text/html"


def test_the_page_names_no_foreign_or_absolute_address() -> None:
    for file in PAGE.iterdir():
        assert file.suffix in {".html", ".css", ".js"}, "no picture and no font"
        addresses = re.findall(r"""(?:href|src|fetch\(|url\()\s*=?\s*["'`]([^"'`]*)""", file.read_text())
        for address in addresses:
            assert not address.startswith(("http", "//", "/")), f"{file.name}: {address}"


def test_the_page_speaks_both_languages_completely() -> None:
    script = (PAGE / "words.js").read_text()
    kazakh, russian = (set(re.findall(r"(\w+): [\"\[]", part)) for part in script.split("const RUSSIAN"))
    assert kazakh == russian
    used = set(re.findall(r'data-word="(\w+)"', (PAGE / "index.html").read_text()))
    for file in PAGE.glob("*.js"):
        if not file.name.startswith("desk"):
            used |= set(re.findall(r'\.word\("(\w+)"\)', file.read_text()))
    assert used <= kazakh

"""A Bot API that takes every call and answers at once: where many processes are measured, it is hardly any work.

The local Bot API of bot/sandbox/ reads each call as strictly as Telegram, which takes longer than to make it.
"""

import json
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, Final
from urllib.parse import unquote_plus

from aiohttp import web

from bench.interviews import BEGUN_ON

CHAT: Final = re.compile(rb"(?:^|&)chat_id=(-?\d+)")
TEXT: Final = re.compile(rb"(?:^|&)text=([^&]*)")
SCREEN: Final = b"reply_markup="
MESSAGES: Final = frozenset({"sendMessage", "editMessageText", "editMessageReplyMarkup"})
BOT: Final = {"id": 1_000_000, "is_bot": True, "first_name": "Kömek", "username": "komek_local_bot"}
NO_WEBHOOK: Final = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
RESULTS: Final[dict[str, Any]] = {"getMe": BOT, "getWebhookInfo": NO_WEBHOOK}
STOP_S: Final = 0.2

Said = Callable[[str, int, str, bool], None]
"""Is told of each message: the method, whose chat it is, what it says, and whether it has buttons."""
News = Callable[[], Awaitable[list[dict[str, Any]]]]
"""Returns the next updates, once there are any."""


async def _nothing() -> list[dict[str, Any]]:
    return []


@asynccontextmanager
async def quick_telegram(said: Said, news: News = _nothing) -> AsyncIterator[str]:
    """Serve it for the length of a block and yield its address; `news` is what a bot that polls waits for."""
    numbers = count(1)

    async def answer(request: web.BaseRequest) -> web.Response:
        method = request.path.rpartition("/")[2]
        if request.method == "GET" and method not in RESULTS:  # whether somebody listens, and what time it is
            return web.Response(status=404)
        body = await request.read()
        if method == "getUpdates":
            return _ok(await news())
        chat = CHAT.search(body)
        if chat is None or method not in MESSAGES:
            return _ok(RESULTS.get(method, True))
        words = TEXT.search(body)
        text = unquote_plus(words[1].decode()) if words else "."
        said(method, int(chat[1]), text, SCREEN in body)
        place = {"id": int(chat[1]), "type": "private"}
        return _ok({"message_id": next(numbers), "date": BEGUN_ON, "chat": place, "from": BOT, "text": text})

    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=STOP_S)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


def free_port() -> int:
    """Return a port of loopback at which nobody listens just now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _ok(result: Any) -> web.Response:
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")

"""The local Bot API on a port of this machine."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from starlette.types import ASGIApp

import bot.serving
from bot.errors import AddressError
from bot.sandbox.addresses import is_loopback
from bot.sandbox.telegram import LocalTelegram


@contextlib.asynccontextmanager
async def serving(
    app: Any, host: str = "127.0.0.1", port: int = 0, *, within: ASGIApp | None = None
) -> AsyncIterator[str]:
    """Serve the app, or the larger one that it is part of, as long as the context is open; yields the base address.

    AddressError when the host is not loopback or the port is taken. At the end polls and streams return at once,
    and the app's LocalTelegram is closed.
    """
    if not is_loopback(host):
        raise AddressError(f"the local Bot API listens on loopback only, not on {host!r}: take 127.0.0.1")
    telegram: LocalTelegram = app.state.telegram
    try:
        async with bot.serving.serving(within or app, host, port, on_stop=telegram.stop_waiting) as base:
            yield base
    finally:
        await telegram.close()

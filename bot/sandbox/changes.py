"""The stream of what changed, for the page."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

PING_SECONDS = 15


class Changes:
    """Tells every listener what changed from the moment it began to listen."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[dict[str, Any] | None]] = set()
        self._closed = False

    def publish(self, kind: str, **what: Any) -> None:
        """Tell the listeners; costs nothing when there are none."""
        for listener in self._listeners:
            listener.put_nowait({"kind": kind, **what})

    def close(self) -> None:
        """End every stream, so that a server can stop."""
        self._closed = True
        for listener in self._listeners:
            listener.put_nowait(None)

    async def events(self) -> AsyncIterator[str]:
        """Server-Sent Events: one JSON object each; a comment now and then keeps the line alive."""
        listener: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            yield "retry: 500\n\n"
            while not self._closed:
                try:
                    async with asyncio.timeout(PING_SECONDS):
                        change = await listener.get()
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if change is None:
                    return
                yield f"data: {json.dumps(change, ensure_ascii=False)}\n\n"
        finally:
            self._listeners.discard(listener)

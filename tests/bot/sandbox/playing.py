"""What the tests of the local Bot API share: a person over plain HTTP, and a clock to turn."""

import asyncio
import base64
import struct
import zlib
from collections.abc import Callable
from typing import Any

import aiohttp


class Clock:
    """Seconds since 1970, turned by the test."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


class Phone:
    """One person's phone, driven through the person's side."""

    def __init__(self, web: aiohttp.ClientSession, base: str, person_id: int) -> None:
        self._web = web
        self._base = base
        self.id = person_id

    async def request(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        async with self._web.request(method, f"{self._base}/{path}", json=body) as answer:
            return answer.status, await answer.json()

    async def does(self, method: str, path: str, body: Any = None) -> Any:
        status, result = await self.request(method, f"people/{self.id}/{path}".rstrip("/"), body)
        assert status < 300, result
        return result

    async def says(self, text: str, **more: Any) -> Any:
        return await self.does("POST", "messages", {"text": text, **more})

    async def sends(self, **content: Any) -> Any:
        return await self.does("POST", "messages", content)

    async def presses(self, message_id: int, data: str, **more: Any) -> Any:
        return await self.does("POST", "presses", {"message_id": message_id, "data": data, **more})

    async def sees(self) -> list[Any]:
        _, chat = await self.request("GET", f"chats/{self.id}/messages")
        messages: list[Any] = chat["messages"]
        return messages

    async def keyboard(self) -> Any:
        _, chat = await self.request("GET", f"chats/{self.id}/messages")
        return chat["keyboard"]


async def until(condition: Callable[[], bool]) -> None:
    """Wait until it is so, at most five seconds."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  what is waited for tells nobody when it happens
            await asyncio.sleep(0.01)


def upload(content: bytes, file_name: str = "paper.txt") -> dict[str, str]:
    """A file as the person's side takes it."""
    return {"file_name": file_name, "content": base64.b64encode(content).decode()}


def png(width: int = 2, height: int = 3) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(3 * width)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")

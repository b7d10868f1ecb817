"""One answered question from end to end: a person's press or text to the local Bot API, the bot's screen back."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, Final

import aiohttp

from bench.figures import Below, Figure
from bench.interviews import Act, acts_on, is_review
from bench.processes import local_telegram_and_bot
from bench.stub_session import Shown
from handlers.keyboards import Consent, Speak

LIMIT: Final = Below(3.0)
PATIENCE_SECONDS: Final = 60
MEASURED: Final = (
    "from the moment a person presses or types (HTTP to the local Bot API) until the next screen arrives (HTTP from "
    "it): long poll, answer with encryption and a durable write to SQLite, calls to the Bot API, in three processes; "
    "{connections} people at once, each of whom answers as soon as the next question is there; whole interviews; "
    "p99 against the median of the same answers; collector frozen after the start, pace limits off"
)


async def over_http(folder: Path, connections: int = 8, interviews_each: int = 12) -> Figure:
    """Measure the answers of so many people at once, one interview of each connection before that to warm up."""
    person_ids = count(1)
    async with local_telegram_and_bot(folder) as base, Phones.at(base, connections) as phones:
        await asyncio.gather(*(interview(phones, next(person_ids)) for _ in range(connections)))

        async def one_after_another() -> list[float]:
            return [took for _ in range(interviews_each) for took in await interview(phones, next(person_ids))]

        began = time.perf_counter()
        of_each = await asyncio.gather(*(one_after_another() for _ in range(connections)))
        total = time.perf_counter() - began
    seconds = sorted(took for of_one in of_each for took in of_one)
    middle, p99 = median(seconds), seconds[len(seconds) * 99 // 100]
    return Figure(
        "answered_question_over_http_p99",
        p99 * 1000,
        "ms",
        LIMIT,
        MEASURED.format(connections=connections),
        yardstick=middle * 1000,
        ratio=p99 / middle,
        details={"answers": len(seconds), "answers_per_second": len(seconds) / total, "longest_ms": seconds[-1] * 1000},
    )


async def interview(phones: "Phones", person_id: int) -> list[float]:
    """Play one person from the greeting to the review and return the seconds of each answer."""
    return [took async for took in answers(phones, person_id)]


async def answers(phones: "Phones", person_id: int) -> AsyncIterator[float]:
    """Play one person from the greeting to the review, and say of each answer how many seconds it took."""
    random = Random(person_id)
    await phones.arrive(person_id)
    shown, _ = await phones.send(person_id, {"text": "/start"})
    shown, _ = await phones.press(person_id, shown.buttons(Speak)[0].pack())
    shown, _ = await phones.press(person_id, shown.buttons(Consent)[0].pack())
    while not is_review(shown):
        for act in acts_on(shown, random):
            shown, took = await _do(phones, person_id, act)
            yield took


async def _do(phones: "Phones", person_id: int, act: Act) -> tuple[Shown, float]:
    return await (phones.press(person_id, act.sent) if act.is_press else phones.send(person_id, {"text": act.sent}))


@dataclass
class Phones:
    """The phones of all people: what is sent goes over so many connections, what is shown comes as a stream."""

    http: aiohttp.ClientSession
    base: str
    screens: dict[int, asyncio.Queue[Shown]] = field(default_factory=dict)
    last_message: dict[int, int] = field(default_factory=dict)

    @classmethod
    @asynccontextmanager
    async def at(cls, base: str, connections: int) -> AsyncIterator["Phones"]:
        """Connect, with one connection more for the stream."""
        timeout = aiohttp.ClientTimeout(total=None)
        connector = aiohttp.TCPConnector(limit=connections + 1)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as http:
            phones = cls(http, base)
            async with http.get(f"{base}/changes") as stream:
                listening = asyncio.create_task(phones.listen(stream))
                try:
                    yield phones
                finally:
                    listening.cancel()

    async def listen(self, stream: aiohttp.ClientResponse) -> None:
        """Hand every message of the bot to the phone it is shown on."""
        async for line in stream.content:
            change: dict[str, Any] = json.loads(line[6:]) if line.startswith(b"data: ") else {}
            if change.get("kind") == "message" and change["message"]["from"]["is_bot"]:
                self.show(change["chat_id"], change["message"])

    def show(self, person_id: int, message: dict[str, Any]) -> None:
        """Show a message; the next screen is the one with buttons, a hint may come before it."""
        if "reply_markup" not in message:
            return
        self.last_message[person_id] = message["message_id"]
        text = message.get("text") or message["caption"]  # a file has its words below it
        self.screens[person_id].put_nowait(Shown(text, message["reply_markup"]))

    async def arrive(self, person_id: int) -> None:
        """Add a person."""
        self.screens[person_id] = asyncio.Queue()
        await self._post("/people", {"id": person_id, "first_name": "Айгүл", "language_code": "kk"})

    async def send(self, person_id: int, message: dict[str, Any]) -> tuple[Shown, float]:
        """Send a message; return what is shown next, and after how many seconds."""
        return await self._answered(person_id, "messages", message)

    async def press(self, person_id: int, carried: str, below: int | None = None) -> tuple[Shown, float]:
        """Press a button of the last message, or of another; return what is shown next, and after how many seconds."""
        message_id = self.last_message[person_id] if below is None else below
        return await self._answered(person_id, "presses", {"message_id": message_id, "data": carried})

    async def _answered(self, person_id: int, what: str, sent: dict[str, Any]) -> tuple[Shown, float]:
        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._post(f"/people/{person_id}/{what}", sent)
            return await self.screens[person_id].get(), time.perf_counter() - began

    async def _post(self, path: str, body: dict[str, Any]) -> None:
        async with self.http.post(self.base + path, json=body) as response:
            if response.status != 201:  # noqa: PLR2004, created
                raise RuntimeError(f"{path}: {response.status} {await response.text()}")

"""A program of the authority, written from the description of the API alone, and a server for it to call."""

import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

import aiohttp
from starlette.types import ASGIApp

from bot.serving import serving

SHYMKENT: Final = "KZ-79"
ASTANA: Final = "KZ-71"
ALL_SCOPES: Final = ("events", "changes", "lines")
BATCH: Final = "application/cloudevents-batch+json"
NOON: Final = datetime(2026, 11, 23, 7, tzinfo=UTC)  # 12:00 in Kazakhstan


class Clock:
    """The clock of the program, which a test can move."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at

    def moves(self, **by: float) -> None:
        self.at += timedelta(**by)


class Answer(NamedTuple):
    """What the API answered."""

    status: int
    body: Any
    headers: Any


class Authority:
    """Calls the API with a key."""

    def __init__(self, web: aiohttp.ClientSession, base: str, key: str | None) -> None:
        self.web, self.base, self.key = web, base, key
        self.sent = 0
        self.series = secrets.token_hex(4)  # no two programs name their events alike

    async def asks(self, method: str, path: str, body: Any = None, content_type: str = "application/json") -> Answer:
        """Send a request with a JSON body, if with one, and read the answer, which must be JSON."""
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        return await self.asks_raw(method, path, content, {"Content-Type": content_type})

    async def asks_raw(self, method: str, path: str, content: Any, headers: dict[str, str]) -> Answer:
        """Send whatever it is."""
        given = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        async with self.web.request(method, self.base + path, data=content, headers=given | headers) as answer:
            assert answer.content_type == "application/json", await answer.text()
            return Answer(answer.status, await answer.json(), answer.headers)

    async def sends(self, event: dict[str, Any]) -> Answer:
        """Send one event."""
        return await self.asks("POST", "/v1/events", event, "application/cloudevents+json")

    async def tells(self, name: str, **data: Any) -> Answer:
        """Send a new event of a type, such as case.opened."""
        self.sent += 1
        return await self.sends(event(f"{self.series}-{self.sent}", name, **data))

    async def opens(self, case_id: str, region: str = SHYMKENT) -> None:
        """Open a case that was applied for three days ago."""
        answer = await self.tells("case.opened", case_id=case_id, region=region, applied_on="2026-11-20")
        assert (answer.status, answer.body["status"]) == (202, "accepted")

    async def learns(self, after: str = "", limit: int = 100) -> tuple[list[dict[str, Any]], str]:
        """Return the next changes and where to go on."""
        answer = await self.asks("GET", f"/v1/changes?after={after}&limit={limit}")
        assert answer.status == 200, answer.body
        return answer.body["changes"], answer.body["next"]


def event(event_id: str, name: str, /, **data: Any) -> dict[str, Any]:
    """Return an event as the description shows it."""
    return {
        "specversion": "1.0",
        "id": event_id,
        "source": "/akimat/shymkent",
        "type": f"kz.komek.{name}",
        "time": "2026-11-23T10:00:00+05:00",
        "datacontenttype": "application/json",
        "data": data,
    }


OPENED: Final = event("e1", "case.opened", case_id="79-000123", region=SHYMKENT, applied_on="2026-11-20")


def visit(case_id: str, visit_id: str = "v1", *, hours_ahead: float = 24, lasts: float = 2) -> dict[str, Any]:
    """Return the data of a visit; its times have the offset of Kazakhstan."""
    starts_at = NOON + timedelta(hours=hours_ahead)
    return {
        "case_id": case_id,
        "visit_id": visit_id,
        "starts_at": starts_at.isoformat().replace("+00:00", "Z"),
        "ends_at": (starts_at + timedelta(hours=lasts)).isoformat(),
        "address": "Абай даңғылы 1, 5-пәтер",
    }


def status(case_id: str, word: str, on: str = "2026-11-23") -> dict[str, Any]:
    """Return the data of a status with what it needs."""
    decided: dict[str, dict[str, Any]] = {
        "assigned": {"monthly_tenge": 31_000, "paid_from": "2026-11-01", "paid_until": "2026-12-31"},
        "refused": {"ground": "income_above_line"},
        "suspended": {"note": "Құжат керек"},
        "terminated": {"note": "Табыс өсті"},
    }
    return {"case_id": case_id, "status": word, "on": on, **decided.get(word, {})}


def fields(answer: Answer) -> list[str]:
    """Return the fields that were refused."""
    assert all(error.keys() == {"field", "message"} and error["message"] for error in answer.body["errors"])
    return [error["field"] for error in answer.body["errors"]]


@contextlib.asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """Serve an app on a free port of loopback, as the program does; yields its address."""
    async with serving(app, "127.0.0.1", 0) as base:
        yield base

"""Webhook delivery: one update after the other, each repeated until the bot answers 2xx."""

import asyncio
import contextlib
import re
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.addresses import is_loopback
from bot.sandbox.errors import bad_request
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Clock
from bot.sandbox.updates import Update, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 10.0
ANSWER_SECONDS = 60
SUCCESS = range(200, 300)


@dataclass
class Address:
    """Where the bot wants its updates."""

    url: str
    secret_token: str | None = None


class Webhook:
    """Delivers the queue to one address as long as one is set.

    Telegram would also take a call of the bot out of the answer's body; here the body is not read.
    """

    def __init__(self, journal: Journal, updates: UpdateQueue, clock: Clock) -> None:
        self._journal = journal
        self._updates = updates
        self._clock = clock
        stored = journal.tables.get("bot", {}).get("webhook")
        self._address = Address(**stored) if stored else None
        self._delivery: asyncio.Task[None] | None = None
        self._last_error: dict[str, Any] = {}

    @property
    def is_set(self) -> bool:
        """While a webhook is set, getUpdates is refused."""
        return self._address is not None

    async def set(self, url: str, secret_token: str | None) -> None:
        """Deliver there from now on; an empty address deletes the webhook."""
        address = Address(_checked(url), _checked_secret(secret_token)) if url else None
        await self.stop()
        self._address = address
        self._last_error = {}
        self._journal.put("bot", "webhook", asdict(address) if address else None)
        self._updates.take_over()
        self.keep_running()

    def describe(self) -> dict[str, Any]:
        """Telegram's WebhookInfo."""
        url = self._address.url if self._address else ""
        counted = {"has_custom_certificate": False, "pending_update_count": len(self._updates)}
        return {"url": url, **counted, **self._last_error}

    def keep_running(self) -> None:
        """Start delivery when a webhook is set and nothing delivers yet."""
        if self._address is not None and (self._delivery is None or self._delivery.done()):
            self._delivery = asyncio.create_task(self._deliver(self._address))

    async def stop(self) -> None:
        """End delivery; what is on its way is delivered again later."""
        delivery, self._delivery = self._delivery, None
        if delivery is not None:
            delivery.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await delivery

    async def _deliver(self, address: Address) -> None:
        headers = {SECRET_HEADER: address.secret_token} if address.secret_token else {}
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        pause = FIRST_PAUSE_SECONDS
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            while True:
                update = self._updates.first()
                if update is None:
                    await self._updates.arrival(ANSWER_SECONDS)
                elif error := await _refused(session, address.url, update):
                    self._last_error = {"last_error_date": int(self._clock()), "last_error_message": error}
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
                else:
                    self._updates.confirm(update["update_id"] + 1)
                    self._journal.commit()
                    pause = FIRST_PAUSE_SECONDS


async def _refused(session: aiohttp.ClientSession, url: str, update: Update) -> str | None:
    """Post one update; why it was not taken, in Telegram's words, or None when it was."""
    try:
        async with session.post(url, json=update) as answer:
            if answer.status in SUCCESS:
                return None
            return f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except TimeoutError:
        return "Read timeout expired"
    except aiohttp.ClientError:
        return "Connection refused"


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not is_loopback(parts.hostname or ""):
        raise bad_request("bad webhook: the local Bot API delivers to loopback addresses only")
    return url


def _checked_secret(secret: str | None) -> str | None:
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return secret

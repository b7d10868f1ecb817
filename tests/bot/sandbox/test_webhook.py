"""Webhook delivery to a real server on loopback."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiohttp import web as aiohttp_web

from bot.sandbox import LocalTelegram
from tests.bot.sandbox.playing import Phone, until


class Receiver:
    """A bot's webhook: answers with the statuses it was told, then 200."""

    def __init__(self) -> None:
        self.url = ""
        self.statuses: list[int] = []
        self.received: list[tuple[str | None, Any]] = []
        self.came = asyncio.Event()

    async def receive(self, request: aiohttp_web.Request) -> aiohttp_web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.received.append((secret, await request.json()))
        self.came.set()
        return aiohttp_web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def until(self, count: int) -> list[Any]:
        """The texts received, once there are so many deliveries."""
        while len(self.received) < count:
            self.came.clear()
            await asyncio.wait_for(self.came.wait(), 5)
        return [update["message"]["text"] for _, update in self.received]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = aiohttp_web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = aiohttp_web.AppRunner(app)
    await runner.setup()
    site = aiohttp_web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_arrive_in_order_with_the_secret(
    bot: Bot, person: Phone, receiver: Receiver, telegram: LocalTelegram
) -> None:
    await person.says("бұрынғы")
    await bot.set_webhook(receiver.url, secret_token="only-telegram_knows")
    await person.says("бір")
    await person.says("екі")
    assert await receiver.until(3) == ["бұрынғы", "бір", "екі"]
    assert {secret for secret, _ in receiver.received} == {"only-telegram_knows"}
    await until(lambda: not len(telegram.updates))


async def test_an_update_is_repeated_until_2xx_and_the_next_waits(
    bot: Bot, person: Phone, receiver: Receiver, telegram: LocalTelegram
) -> None:
    receiver.statuses = [500, 403, 204]
    await bot.set_webhook(receiver.url)
    await person.says("бір")
    await person.says("екі")
    assert await receiver.until(4) == ["бір", "бір", "бір", "екі"]
    await until(lambda: not len(telegram.updates))
    told = await bot.get_webhook_info()
    assert told.last_error_message == "Wrong response from the webhook: 403 Forbidden"
    assert (told.url, told.pending_update_count) == (receiver.url, 0)


async def test_nobody_listening_is_noticed_and_nothing_lost(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    await bot.set_webhook("http://127.0.0.1:1/hook")
    await person.says("бір")
    await until(lambda: "last_error_message" in telegram.webhook.describe())
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1


async def test_polling_and_webhook_exclude_each_other(bot: Bot, person: Phone, receiver: Receiver) -> None:
    del person
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    await bot.set_webhook(receiver.url)
    with pytest.raises(TelegramConflictError):
        await asyncio.wait_for(polling, 2)
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_waiting_updates_can_be_dropped(bot: Bot, person: Phone, receiver: Receiver) -> None:
    await person.says("бұрынғы")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []
    await person.says("бұрынғы")
    await bot.set_webhook("http://127.0.0.1:1/hook", drop_pending_updates=True)
    await bot.set_webhook(receiver.url, allowed_updates=["message"])
    await person.says("жаңа")
    assert await receiver.until(1) == ["жаңа"]


async def test_only_loopback_addresses_and_plain_secrets_are_taken(bot: Bot, person: Phone) -> None:
    del person
    with pytest.raises(TelegramBadRequest, match="delivers to loopback addresses only"):
        await bot.set_webhook("https://example.org/hook")
    with pytest.raises(TelegramBadRequest, match="bad webhook"):
        await bot.set_webhook("ftp://127.0.0.1/hook")
    with pytest.raises(TelegramBadRequest, match="secret token contains unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:1/hook", secret_token="құпия")
    assert (await bot.get_webhook_info()).url == ""

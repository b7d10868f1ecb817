"""getUpdates: order, confirmation, waiting, conflicts."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError

from bot.sandbox import LocalTelegram
from tests.bot.sandbox.playing import Clock, Phone
from tests.telegram_contract import assert_value_fits


async def texts(bot: Bot, **how: Any) -> list[str | None]:
    updates = await bot.get_updates(**how)
    return [update.message.text for update in updates if update.message]


async def test_updates_come_in_order_and_stay_until_confirmed(bot: Bot, person: Phone) -> None:
    for text in ("бір", "екі", "үш"):
        await person.says(text)
    updates = await bot.get_updates()
    first = updates[0].update_id
    assert [update.update_id - first for update in updates] == [0, 1, 2]
    assert await texts(bot) == ["бір", "екі", "үш"]
    assert await texts(bot, offset=first + 1) == ["екі", "үш"]
    assert await texts(bot, offset=first) == ["екі", "үш"], "a confirmed update never comes again"


async def test_a_limit_keeps_the_rest_for_later(bot: Bot, person: Phone) -> None:
    for text in ("бір", "екі", "үш"):
        await person.says(text)
    assert await texts(bot, limit=2) == ["бір", "екі"]
    with pytest.raises(TelegramBadRequest):
        await bot.get_updates(limit=0)


async def test_at_most_a_hundred_come_at_once(telegram: LocalTelegram) -> None:
    for number in range(120):
        telegram.updates.push("message", {"number": number})
    assert len(await telegram.updates.poll(0, 1000, 0)) == 100
    assert len(await telegram.updates.poll(101, 1000, 0)) == 20


async def test_a_negative_offset_keeps_only_the_latest(bot: Bot, person: Phone) -> None:
    for text in ("бір", "екі", "үш"):
        await person.says(text)
    assert await texts(bot, offset=-5) == ["бір", "екі", "үш"]
    assert await texts(bot, offset=-1) == ["үш"]
    assert await texts(bot) == ["үш"]


async def test_a_long_poll_returns_as_soon_as_something_happens(bot: Bot, person: Phone) -> None:
    waiting = asyncio.create_task(texts(bot, timeout=30))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await person.says("бір")
    assert await asyncio.wait_for(waiting, 2) == ["бір"]


async def test_a_poll_of_a_quiet_chat_ends_empty(bot: Bot, person: Phone) -> None:
    del person
    assert await bot.get_updates(timeout=1) == []


async def test_a_second_poller_ends_the_first_with_409(bot: Bot, person: Phone) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.get_updates(timeout=30))
    with pytest.raises(TelegramConflictError, match="Conflict: terminated by other getUpdates request"):
        await asyncio.wait_for(first, 2)
    await person.says("бір")
    assert len(await asyncio.wait_for(second, 2)) == 1


async def test_only_allowed_kinds_are_queued_and_the_choice_lasts(bot: Bot, person: Phone) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await person.says("бір")
    assert await bot.get_updates() == []
    await bot.get_updates(allowed_updates=[])
    await person.says("екі")
    assert await texts(bot) == ["екі"]


async def test_updates_are_kept_for_a_day(bot: Bot, person: Phone, clock: Clock) -> None:
    await person.says("кеше")
    clock.advance(24 * 3600 - 1)
    await person.says("бүгін")
    assert await texts(bot) == ["кеше", "бүгін"]
    clock.advance(2)
    assert await texts(bot) == ["бүгін"]


async def test_every_kind_of_update_is_as_telegram_documents_it(bot: Bot, person: Phone) -> None:
    """Checked against the published facts, not against aiogram."""
    written = await person.says("/help https://egov.kz", reply_to=1)
    await person.sends(voice={})
    await person.sends(sticker={"emoji": "🐎"})
    await person.sends(forward={"message_id": written["message_id"]})
    await person.sends(forward={"sender": "Ерлан", "text": "Ақша береміз"})
    await person.does("PATCH", f"messages/{written['message_id']}", {"text": "басқа"})
    await person.presses(1, "ескі", force=True)
    await person.presses(999, "жойылған", force=True)
    await person.does("PUT", "block")
    await person.request("POST", "groups", {"title": "Отбасы", "members": [person.id]})
    updates = await person.request("POST", f"bot{bot.token}/getUpdates")
    kinds = [next(key for key in update if key != "update_id") for update in updates[1]["result"]]
    assert kinds == [
        *["message"] * 5,
        "edited_message",
        *["callback_query"] * 2,
        *["my_chat_member"] * 2,
        "message",
    ]
    for update in updates[1]["result"]:
        assert_value_fits(update, "Update")
    await bot.get_updates()

"""The chat outlives its process."""

import asyncio
import json
import os
import signal
import stat
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.sandbox import SANDBOX_TOKEN, JournalError, LocalTelegram, people, sandbox_app, serving
from bot.sandbox.journal import Journal, read_tables
from bot.sandbox.methods import perform
from bot.sandbox.person_requests import NewMessage, NewPerson, NewPress, Upload
from tests.bot.sandbox.playing import Phone, upload

SERVER = """
import asyncio, sys
from pathlib import Path
from bot.sandbox import LocalTelegram, sandbox_app, serving

async def main():
    async with serving(sandbox_app(LocalTelegram(journal_path=Path(sys.argv[1])))) as base:
        print(base, flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "chat.jsonl"


async def started(path: Path) -> tuple[asyncio.subprocess.Process, str]:
    """A server in a process of its own, and its address."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVER, str(path), stdout=asyncio.subprocess.PIPE, cwd=Path.cwd()
    )
    assert process.stdout is not None
    return process, (await asyncio.wait_for(process.stdout.readline(), 120)).decode().strip()


async def killed(process: asyncio.subprocess.Process) -> None:
    process.send_signal(signal.SIGKILL)
    await process.wait()


async def test_kill_9_loses_nothing_that_was_acknowledged(path: Path, web: aiohttp.ClientSession) -> None:
    process, base = await started(path)
    person = Phone(web, base, 1001)
    await person.request("POST", "people", {"first_name": "Айгүл"})
    written = [(await person.says(str(number)))["message_id"] for number in range(20)]
    await killed(process)
    process, base = await started(path)
    person = Phone(web, base, 1001)
    assert [message["message_id"] for message in await person.sees()] == written
    _, polled = await person.request("POST", f"bot{SANDBOX_TOKEN}/getUpdates")
    assert [update["message"]["text"] for update in polled["result"]] == [str(n) for n in range(20)]
    assert (await person.says("тағы"))["message_id"] > written[-1]
    await killed(process)


async def lived_through(path: Path, web: aiohttp.ClientSession) -> None:
    """A first life, in which both sides do one of everything."""
    async with serving(sandbox_app(LocalTelegram(journal_path=path))) as base:
        session = AiohttpSession(api=TelegramAPIServer.from_base(base))
        bot = Bot(SANDBOX_TOKEN, session=session)
        person = Phone(web, base, 1001)
        await person.request("POST", "people", {"first_name": "Айгүл", "language_code": "ru"})
        await person.says("/start")
        await bot.get_updates(offset=2, allowed_updates=["message", "callback_query"])
        await bot.set_my_commands([BotCommand(command="menu", description="Мәзір")])
        yes = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Иә", callback_data="yes")]])
        question = await bot.send_message(person.id, "Рұқсат?", reply_markup=yes)
        gone = await bot.send_message(person.id, "Қате")
        await bot.delete_message(person.id, gone.message_id)
        await bot.edit_message_text(
            "Рұқсат бересіз бе?", chat_id=1001, message_id=question.message_id, reply_markup=yes
        )
        tongues = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Қазақша")]])
        await bot.send_message(person.id, "Тіл?", reply_markup=tongues)
        await person.sends(document=upload(b"paper", "a.txt"))
        await person.presses(question.message_id, "yes")
        await (await session.create_session()).close()


async def test_everything_is_there_in_the_next_life(path: Path, web: aiohttp.ClientSession) -> None:
    await lived_through(path, web)
    telegram = LocalTelegram(journal_path=path)
    person = telegram.persons[1001]
    assert (person.language_code, person.started) == ("ru", True)
    chat = telegram.chats[1001]
    texts = [message.get("text") for message in chat.messages.values()]
    assert texts == ["/start", "Рұқсат бересіз бе?", "Тіл?", None]
    assert chat.keyboard is not None
    document = list(chat.messages.values())[-1]["document"]
    file = telegram.files.by_id(document["file_id"])
    assert file is not None
    assert file.content == b"paper"
    assert telegram.get_for_bot("commands", "default:")[0]["command"] == "menu"
    updates = await telegram.updates.poll(0, 100, 0)
    assert [update["update_id"] for update in updates] == [2, 3], "the confirmed one does not come back"
    assert (await perform(telegram, "answerCallbackQuery", {"callback_query_id": "1"}))[0] == 200
    await telegram.close()


async def test_numbers_go_on_where_they_stopped(path: Path, web: aiohttp.ClientSession) -> None:
    """Also those of messages and updates that are gone."""
    await lived_through(path, web)
    telegram = LocalTelegram(journal_path=path)
    telegram.updates.drop_all()
    await telegram.close()
    telegram = LocalTelegram(journal_path=path)
    message = people.write(telegram, telegram.persons[1001], NewMessage(text="қайта"))
    press = people.press(telegram, telegram.persons[1001], NewPress(message_id=1, data="x", force=True))
    assert (message["message_id"], press.id) == (6, "2")
    assert [update["update_id"] for update in await telegram.updates.poll(0, 100, 0)] == [4, 5]
    await telegram.close()


async def test_the_webhook_and_the_wanted_kinds_are_remembered(path: Path) -> None:
    telegram = LocalTelegram(journal_path=path)
    await perform(telegram, "setWebhook", {"url": "http://127.0.0.1:1/h", "allowed_updates": ["callback_query"]})
    await telegram.close()
    telegram = LocalTelegram(journal_path=path)
    assert telegram.webhook.describe()["url"] == "http://127.0.0.1:1/h"
    person = people.arrive(telegram, NewPerson(first_name="Айгүл"))
    people.write(telegram, person, NewMessage(text="/start"))
    assert len(telegram.updates) == 0
    await telegram.close()


def test_a_torn_last_line_is_dropped(path: Path) -> None:
    journal = Journal(path)
    journal.put("persons", 1, {"id": 1})
    journal.commit()
    journal.close()
    with path.open("ab") as lines:
        lines.write('[["persons","2",{"id":2,"first_name":"Ай'.encode()[:-1])
    journal = Journal(path)
    assert journal.tables == {"persons": {"1": {"id": 1}}}
    journal.put("persons", 3, {"id": 3})
    journal.close()
    assert read_tables(path) == {"persons": {"1": {"id": 1}, "3": {"id": 3}}}


def test_a_line_that_is_none_is_named(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('[["persons","1",{"id":1}]]\nrubbish\n')
    with pytest.raises(JournalError, match=r"chat\.jsonl, line 2: this is not a line of the chat's journal"):
        Journal(path)


def test_a_second_process_is_kept_away(path: Path) -> None:
    first = Journal(path)
    with pytest.raises(JournalError, match="is held by another running process"):
        Journal(path)
    first.close()
    Journal(path).close()


def test_only_the_owner_can_read_the_journal(path: Path) -> None:
    old = os.umask(0)
    try:
        Journal(path).close()
    finally:
        os.umask(old)
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_gone_is_folded_away_at_the_next_opening(path: Path) -> None:
    journal = Journal(path)
    for number in range(100):
        journal.put("updates", number, {"n": number})
        journal.commit()
        journal.put("updates", number, None)
        journal.commit()
    journal.put("counters", "update", 100)
    journal.close()
    assert len(path.read_text().splitlines()) == 201
    Journal(path).close()
    assert [json.loads(line) for line in path.read_text().splitlines()] == [[["counters", "update", 100]]]


def test_one_request_is_one_line(path: Path) -> None:
    """Either all of it is there after a crash or nothing."""
    telegram = LocalTelegram(journal_path=path)
    person = people.arrive(telegram, NewPerson(first_name="Айгүл"))
    telegram.settle()
    people.write(telegram, person, NewMessage(document=Upload.model_validate(upload(b"x"))))
    before = path.read_text().count("\n")
    telegram.settle()
    telegram.settle()
    assert path.read_text().count("\n") == before + 1
    telegram.journal.close()


def test_a_closed_journal_takes_nothing_more(path: Path) -> None:
    journal = Journal(path)
    journal.close()
    journal.put("persons", 1, {"id": 1})
    journal.close()
    assert read_tables(path) == {}


def test_without_a_path_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    telegram: Any = LocalTelegram()
    people.arrive(telegram, NewPerson(first_name="Айгүл"))
    telegram.settle()
    assert list(tmp_path.iterdir()) == []

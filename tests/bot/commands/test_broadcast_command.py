"""`komek broadcast`: an administrator looks at whom a text reaches, sends it, stops it and goes on."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.database import opened
from bot.notices import broadcasts
from bot.settings import load_settings
from bot.store import cases, outbox, people
from bot.store.cipher import cipher_for
from bot.texts import Language
from bot.world import World, utc_now
from tests.bot.commands.terminal import ROOT, komek, refusal

TEXT = "kk = Ертең орталық жабық & 5 < 6.\nru = Завтра центр\n    закрыт & 5 < 6.\n"
FOLLOWERS = {101: ("kk", "79-1"), 102: ("ru", "79-1"), 103: ("ru", "79-2"), 104: ("kk", "71-1")}


@pytest.fixture(autouse=True)
def _followers(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three people of Shymkent, one of whom follows two cases, and one of Astana; it is day."""
    del database
    for module in ("bot.notices.broadcasts", "bot.commands.broadcast"):
        monkeypatch.setattr(f"{module}.next_decent_time", lambda now: now)
    asyncio.run(_let_them_follow())


async def _let_them_follow() -> None:
    async with opened() as database, database.transaction() as transaction:
        cipher = cipher_for(load_settings())
        for case_id in ("79-1", "79-2", "71-1"):
            await cases.open_case(transaction, case_id, case_id, f"KZ-{case_id[:2]}", utc_now().date(), utc_now())
        for person_id, (language, case_id) in FOLLOWERS.items():
            await people.choose_language(transaction, person_id, Language(language).value, utc_now())
            await cases.join(transaction, cipher, case_id, person_id, f"p{person_id}", None, utc_now())
        await cases.join(transaction, cipher, "79-2", 102, "p9", None, utc_now())


def file_of(text: str = TEXT) -> Path:
    path = Path("news.ftl")
    path.write_text(text, encoding="utf-8")
    return path


async def _queued() -> list[outbox.Notice]:
    async with opened() as database, database.statement() as connection:
        now = utc_now()
        return await outbox.claim(connection, cipher_for(load_settings()), now, now, 100)


def queued() -> list[outbox.Notice]:
    """What a worker would send now, without taking it away from one."""
    return asyncio.run(_queued())


async def _settle(count: int) -> None:
    async with opened() as database, database.transaction() as transaction:
        now = utc_now()
        for notice in (await outbox.claim(transaction, cipher_for(load_settings()), now, now, 100))[:count]:
            await outbox.settle(transaction, notice.id, "delivered", now, 1)


def sent_by_bot(count: int) -> None:
    """Play the bot that runs beside the command."""
    asyncio.run(_settle(count))


class Command:
    """`komek broadcast ... --send` in a process of its own."""

    def __init__(self) -> None:
        start = (
            "import bot.notices.broadcasts, bot.commands.broadcast as command; from bot.__main__ import main;"
            "bot.notices.broadcasts.next_decent_time = command.next_decent_time = lambda now: now; main()"
        )
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", start, "broadcast", str(file_of()), "--region", "KZ-79", "--send"],
            env={"PYTHONPATH": str(ROOT), "PATH": "", "DATABASE_URL": os.environ["DATABASE_URL"]},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def has_queued(self, count: int) -> None:
        deadline = time.monotonic() + 60
        while len(queued()) < count:
            assert time.monotonic() < deadline
            time.sleep(0.05)

    def ends(self) -> str:
        out, err = self.process.communicate(timeout=60)
        assert (self.process.returncode, "Traceback" in err) == (0, False), err
        return out


@pytest.fixture
def command() -> Iterator[Command]:
    command = Command()
    yield command
    command.process.kill()
    command.process.communicate()


def test_without_send_it_shows_whom_it_would_reach_and_queues_nothing() -> None:
    said = komek("broadcast", file_of(), "--region", "KZ-79")
    assert (said.err, said.code) == ("", 0)
    assert "KZ-79: 3 people follow a case." in said.out
    assert "kk, 1 people:\nЕртең орталық жабық & 5 < 6.\n" in said.out
    assert "ru, 2 people:\nЗавтра центр\nзакрыт & 5 < 6.\n" in said.out
    assert said.out.endswith("Nothing was sent. With --send it is.\n")
    assert queued() == []


def test_a_region_without_followers_is_told_so_and_nothing_is_sent() -> None:
    said = komek("broadcast", file_of(), "--region", "KZ-75", "--send")
    assert "KZ-75: 0 people follow a case." in said.out
    assert queued() == []


def test_each_follower_of_the_region_is_told_once_after_everything_urgent(command: Command) -> None:
    command.has_queued(3)
    notices = queued()
    assert {notice.person_id for notice in notices} == {101, 102, 103}
    assert {notice.kind for notice in notices} == {"broadcast"}
    assert notices[0].details["kk"] == "Ертең орталық жабық &amp; 5 &lt; 6."
    sent_by_bot(3)
    assert command.ends().endswith("Of this text: delivered 3.\n")


def test_ctrl_c_takes_back_what_waits_and_the_same_command_goes_on(command: Command) -> None:
    command.has_queued(3)
    sent_by_bot(1)
    command.process.send_signal(signal.SIGINT)
    out = command.ends()
    assert "Stopped. The same command goes on where it stopped." in out
    assert out.endswith("Of this text: delivered 1, withdrawn 2.\n")
    assert queued() == []

    again = Command()
    again.has_queued(2)
    sent_by_bot(2)
    assert again.ends().endswith("Of this text: delivered 3.\n")


def test_a_command_killed_in_the_middle_of_queueing_goes_on_without_telling_anybody_twice() -> None:
    async def queue_some() -> list[int]:
        async with opened() as database:
            world = World(database, cipher_for(load_settings()))
            news = broadcasts.read_broadcast(file_of(), "KZ-79")
            async for _ in broadcasts.queue(world, news):
                break
            return [count async for count in broadcasts.queue(world, news)]

    assert asyncio.run(queue_some()) == [3]
    assert len(queued()) == 3


WRONG = {
    "one language": ("kk = Сәлем\n", "the messages kk and ru are needed, each once, and nothing else"),
    "a third message": ("kk = а\nru = б\nen = c\n", "the messages kk and ru are needed"),
    "a message twice": ("kk = а\nkk = а\nru = б\n", "the messages kk and ru are needed"),
    "no Fluent": ("kk = а\nru = б\n???\n", "the messages kk and ru are needed"),
    "a variable": ("kk = { $name }\nru = б\n", "kk: a text without variables is needed"),
    "an attribute alone": ("kk =\n    .title = а\nru = б\n", "kk: a text without variables is needed"),
    "too long a text": (f"kk = а\nru = {'б' * 4_097}\n", "ru: is longer than the 4096 characters that Telegram takes"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_file_that_is_no_broadcast_is_refused_before_anything_is_queued(wrong: str) -> None:
    text, problem = WRONG[wrong]
    assert problem in refusal("broadcast", file_of(text), "--region", "KZ-79", "--send")
    assert queued() == []


def test_a_file_out_of_reach_and_an_unknown_region_are_named() -> None:
    assert refusal("broadcast", "nowhere.ftl", "--region", "KZ-79") == "nowhere.ftl: No such file or directory"
    assert refusal("broadcast", file_of(), "--region", "KZ").startswith("--region: 'KZ'; allowed: KZ-71")
    Path("old.ftl").write_bytes("kk = Сәлем".encode("cp1251", "replace"))
    assert refusal("broadcast", "old.ftl", "--region", "KZ-79") == "old.ftl: is no text in UTF-8"

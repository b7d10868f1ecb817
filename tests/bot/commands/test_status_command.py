"""`komek status`: an administrator sees at a glance whether anything waits."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bot.commands.database import opened
from bot.settings import load_settings
from bot.store import outbox, people
from bot.store.cipher import cipher_for
from bot.store.notice_keys import NoticeKey, of_broadcast
from bot.store.notice_kinds import NoticeKind
from bot.store.outbox import Urgency
from bot.world import utc_now
from tests.bot.commands.terminal import ROOT, komek

SECONDS = 20


async def _told(count: int) -> None:
    async with opened() as database, database.transaction() as transaction:
        cipher, now = cipher_for(load_settings()), utc_now()
        await people.choose_language(transaction, 101, "kk", now)
        for number in range(count):
            await outbox.queue(
                transaction,
                cipher,
                key=NoticeKey(of_broadcast(f"h{number}"), "101"),
                person_id=101,
                case_id=None,
                kind=NoticeKind.BROADCAST,
                details={"kk": "Айгүл", "ru": "Айгүл"},
                due_at=now - timedelta(seconds=90),
                urgency=Urgency.BULK if number else Urgency.USUAL,
            )
        (first, *_) = await outbox.claim(transaction, cipher, now, now, 10)
        await outbox.settle(transaction, first.id, "delivered", now, 1)


def test_what_waits_and_what_was_told_is_said_in_a_line_each_and_names_nobody(database: Path) -> None:
    del database
    asyncio.run(_told(3))
    said = komek("status")
    assert said.code == 0
    told = {line[:20].strip(): line[20:].strip() for line in said.out.splitlines()}
    assert told["people"].startswith("1; ")
    assert told["bulk notices"].startswith("2 wait, the first for 9")
    assert told["usual notices"] == "nothing waits"
    assert told["in the last hour"] == "delivered 1"
    assert "Айгүл" not in said.out
    assert "101" not in said.out


def is_open(database: Path, fd: Path) -> bool:
    """Whether a process has the file open: from then on it shows, and Ctrl-C is its own affair."""
    with suppress(OSError):
        return fd.readlink() == database
    return False


def test_watching_goes_on_until_it_is_interrupted(database: Path) -> None:
    asyncio.run(_told(2))
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "status", "--watch"],
        env={"PYTHONPATH": str(ROOT), "DATABASE_URL": os.environ["DATABASE_URL"], "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as watching:
        while not any(is_open(database, fd) for fd in Path(f"/proc/{watching.pid}/fd").iterdir()):
            time.sleep(0.02)
        watching.send_signal(signal.SIGINT)
        out, err = watching.communicate(timeout=SECONDS)
    assert (watching.returncode, err) == (0, "")
    assert "bulk notices" in out

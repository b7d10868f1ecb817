"""`komek outbox`: where the notices are, as a whole and about one case."""

import asyncio
import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.commands.database import migrated
from bot.privacy import Cipher
from bot.store import cases, outbox, people
from tests.bot.commands.terminal import komek, refusal

NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)  # 12:00 in Kazakhstan
CASE = "79-000123"
STATES = ("delivered", "undeliverable", "waiting", "waiting", "waiting")

pytestmark = pytest.mark.usefixtures("database")


async def _queue() -> None:
    cipher = Cipher([Fernet.generate_key().decode()])
    async with migrated() as database, database.transaction() as transaction:
        await cases.open_case(transaction, CASE, "KZ-79", NOON.date(), NOON)
        await people.choose_language(transaction, 41, "ru", NOON)
        await cases.join(transaction, cipher, CASE, 41, "p1", None, NOON)
        for number, state in enumerate(STATES):
            await outbox.queue(
                transaction,
                cipher,
                dedup_key=f"{CASE} e{number} p1",
                person_id=41,
                case_id=CASE,
                kind="case-received",
                details={"secret": "12350"},
                due_at=NOON + timedelta(minutes=number) if number < 4 else datetime(2126, 1, 1, tzinfo=UTC),
            )
            reason = "blocked" if state == "undeliverable" else None
            if state != "waiting":
                assert state in ("delivered", "undeliverable")
                await outbox.settle(transaction, number + 1, state, NOON + timedelta(hours=1), reason=reason)


@pytest.fixture
def _queued(database: Path) -> None:
    del database
    asyncio.run(_queue())


def test_an_empty_outbox_is_shown_as_such() -> None:
    said = komek("outbox")
    assert (said.err, said.code) == ("", 0)
    assert said.out == "waiting 0\ndelivered 0\nundeliverable 0\nfailed 0\nwithdrawn 0\ndue now 0\n"


@pytest.mark.usefixtures("_queued")
def test_each_state_is_counted_and_the_oldest_that_is_due_is_told_by_the_clock_of_kazakhstan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Looked at an hour after the first notices are due."""
    monkeypatch.setattr("bot.commands.outbox.utc_now", lambda: NOON + timedelta(hours=1))
    said = komek("outbox")
    assert said.out.splitlines() == [
        "waiting 3",
        "delivered 1",
        "undeliverable 1",
        "failed 0",
        "withdrawn 0",
        "due now 2, the oldest since 2026-11-23 12:02:00+05:00",
    ]


@pytest.mark.usefixtures("_queued")
def test_each_notice_about_a_case_is_listed_and_nothing_of_what_it_says() -> None:
    said = komek("outbox", "--case", CASE)
    assert said.out.startswith("id,kind,person,state,due_at,settled_at,attempts,reason\n")
    rows = list(csv.DictReader(said.out.splitlines()))
    assert [row["state"] for row in rows] == list(STATES)
    assert {row["person"] for row in rows} == {"p1"}
    assert [row["reason"] for row in rows] == ["", "blocked", "", "", ""]
    assert rows[0]["settled_at"] == "2026-11-23T08:00:00+00:00"
    assert "12350" not in said.out


def test_a_case_without_notices_is_refused_by_its_name() -> None:
    assert refusal("outbox", "--case", "79-9") == "--case: no notice about a case '79-9'"

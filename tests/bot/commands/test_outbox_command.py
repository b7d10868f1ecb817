"""`komek outbox`: where the notices are, as a whole and about one case."""

import asyncio
import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal

import pytest
from cryptography.fernet import Fernet

from bot.commands.database import opened
from bot.store import cases, outbox, people
from bot.store.cipher import Cipher
from bot.store.notice_keys import NoticeKey, of_event
from bot.store.outbox import Settled
from tests.bot.commands.terminal import komek, refusal

NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)  # 12:00 in Kazakhstan
CASE, ID = "79-000123", "c1a5e"
State = Literal["waiting"] | Settled
STATES: Final[tuple[State, ...]] = ("delivered", "undeliverable", "waiting", "waiting", "waiting")

pytestmark = pytest.mark.usefixtures("database")


async def _queue() -> None:
    cipher = Cipher([Fernet.generate_key().decode()])
    async with opened() as database, database.transaction() as transaction:
        await cases.open_case(transaction, ID, CASE, "KZ-79", NOON.date(), NOON)
        await people.choose_language(transaction, 41, "ru", NOON)
        await cases.join(transaction, cipher, ID, 41, "p1", None, NOON)
        for number, state in enumerate(STATES):
            await outbox.queue(
                transaction,
                cipher,
                key=NoticeKey(of_event(ID, f"e{number}"), "p1"),
                person_id=41,
                case_id=ID,
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
    lines = said.out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "waiting 0",
        "leased 0",
        "delivered 0",
        "undeliverable 0",
        "failed 0",
        "withdrawn 0",
        "due now 0",
    ]
    assert all(len(line.partition(": ")[2]) > 10 for line in lines[:-1]), "each says in words what it means"


@pytest.mark.usefixtures("_queued")
def test_each_state_is_counted_and_the_oldest_that_is_due_is_told_by_the_clock_of_kazakhstan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Looked at an hour after the first notices are due."""
    monkeypatch.setattr("bot.commands.outbox.utc_now", lambda: NOON + timedelta(hours=1))
    said = komek("outbox")
    *states, late = said.out.splitlines()
    assert [state.partition(":")[0] for state in states] == [
        "waiting 3",
        "leased 0",
        "delivered 1",
        "undeliverable 1",
        "failed 0",
        "withdrawn 0",
    ]
    assert late == "due now 2, the oldest for 0:58:00 hours, since 2026-11-23 12:02:00+05:00"


async def _claim() -> None:
    async with opened() as database, database.statement() as connection:
        cipher = Cipher([Fernet.generate_key().decode()])
        claimed = await outbox.claim(connection, cipher, NOON + timedelta(hours=1), NOON + timedelta(hours=2), 1)
    assert [notice.id for notice in claimed] == [3]


@pytest.mark.usefixtures("_queued")
def test_what_a_worker_has_is_shown_until_its_lease_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(_claim())
    for hours, states in ((1, ["leased", "waiting", "waiting"]), (3, ["waiting"] * 3)):
        monkeypatch.setattr("bot.commands.outbox.utc_now", lambda hours=hours: NOON + timedelta(hours=hours))
        said = komek("outbox", "--case", CASE)
        assert [row["state"] for row in csv.DictReader(said.out.splitlines())][2:] == states
        assert f"leased {states.count('leased')}: " in komek("outbox").out


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


async def _fail(*numbers: int) -> None:
    async with opened() as database, database.transaction() as transaction:
        for number in numbers:
            assert await outbox.settle(transaction, number, "failed", NOON, reason="Bad Request: too odd")


async def _due_at(number: int) -> datetime:
    async with opened() as database, database.reading() as connection:
        return next(fate.due_at for fate in await outbox.of_case(connection, ID) if fate.id == number)


def _states() -> list[str]:
    said = komek("outbox", "--case", CASE)
    return [row["state"] for row in csv.DictReader(said.out.splitlines())]


@pytest.mark.usefixtures("_queued")
def test_everything_that_failed_is_queued_again() -> None:
    asyncio.run(_fail(3, 5))
    assert _states() == ["delivered", "undeliverable", "failed", "waiting", "failed"]
    said = komek("outbox", "retry")
    assert (said.out, said.err, said.code) == ("2 notices queued again\n", "", 0)
    assert _states() == list(STATES), "what could not be delivered for other reasons stays so"
    assert komek("outbox", "retry").out == "0 notices queued again\n"


@pytest.mark.usefixtures("_queued")
def test_one_case_or_one_notice_is_queued_again_alone() -> None:
    asyncio.run(_fail(3, 4, 5))
    assert komek("outbox", "retry", "--notice", 4).out == "1 notices queued again\n"
    assert _states()[2:] == ["failed", "waiting", "failed"]
    assert komek("outbox", "retry", "--case", CASE).out == "2 notices queued again\n"
    assert _states() == list(STATES)


@pytest.mark.usefixtures("_queued")
def test_at_night_it_waits_for_the_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    midnight = datetime(2026, 11, 23, 19, tzinfo=UTC)  # in Kazakhstan
    monkeypatch.setattr("bot.commands.outbox.utc_now", lambda: midnight)
    asyncio.run(_fail(3))
    assert komek("outbox", "retry").code == 0
    assert asyncio.run(_due_at(3)) == midnight + timedelta(hours=8)


@pytest.mark.usefixtures("_queued")
def test_what_has_not_failed_is_refused_by_its_name() -> None:
    assert refusal("outbox", "retry", "--notice", 1).startswith("--notice: no failed notice 1 ")
    assert refusal("outbox", "retry", "--case", "79-9").startswith("--case: no failed notice about a case '79-9'")
    assert refusal("outbox", "--case", CASE, "retry") == "--case: belongs behind retry"

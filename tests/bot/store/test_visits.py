"""A visit is scheduled once, moves as often as it must, and is settled for good."""

import asyncio
from datetime import date, datetime, timedelta

import pytest

from bot.database import Database
from bot.store import cases, visits
from bot.store.cipher import Cipher
from bot.store.visits import Visit, VisitDetails
from tests.bot.store.failing import failing_transaction

CASE = "79-000123"
AT_HOME: VisitDetails = {"address": "Абай даңғылы 17", "contact": "Сәуле"}
ELSEWHERE: VisitDetails = {"address": "Төле би көшесі 3", "contact": None}
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def two_cases(database: Database, now: datetime) -> None:
    async with database.transaction() as transaction:
        for case_id in (CASE, "79-2"):
            await cases.open_case(transaction, case_id, f"№{case_id}", "KZ-79", date(2026, 11, 16), now)


async def schedule(
    database: Database, cipher: Cipher, starts_at: datetime, case_id: str = CASE, visit_id: str = "v1"
) -> int | None:
    async with database.transaction() as transaction:
        return await visits.schedule(
            transaction,
            cipher,
            case_id=case_id,
            visit_id=visit_id,
            starts_at=starts_at,
            ends_at=starts_at + 2 * HOUR,
            details=AT_HOME,
        )


async def reschedule(database: Database, cipher: Cipher, visit: Visit, starts_at: datetime) -> bool:
    async with database.transaction() as transaction:
        return await visits.reschedule(transaction, cipher, visit, starts_at, starts_at + HOUR, ELSEWHERE)


async def the_visit(database: Database, cipher: Cipher) -> Visit:
    async with database.reading() as connection:
        visit = await visits.find(connection, cipher, CASE, "v1")
    assert visit is not None
    return visit


async def test_a_visit_is_found_by_our_number_and_by_theirs(database: Database, cipher: Cipher, now: datetime) -> None:
    number = await schedule(database, cipher, now)
    assert number == 1
    visit = Visit(1, CASE, "v1", "scheduled", now, now + 2 * HOUR, 0, AT_HOME)
    assert await the_visit(database, cipher) == visit
    async with database.reading() as connection:
        assert await visits.load(connection, cipher, 1) == visit
        assert await visits.load(connection, cipher, 2) is None
        assert await visits.find(connection, cipher, "79-2", "v1") is None


async def test_two_cases_may_have_visits_of_the_same_name(database: Database, cipher: Cipher, now: datetime) -> None:
    assert await schedule(database, cipher, now) is not None
    assert await schedule(database, cipher, now + HOUR, case_id="79-2") is not None
    assert await schedule(database, cipher, now + HOUR) is None
    assert (await the_visit(database, cipher)).starts_at == now


async def test_a_move_counts_up_and_brings_its_own_details(database: Database, cipher: Cipher, now: datetime) -> None:
    await schedule(database, cipher, now)
    visit = await the_visit(database, cipher)
    assert await reschedule(database, cipher, visit, now + 24 * HOUR)
    moved = await the_visit(database, cipher)
    assert (moved.number, moved.sequence, moved.details) == (visit.number, 1, ELSEWHERE)
    assert (moved.starts_at, moved.ends_at) == (now + 24 * HOUR, now + 25 * HOUR)


async def test_a_visit_that_was_moved_meanwhile_is_not_moved_again(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    await schedule(database, cipher, now)
    visit = await the_visit(database, cipher)
    moved = await asyncio.gather(*(reschedule(database, cipher, visit, now + number * HOUR) for number in range(1, 6)))
    assert moved.count(True) == 1
    last = await the_visit(database, cipher)
    assert (last.sequence, last.starts_at) == (1, now + (moved.index(True) + 1) * HOUR)


@pytest.mark.parametrize("state", ["held", "cancelled"])
async def test_a_settled_visit_stays_as_it_is(
    database: Database, cipher: Cipher, now: datetime, state: visits.State
) -> None:
    await schedule(database, cipher, now)
    visit = await the_visit(database, cipher)
    details: VisitDetails = {**AT_HOME, "conclusion": "need"}
    async with database.transaction() as transaction:
        assert await visits.settle(transaction, cipher, visit, state, details)
        assert not await visits.settle(transaction, cipher, visit, "held", AT_HOME)
        assert not await visits.reschedule(transaction, cipher, visit, now, now + HOUR, ELSEWHERE)
    settled = await the_visit(database, cipher)
    assert (settled.state, settled.details, settled.sequence) == (state, details, 0)


async def test_what_the_family_says_is_kept_with_the_visit(database: Database, cipher: Cipher, now: datetime) -> None:
    await schedule(database, cipher, now)
    visit = await the_visit(database, cipher)
    said: VisitDetails = {**visit.details, "answers": {"p1": "visit_confirmed"}}
    async with database.transaction() as transaction:
        await visits.note(transaction, cipher, visit, said)
    assert (await the_visit(database, cipher)).details == said


async def test_of_many_answers_at_once_none_is_lost(database: Database, cipher: Cipher, now: datetime) -> None:
    """Whoever changes a visit holds it first, so that what it reads is not yet old when it writes."""
    await schedule(database, cipher, now)

    async def answer(alias: str) -> None:
        async with database.transaction() as transaction:
            visit = await visits.lock(transaction, cipher, 1)
            assert visit is not None
            answers = {**visit.details.get("answers", {}), alias: "visit_confirmed"}
            await visits.note(transaction, cipher, visit, {**visit.details, "answers": answers})

    await asyncio.gather(*(answer(f"p{number}") for number in range(8)))
    assert len((await the_visit(database, cipher)).details["answers"]) == 8


async def test_the_visits_of_a_case_come_in_the_order_of_time(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    await schedule(database, cipher, now + 5 * HOUR)
    await schedule(database, cipher, now + HOUR, visit_id="v2")
    await schedule(database, cipher, now, case_id="79-2")
    async with database.reading() as connection:
        assert [visit.id for visit in await visits.of_case(connection, cipher, CASE)] == ["v2", "v1"]
        assert await visits.of_case(connection, cipher, "79-3") == []


async def test_a_visit_needs_a_case(database: Database, cipher: Cipher, now: datetime) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await schedule(database, cipher, now, case_id="79-999")


async def test_what_broke_in_the_middle_changes_nothing(database: Database, cipher: Cipher, now: datetime) -> None:
    await schedule(database, cipher, now)
    visit = await the_visit(database, cipher)
    async with failing_transaction(database) as transaction:
        await visits.reschedule(transaction, cipher, visit, now + HOUR, now + 2 * HOUR, ELSEWHERE)
    async with failing_transaction(database) as transaction:
        await visits.settle(transaction, cipher, visit, "held", ELSEWHERE)
    assert await the_visit(database, cipher) == visit

"""A case stands where its last event put it, and is followed by those who joined and have not left."""

import asyncio
from datetime import date, datetime, timedelta

import pytest

from bot.database import Database
from bot.store import cases, people
from bot.store.cases import Case, Decision, Follower, Place
from bot.store.cipher import Cipher
from rules.case import CaseStatus
from tests.bot.store.failing import failing_transaction

CASE, NUMBER, REGION = "c1a5e", "79-000123", "KZ-79"
APPLIED_ON, DECIDED_ON = date(2026, 11, 16), date(2026, 11, 20)
ASSIGNED: Decision = {"assistance": "conditional", "monthly_tenge": 41_237, "paid_until": "2026-12-31"}


@pytest.fixture
async def case(database: Database, cipher: Cipher, now: datetime) -> Case:
    """A case that was just opened."""
    async with database.transaction() as transaction:
        assert await cases.open_case(transaction, CASE, NUMBER, REGION, APPLIED_ON, now)
    return await load(database, cipher)


async def load(database: Database, cipher: Cipher) -> Case:
    async with database.reading() as connection:
        case = await cases.load(connection, cipher, CASE)
    assert case is not None
    return case


async def change(
    database: Database, cipher: Cipher, case: Case, status: CaseStatus, decision: Decision | None = None
) -> bool:
    async with database.transaction() as transaction:
        return await cases.change_status(transaction, cipher, case, status, DECIDED_ON, decision)


async def join(
    database: Database, cipher: Cipher, person_id: int, alias: str, now: datetime, label: str | None = None
) -> bool:
    async with database.transaction() as transaction:
        return await cases.join(transaction, cipher, CASE, person_id, alias, label, now)


async def leave(database: Database, person_id: int, now: datetime) -> str | None:
    async with database.transaction() as transaction:
        return await cases.leave(transaction, CASE, person_id, now)


async def followers(database: Database, cipher: Cipher) -> list[Follower]:
    async with database.reading() as connection:
        return await cases.followers(connection, cipher, CASE)


async def test_a_new_case_is_opened_as_of_the_day_of_application(case: Case, now: datetime) -> None:
    assert case == Case(CASE, NUMBER, REGION, APPLIED_ON, CaseStatus.OPENED, APPLIED_ON, decision=None, opened_at=now)


async def test_a_case_is_opened_once(database: Database, cipher: Cipher, case: Case, now: datetime) -> None:
    async with database.transaction() as transaction:
        assert not await cases.open_case(transaction, "c2", NUMBER, REGION, DECIDED_ON, now)
        assert not await cases.open_case(transaction, CASE, "79-2", "KZ-71", DECIDED_ON, now)
    assert await load(database, cipher) == case


async def test_each_region_has_numbers_of_its_own(
    database: Database, cipher: Cipher, case: Case, now: datetime
) -> None:
    async with database.transaction() as transaction:
        assert await cases.open_case(transaction, "c2", NUMBER, "KZ-71", DECIDED_ON, now)
        ours, theirs = Place(REGION, CASE), Place("KZ-71", "c2")
        assert await cases.numbered(transaction, NUMBER, [REGION, "KZ-71", "KZ-75"]) == [theirs, ours]
        assert await cases.numbered(transaction, NUMBER, [REGION]) == [ours]
        for none in ([], ["KZ-75"], ["KZ-7"], ["%"]):
            assert await cases.numbered(transaction, NUMBER, none) == []
        assert await cases.numbered(transaction, CASE, [REGION]) == []
        assert await cases.numbered(transaction, "%", [REGION]) == []
    assert await load(database, cipher) == case


async def test_there_is_no_case_of_another_id(database: Database, cipher: Cipher, case: Case) -> None:
    async with database.transaction() as transaction:
        assert await cases.load(transaction, cipher, case.id.upper() + "0") is None
        assert await cases.lock(transaction, cipher, case.id + "0") is None
        assert await cases.lock(transaction, cipher, case.id) == case


async def test_a_case_moves_on_from_where_it_was_read(database: Database, cipher: Cipher, case: Case) -> None:
    assert await change(database, cipher, case, CaseStatus.ASSIGNED, ASSIGNED)
    moved = await load(database, cipher)
    assert (moved.status, moved.status_on, moved.decision) == (CaseStatus.ASSIGNED, DECIDED_ON, ASSIGNED)
    assert not await change(database, cipher, case, CaseStatus.REFUSED)
    assert await load(database, cipher) == moved


async def test_a_status_without_a_decision_keeps_the_last_one(database: Database, cipher: Cipher, case: Case) -> None:
    await change(database, cipher, case, CaseStatus.ASSIGNED, ASSIGNED)
    await change(database, cipher, await load(database, cipher), CaseStatus.SUSPENDED)
    suspended = await load(database, cipher)
    assert (suspended.status, suspended.decision) == (CaseStatus.SUSPENDED, ASSIGNED)


async def test_of_two_changes_at_once_one_wins(database: Database, cipher: Cipher, case: Case) -> None:
    statuses = [CaseStatus.RECEIVED, CaseStatus.UNDER_REVIEW, CaseStatus.REFUSED]
    won = await asyncio.gather(*(change(database, cipher, case, status) for status in statuses))
    assert won.count(True) == 1
    assert (await load(database, cipher)).status is statuses[won.index(True)]


async def test_who_locks_a_case_lets_others_wait(database: Database, cipher: Cipher, case: Case) -> None:
    """Read, think, write: nobody else comes between."""
    order: list[str] = []
    locked = asyncio.Event()

    async def slow() -> None:
        async with database.transaction() as transaction:
            found = await cases.lock(transaction, cipher, CASE)
            locked.set()
            await asyncio.sleep(0.1)
            assert found is not None
            await cases.change_status(transaction, cipher, found, CaseStatus.RECEIVED, DECIDED_ON, None)
            order.append("slow")

    async def quick() -> None:
        await locked.wait()
        async with database.transaction() as transaction:
            found = await cases.lock(transaction, cipher, CASE)
            order.append("quick")
            assert found is not None
            assert found.status is CaseStatus.RECEIVED

    await asyncio.gather(slow(), quick())
    assert order == ["slow", "quick"]
    assert case.status is CaseStatus.OPENED


@pytest.mark.usefixtures("case")
async def test_people_follow_a_case_in_the_order_of_joining(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime
) -> None:
    later = now + timedelta(hours=1)
    assert await join(database, cipher, ivan, "p1", later, "әке")
    assert await join(database, cipher, aigul, "p2", now)
    expected = [Follower(CASE, aigul, "p2", None, now), Follower(CASE, ivan, "p1", "әке", later)]
    assert await followers(database, cipher) == expected
    async with database.reading() as connection:
        assert await cases.follower(connection, cipher, CASE, ivan) == expected[1]
        assert await cases.following(connection, cipher, aigul) == [expected[0]]
        assert await cases.follower(connection, cipher, CASE, 77) is None


@pytest.mark.usefixtures("case")
async def test_who_follows_already_keeps_alias_label_and_day(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    await join(database, cipher, aigul, "p1", now, "ана")
    assert not await join(database, cipher, aigul, "p2", now + timedelta(days=1), "әже")
    assert await followers(database, cipher) == [Follower(CASE, aigul, "p1", "ана", now)]


@pytest.mark.usefixtures("case")
async def test_who_left_follows_no_more_and_comes_back_under_the_same_alias(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    """The authority sees that it is the same person."""
    await join(database, cipher, aigul, "p1", now, "ана")
    assert await leave(database, aigul, now) == "p1"
    assert await leave(database, aigul, now) is None
    assert await followers(database, cipher) == []
    async with database.reading() as connection:
        assert await cases.followed_by(connection, cipher, aigul) == []
    later = now + timedelta(days=1)
    assert await join(database, cipher, aigul, "p2", later, "әже")
    assert await followers(database, cipher) == [Follower(CASE, aigul, "p1", "әже", later)]


async def test_a_person_sees_their_cases_the_newest_first(
    database: Database, cipher: Cipher, case: Case, aigul: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        await cases.open_case(transaction, "79-2", "79-2", REGION, DECIDED_ON, now)
        await cases.open_case(transaction, "79-3", "79-3", REGION, DECIDED_ON, now)
        for number, case_id in enumerate((CASE, "79-2")):
            await cases.join(transaction, cipher, case_id, aigul, f"p{number}", None, now)
        found = await cases.followed_by(transaction, cipher, aigul)
    assert [one.id for one in found] == ["79-2", CASE]
    assert found[1] == case


@pytest.mark.usefixtures("case")
async def test_a_forgotten_person_follows_nothing(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime
) -> None:
    await join(database, cipher, aigul, "p1", now)
    await join(database, cipher, ivan, "p2", now)
    async with database.transaction() as transaction:
        await people.forget(transaction, aigul)
    assert [one.alias for one in await followers(database, cipher)] == ["p2"]


@pytest.mark.usefixtures("case")
async def test_of_ten_joinings_at_once_one_counts(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    joined = await asyncio.gather(*(join(database, cipher, aigul, f"p{number}", now) for number in range(10)))
    assert joined.count(True) == 1
    assert [one.alias for one in await followers(database, cipher)] == [f"p{joined.index(True)}"]


async def test_what_broke_in_the_middle_changes_nothing(
    database: Database, cipher: Cipher, case: Case, aigul: int, now: datetime
) -> None:
    async with failing_transaction(database) as transaction:
        await cases.open_case(transaction, "79-2", "79-2", REGION, APPLIED_ON, now)
        await cases.change_status(transaction, cipher, case, CaseStatus.ASSIGNED, DECIDED_ON, ASSIGNED)
        await cases.join(transaction, cipher, CASE, aigul, "p1", None, now)
    assert await load(database, cipher) == case
    assert await followers(database, cipher) == []
    async with database.reading() as connection:
        assert await cases.load(connection, cipher, "79-2") is None

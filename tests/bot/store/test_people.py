"""A person comes, changes the language, consents, and can be forgotten."""

from datetime import datetime, timedelta

import pytest

from bot.database import Database
from bot.errors import UnknownPersonError
from bot.store import assessments, drafts, people
from bot.store.cipher import Cipher
from bot.store.people import Person
from tests.cast.shown import shown


async def test_nobody_is_known_before_choosing_a_language(database: Database) -> None:
    async with database.reading() as connection:
        assert await people.find(connection, 7) is None


async def test_a_choice_of_language_makes_a_person_known(database: Database, ivan: int, now: datetime) -> None:
    async with database.reading() as connection:
        assert await people.find(connection, ivan) == Person(ivan, "ru", consented_at=None, created_at=now)


async def test_changing_the_language_keeps_the_consent_and_the_first_day(
    database: Database, aigul: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        await people.choose_language(transaction, aigul, "ru", now + timedelta(days=1))
        assert await people.find(transaction, aigul) == Person(aigul, "ru", consented_at=now, created_at=now)


async def test_a_second_consent_does_not_move_the_date_of_the_first(
    database: Database, aigul: int, now: datetime
) -> None:
    async with database.statement() as connection:
        assert await people.give_consent(connection, aigul, now + timedelta(days=1)) == now


async def test_consent_of_somebody_unknown_is_refused(database: Database, now: datetime) -> None:
    async with database.statement() as connection:
        with pytest.raises(UnknownPersonError) as refusal:
            await people.give_consent(connection, 77, now)
    assert refusal.value.person_id == 77
    assert "77" not in str(refusal.value)


async def test_whoever_shares_the_phone_is_so_since_the_first_wish_for_it_and_can_change_that(
    database: Database, aigul: int, ivan: int, now: datetime
) -> None:
    async def private_since(person_id: int) -> datetime | None:
        person = await people.find(transaction, person_id)
        assert person is not None
        return person.private_since

    async with database.transaction() as transaction:
        for at in (now, now + timedelta(days=1)):
            await people.keep_private(transaction, aigul, at)
        assert (await private_since(aigul), await private_since(ivan)) == (now, None)
        await people.keep_open(transaction, aigul)
        assert await private_since(aigul) is None


async def test_an_instant_without_a_time_zone_is_refused(database: Database) -> None:
    async with database.statement() as connection:
        with pytest.raises(ValueError, match="time zone"):
            await people.choose_language(connection, 7, "kk", datetime(2023, 5, 10))  # noqa: DTZ001 - meant


async def test_a_forgotten_person_leaves_nothing_and_takes_nobody_along(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        for person_id in (aigul, ivan):
            await drafts.save(transaction, cipher, person_id, {"asking": "region"}, 0, 1, now)
            await assessments.freeze(transaction, cipher, person_id, shown(), now)
        await people.forget(transaction, aigul)
    async with database.reading() as connection:
        assert await people.find(connection, aigul) is None
        for table, column in (("people", "id"), ("drafts", "person_id"), ("assessments", "person_id")):
            rows = await connection.fetch(f"select {column} as id from {table}", {})  # noqa: S608 - own names
            assert [row["id"] for row in rows] == [ivan]


async def test_forgetting_somebody_unknown_is_no_error(database: Database) -> None:
    async with database.statement() as connection:
        await people.forget(connection, 77)

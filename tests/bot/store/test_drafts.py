"""Answers are saved one by one; nobody overwrites what somebody quicker has saved."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from bot.database import Database, open_database
from bot.errors import StaleDraftError, WrongKeyError
from bot.store import drafts, people
from bot.store.cipher import Cipher
from bot.store.drafts import Draft, KnownPerson

FIRST = {"answers": {"region": "KZ-79"}, "asking": "members"}
SECOND = {"answers": {"region": "KZ-79", "wage_tenge": 90_000, "name": "Айгүл"}, "asking": "review"}


async def visit(database: Database, cipher: Cipher, person_id: int) -> KnownPerson | None:
    async with database.reading() as connection:
        return await drafts.known_person(connection, cipher, person_id)


async def save(
    database: Database,
    cipher: Cipher,
    person_id: int,
    document: dict[str, Any],
    version: int,
    now: datetime,
) -> int:
    async with database.statement() as connection:
        return await drafts.save(connection, cipher, person_id, document, version, 1_000 + version, now)


async def test_somebody_new_has_no_visit(database: Database, cipher: Cipher) -> None:
    assert await visit(database, cipher, 7) is None


async def test_a_person_without_answers_has_no_draft(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    assert await visit(database, cipher, aigul) == KnownPerson(aigul, "kk", consented_at=now, draft=None)


async def test_what_was_saved_is_there_at_the_next_visit(
    database: Database, cipher: Cipher, ivan: int, now: datetime
) -> None:
    assert await save(database, cipher, ivan, FIRST, 0, now) == 1
    assert await save(database, cipher, ivan, SECOND, 1, now + timedelta(seconds=5)) == 2
    draft = Draft(SECOND, version=2, last_update_id=1_001, updated_at=now + timedelta(seconds=5))
    assert await visit(database, cipher, ivan) == KnownPerson(ivan, "ru", consented_at=None, draft=draft)


async def test_a_time_of_another_zone_is_the_same_instant(database: Database, cipher: Cipher, ivan: int) -> None:
    in_astana = datetime(2023, 5, 10, 15, 0, tzinfo=timezone(timedelta(hours=6)))
    await save(database, cipher, ivan, FIRST, 0, in_astana)
    seen = await visit(database, cipher, ivan)
    assert seen is not None
    assert seen.draft is not None
    assert seen.draft.updated_at == in_astana
    assert seen.draft.updated_at.tzinfo == UTC


@pytest.mark.parametrize("stale", [0, 1, 3])
async def test_only_the_newest_version_can_be_saved_over(
    database: Database, cipher: Cipher, aigul: int, now: datetime, stale: int
) -> None:
    await save(database, cipher, aigul, FIRST, 0, now)
    await save(database, cipher, aigul, SECOND, 1, now)
    with pytest.raises(StaleDraftError) as refusal:
        await save(database, cipher, aigul, FIRST, stale, now)
    assert (refusal.value.person_id, refusal.value.expected_version) == (aigul, stale)
    seen = await visit(database, cipher, aigul)
    assert seen is not None
    assert seen.draft is not None
    assert (seen.draft.document, seen.draft.version) == (SECOND, 2)


@pytest.mark.parametrize("version", [0, 1])
async def test_of_two_processes_at_once_one_wins_and_the_others_are_told(
    database_url: str, database: Database, cipher: Cipher, aigul: int, now: datetime, version: int
) -> None:
    if version:
        await save(database, cipher, aigul, FIRST, 0, now)
    async with open_database(database_url) as other:
        results = await asyncio.gather(
            *(
                save(each, cipher, aigul, {"who": f"{number}"}, version, now)
                for number, each in enumerate([database, other] * 5)
            ),
            return_exceptions=True,
        )
    winners = [number for number, result in enumerate(results) if result == version + 1]
    assert len(winners) == 1
    assert sum(isinstance(result, StaleDraftError) for result in results) == 9
    seen = await visit(database, cipher, aigul)
    assert seen is not None
    assert seen.draft is not None
    assert seen.draft.document == {"who": f"{winners[0]}"}


@pytest.mark.parametrize("version", [0, 1])
async def test_answers_of_a_forgotten_person_are_not_saved(
    database: Database, cipher: Cipher, aigul: int, now: datetime, version: int
) -> None:
    await save(database, cipher, aigul, FIRST, 0, now)
    async with database.statement() as connection:
        await people.forget(connection, aigul)
    with pytest.raises(StaleDraftError):
        await save(database, cipher, aigul, SECOND, version, now)


async def test_a_discarded_draft_begins_anew(database: Database, cipher: Cipher, aigul: int, now: datetime) -> None:
    await save(database, cipher, aigul, FIRST, 0, now)
    async with database.statement() as connection:
        await drafts.discard(connection, aigul)
    with pytest.raises(StaleDraftError):
        await save(database, cipher, aigul, SECOND, 1, now)
    assert await visit(database, cipher, aigul) == KnownPerson(aigul, "kk", consented_at=now, draft=None)
    assert await save(database, cipher, aigul, SECOND, 0, now) == 1


async def test_a_wrong_key_opens_no_draft(database: Database, cipher: Cipher, aigul: int, now: datetime) -> None:
    await save(database, cipher, aigul, FIRST, 0, now)
    with pytest.raises(WrongKeyError):
        await visit(database, Cipher(["A" * 43 + "="]), aigul)


@pytest.mark.parametrize(
    ("update_id", "hours_later", "seen"),
    [
        (500, 0, True),
        (499, 23.99, True),
        (501, 0, False),
        (500, 24, False),  # Telegram has dropped the old update, so this one is new
        (3, 24 * 8, False),  # after a week of silence the numbers began anew
    ],
)
def test_a_repeated_update_is_known_within_a_day(
    now: datetime,
    update_id: int,
    hours_later: float,
    seen: bool,  # noqa: FBT001 - a table's column
) -> None:
    draft = Draft({}, version=1, last_update_id=500, updated_at=now)
    assert draft.has_seen(update_id, now + timedelta(hours=hours_later)) is seen

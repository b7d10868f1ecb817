"""What was shown is kept as it was shown, for the person it was shown to."""

import re
from datetime import datetime, timedelta

import pytest

from bot.database import Database
from bot.errors import UnknownPersonError
from bot.store import assessments
from bot.store.assessments import FrozenAssessment
from bot.store.cipher import Cipher
from tests.cast.shown import shown

SHOWN = shown({"applicant.name": "Айгүл"})


async def test_a_frozen_assessment_is_loaded_as_it_was_shown(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    async with database.statement() as connection:
        assessment_id = await assessments.freeze(connection, cipher, aigul, SHOWN, now)
    async with database.reading() as connection:
        loaded = await assessments.load(connection, cipher, aigul, assessment_id)
    assert loaded == FrozenAssessment(assessment_id, now, SHOWN)


async def test_the_number_can_be_read_out_and_fits_into_a_button(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        ids = {await assessments.freeze(transaction, cipher, aigul, SHOWN, now) for _ in range(20)}
    assert len(ids) == 20
    assert all(re.fullmatch(r"[1-9]\d{8}", number, re.ASCII) for number in ids)
    assert all(re.fullmatch(assessments.NUMBER, number) for number in [*ids, "aZ-_09aZ-_09"])  # as older ones are


async def test_a_number_that_is_taken_is_given_to_no_other_result(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([7, 7, 7, 8])
    monkeypatch.setattr("bot.store.assessments.secrets.randbelow", lambda _: next(drawn))
    async with database.transaction() as transaction:
        first = await assessments.freeze(transaction, cipher, aigul, SHOWN, now)
        second = await assessments.freeze(transaction, cipher, ivan, shown({"of": "ivan"}), now)
        assert (first, second) == ("100000007", "100000008")
        kept = await assessments.of_any(transaction, cipher, first)
    assert kept is not None
    assert kept.record == SHOWN


async def test_nobody_loads_the_assessment_of_somebody_else(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        assessment_id = await assessments.freeze(transaction, cipher, aigul, SHOWN, now)
        assert await assessments.load(transaction, cipher, ivan, assessment_id) is None
        assert await assessments.latest(transaction, cipher, ivan) is None
        assert await assessments.load(transaction, cipher, aigul, "no-such-id") is None


async def test_the_latest_is_the_one_made_last(database: Database, cipher: Cipher, aigul: int, now: datetime) -> None:
    async with database.transaction() as transaction:
        for days in (1, 3, 2):
            await assessments.freeze(transaction, cipher, aigul, shown({"days": days}), now + timedelta(days=days))
        latest = await assessments.latest(transaction, cipher, aigul)
    assert latest is not None
    assert latest.record == shown({"days": 3})


async def test_nothing_is_frozen_for_somebody_unknown(database: Database, cipher: Cipher, now: datetime) -> None:
    async with database.statement() as connection:
        with pytest.raises(UnknownPersonError):
            await assessments.freeze(connection, cipher, 77, SHOWN, now)


async def test_the_newest_of_each_region_and_quarter_are_those_made_last(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime
) -> None:
    """Looking at another quarter afterwards leaves the result of this one where it is."""
    made = [
        shown(outcome="refused"),
        shown(outcome="eligible"),
        shown(quarter="2026-Q3", outcome="refused"),
        shown(region="KZ-71", outcome="refused"),
    ]
    async with database.transaction() as transaction:
        for days, record in enumerate(made):
            await assessments.freeze(transaction, cipher, aigul, record, now + timedelta(days=days))
        await assessments.freeze(transaction, cipher, ivan, shown(outcome="undecided"), now)
        newest = await assessments.newest_of_each(transaction, cipher, aigul)
        assert await assessments.newest_of_each(transaction, cipher, 999) == []
    assert [one.record for one in newest] == [made[3], made[2], made[1]]


async def test_people_with_an_assessment_are_gone_through_each_once(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        assert await assessments.people_after(transaction, 0, 10) == []
        for person_id in (aigul, ivan, aigul):
            await assessments.freeze(transaction, cipher, person_id, SHOWN, now)
        assert await assessments.people_after(transaction, 0, 10) == [ivan, aigul]
        assert await assessments.people_after(transaction, 0, 1) == [ivan]
        assert await assessments.people_after(transaction, ivan, 1) == [aigul]
        assert await assessments.people_after(transaction, aigul, 1) == []

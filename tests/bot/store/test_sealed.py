"""The database alone tells nothing; keys are checked at the start and changed without losing a document."""

import asyncio
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.database import Database
from bot.errors import WrongKey
from bot.privacy import Cipher
from bot.store import assessments, drafts, people, sealed

TOLD = {"answers": {"applicant.name": "Ермекова", "wage_tenge": 123_457, "region": "KZ-79"}}
TELLING = ["Ермекова".encode(), b"123457", b"KZ-79", b"wage_tenge", b"applicant", b"eligible"]


def new_key() -> str:
    return Fernet.generate_key().decode()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


async def fill(database: Database, cipher: Cipher, people_count: int, now: datetime) -> None:
    async with database.transaction() as transaction:
        for person_id in range(1, people_count + 1):
            await people.choose_language(transaction, person_id, "kk", now)
            await drafts.save(transaction, cipher, person_id, TOLD | {"id": person_id}, 0, 1, now)
            await assessments.freeze(transaction, cipher, person_id, {"outcome": "eligible"} | TOLD, now)


async def test_the_files_of_sqlite_show_no_income_and_no_answer(tmp_path: Path, cipher: Cipher, now: datetime) -> None:
    async with Database.opened(f"sqlite:///{tmp_path}/komek.sqlite3") as database:
        await database.migrate()
        await fill(database, cipher, 3, now)
        while_open = contents(tmp_path)
    closed = contents(tmp_path)
    assert "komek.sqlite3-wal" in while_open
    assert b"drafts" in closed["komek.sqlite3"]
    for content in (*while_open.values(), *closed.values()):
        assert not [word for word in TELLING if word in content]


async def test_no_column_of_either_database_shows_an_answer(database: Database, cipher: Cipher, now: datetime) -> None:
    await fill(database, cipher, 3, now)
    async with database.reading() as connection:
        drafts_kept = await connection.fetch("select answers as text from drafts", {})
        records_kept = await connection.fetch("select record as text from assessments", {})
    assert len(drafts_kept) == len(records_kept) == 3
    for row in (*drafts_kept, *records_kept):
        assert not [word for word in TELLING if word in row["text"].encode()]


async def test_after_rotation_the_new_key_alone_opens_everything(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "BATCH", 4)  # so that ten people need several batches
    old, new = new_key(), new_key()
    await fill(database, Cipher([old]), 10, now)
    assert await sealed.reseal_all(database, Cipher([new, old])) == 20
    only_new = Cipher([new])
    async with database.reading() as connection:
        for person_id in range(1, 11):
            visit = await drafts.visit(connection, only_new, person_id)
            assert visit is not None
            assert visit.draft is not None
            assert (visit.draft.document, visit.draft.version) == (TOLD | {"id": person_id}, 1)
            assert await assessments.latest(connection, only_new, person_id) is not None


async def test_people_answer_while_keys_are_rotated(database: Database, now: datetime) -> None:
    old, new = new_key(), new_key()
    both = Cipher([new, old])
    await fill(database, Cipher([old]), 5, now)

    async def answer() -> None:
        for version in range(1, 11):
            async with database.statement() as connection:
                await drafts.save(connection, both, 3, {"step": version}, version, version, now)

    await asyncio.gather(answer(), sealed.reseal_all(database, both))
    async with database.reading() as connection:
        visit = await drafts.visit(connection, Cipher([new]), 3)
    assert visit is not None
    assert visit.draft is not None
    assert (visit.draft.document, visit.draft.version) == ({"step": 10}, 11)


async def test_rotation_without_the_old_key_changes_nothing(database: Database, now: datetime) -> None:
    old = Cipher([new_key()])
    await fill(database, old, 2, now)
    with pytest.raises(WrongKey):
        await sealed.reseal_all(database, Cipher([new_key()]))
    await sealed.check_keys(database, old)


async def test_an_empty_database_has_nothing_to_rotate_and_fits_every_key(database: Database, cipher: Cipher) -> None:
    await sealed.check_keys(database, cipher)
    assert await sealed.reseal_all(database, cipher) == 0


async def test_a_wrong_key_is_found_at_the_start(database: Database, cipher: Cipher, now: datetime) -> None:
    await fill(database, cipher, 1, now)
    await sealed.check_keys(database, cipher)
    with pytest.raises(WrongKey):
        await sealed.check_keys(database, Cipher([new_key()]))

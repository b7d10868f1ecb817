"""The database alone tells nothing; keys are checked at the start and changed without losing a document."""

import asyncio
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.database import Database, migrate, open_database
from bot.database.migrations import MIGRATIONS
from bot.errors import WrongKeyError
from bot.store import assessments, cases, drafts, journal, people, sealed, visits
from bot.store.cipher import Cipher
from tests.bot.case_story import AIGUL, ASSIGNED, Story, kz
from tests.cast.shown import shown
from tests.databases import columns_of

TOLD = {"answers": {"applicant.name": "Ермекова", "wage_tenge": 123_457, "region": "KZ-79"}}
CASE = "79-000123"
LABEL, ADDRESS, CONTACT, NOTE = "Гүлнар апай", "Абай даңғылы 17", "Сәуле Ахметова", "есік коды 4711"
ABOUT_A_CASE = [
    *(text.encode() for text in (LABEL, ADDRESS, CONTACT, NOTE)),
    *(json.dumps(text).encode() for text in (LABEL, ADDRESS, CONTACT, NOTE)),
    b"41237", b"9871", b"monthly_tenge", b"supplement",
]  # fmt: skip
SEALED = {
    "cases": ["decision"],
    "case_links": ["member_label"],
    "case_people": ["member_label"],
    "visits": ["details"],
    "journal": ["details"],
    "changes": ["details"],
    "outbox": ["details"],
}
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
            await assessments.freeze(transaction, cipher, person_id, shown(TOLD["answers"]), now)


async def test_the_files_of_sqlite_show_no_income_and_no_answer(tmp_path: Path, cipher: Cipher, now: datetime) -> None:
    async with open_database(f"sqlite:///{tmp_path}/komek.sqlite3") as database:
        await migrate(database)
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
            known = await drafts.known_person(connection, only_new, person_id)
            assert known is not None
            assert known.draft is not None
            assert (known.draft.document, known.draft.version) == (TOLD | {"id": person_id}, 1)
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
        known = await drafts.known_person(connection, Cipher([new]), 3)
    assert known is not None
    assert known.draft is not None
    assert (known.draft.document, known.draft.version) == ({"step": 10}, 11)


async def test_rotation_without_the_old_key_changes_nothing(database: Database, now: datetime) -> None:
    old = Cipher([new_key()])
    await fill(database, old, 2, now)
    with pytest.raises(WrongKeyError):
        await sealed.reseal_all(database, Cipher([new_key()]))
    await sealed.check_keys(database, old)


async def test_an_empty_database_has_nothing_to_rotate_and_fits_every_key(database: Database, cipher: Cipher) -> None:
    await sealed.check_keys(database, cipher)
    assert await sealed.reseal_all(database, cipher) == 0


async def test_a_wrong_key_is_found_at_the_start(database: Database, cipher: Cipher, now: datetime) -> None:
    await fill(database, cipher, 1, now)
    await sealed.check_keys(database, cipher)
    with pytest.raises(WrongKeyError):
        await sealed.check_keys(database, Cipher([new_key()]))


async def test_one_damaged_document_is_named_and_stops_nobody(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    await fill(database, cipher, 3, now)
    async with database.transaction() as transaction:
        await transaction.fetch("update drafts set answers = '1.damaged' where person_id = 1", {})
    assert ("drafts", 1) in await sealed.check_keys(database, cipher)
    assert ("drafts", 1) in await sealed.damaged_documents(database, cipher)


async def test_the_only_document_of_its_kind_is_damaged_and_stops_nobody(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    await fill_with_a_case(database, cipher)
    await fill(database, cipher, 1, now)
    async with database.transaction() as transaction:
        await transaction.fetch("update drafts set answers = '1.damaged'", {})
    assert ("drafts", 1) in await sealed.check_keys(database, cipher)


async def fill_with_a_case(database: Database, cipher: Cipher) -> Story:
    """A whole case: a labelled link that waits, one that was used, a visit, a decision, and what all that left."""
    story = Story(database, cipher, kz(2026, 11, 16, 10), number=CASE)
    await story.open()
    await story.join(AIGUL, label=LABEL)
    await story.link(LABEL)
    window = {"starts_at": kz(2026, 11, 18, 15).isoformat(), "ends_at": kz(2026, 11, 18, 17).isoformat()}
    await story.send("visit.scheduled", visit_id="v1", address=ADDRESS, contact=CONTACT, **window)
    story.at += timedelta(days=3)
    await story.send("visit.held", visit_id="v1", conclusion="need", note=NOTE)
    await story.decide("assigned", note=NOTE, **ASSIGNED)
    return story


async def test_the_files_of_sqlite_show_no_address_no_label_and_no_amount(tmp_path: Path, cipher: Cipher) -> None:
    async with open_database(f"sqlite:///{tmp_path}/komek.sqlite3") as database:
        await migrate(database)
        await fill_with_a_case(database, cipher)
        while_open = contents(tmp_path)
    closed = contents(tmp_path)
    assert CASE.encode() in closed["komek.sqlite3"]
    for content in (*while_open.values(), *closed.values()):
        assert not [word for word in ABOUT_A_CASE if word in content]


async def test_every_private_column_of_a_case_is_sealed(database: Database, cipher: Cipher) -> None:
    """In either database, whoever reads all columns of all tables finds only what the schema calls open."""
    await fill_with_a_case(database, cipher)
    async with database.reading() as connection:
        for table, columns in SEALED.items():
            rows = await connection.fetch(f"select * from {table}", {})  # noqa: S608 - own names
            everything = " ".join(str(value) for row in rows for value in columns_of(row).values()).encode()
            assert not [word for word in ABOUT_A_CASE if word in everything], table
            kept = [row[column] for row in rows for column in columns if row[column] is not None]
            assert kept, table
            assert all(isinstance(cipher.open(document), dict) for document in kept)


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in SEALED for column in SEALED[table]])
async def test_a_wrong_key_is_found_in_whichever_table_it_shows(
    database: Database, cipher: Cipher, table: str, column: str
) -> None:
    """Only this column holds documents of another key, as after a restore of half a backup."""
    await fill_with_a_case(database, cipher)
    assert await sealed.check_keys(database, cipher) == []
    strange = Cipher([new_key()]).seal({"details": "of another key"})
    async with database.transaction() as transaction:
        rows = await transaction.fetch(f"update {table} set {column} = :strange returning 1", {"strange": strange})  # noqa: S608 - own names
    if len(rows) > 1:
        with pytest.raises(WrongKeyError):
            await sealed.check_keys(database, cipher)
    else:  # a single one may as well be damaged: it is named
        assert [damaged.table for damaged in await sealed.check_keys(database, cipher)] == [table]
    with pytest.raises(WrongKeyError):
        await sealed.reseal_all(database, cipher)


async def test_after_rotation_the_new_key_alone_opens_a_case(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "BATCH", 2)
    old, new = new_key(), new_key()
    story = await fill_with_a_case(database, Cipher([old]))
    happened, told, notices = await story.journal(), await story.changes(), await story.queued()
    documents = 0
    async with database.reading() as connection:
        for table, columns in SEALED.items():
            for column in columns:
                (row,) = await connection.fetch(f"select count({column}) as count from {table}", {})  # noqa: S608 - own names
                documents += row["count"]
    assert await sealed.reseal_all(database, Cipher([new, old])) == documents
    story.cipher = only_new = Cipher([new])
    assert (await story.journal(), await story.changes(), await story.queued()) == (happened, told, notices)
    decision = (await story.case()).decision
    assert decision is not None
    assert decision["monthly_tenge"] == ASSIGNED["monthly_tenge"]
    assert (await story.the_visit()).details["address"] == ADDRESS
    case_id = await story.id()
    async with database.reading() as connection:
        assert [one.member_label for one in await cases.followers(connection, only_new, case_id)] == [LABEL]
        with pytest.raises(WrongKeyError):
            await visits.of_case(connection, Cipher([old]), case_id)
        with pytest.raises(WrongKeyError):
            await journal.of_case(connection, Cipher([old]), case_id)


def test_every_sealed_column_of_the_schema_is_known() -> None:
    """A new table with a sealed column must be rotated, too."""
    folder = MIGRATIONS
    lines = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql"))).splitlines()
    marked = [line for line in lines if "-- sealed" in line and not line.startswith("--")]
    assert len(marked) == len(sealed.COLUMNS)

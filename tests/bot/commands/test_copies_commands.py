"""`komek backup`, `restore` and `doctor`: a copy made while the bot runs is whole, and a damaged one is found out."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bot.commands.database import opened
from bot.database import open_database
from bot.settings import load_settings
from bot.store import drafts, people
from bot.store.cipher import cipher_for
from tests.bot.case_story import CASE, Story, kz
from tests.bot.commands.terminal import Said, komek, python, refusal, refusal_of
from tests.running import FORKING

PERSON = 41
NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)


async def _fill() -> None:
    async with opened() as database:
        story = Story(database, cipher_for(load_settings()), kz(2026, 11, 16, 10))
        await story.begin()
        await story.offer()
        async with database.transaction() as transaction:
            await people.choose_language(transaction, PERSON, "kk", NOW)
            await people.give_consent(transaction, PERSON, NOW)
            await drafts.save(transaction, story.cipher, PERSON, {"answers": {"region": "KZ-79"}}, 0, 1, NOW)


@pytest.fixture
def kept(database: Path) -> Path:
    """A database with a family's case and somebody's answers."""
    asyncio.run(_fill())
    return database


def test_a_copy_made_while_somebody_writes_is_whole_and_the_owners_alone(kept: Path, tmp_path: Path) -> None:
    """`cp` of the file alone once gave a database without tables."""
    copy = tmp_path / "copy.sqlite3"
    writer = sqlite3.connect(kept, isolation_level=None)
    writer.execute("begin immediate")
    writer.execute("update people set language = 'ru'")
    said = komek("backup", copy)
    writer.execute("rollback")
    writer.close()
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{copy}: a whole copy.")
    assert str(load_settings().key_file) in said.out
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with sqlite3.connect(copy) as copied:
        assert copied.execute("select language from people where id = ?", (PERSON,)).fetchone() == ("kk",)
        assert copied.execute("select count(*) from journal").fetchone()[0] >= 3
    copied.close()


def test_a_restored_copy_is_as_it_was_and_sound(kept: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    komek("backup", copy)
    for file in kept.parent.glob("komek.sqlite3*"):
        file.unlink()
    said = komek("restore", copy)
    assert (said.code, said.err) == (0, "")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    said = komek("doctor")
    assert (said.code, said.out.splitlines()[-1].partition(",")[2]) == (0, " 0 times broken")


def holding(database: Path, said: Connection) -> None:
    """Have the database open until killed, as the bot has."""

    async def hold() -> None:
        async with open_database(f"sqlite:///{database}"):
            said.send("open")
            await asyncio.sleep(3_600)

    asyncio.run(hold())


def test_nothing_is_restored_while_the_bot_has_the_database_open_wherever_its_file_was_moved(
    kept: Path, tmp_path: Path
) -> None:
    """It would go on writing into the file that was moved, and all of that would be lost."""
    copy, away = tmp_path / "copy.sqlite3", tmp_path / "away"
    komek("backup", copy)
    ours, theirs = Pipe()
    bot = FORKING.Process(target=holding, args=(kept, theirs))
    bot.start()
    try:
        assert ours.recv() == "open"
        away.mkdir()
        for file in kept.parent.glob("komek.sqlite3*"):
            file.rename(away / file.name)
        assert refusal("restore", copy) == f"{kept}: a program has this database open; stop the bot first"
        assert not kept.exists()
    finally:
        bot.kill()
        bot.join()
    assert komek("restore", copy).code == 0


def test_no_number_of_the_time_that_is_lost_is_given_again(kept: Path, tmp_path: Path) -> None:
    """A button of an offer made since would else answer another one, and the authority would read no change of it."""

    def numbers() -> dict[str, int]:
        with closing(sqlite3.connect(kept)) as database:
            return dict(database.execute("select name, value from number_series"))

    copy, before = tmp_path / "copy.sqlite3", numbers()
    komek("backup", copy)
    for file in kept.parent.glob("komek.sqlite3*"):
        file.unlink()
    assert komek("restore", copy).code == 0
    assert {name: value - before[name] for name, value in numbers().items()} == dict.fromkeys(before, 1_000_000)


@pytest.mark.usefixtures("kept")
def test_nothing_is_written_over(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    komek("backup", copy)
    assert refusal("backup", copy) == f"{copy}: File exists"
    assert "is still there; move it away first" in refusal("restore", copy)


def test_what_is_no_copy_is_not_restored(database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"text" * 5_000)
    assert "is no database of this program" in refusal("restore", other)
    sqlite3.connect(tmp_path / "empty.sqlite3").close()
    assert "is no database of this program" in refusal("restore", tmp_path / "empty.sqlite3")
    assert not database.exists()
    assert refusal("backup", tmp_path / "x") == f"{database}: there is no database"


def test_postgresql_is_copied_by_its_own_tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://postgres@127.0.0.1/komek")
    assert "pg_dump" in refusal("backup", tmp_path / "copy")


def starts(database: Path) -> Said:
    """Start the bot in a process of its own: it would set the logs of this one."""
    return python("-m", "bot", "run", DATABASE_URL=f"sqlite:///{database}")


def test_a_database_that_is_gone_is_no_new_installation(kept: Path) -> None:
    """Its key is there: somebody has answered before."""
    for file in kept.parent.glob("komek.sqlite3*"):
        file.unlink()
    assert "komek restore FILE" in refusal("outbox")
    assert "komek restore FILE" in refusal_of(starts(kept))
    assert not kept.exists()


def test_a_key_that_is_gone_is_not_replaced_by_a_new_one(kept: Path) -> None:
    key_file = load_settings().key_file
    kept_key = key_file.read_text()
    key_file.unlink()
    for refused in (refusal("doctor"), refusal("reseal"), refusal_of(starts(kept))):
        assert "is missing, and the database holds what its key sealed" in refused
    assert not key_file.exists()
    key_file.write_text(kept_key)
    key_file.chmod(0o600)
    assert komek("doctor").code == 0


BROKEN = {
    "update drafts set answers = '1.damaged'": "every document can be opened: not so at drafts 41",
    "update offers set details = substr(details, 1, 40)": "every document can be opened: not so at offers 1",
    "update people set consented_at = null": "answers are kept of nobody who has not consented: not so at 41",
    "update cases set status = 'assigned', decision = null": f"a decided case has its decision: not so at KZ-79 {CASE}",
    "update cases set number = null, id = 'c1'": "a case has its number: not so at KZ-79 c1",
    "delete from journal where kind = 'opened'": f"every case was opened: not so at KZ-79 {CASE}",
    "update outbox set settled_at = '2026-11-23'": "a notice is settled or waits: not so at 1",
    "update offers set state = 'lost'": "an offer stands somewhere: not so at 1",
    "delete from journal where kind = 'offer_made'": "every offer was made: not so at 1",
    "update number_series set value = 0 where name = 'visit'": "a counter is not behind its numbers: not so at visit",
    "update offers set state = 'accepted'": "an answered offer has its answer: not so at 1",
}


@pytest.mark.parametrize("statement", BROKEN)
def test_the_doctor_names_what_is_broken(kept: Path, statement: str) -> None:
    with sqlite3.connect(kept) as database:
        database.execute("pragma ignore_check_constraints = on")
        database.execute(statement)
    database.close()
    said = komek("doctor")
    assert said.code == 1
    assert BROKEN[statement] in said.out.splitlines()


def test_the_doctor_says_what_lies_in_the_future(kept: Path) -> None:
    """The clock was wrong for a while, or is now; what was written is not broken by it."""
    with closing(sqlite3.connect(kept)) as database, database:
        for statement in ("journal set at", "changes set at", "outbox set settled_at", "drafts set updated_at"):
            database.execute(f"update {statement} = '2026-01-01T00:00:00.000000+00:00'")
        database.execute("update outbox set settled_at = null where state = 'waiting'")
        database.execute("update drafts set updated_at = '2999-01-01T00:00:00.000000+00:00'")
    said = komek("doctor")
    assert said.code == 0
    (line,) = [line for line in said.out.splitlines() if "ahead of this clock" in line]
    assert line.startswith("drafts: its newest instant lies ")


def test_a_damaged_page_is_found_out(kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    content[4096 * 3 : 4096 * 3 + 200] = b"\xff" * 200
    kept.write_bytes(bytes(content))
    assert "is damaged" in refusal("doctor") or "is no database" in refusal("doctor")


def test_where_no_database_is_the_doctor_says_so_and_makes_none() -> None:
    """An empty one beside the copy that is to be restored would be in its way."""
    assert refusal("doctor").endswith("there is no database")
    assert [path.name for path in Path().glob("**/komek.*")] == []

"""`komek replay` and `komek notes`: an administrator works a result out again, and reads what people doubt."""

import asyncio
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from cryptography.fernet import Fernet

from bot.database import migrate, open_database
from bot.store import assessments, people, result_notes
from bot.store.assessments import ShownResult
from bot.store.cipher import Cipher
from bot.texts.formats import read_out
from rules import Birth, Household, Income, Member, PovertyLines, assess, record_of
from rules.household import Activity, IncomeKind, Relationship
from rules.replay import inputs_record
from tests.bot.commands.terminal import ROOT, Said, komek, python, refusal, refusal_of

KEY = Fernet.generate_key().decode()
AT = datetime(2026, 11, 23, 7, tzinfo=UTC)
AIGUL = 700_123_456
WORDS = "Жалақым 60 мың\nбот 100 мың дейді\x1b[2J"


@pytest.fixture
def file(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database and the key that the commands use."""
    monkeypatch.setenv("DATA_KEYS", KEY)
    return database


def shown() -> ShownResult:
    """Return a result as the conversation freezes it: a mother with two children, the line estimated."""
    on = AT.date()
    incomes = (Income.of(IncomeKind.WAGE, 150_000),)
    mother = Member("self", Relationship.APPLICANT, Birth.at_age(34, on), activity=Activity.EMPLOYED, incomes=incomes)
    children = [Member(f"child{age}", Relationship.CHILD, Birth.at_age(age, on)) for age in (3, 9)]
    family = Household("KZ-79", (mother, *children))
    found = assess(family, on, PovertyLines())
    return {"record": record_of(found), "answers": {}, "inputs": inputs_record(family, found.law)}


async def _kept(file: Path, result: ShownResult, words: str | None) -> str:
    cipher = Cipher([KEY])
    async with open_database(f"sqlite:///{file}") as database:
        await migrate(database)
        async with database.transaction() as transaction:
            await people.choose_language(transaction, AIGUL, "kk", AT)
            number = await assessments.freeze(transaction, cipher, AIGUL, result, AT)
            if words is not None:
                span = result["record"]["monthly_tenge"]
                monthly = {"low": span["low"], "high": span["high"]}
                note = {"words": words, "outcome": result["record"]["outcome"], "monthly_tenge": monthly}
                await result_notes.keep(transaction, cipher, number, cast("Any", note), AT)
    return number


def kept(file: Path, result: ShownResult, words: str | None = None) -> str:
    """Keep a result, and perhaps a note about it, and return its number."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return asyncio.run(_kept(file, result, words))


def by_other_tables(folder: Path, file: Path, *arguments: object) -> Said:
    """Run `komek` in a process of its own, with the program and tables of the law that somebody has changed."""
    for room in ("bot", "locales", "handlers"):
        (folder / room).symlink_to(ROOT / room)
    shutil.copytree(ROOT / "rules", folder / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    index = folder / "rules" / "law" / "monthly_calculation_index.toml"
    index.write_text(index.read_text(encoding="utf-8").replace("value = 4_325", "value = 4_400"), encoding="utf-8")
    line = folder / "rules" / "law" / "poverty_line.toml"
    published = (
        '\n[[values]]\nregion = "KZ-79"\nvalid_from = 2026-10-01\nvalid_until = 2026-12-31\nvalue = 50_000\n'
        'grade = "official"\nsource = "akimat"\n'
    )
    line.write_text(line.read_text(encoding="utf-8") + published, encoding="utf-8")
    settings = {"DATABASE_URL": f"sqlite:///{file}", "DATA_KEYS": KEY, "PYTHONDONTWRITEBYTECODE": "1"}
    return python("-m", "bot", *arguments, PYTHONPATH=str(folder), **settings)


def test_nothing_differs_as_long_as_the_tables_are_the_same(file: Path) -> None:
    result = shown()
    number = kept(file, result)
    said = komek("replay", *read_out(number).split())
    assert (said.err, said.code) == ("", 0)
    assert [line.split()[0] for line in said.out.splitlines()] == ["result", "shown", "again", "today", "same"]
    assert re.fullmatch(r"\d{3}\s\d{3}\s\d{3}", read_out(number))
    assert "KZ-79, 2026-Q4" in said.out
    assert str(result["record"]["monthly_tenge"]["high"]) in said.out
    assert str(AIGUL) not in said.out
    assert "self" not in said.out


def test_after_the_tables_have_changed_the_same_tenge_come_out_and_what_differs_is_named(
    file: Path, tmp_path: Path
) -> None:
    result = shown()
    number = kept(file, result)
    folder = tmp_path / "changed"
    folder.mkdir()

    said = by_other_tables(folder, file, "replay", number)

    assert (said.err, said.code) == ("", 1)
    told = {line.split()[0]: line for line in said.out.splitlines()}
    assert "the same, by the law and the line of then" in told["again"]
    assert f"tenge: a month {3 * 50_000 - 50_000}, supplement 6600" in told["today"]
    line = result["record"]["poverty_line"]
    assert (
        f"poverty_line: {line['tenge']} ({line['low']}-{line['high']}) estimate then, 50000 published now" in said.out
    )
    assert "monthly_calculation_index: 4325 (from 2026-01-01) then, 4400 (from 2026-01-01) now" in said.out
    assert said.out.count("differs") == 2


def test_a_result_that_comes_out_otherwise_by_its_own_law_is_said_to(file: Path) -> None:
    result = shown()
    result["record"]["monthly_tenge"]["high"] += 1
    said = komek("replay", kept(file, result))
    assert said.code == 1
    assert "NOT as shown" in said.out


def test_what_cannot_be_worked_out_again_is_said_in_one_line(file: Path) -> None:
    older = cast("ShownResult", {name: value for name, value in shown().items() if name != "inputs"})
    said = komek("replay", kept(file, older))
    assert "older than what replay needs" in refusal_of(said)
    assert said.out.splitlines()[1].startswith("shown")

    damaged = shown()
    damaged["inputs"]["household"]["members"] = [{"label": "self"}]
    assert "cannot be worked out again" in refusal("replay", kept(file, damaged))
    assert refusal("replay", "123", "456", "789") == "NUMBER: no result '123 456 789'"
    assert refusal("replay", "-abc_DEF-123") == "NUMBER: no result '-abc_DEF-123'"


def test_a_result_that_no_key_opens_is_said_to_be_damaged(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = kept(file, shown())
    monkeypatch.setenv("DATA_KEYS", Fernet.generate_key().decode())
    assert "damaged, or its key is missing" in refusal("replay", number)


def test_notes_are_listed_newest_first_in_one_line_each_until_they_are_done(file: Path) -> None:
    first, second = kept(file, shown(), "Бірінші"), kept(file, shown(), WORDS)
    said = komek("notes")
    assert (said.err, said.code) == ("", 0)
    newest, older, last = said.out.splitlines()
    assert newest.startswith(f"2  2026-11-23  result {read_out(second)}, eligible, ")
    assert newest.endswith(": Жалақым 60 мың бот 100 мың дейді [2J")
    assert read_out(first) in older
    assert last.startswith("2 notes")
    assert str(AIGUL) not in said.out

    assert komek("notes", "done", 2).out == "note 2 is done\n"
    assert "Жалақым" not in komek("notes").out
    assert f"{read_out(second)}, done" in komek("notes", "--all").out
    assert refusal("notes", "done", 7) == "NUMBER: no note 7"

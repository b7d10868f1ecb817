"""`komek recompute`: an administrator looks at whose results the law has changed, and lets those who asked be told."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from cryptography.fernet import Fernet

from bot.database import migrate, open_database
from bot.store import assessments, law_changes, outbox, people
from bot.store.assessments import ShownResult
from bot.store.cipher import Cipher
from bot.world import World
from rules import Birth, Household, Income, Member, PovertyLine, PovertyLines, Quarter
from rules.frozen_result import frozen_result
from rules.household import Activity, IncomeKind, Relationship
from tests.bot.commands.terminal import komek

KEY = Fernet.generate_key().decode()
AT = datetime(2026, 11, 23, 7, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
ASKED, DID_NOT_ASK = range(101, 104), 104
LINE = "region,quarter,tenge,source\nKZ-79,2026-Q4,60000,akimat\n"


@pytest.fixture
def file(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with the results of four people, of whom three asked to be told; the clock stands at noon."""
    monkeypatch.setenv("DATA_KEYS", KEY)
    monkeypatch.setattr("bot.commands.recompute.World", partial(World, now=lambda: LATER))
    database.parent.mkdir(parents=True, exist_ok=True)
    asyncio.run(_kept(database))
    return database


def shown(wage: int) -> ShownResult:
    """Return a result as the conversation freezes it: a mother with two children, by a published line of 50 000."""
    on = AT.date()
    incomes = (Income.of(IncomeKind.WAGE, wage),)
    mother = Member("self", Relationship.APPLICANT, Birth.at_age(34, on), activity=Activity.EMPLOYED, incomes=incomes)
    children = [Member(f"child{age}", Relationship.CHILD, Birth.at_age(age, on)) for age in (7, 9)]
    line = PovertyLine.published("KZ-79", Quarter(2026, 4), 50_000, "akimat")
    family = Household("KZ-79", (mother, *children))
    found = frozen_result(family, on, PovertyLines([line]), looks_ahead=False)
    return cast("ShownResult", {**found, "answers": {}})


async def _kept(file: Path) -> None:
    cipher, wages = Cipher([KEY]), (300_000, 480_000, 900_000, 300_000)
    async with open_database(f"sqlite:///{file}") as database:
        await migrate(database)
        async with database.transaction() as transaction:
            for person_id, wage in zip((*ASKED, DID_NOT_ASK), wages, strict=True):
                await people.choose_language(transaction, person_id, "kk", AT)
                await assessments.freeze(transaction, cipher, person_id, shown(wage), AT)
            for person_id in ASKED:
                await law_changes.ask(transaction, person_id, AT)


async def _waiting(file: Path) -> list[outbox.Notice]:
    async with open_database(f"sqlite:///{file}") as database, database.transaction() as transaction:
        return await outbox.claim(transaction, Cipher([KEY]), LATER, LATER, 100)


def waiting(file: Path) -> dict[int, dict[str, object]]:
    """What the running bot will tell, by person."""
    return {notice.person_id: dict(notice.details or {}) for notice in asyncio.run(_waiting(file))}


def counted(out: str) -> list[int]:
    """The figures that stand before the lines."""
    return [int(line.split()[0]) for line in out.splitlines() if line.split()[0].isdigit()]


def test_a_dry_run_counts_and_tells_nobody(file: Path) -> None:
    Path("lines.csv").write_text(LINE, encoding="utf-8")
    assert komek("lines", "import", "lines.csv").code == 0
    said = komek("recompute")
    assert said.code == 0
    assert counted(said.out) == [3, 0, 0, 1, 1, 1], "asked, without, not recomputed, unchanged, outcomes, amounts"
    assert "Nobody was told" in said.out
    assert waiting(file) == {}


def test_those_whose_result_changes_are_told_once_with_both_amounts(file: Path) -> None:
    Path("lines.csv").write_text(LINE, encoding="utf-8")
    komek("lines", "import", "lines.csv")
    said = komek("recompute", "--send")
    assert said.code == 0
    assert counted(said.out)[-1] == 2
    told = waiting(file)
    assert told.keys() == {101, 102}
    assert told[101]["before"] == {"outcome": "eligible", "low": 50_000, "high": 50_000}
    assert told[101]["now"] == {"outcome": "eligible", "low": 80_000, "high": 80_000}
    assert told[102]["before"] == {"outcome": "refused", "low": 0, "high": 0}
    assert told[102]["now"] == {"outcome": "eligible", "low": 20_000, "high": 20_000}
    assert counted(komek("recompute", "--send").out) == [3, 0, 0, 3, 0, 0, 0]
    assert waiting(file).keys() == {101, 102}


def test_as_long_as_the_law_is_the_same_nothing_changes(file: Path) -> None:
    Path("lines.csv").write_text(LINE.replace("60000", "50000"), encoding="utf-8")
    komek("lines", "import", "lines.csv")
    assert counted(komek("recompute", "--send").out) == [3, 0, 0, 3, 0, 0, 0]
    assert waiting(file) == {}

"""Only `komek run` and `komek migrate` change the schema of a database that is in use: a bot may be at work on it."""

import sqlite3
from pathlib import Path

import pytest

from bot.database.migrations import MIGRATIONS
from tests.bot.commands.terminal import komek, refusal

STEPS = sorted(path.name for path in MIGRATIONS.glob("*.sql"))
BROADCAST = "kk = Сәлем!\nru = Здравствуйте!\n"
LINES = "region,quarter,tenge,source\nKZ-79,2026-Q1,40000,an order\n"
FAMILY = 'applied_on = 2026-11-20\nregion = "KZ-79"\n[[members]]\nlabel = "a"\nrelationship = "applicant"\nage = 35\n'
# every command that needs a database, but the two that may migrate it
COMMANDS = {
    "key add": ("key", "add", "akimat", "--regions", "KZ-79", "--scopes", "events"),
    "key list": ("key", "list"),
    "key revoke": ("key", "revoke", "akimat"),
    "outbox": ("outbox",),
    "outbox --case": ("outbox", "--case", "79-1"),
    "outbox retry": ("outbox", "retry"),
    "lines list": ("lines", "list"),
    "lines missing": ("lines", "missing"),
    "lines import": ("lines", "import", "lines.csv"),
    "lines import --dry-run": ("lines", "import", "lines.csv", "--dry-run"),
    "broadcast": ("broadcast", "text.ftl", "--region", "KZ-79"),
    "reseal": ("reseal",),
    "doctor": ("doctor",),
    "case followers": ("case", "followers", "79-1"),
    "case revoke-links": ("case", "revoke-links", "79-1"),
    "assess": ("assess", "family.toml"),
}
EVERY_COMMAND = pytest.mark.parametrize("asked", COMMANDS.values(), ids=COMMANDS)


@pytest.fixture(autouse=True)
def _files() -> None:
    for name, text in {"text.ftl": BROADCAST, "lines.csv": LINES, "family.toml": FAMILY}.items():
        Path(name).write_text(text, encoding="utf-8")


def change(database: Path, *statements: str) -> None:
    """Run statements outside the program."""
    connection = sqlite3.connect(database)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def schema(database: Path) -> list[tuple[object, ...]]:
    """All that the database is made of, and the steps that it knows."""
    connection = sqlite3.connect(database)
    made = list(connection.execute("select name, sql from sqlite_master order by name"))
    steps = list(connection.execute("select * from schema_migrations order by number"))
    connection.close()
    return made + steps


@pytest.fixture
def older(database: Path) -> Path:
    """A database as the version before left it: the last step has not been taken."""
    assert komek("key", "list").code == 0
    scripts = {name: (MIGRATIONS / name).read_text(encoding="utf-8") for name in STEPS[:-1]}
    kept = schema(database)[-len(STEPS) : -1]
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    connection = sqlite3.connect(database)
    connection.execute("create table schema_migrations (number integer primary key, name, checksum, applied_at)")
    for name, row in zip(scripts, kept, strict=True):
        connection.executescript(scripts[name])
        connection.execute("insert into schema_migrations values (?, ?, ?, ?)", row)
    connection.commit()
    connection.close()
    return database


@EVERY_COMMAND
def test_a_command_leaves_an_older_database_as_it_is_and_says_what_brings_it_up_to_date(
    older: Path, asked: tuple[str, ...]
) -> None:
    before = schema(older)
    said = refusal(*asked)
    assert said == (
        f"the database is older than this program: it lacks {STEPS[-1]}; `komek migrate` brings it up to date"
    )
    assert schema(older) == before


@EVERY_COMMAND
def test_a_command_refuses_a_newer_database(database: Path, asked: tuple[str, ...]) -> None:
    assert komek("key", "list").code == 0
    change(database, "insert into schema_migrations values (99, '0099_later.sql', 'x', '2030-01-01')")
    before = schema(database)
    assert refusal(*asked) == "the database is newer than this program: it has 0099_later.sql"
    assert refusal("migrate") == "the database is newer than this program: it has 0099_later.sql"
    assert schema(database) == before


@EVERY_COMMAND
def test_before_the_first_run_every_command_finds_a_database_of_its_own(database: Path, asked: tuple[str, ...]) -> None:
    said = komek(*asked)
    assert "older" not in said.err
    assert said.code == 0 or "no valid key" in said.err or "no notice" in said.err or "there is no" in said.err
    assert not database.exists() or len(schema(database)) > len(STEPS)


def test_migrate_names_what_it_has_applied_and_then_the_commands_work(older: Path) -> None:
    said = komek("migrate")
    assert (said.out, said.err, said.code) == (f"{STEPS[-1]} applied\n", "", 0)
    assert komek("key", "list").code == 0
    assert (komek("migrate").out, len(schema(older)) > len(STEPS)) == ("", True)


def test_migrate_makes_a_fresh_database(database: Path) -> None:
    assert komek("migrate").out.splitlines() == [f"{name} applied" for name in STEPS]
    assert database.stat().st_mode & 0o777 == 0o600


def test_an_empty_file_is_no_older_database(database: Path) -> None:
    """It is made as it would be if it were not there."""
    database.parent.mkdir(mode=0o700)
    database.touch()
    assert komek(*COMMANDS["key add"]).code == 0
    assert komek("migrate").out == ""

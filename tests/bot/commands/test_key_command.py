"""`komek key`: an administrator makes a key for a program of the authority, and takes it away again."""

import csv
import re
import sqlite3
from pathlib import Path

import pytest

from bot.store.authority_keys import hash_of
from rules.regions import REGIONS
from tests.bot.commands.terminal import komek, python, refusal

pytestmark = pytest.mark.usefixtures("database")


def made(name: str, regions: str = "KZ-79", scopes: str = "events,changes,lines") -> str:
    """Make a key; it alone is printed."""
    said = komek("key", "add", name, "--regions", regions, "--scopes", scopes)
    assert (said.err, said.code) == ("", 0)
    assert re.fullmatch(r"komek_[A-Za-z0-9_-]{43}\n", said.out)
    return said.out.strip()


def listed() -> list[dict[str, str]]:
    said = komek("key", "list")
    assert (said.err, said.code) == ("", 0)
    return list(csv.DictReader(said.out.splitlines()))


def test_the_key_alone_is_printed_and_only_its_hash_is_kept(database: Path) -> None:
    secret = made("akimat")
    with sqlite3.connect(database) as connection:
        kept = list(connection.execute("select * from authority_keys"))
    connection.close()
    assert [row[1] for row in kept] == [hash_of(secret)]
    files = [path.read_bytes() for path in database.parent.iterdir()]
    assert not any(secret.encode() in content for content in files)
    assert database.stat().st_mode & 0o777 == 0o600


def test_two_keys_are_never_alike() -> None:
    assert made("one") != made("two")


def test_the_list_shows_rights_and_no_secret() -> None:
    assert listed() == []
    secrets = [made("ministry", "KZ-79,KZ-71", "changes"), made("akimat", " KZ-79 ", "lines, events")]
    rows = listed()
    assert [(row["name"], row["regions"], row["scopes"], row["revoked_at"]) for row in rows] == [
        ("akimat", "KZ-79", "events lines", ""),
        ("ministry", "KZ-71 KZ-79", "changes", ""),
    ]
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\dT.*\+00:00", row["created_at"]) for row in rows)
    assert not any(secret in str(rows) or hash_of(secret) in str(rows) for secret in secrets)


def test_a_key_may_be_for_the_whole_country() -> None:
    made("ministry", ",".join(REGIONS))
    assert listed()[0]["regions"].split() == sorted(REGIONS)


def test_a_revoked_key_stays_in_the_list_and_its_name_is_not_given_again() -> None:
    made("akimat")
    made("other")
    said = komek("key", "revoke", "akimat")
    assert (said.out, said.err, said.code) == ("", "", 0)
    assert [(row["name"], bool(row["revoked_at"])) for row in listed()] == [("akimat", True), ("other", False)]
    asked = ("key", "add", "akimat", "--regions", "KZ-79", "--scopes", "events")
    assert refusal(*asked) == "NAME: there is, or was, a key 'akimat'; another name is needed"
    assert "there is no valid key 'akimat'" in refusal("key", "revoke", "akimat")


# What is asked for, and what must be said of it.
WRONG = {
    "an unknown region": (
        ("akimat", "KZ-99", "events"),
        "--regions: 'KZ-99'; allowed, with commas between them: KZ-71",
    ),
    "no region": (("akimat", "", "events"), "--regions: ''; allowed"),
    "the country": (("akimat", "KZ", "events"), "--regions: 'KZ'; allowed"),
    "a comma too many": (("akimat", "KZ-79,", "events"), "--regions: ''; allowed"),
    "an unknown scope": (("akimat", "KZ-79", "admin"), "--scopes: 'admin'; allowed"),
    "no scope": (("akimat", "KZ-79", ""), "--scopes: ''; allowed, with commas between them: events, changes, lines"),
    "no name": (("", "KZ-79", "events"), "NAME: ''; up to 64 letters"),
    "a name of two words": (("the akimat", "KZ-79", "events"), "NAME: 'the akimat'; up to 64 letters"),
    "a name of two lines": (("a\nb", "KZ-79", "events"), "NAME: 'a\\nb'; up to 64 letters"),
    "a name that no database keeps": (("a\0b", "KZ-79", "events"), "NAME: 'a\\x00b'; up to 64"),
    "a long name": (("x" * 65, "KZ-79", "events"), "up to 64 letters"),
}


@pytest.mark.parametrize(("asked", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_in_one_line_and_no_key_is_made(asked: tuple[str, str, str], told: str) -> None:
    name, regions, scopes = asked
    assert refusal("key", "add", name, "--regions", regions, "--scopes", scopes).startswith(told) or told in refusal(
        "key", "add", name, "--regions", regions, "--scopes", scopes
    )
    assert listed() == []


@pytest.mark.parametrize("missing", ["--regions", "--scopes"])
def test_rights_are_never_given_by_default(missing: str) -> None:
    options = {"--regions": "KZ-79", "--scopes": "events"}
    del options[missing]
    arguments = [word for pair in options.items() for word in pair]
    assert missing in refusal("key", "add", "akimat", *arguments)
    assert listed() == []


def test_a_key_that_nobody_made_cannot_be_revoked() -> None:
    assert refusal("key", "revoke", "nobody") == "NAME: there is no valid key 'nobody'; `komek key list` shows them"


def test_the_command_does_not_load_what_only_the_bot_needs(database: Path) -> None:
    loads = (
        "import sys; from bot.__main__ import app; sys.argv = ['komek', 'key', 'list']\n"
        "try: app()\nexcept SystemExit: print(sorted({'aiogram', 'fastapi'} & set(sys.modules)))"
    )
    said = python("-c", loads, DATABASE_URL=f"sqlite:///{database}")
    assert said.out.splitlines()[-1] == "[]"

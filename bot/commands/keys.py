"""`komek key`: the keys of the authority's programs."""

import asyncio
import csv
import re
import sys
from collections.abc import Iterable

from bot.commands.database import opened
from bot.errors import CommandError
from bot.store import authority_keys
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.world import utc_now
from rules.regions import REGIONS

NAME = re.compile(r"[\w.-]{1,64}")
COLUMNS = ("name", "regions", "scopes", "created_at", "revoked_at")


class KeyRequestError(CommandError):
    """A key cannot be made or revoked like that; the message says what is allowed."""


def add_key(name: str, regions: str, scopes: str) -> str:
    """Make a key and return it, the only time that it can be seen."""
    if not NAME.fullmatch(name):
        raise KeyRequestError(f"NAME: {name!r}; up to 64 letters, digits, dots and dashes are allowed")
    key = AuthorityKey(name, _known("--regions", regions, REGIONS), _known("--scopes", scopes, SCOPES))
    secret = asyncio.run(_add(key))
    if secret is None:
        raise KeyRequestError(f"NAME: there is, or was, a key {name!r}; another name is needed")
    return secret


def revoke_key(name: str) -> None:
    """Take a key's rights away, at once and for good."""
    if not asyncio.run(_revoke(name)):
        raise KeyRequestError(f"NAME: there is no valid key {name!r}; `komek key list` shows them")


def print_keys() -> None:
    """Print every key without its secret."""
    keys = asyncio.run(_keys())
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for key, created_at, revoked_at in keys:
        regions, scopes = " ".join(sorted(key.regions)), " ".join(sorted(key.scopes))
        writer.writerow((key.name, regions, scopes, created_at, revoked_at or ""))


def _known(option: str, words: str, allowed: Iterable[str]) -> frozenset[str]:
    found = frozenset(word.strip() for word in words.split(","))
    if unknown := sorted(found.difference(allowed)):
        raise KeyRequestError(f"{option}: {unknown[0]!r}; allowed, with commas between them: {', '.join(allowed)}")
    return found


async def _add(key: AuthorityKey) -> str | None:
    async with opened() as database, database.statement() as connection:
        return await authority_keys.add(connection, key, utc_now())


async def _revoke(name: str) -> bool:
    async with opened() as database, database.statement() as connection:
        return await authority_keys.revoke(connection, name, utc_now())


async def _keys() -> list[tuple[AuthorityKey, str, str | None]]:
    async with opened() as database, database.reading() as connection:
        return await authority_keys.all_keys(connection)

"""Keys of the authority's programs: shown once, stored as a hash, limited to regions and scopes."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.database import Connection, queries_beside
from bot.store.instants import to_text

queries = queries_beside(__file__)

KEY_BYTES = 32
PREFIX = "komek_"
SCOPES = ("events", "changes", "lines")


@dataclass(frozen=True)
class AuthorityKey:
    """Who holds a key, for which regions (ISO 3166-2:KZ) and what for."""

    name: str
    regions: frozenset[str]
    scopes: frozenset[str]


def hash_of(secret: str) -> str:
    """Return how a secret of 32 random bytes is stored; a slow hash is for what people choose."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def add(connection: Connection, key: AuthorityKey, now: datetime) -> str | None:
    """Make a key and return it, the only time that it can be seen; None when the name is taken."""
    secret = _fresh_secret()
    return secret if await queries.add(connection, **_row(key, secret, now)) else None


async def renew(connection: Connection, key: AuthorityKey, now: datetime) -> str:
    """Make a key under a name that may have been used: what opened under it before opens no more."""
    secret = _fresh_secret()
    await queries.renew(connection, **_row(key, secret, now))
    return secret


def _fresh_secret() -> str:
    return PREFIX + secrets.token_urlsafe(KEY_BYTES)


def _row(key: AuthorityKey, secret: str, now: datetime) -> dict[str, str]:
    return {
        "name": key.name,
        "key_hash": hash_of(secret),
        "regions": " ".join(sorted(key.regions)),
        "scopes": " ".join(sorted(key.scopes)),
        "now": to_text(now),
    }


async def find(connection: Connection, secret: str) -> AuthorityKey | None:
    """Return whose key this is; None for one that is unknown or revoked."""
    row = await queries.find(connection, key_hash=hash_of(secret))
    return row and AuthorityKey(row["name"], frozenset(row["regions"].split()), frozenset(row["scopes"].split()))


async def revoke(connection: Connection, name: str, now: datetime) -> bool:
    """Take a key's rights away; whether there was a valid one of that name."""
    return await queries.revoke(connection, name=name, now=to_text(now)) is not None


async def all_keys(connection: Connection) -> list[tuple[AuthorityKey, str, str | None]]:
    """Return every key with the instants when it was made and revoked."""
    return [
        (
            AuthorityKey(row["name"], frozenset(row["regions"].split()), frozenset(row["scopes"].split())),
            row["created_at"],
            row["revoked_at"],
        )
        async for row in queries.all_keys(connection)
    ]

"""A key is shown once, known by its hash alone, and can be taken back."""

import hashlib
from datetime import datetime, timedelta

from bot.database import Database
from bot.store import authority_keys
from bot.store.authority_keys import PREFIX, AuthorityKey

AKIMAT = AuthorityKey("akimat", frozenset({"KZ-79", "KZ-61"}), frozenset({"events", "changes"}))
CENTRE = AuthorityKey("centre", frozenset({"KZ-71"}), frozenset({"events"}))


async def add(database: Database, key: AuthorityKey, now: datetime) -> str | None:
    async with database.statement() as connection:
        return await authority_keys.add(connection, key, now)


async def find(database: Database, secret: str) -> AuthorityKey | None:
    async with database.reading() as connection:
        return await authority_keys.find(connection, secret)


async def test_a_key_leads_to_its_name_regions_and_scopes(database: Database, now: datetime) -> None:
    akimat, centre = await add(database, AKIMAT, now), await add(database, CENTRE, now)
    assert akimat is not None
    assert centre is not None
    assert await find(database, akimat) == AKIMAT
    assert await find(database, centre) == CENTRE


async def test_a_key_is_long_random_and_told_by_its_beginning(database: Database, now: datetime) -> None:
    """Who finds one in a log or a repository sees what it is."""
    akimat, centre = await add(database, AKIMAT, now), await add(database, CENTRE, now)
    assert akimat is not None
    assert centre is not None
    assert akimat.startswith(PREFIX)
    assert len(akimat) == len(PREFIX) + 43
    assert akimat != centre


async def test_the_database_knows_only_the_hash(database: Database, now: datetime) -> None:
    secret = await add(database, AKIMAT, now)
    assert secret is not None
    async with database.reading() as connection:
        (row,) = await connection.fetch("select name, key_hash, regions, scopes from authority_keys", {})
    assert row["key_hash"] == hashlib.sha256(secret.encode()).hexdigest()
    assert (row["regions"], row["scopes"]) == ("KZ-61 KZ-79", "changes events")
    assert secret not in [row["name"], row["key_hash"], row["regions"], row["scopes"]]


async def test_a_name_is_given_once(database: Database, now: datetime) -> None:
    """The first key goes on working, and a second one is not made."""
    secret = await add(database, AKIMAT, now)
    assert await add(database, AKIMAT, now) is None
    assert secret is not None
    assert await find(database, secret) == AKIMAT


async def test_what_is_no_key_leads_to_nobody(database: Database, now: datetime) -> None:
    secret = await add(database, AKIMAT, now)
    assert secret is not None
    for wrong in ("", PREFIX, secret[:-1], secret + "A", secret.upper(), "akimat", "' or 1 = 1 --", "\N{SNOWMAN}"):
        assert await find(database, wrong) is None


async def test_a_revoked_key_works_no_more_and_stays_in_the_list(database: Database, now: datetime) -> None:
    secret = await add(database, AKIMAT, now)
    assert secret is not None
    await add(database, CENTRE, now)
    later = now + timedelta(days=1)
    async with database.statement() as connection:
        assert await authority_keys.revoke(connection, "akimat", later)
        assert not await authority_keys.revoke(connection, "akimat", later)
        assert not await authority_keys.revoke(connection, "nobody", later)
    assert await find(database, secret) is None
    async with database.reading() as connection:
        listed = await authority_keys.all_keys(connection)
    assert [key for key, _, _ in listed] == [AKIMAT, CENTRE]
    assert [revoked_at is None for _, _, revoked_at in listed] == [False, True]
    assert datetime.fromisoformat(str(listed[0][2])) == later


async def test_a_name_that_was_revoked_is_not_given_again(database: Database, now: datetime) -> None:
    """In the journal of a server a name means one holder for ever."""
    await add(database, AKIMAT, now)
    async with database.statement() as connection:
        await authority_keys.revoke(connection, "akimat", now)
    assert await add(database, AKIMAT, now) is None


async def test_a_renewed_key_takes_the_place_of_the_one_before(database: Database, now: datetime) -> None:
    """Whatever became of that one; its name, regions and scopes are those of the new one."""
    first = await add(database, AKIMAT, now)
    assert first is not None
    renewed = AuthorityKey("akimat", frozenset({"KZ-71"}), frozenset({"lines"}))
    async with database.statement() as connection:
        second = await authority_keys.renew(connection, renewed, now)
    assert (await find(database, first), await find(database, second)) == (None, renewed)
    async with database.statement() as connection:
        assert await authority_keys.revoke(connection, "akimat", now)
        third = await authority_keys.renew(connection, AKIMAT, now)
    assert (await find(database, second), await find(database, third)) == (None, AKIMAT)


async def test_a_name_that_was_never_used_can_be_renewed(database: Database, now: datetime) -> None:
    async with database.statement() as connection:
        secret = await authority_keys.renew(connection, CENTRE, now)
    assert await find(database, secret) == CENTRE
    assert await add(database, CENTRE, now) is None

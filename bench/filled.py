"""Databases of the size of a country, filled within minutes: rows made by the database itself, in batches."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from bot.store.instants import to_text
from bot.world import World

BATCH: Final = 50_000
FIRST_OF_FAMILIES: Final = 10_000_000
"""The person of family 0; numbers of families follow it."""
NUMBERS: Final = """
with recursive numbers (n) as (
    select cast(:first as bigint) union all select n + 1 from numbers where n < cast(:last as bigint)
)
"""
PEOPLE: Final = """
insert into people (id, language, consented_at, created_at)
select n, case n % 2 when 0 then 'kk' else 'ru' end, :now, :now from numbers
"""
DRAFTS: Final = """
insert into drafts (person_id, answers, version, last_update_id, updated_at)
select n, usual.answers, usual.version, usual.last_update_id, :now
from numbers
join drafts as usual on usual.person_id = cast(:like as bigint) + n % cast(:of as bigint)
"""
FOLLOWERS: Final = """
insert into people (id, language, consented_at, created_at)
select cast(:person as bigint) + n, 'kk', :now, :now from numbers
"""
CASES: Final = """
insert into cases (id, number, region, applied_on, status, status_on, paid_until, opened_at)
select 'f' || n, 'f' || n, 'KZ-79', '2026-10-02', 'assigned', '2026-10-10', :paid_until, :now from numbers
"""
FOLLOWED: Final = """
insert into case_people (case_id, person_id, alias, joined_at)
select 'f' || n, cast(:person as bigint) + n, 'f' || n, :now from numbers
"""


async def let_people_have_answered(world: World, people: range, like: range) -> None:
    """Store these people, each with a copy of the draft of one of those: what is sealed names nobody."""
    await _fill(world, people, {PEOPLE: {}, DRAFTS: {"like": like.start, "of": len(like)}})


async def let_families_follow(world: World, numbers: range, paid_until: date) -> None:
    """Give each family a case whose assistance ends on that day, a person who follows it, and nothing else."""
    person = {"person": FIRST_OF_FAMILIES}
    await _fill(world, numbers, {FOLLOWERS: person, CASES: {"paid_until": paid_until.isoformat()}, FOLLOWED: person})


async def _fill(world: World, numbers: range, inserts: Mapping[str, Mapping[str, Any]]) -> None:
    now = to_text(world.now())
    for first in range(numbers.start, numbers.stop, BATCH):
        each = {"first": first, "last": min(first + BATCH, numbers.stop) - 1}
        async with world.database.transaction() as transaction:
            for insert, values in inserts.items():
                needed = each | dict(values) | ({"now": now} if ":now" in insert else {})
                await transaction.fetch(NUMBERS + insert, needed)
    async with world.database.transaction() as transaction:
        await transaction.fetch("analyze", {})  # as the database does by itself, but later

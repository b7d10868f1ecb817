"""What the authority has read of the changes grows old; what nobody has read is kept, and somebody is told."""

from datetime import timedelta

import pytest

from bot.api.changes import cursor_of
from bot.commands import doctor
from bot.database import Database
from bot.reminders.retention import delete_old, keep_retention
from bot.world import World
from tests.bot.api.authority import ASTANA, SHYMKENT, Authority, Clock, status
from tests.bot.api.conftest import MakeAuthority

KEPT_DAYS = 400


async def happens(akimat: Authority, case_id: str, region: str = SHYMKENT) -> None:
    """Open a case and move it on: that nobody follows it is a change."""
    await akimat.opens(case_id, region)
    await akimat.tells("case.status", **status(case_id, "received"))


async def numbers(world: World) -> list[tuple[str, int]]:
    """Return which changes there still are."""
    async with world.database.reading() as connection:
        rows = await connection.fetch("select region, number from changes order by number", {})
    return [(row["region"], row["number"]) for row in rows]


async def test_what_was_read_goes_in_its_time_and_what_was_not_is_kept_and_told_of(
    akimat: Authority, world: World, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once an authority whose program had stood still for a year would never have learned what it missed."""
    await happens(akimat, "79-1")
    await happens(akimat, "79-2")
    (first, second), _ = await akimat.learns()
    clock.moves(days=KEPT_DAYS + 1)
    assert (await delete_old(world)).changes == 0, "they were handed out, and nobody has said that they arrived"
    await akimat.learns(first["cursor"])
    clock.moves(minutes=1)
    assert (await delete_old(world)).changes == 1
    assert await numbers(world) == [(SHYMKENT, 2)]
    clock.moves(hours=24 - clock().hour)  # after three in Kazakhstan
    capsys.readouterr()
    await keep_retention(world, None)
    said = capsys.readouterr().out
    assert "changes_unread" in said
    assert SHYMKENT in said
    assert str(KEPT_DAYS + 1) in said
    (still,), place = await akimat.learns(first["cursor"])
    assert still == second
    await akimat.learns(place)
    assert (await delete_old(world)).changes == 1
    capsys.readouterr()
    await keep_retention(world, None)
    assert "changes_unread" not in capsys.readouterr().out


async def test_what_was_read_is_kept_until_its_time(akimat: Authority, world: World, clock: Clock) -> None:
    await happens(akimat, "79-1")
    _, place = await akimat.learns()
    await akimat.learns(place)
    clock.moves(days=KEPT_DAYS - 1)
    assert (await delete_old(world)).changes == 0
    assert len((await akimat.learns())[0]) == 1
    clock.moves(days=2)
    assert (await delete_old(world)).changes == 1


async def test_each_region_reads_for_itself(
    akimat: Authority, make_authority: MakeAuthority, world: World, clock: Clock
) -> None:
    """A key of several regions has read in all of them."""
    astana = await make_authority("astana", (ASTANA,))
    ministry = await make_authority("ministry", (ASTANA, SHYMKENT))
    await happens(akimat, "79-1")
    await happens(astana, "71-1", ASTANA)
    _, place = await astana.learns()
    await astana.learns(place)
    clock.moves(days=KEPT_DAYS + 1)
    assert (await delete_old(world)).changes == 1
    assert await numbers(world) == [(SHYMKENT, 1)]
    await ministry.learns(place)
    assert (await delete_old(world)).changes == 1


async def test_a_slip_in_a_cursor_says_nothing_of_what_is_still_to_come(
    akimat: Authority, world: World, clock: Clock
) -> None:
    await happens(akimat, "79-1")
    await akimat.learns(cursor_of(1_000_000))
    await happens(akimat, "79-2")
    clock.moves(days=KEPT_DAYS + 1)
    assert (await delete_old(world)).changes == 1
    assert await numbers(world) == [(SHYMKENT, 2)]
    _, place = await akimat.learns()
    await akimat.learns(place)
    await akimat.learns(cursor_of(1))
    assert (await delete_old(world)).changes == 1, "to read again from before takes nothing back"


async def test_the_doctor_says_since_when_nobody_has_read(akimat: Authority, clock: Clock, database: Database) -> None:
    await happens(akimat, "79-1")
    found = await doctor.unread_for_long(database, clock() + timedelta(days=6))
    assert found == []
    found = await doctor.unread_for_long(database, clock() + timedelta(days=9))
    assert [doctor.told_of(one, clock() + timedelta(days=9)) for one in found] == [
        f"the oldest change of {SHYMKENT} that nobody has read is 9 days old"
    ]

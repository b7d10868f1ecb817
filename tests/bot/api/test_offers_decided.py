"""What the list and the table say of a decided offer: since when, by which key, every answer with its words."""

from datetime import datetime, timedelta

import pytest

from bot import casework
from bot.casework import OfferReply, Shown
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World
from rules.offer import Excuse
from tests.bot.api.authority import NOON, SHYMKENT, Authority, Clock, fields
from tests.bot.api.conftest import MakeAuthority
from tests.bot.api.offer_rows import row, sends, wrong
from tests.bot.api.offered import AIGUL, cannot, kept_file, listed, offer, offered, rows, told

SHOWN = Shown("kk", 17, "Аспаз, 120 000 ₸")
ABOUT = {"case_id": "79-1", "offer_id": "o1"}
STEPS = ("made", "asked", "not_excused", "accepted", "acknowledged", "withdrawn")


async def stands(akimat: Authority) -> tuple[str, datetime, str | None]:
    """How the one offer stands: the state, since when, and who has decided that."""
    (seen,) = await listed(akimat)
    return seen["state"], datetime.fromisoformat(seen["state_since"]), seen["decided_by"]


async def goes_through(akimat: Authority, world: World, step: str) -> None:
    """Let one thing happen to the offer."""
    if step == "made":
        await offered(akimat, world, respond_by=(NOON + timedelta(days=30)).isoformat())
    elif step == "asked":
        asked = await casework.ask_to_be_excused(world, 1, 0, AIGUL, SHOWN, Excuse.OTHER)
        assert asked is OfferReply.DONE
    elif step == "not_excused":
        assert (await akimat.tells("offer.excused", **ABOUT, accepted=False, note="Анықтама жоқ")).status == 202
    elif step == "accepted":
        assert await casework.accept_offer(world, 1, 2, AIGUL, SHOWN) is OfferReply.DONE
    elif step == "acknowledged":
        assert (await akimat.tells("offer.acknowledged", **ABOUT)).status == 202
    else:
        assert (await akimat.tells("offer.withdrawn", **ABOUT)).status == 202


async def test_every_state_has_its_time_and_a_decision_its_key(
    make_authority: MakeAuthority, world: World, clock: Clock
) -> None:
    """An answer of the family is decided by nobody; an acknowledged one by whoever has acted on it."""
    akimat = await make_authority("shymkent", (SHYMKENT,))
    expected = [
        ("open", 0, None),
        ("excuse_requested", 1, None),
        ("not_excused", 2, "shymkent"),
        ("accepted", 3, None),
        ("accepted", 3, "shymkent"),
        ("withdrawn", 5, "shymkent"),
    ]
    for step, (state, hours, key) in zip(STEPS, expected, strict=True):
        await goes_through(akimat, world, step)
        assert await stands(akimat) == (state, NOON + timedelta(hours=hours), key), step
        clock.moves(hours=1)


async def test_two_keys_of_one_region_are_told_apart(make_authority: MakeAuthority, world: World) -> None:
    """The archive says which of them has excused."""
    first = await make_authority("first", (SHYMKENT,))
    second = await make_authority("second", (SHYMKENT,))
    await offered(first, world)
    await cannot(world)
    await second.tells("offer.excused", **ABOUT, accepted=True)
    assert (await stands(first))[2] == "second"


@pytest.mark.parametrize("is_reached", [True, False])
async def test_a_deadline_that_passes_has_its_time_and_an_extension_opens_anew(
    akimat: Authority, world: World, clock: Clock, *, is_reached: bool
) -> None:
    """Of an offer that is still open an extension changes nothing but the deadline."""
    await offered(akimat, world)
    clock.moves(days=1)
    await akimat.tells("offer.extended", **ABOUT, respond_by=(NOON + timedelta(days=4)).isoformat())
    assert await stands(akimat) == ("open", NOON, None)
    if is_reached:
        await told(world, clock.at)
        await casework.open_offer(world, 1, AIGUL, SHOWN)
    clock.moves(days=4)
    assert await casework.close_overdue(world, 1)
    assert await stands(akimat) == ("no_answer" if is_reached else "undelivered", NOON + timedelta(days=5), None)
    clock.moves(hours=1)
    await akimat.tells("offer.extended", **ABOUT, respond_by=(NOON + timedelta(days=9)).isoformat())
    assert await stands(akimat) == ("open", NOON + timedelta(days=5, hours=1), None)


async def test_the_table_names_the_time_and_the_key_and_each_answer_with_its_reason(
    akimat: Authority, world: World, clock: Clock
) -> None:
    """One line an answer, whatever was written in it; the words of one do not stand for another."""
    await offered(akimat, world)
    file_id = await kept_file(world)
    await casework.ask_to_be_excused(world, 1, 0, AIGUL, SHOWN, Excuse.ELDERLY, "Анам\nауырады", [file_id])
    clock.moves(hours=1)
    await casework.take_back(world, 1, 1, AIGUL, SHOWN)
    await casework.ask_to_be_excused(world, 1, 2, AIGUL, SHOWN, Excuse.LONG_ILLNESS)
    clock.moves(hours=1)
    await akimat.tells("offer.excused", **ABOUT, accepted=True, note="Анықтама бар")
    (table,) = await rows(akimat)
    assert table["answers"].split("\n") == [
        f"2026-11-23T12:00:00+05:00 p1 offer_excuse_requested elderly «Анам ауырады» /v1/files/{file_id}",
        "2026-11-23T13:00:00+05:00 p1 offer_taken_back",
        "2026-11-23T13:00:00+05:00 p1 offer_excuse_requested long_illness",
    ]
    assert (table["state"], table["state_since"]) == ("excused", "2026-11-23T14:00:00+05:00")
    (seen,) = await listed(akimat)
    assert table["decided_by"] == seen["decided_by"]
    assert [(answer["reason"], answer["text"], len(answer["files"])) for answer in seen["answers"]] == [
        ("elderly", "Анам\nауырады", 1),
        (None, None, 0),
        ("long_illness", None, 0),
    ]


# The first day


def day(days: int) -> str:
    """A day so many days from the one of the tests, as it is in Kazakhstan."""
    return (NOON.astimezone(KAZAKHSTAN_TIME) + timedelta(days=days)).date().isoformat()


@pytest.mark.parametrize(("days", "status"), [(-400, 422), (-1, 422), (0, 202), (1, 202)])
async def test_no_job_begins_before_today(akimat: Authority, days: int, status: int) -> None:
    """A first day that has passed is a slip of whoever typed it."""
    await akimat.opens("79-1")
    answer = await akimat.tells("offer.made", **offer(starts_on=day(days)))
    assert answer.status == status
    if status != 202:
        assert fields(answer) == ["data.starts_on"]
        assert await listed(akimat) == []


async def test_a_batch_names_the_row_whose_first_day_has_passed(akimat: Authority) -> None:
    """By the name of the column, in the dry run as in earnest."""
    await akimat.opens("79-1")
    for dry_run in (True, False):
        both = [row("79-1", "o1", starts_on=day(-1)), row("79-1", "o2", starts_on=day(0))]
        assert wrong(await sends(akimat, *both, dry_run=dry_run)) == [(2, ["starts_on"])], "the line of the file"
    assert [one["offer_id"] for one in await listed(akimat)] == ["o2"]

"""GET /v1/changes: everything that the authority must learn, in order, and never with one left out."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from itertools import cycle, product
from typing import Any

from bot import casework
from bot.casework import Answered, OfferReply, Shown
from bot.database import open_database
from bot.delivery.outcomes import Outcome
from bot.delivery.settling import settle
from bot.store import changes, outbox, people
from bot.world import World
from tests.bot.api.authority import ASTANA, NOON, SHYMKENT, Authority, Clock, fields, status, visit
from tests.bot.api.conftest import AIGUL, MakeAuthority, follows
from tests.numbered import id_of

SHOWN = Shown("kk", 1, "Жұмыс ұсынысы")
OF_FAMILIES = "select {0}.number, cases.number as family from {0} join cases on cases.id = {0}.case_id"


async def test_at_first_there_is_nothing_and_the_place_is_kept(akimat: Authority) -> None:
    nothing, place = await akimat.learns()
    assert (nothing, await akimat.learns(place)) == ([], ([], place))
    assert isinstance(place, str)


async def test_after_and_limit_may_be_left_out(akimat: Authority) -> None:
    assert (await akimat.asks("GET", "/v1/changes")).body == (await akimat.asks("GET", "/v1/changes?after=")).body


async def test_what_the_family_does_is_told_in_its_order(akimat: Authority, world: World, clock: Clock) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world, "79-1")
    await akimat.tells("visit.scheduled", **visit("79-1"))
    wished = [{"from": "2026-11-25T10:00:00+05:00", "to": "2026-11-25T12:00:00+05:00"}]
    assert await casework.confirm_visit(world, 1, 0, AIGUL) is Answered.DONE
    assert await casework.ask_to_move_visit(world, 1, 0, AIGUL, list(wished)) is Answered.DONE
    clock.moves(hours=27)
    assert await casework.nobody_came(world, 1, 0, AIGUL) is Answered.DONE
    assert await casework.leave(world, await id_of(world, "79-1"), AIGUL)
    told, place = await akimat.learns()
    assert [change["kind"] for change in told] == [
        "joined", "visit_confirmed", "visit_move_requested", "nobody_came", "left",
    ]  # fmt: skip
    assert all((change["case_id"], change["person"]) == ("79-1", "p1") for change in told)
    confirmed, moved = told[1:3]
    assert confirmed.keys() == {"cursor", "at", "kind", "case_id", "region", "visit_id", "person"}
    assert confirmed["visit_id"] == "v1"
    assert datetime.fromisoformat(confirmed["at"]) == NOON
    assert moved["wished"] == wished
    assert place == told[-1]["cursor"]


async def test_a_notice_that_nobody_follows_is_told_at_once(akimat: Authority) -> None:
    await akimat.opens("79-1")
    await akimat.tells("case.status", **status("79-1", "received"))
    (change,), _ = await akimat.learns()
    assert (change["kind"], change["notice"], change["reason"]) == ("undeliverable", "case-received", "nobody_joined")


async def many(akimat: Authority, count: int) -> None:
    """Open one case and make so many changes of it."""
    await akimat.opens("79-1")
    for number in range(count):
        await akimat.tells("visit.scheduled", **visit("79-1", f"v{number}"))


async def test_pages_of_any_length_together_are_the_whole(akimat: Authority) -> None:
    await many(akimat, 7)
    whole, end = await akimat.learns(limit=1_000)
    assert len(whole) == 7
    for limit in (1, 2, 3, 7, 8):
        read: list[dict[str, Any]] = []
        place = ""
        while True:
            page, place = await akimat.learns(place, limit)
            assert len(page) <= limit
            if not page:
                break
            read += page
        assert read == whole
        assert place == end


async def test_the_cursor_of_each_change_is_a_place_to_go_on_from(akimat: Authority) -> None:
    await many(akimat, 4)
    whole, _ = await akimat.learns()
    assert len({change["cursor"] for change in whole}) == 4
    for place, change in enumerate(whole):
        assert (await akimat.learns(change["cursor"]))[0] == whole[place + 1 :]


async def test_each_key_reads_the_changes_of_its_regions(make_authority: MakeAuthority) -> None:
    shymkent = await make_authority("shymkent", (SHYMKENT,))
    astana = await make_authority("astana", (ASTANA,))
    ministry = await make_authority("ministry", (SHYMKENT, ASTANA))
    for number in range(3):
        await ministry.opens(f"79-{number}", SHYMKENT)
        await ministry.opens(f"71-{number}", ASTANA)
        for region in (79, 71):
            await ministry.tells("case.status", **status(f"{region}-{number}", "received"))
    seen = [[change["case_id"] for change in (await key.learns())[0]] for key in (shymkent, astana, ministry)]
    assert seen == [
        ["79-0", "79-1", "79-2"],
        ["71-0", "71-1", "71-2"],
        ["79-0", "71-0", "79-1", "71-1", "79-2", "71-2"],
    ]
    first, place = await shymkent.learns(limit=2)
    rest, end = await shymkent.learns(place, limit=2)
    assert [change["case_id"] for change in first + rest] == ["79-0", "79-1", "79-2"]
    assert (await shymkent.learns(end))[0] == []


async def test_a_key_finds_its_change_behind_many_of_other_regions(world: World, make_authority: MakeAuthority) -> None:
    """More than are read at once: the key's own change is not taken for the end."""
    ministry = await make_authority("ministry", (SHYMKENT, ASTANA))
    astana = await make_authority("astana", (ASTANA,))
    await ministry.opens("79-1", SHYMKENT)
    await ministry.opens("71-1", ASTANA)
    ours, theirs = await id_of(world, "79-1", SHYMKENT), await id_of(world, "71-1", ASTANA)
    async with world.database.transaction() as transaction:
        for case_id in [ours] * (2 * changes.BATCH) + [theirs]:
            await changes.add(
                transaction, world.cipher, case_id=case_id, kind="opened", now=world.now(), details={"person": "p1"}
            )
    assert [change["case_id"] for change in (await astana.learns(limit=1))[0]] == ["71-1"]


async def test_what_is_no_cursor_and_no_limit_is_refused_by_its_field(akimat: Authority) -> None:
    for query, field in (
        ("after=1", "after"),
        ("after=AAAAAAAAAA", "after"),
        ("after=__________8", "after"),
        ("after=AAAAAAAAAAB", "after"),
        ("after=%00", "after"),
        ("after=ұ", "after"),
        ("after=" + "A" * 65, "after"),
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("limit=1001", "limit"),
        ("limit=many", "limit"),
        ("limit=1.5", "limit"),
        ("limit=" + "9" * 5_000, "limit"),
        ("limit=", "limit"),
        ("limt=5", "limt"),
        ("after=&limit=5&region=KZ-79", "region"),
    ):
        answer = await akimat.asks("GET", f"/v1/changes?{query}")
        assert (query, answer.status, fields(answer)) == (query, 422, [field])


async def test_a_reader_misses_nothing_while_many_write_at_once(akimat: Authority) -> None:
    """Whoever writes first may commit last: a reader that has gone past must not have skipped it."""
    cases = [f"79-{number}" for number in range(12)]
    for case_id in cases:
        await akimat.opens(case_id)
    written = asyncio.Event()
    read: list[dict[str, Any]] = []

    async def read_on() -> None:
        place = ""
        while True:
            done = written.is_set()
            page, place = await akimat.learns(place, limit=3)
            read.extend(page)
            if done and not page:
                return
            await asyncio.sleep(0.02)

    async def write(case_id: str) -> None:
        for number in range(5):
            answer = await akimat.tells("visit.scheduled", **visit(case_id, f"v{number}"))
            assert answer.status == 202

    reader = asyncio.create_task(read_on())
    await asyncio.gather(*map(write, cases))
    written.set()
    await reader
    whole, _ = await akimat.learns(limit=1_000)
    assert read == whole
    assert len({change["cursor"] for change in read}) == len(read) == 60
    assert sorted(change["case_id"] for change in read) == sorted(cases * 5)


# Everything that writes changes, at once, from two processes' worlds

FAMILIES = range(6)
ROUNDS = range(4)


def resident(family: int) -> int:
    """Who follows a case from the beginning."""
    return AIGUL + 100 * (family + 1)


async def settled(akimat: Authority, world: World) -> dict[int, list[str]]:
    """Open the cases with a visit and an offer each, and return the links by which more people will join."""
    tokens = {}
    for family in FAMILIES:
        case_id = f"79-{family}"
        await akimat.opens(case_id)
        await follows(akimat, world, case_id, resident(family))
        await akimat.tells("visit.scheduled", **visit(case_id))
        made = {"case_id": case_id, "offer_id": "o1", "member_label": "Айгүл", "measure": "vacancy", "title": "Аспаз"}
        until = {"place": "Шымкент", "contact": "Сәуле", "respond_by": "2026-11-27T18:00:00+05:00"}
        assert (await akimat.tells("offer.made", **made, **until)).status == 202
        links = [await akimat.asks("POST", f"/v1/cases/{case_id}/link", {"member_label": None}) for _ in ROUNDS]
        tokens[family] = [link.body["token"] for link in links]
    async with world.database.transaction() as transaction:
        for family, number in product(FAMILIES, ROUNDS):
            await people.choose_language(transaction, resident(family) + 1 + number, "ru", world.now())
    return tokens


async def join_all(world: World, tokens: dict[int, list[str]]) -> None:
    for number, family in product(ROUNDS, FAMILIES):
        assert await casework.join(world, tokens[family][number], resident(family) + 1 + number)


async def answer_visits(world: World, numbers: dict[int, int]) -> None:
    wished = [{"from": "2026-11-25T10:00:00+05:00", "to": "2026-11-25T12:00:00+05:00"}]
    for number, family in product(ROUNDS, FAMILIES):
        if number % 2:
            done = await casework.ask_to_move_visit(world, numbers[family], 0, resident(family), list(wished))
        else:
            done = await casework.confirm_visit(world, numbers[family], 0, resident(family))
        assert done is Answered.DONE


async def answer_offers(world: World, numbers: dict[int, int]) -> None:
    for number, family in product(ROUNDS, FAMILIES):
        answer = casework.take_back if number % 2 else casework.accept_offer
        assert await answer(world, numbers[family], number, resident(family), SHOWN) is OfferReply.DONE


async def mark_all(world: World, others: list[asyncio.Task[None]]) -> int:
    """Mark as delivered, many at once as the worker does, until the others are done and nothing waits."""
    count = 0
    while True:
        are_done = all(task.done() for task in others)
        async with world.database.statement() as connection:
            until = world.now() + timedelta(minutes=1)
            claimed = await outbox.claim(connection, world.cipher, world.now(), until, 5)
        await settle(world, [Outcome(notice, "delivered", message_id=notice.id) for notice in claimed])
        count += len(claimed)
        if are_done and not claimed:
            return count
        await asyncio.sleep(0.01)


async def read_on(akimat: Authority, written: asyncio.Event) -> list[dict[str, Any]]:
    """Read by small pages until everything was written and nothing comes any more."""
    read: list[dict[str, Any]] = []
    place, limits = "", cycle((1, 2, 3))
    while True:
        is_over = written.is_set()
        page, place = await akimat.learns(place, limit=next(limits))
        read += page
        if is_over and not page:
            return read
        await asyncio.sleep(0 if page else 0.01)


async def test_a_reader_misses_nothing_of_whatever_two_processes_write_at_once(
    akimat: Authority, world: World, database_url: str
) -> None:
    """Joins, answers to visits and offers, batches of marks, and notices that nobody follows."""
    tokens = await settled(akimat, world)
    async with world.database.reading() as connection:
        rows = await connection.fetch(OF_FAMILIES.format("visits"), {})
        visits = {int(row["family"].removeprefix("79-")): row["number"] for row in rows}
        rows = await connection.fetch(OF_FAMILIES.format("offers"), {})
        offers = {int(row["family"].removeprefix("79-")): row["number"] for row in rows}
    await akimat.opens("79-99")
    written = asyncio.Event()
    reading = asyncio.create_task(read_on(akimat, written))
    async with open_database(database_url) as database:
        another = World(database, world.cipher, world.now)

        async def tell_nobody() -> None:
            for number in range(len(FAMILIES) * len(ROUNDS)):
                await akimat.tells("visit.scheduled", **visit("79-99", f"v{number}"))

        works = (join_all(another, tokens), answer_visits(world, visits), answer_offers(another, offers), tell_nobody())
        others: list[asyncio.Task[None]] = [asyncio.create_task(work) for work in works]
        delivered = await mark_all(world, others)
        await asyncio.gather(*others)
    written.set()
    read = await reading
    whole, _ = await akimat.learns(limit=1_000)
    assert read == whole
    assert len({change["cursor"] for change in read}) == len(read), "each once"
    each = len(FAMILIES) * len(ROUNDS)
    assert Counter(change["kind"] for change in read) == {
        "joined": each + len(FAMILIES), "visit_confirmed": each // 2, "visit_move_requested": each // 2,
        "offer_accepted": each // 2, "offer_taken_back": each // 2, "undeliverable": each, "delivered": delivered,
    }  # fmt: skip
    assert delivered >= len(FAMILIES), "what of an offer was answered already is told no more"
    for family in FAMILIES:
        answers = [one["kind"] for one in read if one["case_id"] == f"79-{family}" and one["kind"].startswith("visit")]
        assert answers == ["visit_confirmed", "visit_move_requested"] * 2

"""Events come again, come twice at once, come too late: each changes things once, in an order that makes sense."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot import casework
from bot.casework import OfferReply, Shown
from bot.casework.events import TYPES
from bot.database import Database
from bot.world import World
from rules.offer import Excuse
from tests.bot.api.authority import BATCH, NOON, Authority, Clock, event, status, visit
from tests.bot.api.conftest import AIGUL, follows
from tests.databases import columns_of
from tests.handlers.tables import all_tables

RESCHEDULED = visit("79-1", hours_ahead=30)
CANCELLED = {"case_id": "79-1", "visit_id": "v2", "note": "public holiday"}
HELD = {"case_id": "79-1", "visit_id": "v1", "conclusion": "need"}

SHOWN = Shown("kk", 1, "Жұмыс ұсынысы")
OFFERED = {
    "case_id": "79-1",
    "member_label": "Айгүл",
    "measure": "vacancy",
    "title": "Аспаз",
    "place": "Шымкент",
    "contact": "Сәуле",
    "respond_by": "2026-11-27T18:00:00+05:00",
}
OF_OFFER = {"case_id": "79-1", "offer_id": "o1"}

# A whole case: every type of event, with the hours that have passed since the start.
STORY: list[tuple[float, dict[str, Any]]] = [
    (0, event("s1", "case.opened", case_id="79-1", region="KZ-79", applied_on="2026-11-20")),
    (0, event("s2", "case.status", **status("79-1", "received"))),
    (1, event("s3", "visit.scheduled", **visit("79-1"))),
    (1, event("s4", "visit.scheduled", **visit("79-1", "v2", hours_ahead=50))),
    (2, event("s5", "visit.rescheduled", **RESCHEDULED)),
    (3, event("s6", "visit.cancelled", **CANCELLED)),
    (31, event("s7", "visit.held", **HELD)),
    (32, event("s8", "case.status", **status("79-1", "under_review"))),
    (48, event("s9", "case.status", **status("79-1", "assigned", on="2026-11-25"))),
    (49, event("s13", "offer.made", offer_id="o1", **OFFERED)),
    (49, event("s14", "offer.made", offer_id="o2", **(OFFERED | {"title": "Тігінші"}))),
    (50, event("s15", "offer.extended", **OF_OFFER, respond_by="2026-11-28T18:00:00+05:00")),
    (51, event("s16", "offer.withdrawn", case_id="79-1", offer_id="o2", note="The place is taken")),
    (53, event("s17", "offer.excused", **OF_OFFER, accepted=False, note="Анықтама жоқ")),
    (55, event("s18", "offer.acknowledged", **OF_OFFER)),
    (72, event("s10", "case.status", **status("79-1", "suspended", on="2026-11-26"))),
    (96, event("s11", "case.status", **status("79-1", "assigned", on="2026-11-27"))),
    (120, event("s12", "case.status", **status("79-1", "terminated", on="2026-11-28"))),
    (120.5, event("s22", "case.corrected", case_id="79-1", reason="mistake", note="Another family's")),
    (121, event("s19", "follower.confirmed", case_id="79-1", person="p1", member_label="Айгүл")),
    (122, event("s20", "links.revoked", case_id="79-1")),
    (123, event("s21", "follower.removed", case_id="79-1", person="p1", note="Left the family")),
]
STATUSES = {"received", "under_review", "assigned", "refused", "suspended", "terminated"}


async def seen(akimat: Authority, world: World) -> tuple[Any, ...]:
    """Return all that can be seen of the case, and all that is stored of it."""
    case, told = (await akimat.asks("GET", "/v1/cases/79-1")).body, await akimat.learns(limit=1_000)
    offers = (await akimat.asks("GET", "/v1/offers")).body
    return case, told, offers, await stored(world.database)


async def stored(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that the migrations' tables hold, as it lies there, but the counters."""
    async with database.reading() as connection:
        return {
            table: [tuple(columns_of(row).values()) for row in rows]
            for table in all_tables()
            if table != "number_series"
            for rows in [await connection.fetch(f"select * from {table} order by 1, 2", {})]  # noqa: S608, names of ours
        }


# What the family does in between, so that each event finds what it is about.
FAMILY: dict[str, Callable[[World], Awaitable[Any]]] = {
    "s16": lambda world: casework.ask_to_be_excused(world, 1, 1, AIGUL, SHOWN, Excuse.ELDERLY, "", ()),
    "s17": lambda world: casework.accept_offer(world, 1, 3, AIGUL, SHOWN),
}


def test_the_story_has_every_type_of_event() -> None:
    assert {sent["type"] for _, sent in STORY} == set(TYPES)


async def test_every_event_may_come_again_at_any_time_and_changes_nothing(
    akimat: Authority, world: World, clock: Clock
) -> None:
    """Alone and in a batch, also a visit whose time has passed: an accepted event is never judged anew."""
    for place, (hours, sent) in enumerate(STORY):
        clock.at = NOON + timedelta(hours=hours)
        taken = await akimat.sends(sent)
        assert taken.status == 202, taken.body
        if sent["id"] == "s1":
            await follows(akimat, world)
        if sent["id"] in FAMILY:
            assert await FAMILY[sent["id"]](world) is OfferReply.DONE
        before = await seen(akimat, world)
        again = await akimat.sends(sent)
        assert (again.status, again.body) == (200, {"id": sent["id"], "status": "duplicate"})
        answer = await akimat.asks("POST", "/v1/events", [earlier for _, earlier in STORY[: place + 1]], BATCH)
        assert [one["status"] for one in answer.body] == ["duplicate"] * (place + 1)
        assert await seen(akimat, world) == before


async def test_a_key_of_another_region_learns_nothing_from_an_event_it_guesses(
    akimat: Authority, make_authority: Any
) -> None:
    astana = await make_authority("astana", ("KZ-71",))
    await akimat.opens("79-1")
    foreign = await astana.sends(event("x1", "case.status", **status("79-1", "received")))
    missing = await astana.sends(event("x2", "case.status", **status("79-2", "received")))
    assert foreign.status == missing.status == 409
    assert foreign.body["errors"] == missing.body["errors"]


async def test_the_same_event_many_times_at_once_is_accepted_once(akimat: Authority) -> None:
    opened = event("once", "case.opened", case_id="79-1", region="KZ-79", applied_on="2026-11-20")
    answers = await asyncio.gather(*(akimat.sends(opened) for _ in range(16)))
    assert sorted(answer.status for answer in answers) == [200] * 15 + [202]
    told = event("told", "case.status", **status("79-1", "received"))
    answers = await asyncio.gather(*(akimat.sends(told) for _ in range(16)))
    assert sorted(answer.status for answer in answers) == [200] * 15 + [202]
    case = (await akimat.asks("GET", "/v1/cases/79-1")).body
    assert [entry["kind"] for entry in case["history"]] == ["opened", "status_received"]


async def test_different_events_of_one_id_at_once_leave_one_of_them(akimat: Authority) -> None:
    rivals = [
        event("rival", "case.opened", case_id=f"79-{number}", region="KZ-79", applied_on="2026-11-20")
        for number in range(8)
    ]
    answers = await asyncio.gather(*map(akimat.sends, rivals))
    assert sorted(answer.status for answer in answers) == [202] + [409] * 7
    cases = [(await akimat.asks("GET", f"/v1/cases/79-{number}")).status for number in range(8)]
    assert sorted(cases) == [200] + [404] * 7
    assert cases.index(200) == [answer.status for answer in answers].index(202)


async def test_of_two_decisions_at_once_one_holds_and_the_other_is_told_so(akimat: Authority) -> None:
    for number in range(8):
        case_id = f"79-{number}"
        await akimat.opens(case_id)
        answers = await asyncio.gather(
            akimat.tells("case.status", **status(case_id, "assigned")),
            akimat.tells("case.status", **status(case_id, "refused")),
        )
        assert sorted(answer.status for answer in answers) == [202, 409]
        case = (await akimat.asks("GET", f"/v1/cases/{case_id}")).body
        assert case["status"] == ("assigned" if answers[0].status == 202 else "refused")


async def test_many_different_events_of_one_case_at_once_never_fail(akimat: Authority, world: World) -> None:
    """Whatever the order in which they come, the stored case tells one story."""
    assert world.now() == NOON
    await akimat.opens("79-1")
    words = ("received", "under_review", "assigned", "suspended", "terminated", "refused")
    events = [("case.status", status("79-1", word)) for word in words for _ in range(3)]
    events += [("visit.scheduled", visit("79-1", f"v{number}")) for number in range(6)]
    answers = await asyncio.gather(*(akimat.tells(name, **data) for name, data in events))
    assert {answer.status for answer in answers} <= {202, 409}
    case = (await akimat.asks("GET", "/v1/cases/79-1")).body
    told = [entry["kind"].removeprefix("status_") for entry in case["history"]]
    assert len(told) == 1 + sum(answer.status == 202 for answer in answers)
    assert case["status"] == [word for word in told if word in STATUSES][-1]

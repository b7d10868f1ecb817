"""GET /v1/waiting and GET /v1/cases: what an officer looks at first."""

from typing import Any

import pytest

from bot.world import World
from tests.bot.api.authority import ASTANA, NOON, Authority, Clock, fields, status
from tests.bot.api.conftest import MakeAuthority, follows

LATE = {"region": "KZ-79", "applied_on": "2026-10-01"}


async def waiting(akimat: Authority, query: str = "") -> tuple[list[dict[str, Any]], bool]:
    answer = await akimat.asks("GET", f"/v1/waiting{query}")
    assert answer.status == 200, answer.body
    return answer.body["waiting"], answer.body["more"]


async def recent(akimat: Authority, query: str = "") -> list[str]:
    answer = await akimat.asks("GET", f"/v1/cases{query}")
    assert answer.status == 200, answer.body
    return [case["case_id"] for case in answer.body["cases"]]


async def test_a_case_past_its_term_is_shown_with_the_day_and_to_its_own_region_alone(
    akimat: Authority, make_authority: MakeAuthority
) -> None:
    assert await waiting(akimat) == ([], False)
    await akimat.tells("case.opened", case_id="79-1", **LATE)
    await akimat.opens("79-2")
    ((one,), is_more) = await waiting(akimat)
    assert not is_more
    assert one == {
        "kind": "undecided", "since": "2026-10-29T00:00:00+05:00", "case_id": "79-1", "region": "KZ-79",
        "person": None, "member_label": None, "offer_id": None, "visit_id": None, "about": None,
        "due_on": "2026-10-28", "doubted_by": [], "is_stopped": None, "respond_by": None, "answer": None,
    }  # fmt: skip
    astana = await make_authority("astana", (ASTANA,))
    assert await waiting(astana) == ([], False)


async def test_a_list_that_is_cut_says_that_there_is_more(akimat: Authority) -> None:
    for number in range(3):
        await akimat.tells("case.opened", case_id=f"79-{number}", **LATE)
    found, is_more = await waiting(akimat, "?limit=2")
    assert ([one["case_id"] for one in found], is_more) == (["79-0", "79-1"], True)
    found, is_more = await waiting(akimat, "?limit=3")
    assert (len(found), is_more) == (3, False)


@pytest.mark.parametrize("path", ["/v1/waiting", "/v1/cases"])
async def test_who_may_read_cases_may_read_these_lists_and_nobody_else(
    akimat: Authority, make_authority: MakeAuthority, path: str
) -> None:
    for scope, expected in (("events", 200), ("changes", 200), ("lines", 403)):
        other = await make_authority(scope, ("KZ-79",), (scope,))
        assert (scope, (await other.asks("GET", path)).status) == (scope, expected)
    assert fields(await akimat.asks("GET", f"{path}?limit=0")) == ["limit"]
    assert (await Authority(akimat.web, akimat.base, None).asks("GET", path)).status == 401


async def test_the_case_in_which_something_happened_last_stands_first(
    akimat: Authority, make_authority: MakeAuthority, world: World, clock: Clock
) -> None:
    assert await recent(akimat) == []
    for number in (1, 2, 3):
        await akimat.opens(f"79-{number}")
    assert await recent(akimat) == ["79-3", "79-2", "79-1"]
    clock.moves(minutes=1)
    await akimat.tells("case.status", **status("79-2", "received"))
    assert await recent(akimat) == ["79-2", "79-3", "79-1"]
    await follows(akimat, world, "79-1")
    assert await recent(akimat, "?limit=2") == ["79-1", "79-2"]
    second = (await akimat.asks("GET", "/v1/cases")).body["cases"][1]
    assert second == {
        "case_id": "79-2", "region": "KZ-79", "applied_on": "2026-11-20", "status": "received",
        "changed_at": clock().isoformat().replace("+00:00", "Z"),
    }  # fmt: skip
    assert clock() > NOON
    assert await recent(await make_authority("astana", (ASTANA,))) == []

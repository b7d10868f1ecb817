"""Every pair of a case's status and an event that may come then: accepted, or refused with the reason."""

import pytest

from tests.bot.api.authority import Authority, Clock, fields, status, visit

# How a case comes to each status.
WAY = {
    "opened": [],
    "received": ["received"],
    "under_review": ["received", "under_review"],
    "assigned": ["received", "under_review", "assigned"],
    "refused": ["refused"],
    "suspended": ["assigned", "suspended"],
    "terminated": ["assigned", "terminated"],
}
# What may come next. Nothing goes back; a decided case is not decided otherwise, and its end is its end.
NEXT = {
    "opened": {"received", "under_review", "assigned", "refused"},
    "received": {"under_review", "assigned", "refused"},
    "under_review": {"assigned", "refused"},
    "assigned": {"assigned", "suspended", "terminated"},
    "suspended": {"assigned", "terminated"},
    "refused": set(),
    "terminated": set(),
}
UNDECIDED = {"opened", "received", "under_review"}
EXAMINED = ("visit.scheduled", "visit.rescheduled")  # only before the decision


async def case_in(akimat: Authority, clock: Clock, case_id: str, stage: str) -> None:
    """Bring a case into a status; it has a visit v1 that has begun and is neither held nor cancelled."""
    await akimat.opens(case_id)
    assert (await akimat.tells("visit.scheduled", **visit(case_id, hours_ahead=clock_hours(clock) + 1))).status == 202
    clock.moves(hours=1.5)
    for word in WAY[stage]:
        assert (await akimat.tells("case.status", **status(case_id, word))).status == 202


def clock_hours(clock: Clock) -> float:
    """Return the hours since the clock stood at its beginning."""
    return (clock.at - Clock().at).total_seconds() / 3_600


@pytest.mark.parametrize("stage", WAY)
async def test_each_status_allows_its_successors_alone(akimat: Authority, clock: Clock, stage: str) -> None:
    for word in ("received", "under_review", "assigned", "refused", "suspended", "terminated"):
        case_id = f"79-{stage}-{word}"
        await akimat.opens(case_id)
        for before in WAY[stage]:
            await akimat.tells("case.status", **status(case_id, before))
        answer = await akimat.tells("case.status", **{**status(case_id, word), "note": "Recalculated"})
        if word in NEXT[stage]:
            assert (word, answer.status) == (word, 202)
            continue
        assert (word, answer.status, fields(answer)) == (word, 409, ["data.status"])
        assert answer.body["errors"][0]["message"] == f"{word} cannot follow {stage}"
        assert (await akimat.asks("GET", f"/v1/cases/{case_id}")).body["status"] == stage
    assert clock_hours(clock) == 0


@pytest.mark.parametrize("stage", WAY)
async def test_visits_are_made_before_the_decision_and_closed_at_any_time(
    akimat: Authority, clock: Clock, stage: str
) -> None:
    for name in ("visit.scheduled", "visit.rescheduled", "visit.cancelled", "visit.held", "case.opened"):
        case_id = f"79-{stage}-{name}"
        await case_in(akimat, clock, case_id, stage)
        ahead = clock_hours(clock) + 24
        data = {
            "visit.scheduled": visit(case_id, "v2", hours_ahead=ahead),
            "visit.rescheduled": visit(case_id, "v1", hours_ahead=ahead),
            "visit.cancelled": {"case_id": case_id, "visit_id": "v1"},
            "visit.held": {"case_id": case_id, "visit_id": "v1", "conclusion": "need"},
            "case.opened": {"case_id": case_id, "region": "KZ-79", "applied_on": "2026-11-20"},
        }[name]
        answer = await akimat.tells(name, **data)
        may = name in {"visit.cancelled", "visit.held"} or (name in EXAMINED and stage in UNDECIDED)
        assert (name, answer.status) == (name, 202 if may else 409)
        if not may:
            assert fields(answer) == ["data.case_id"]


@pytest.mark.parametrize("settled", ["visit.cancelled", "visit.held"])
async def test_a_visit_that_is_over_stays_over(akimat: Authority, clock: Clock, settled: str) -> None:
    await case_in(akimat, clock, "79-1", "opened")
    closed = {"case_id": "79-1", "visit_id": "v1"}
    held = {**closed, "conclusion": "nobody_home"}
    assert (await akimat.tells(settled, **(held if settled == "visit.held" else closed))).status == 202
    for name, data in (
        ("visit.cancelled", closed),
        ("visit.held", held),
        ("visit.rescheduled", visit("79-1", hours_ahead=40)),
        ("visit.scheduled", visit("79-1", hours_ahead=40)),
    ):
        answer = await akimat.tells(name, **data)
        assert (name, answer.status, fields(answer)) == (name, 409, ["data.visit_id"])


async def test_a_visit_is_not_held_before_it_begins(akimat: Authority, clock: Clock) -> None:
    await akimat.opens("79-1")
    await akimat.tells("visit.scheduled", **visit("79-1"))
    held = {"case_id": "79-1", "visit_id": "v1", "conclusion": "need"}
    assert (await akimat.tells("visit.held", **held)).status == 409
    clock.moves(hours=24)
    assert (await akimat.tells("visit.held", **held)).status == 202


async def test_what_is_not_there_cannot_be_changed(akimat: Authority) -> None:
    for name, data in (("case.status", status("79-9", "received")), ("visit.scheduled", visit("79-9"))):
        answer = await akimat.tells(name, **data)
        assert (answer.status, fields(answer)) == (409, ["data.case_id"])
    await akimat.opens("79-9")
    for name, data in (
        ("visit.rescheduled", visit("79-9")),
        ("visit.cancelled", {"case_id": "79-9", "visit_id": "v1"}),
        ("visit.held", {"case_id": "79-9", "visit_id": "v1", "conclusion": "need"}),
    ):
        answer = await akimat.tells(name, **data)
        assert (answer.status, fields(answer)) == (409, ["data.visit_id"])


async def test_a_status_is_not_older_than_the_one_before(akimat: Authority) -> None:
    await akimat.opens("79-1")
    answer = await akimat.tells("case.status", **status("79-1", "received", on="2026-11-19"))
    assert (answer.status, fields(answer)) == (409, ["data.on"])
    assert (await akimat.tells("case.status", **status("79-1", "received", on="2026-11-20"))).status == 202

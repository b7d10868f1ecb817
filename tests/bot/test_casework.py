"""The authority's events: each is done wholly, once, or refused with its field and reason."""

import asyncio
import copy
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from bot import casework, notices
from bot.casework import Accepted
from bot.casework.events import EventRejectedError
from bot.store import authority_keys, outbox
from bot.store.authority_keys import AuthorityKey
from rules.case import CaseStatus, may_follow
from tests.bot.case_story import ADDRESS, AIGUL, ASSIGNED, CASE, IVAN, SHYMKENT, WEDNESDAY, Story, kz

DATA: dict[str, dict[str, Any]] = {
    "assigned": {**ASSIGNED},
    "refused": {"ground": "commission_no_need", "note": "Комиссия қорытындысы"},
    "terminated": {"note": "Табыс өсті"},
}


async def bring_to(story: Story, status: CaseStatus) -> None:
    """Bring a case to a status by the shortest way."""
    ways = {
        CaseStatus.OPENED: [],
        CaseStatus.SUSPENDED: [CaseStatus.ASSIGNED, CaseStatus.SUSPENDED],
        CaseStatus.TERMINATED: [CaseStatus.ASSIGNED, CaseStatus.TERMINATED],
    }
    await story.open()
    for step in ways.get(status, [status]):
        await story.decide(step, **DATA.get(step, {}))


async def test_the_same_decision_under_another_id_is_not_told_twice(story: Story) -> None:
    """A client that tries again with a new id: the family reads of its money once."""
    await bring_to(story, CaseStatus.ASSIGNED)
    before = await story.queued()
    data = {"status": "assigned", "on": "2026-11-16", **ASSIGNED}
    refused = await story.refused("case.status", **data)
    assert refused == (409, "data", "the same decision was sent before, under another id")
    assert await story.queued() == before


# Cases


async def test_an_application_is_opened_and_written_down(story: Story) -> None:
    await story.open("2026-11-13")
    case = await story.case()
    assert (case.number, case.region, case.status) == (CASE, SHYMKENT, CaseStatus.OPENED)
    assert [(entry.kind, entry.details) for entry in await story.journal()] == [
        ("opened", {"applied_on": "2026-11-13"})
    ]


async def test_a_case_is_opened_once_in_an_own_region_and_not_in_the_future(story: Story) -> None:
    assert (await story.refused("case.opened", region="KZ-71", applied_on="2026-11-16"))[:2] == (403, "data.region")
    future = await story.refused("case.opened", region=SHYMKENT, applied_on="2026-11-17")
    assert future == (422, "data.applied_on", "lies in the future")
    await story.open()
    again = await story.refused("case.opened", region=SHYMKENT, applied_on="2026-11-16")
    assert again[:2] == (409, "data.case_id")


@pytest.mark.parametrize("then", [status for status in CaseStatus if status is not CaseStatus.OPENED])
@pytest.mark.parametrize("now", list(CaseStatus))
async def test_every_status_follows_or_is_refused(story: Story, now: CaseStatus, then: CaseStatus) -> None:
    await bring_to(story, now)
    data = {"status": then.value, "on": "2026-11-16", **DATA.get(then, {}), "note": "Қайта есептелді"}
    if may_follow(now, then):
        assert await story.send("case.status", **data) is Accepted.ACCEPTED
        assert (await story.case()).status is then
    else:
        assert await story.refused("case.status", **data) == (409, "data.status", f"{then} cannot follow {now}")


@pytest.mark.parametrize("kind", ["visit.scheduled", "visit.rescheduled", "visit.cancelled", "visit.held"])
@pytest.mark.parametrize("status", list(CaseStatus))
async def test_every_event_of_a_visit_meets_every_status(story: Story, status: CaseStatus, kind: str) -> None:
    """A decided case has nothing to examine; what was begun before can still be ended."""
    await story.open()
    await story.visit(WEDNESDAY)
    for step in {CaseStatus.SUSPENDED: ["assigned"], CaseStatus.TERMINATED: ["assigned"]}.get(status, []):
        await story.decide(step, **DATA.get(step, {}))
    if status is not CaseStatus.OPENED:
        await story.decide(status, **DATA.get(status, {}))
    story.at = WEDNESDAY + timedelta(hours=1)
    window = {"starts_at": kz(2026, 11, 20, 15).isoformat(), "ends_at": kz(2026, 11, 20, 16).isoformat()}
    data: dict[str, Any] = {
        "visit.scheduled": {"visit_id": "v2", "address": ADDRESS, **window},
        "visit.rescheduled": {"visit_id": "v1", "address": ADDRESS, **window},
        "visit.cancelled": {"visit_id": "v1"},
        "visit.held": {"visit_id": "v1", "conclusion": "need"},
    }[kind]
    is_undecided = status in {CaseStatus.OPENED, CaseStatus.RECEIVED, CaseStatus.UNDER_REVIEW}
    if is_undecided or kind in {"visit.cancelled", "visit.held"}:
        assert await story.send(kind, **data) is Accepted.ACCEPTED
    else:
        expected = (409, "data.case_id", f"the case is {status}: there is nothing to examine")
        assert await story.refused(kind, **data) == expected


async def test_a_decision_is_kept_told_and_written_down(story: Story) -> None:
    await story.open()
    await story.join()
    await story.decide("assigned", **ASSIGNED)
    case = await story.case()
    told = {"status": "assigned", "on": "2026-11-16", **ASSIGNED}
    notice = (await story.queued())[-1]
    assert (notice.kind, notice.person_id, notice.due_at) == ("case-assigned", AIGUL, story.at)
    entry = (await story.journal())[-1].number
    assert notice.details == {**told, "applied_on": "2026-11-16", "region": SHYMKENT, "entry": entry}
    assert case.decision == told
    assert [entry.kind for entry in await story.journal()] == ["opened", "joined", "status_assigned"]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("received", "case-received"),
        ("under_review", "case-under-review"),
        ("assigned", "case-assigned"),
        ("refused", "case-refused"),
    ],
)
async def test_each_status_is_told_to_everybody_who_follows(story: Story, status: str, kind: str) -> None:
    await story.open()
    await story.join()
    await story.join(IVAN, "ru")
    await story.decide(status, **DATA.get(status, {}))
    assert [(row.kind, row.person_id) for row in await story.queued()] == [(kind, AIGUL), (kind, IVAN)]


async def test_a_status_of_tomorrow_or_before_the_last_one_is_refused(story: Story) -> None:
    await story.open()
    tomorrow = await story.refused("case.status", status="received", on="2026-11-17")
    assert tomorrow == (422, "data.on", "lies in the future")
    before = await story.refused("case.status", status="received", on="2026-11-15")
    assert before[:2] == (409, "data.on")


async def test_today_is_the_day_in_kazakhstan(story: Story) -> None:
    """At one in the morning it is already the 17th there, and still the 16th in Greenwich."""
    story.at = kz(2026, 11, 17, 1)
    await story.open("2026-11-17")
    await story.decide("received", on="2026-11-17")
    assert (await story.case()).status is CaseStatus.RECEIVED


async def test_when_nobody_follows_a_case_the_authority_learns_it(story: Story) -> None:
    await story.open()
    await story.decide("received")
    (change,) = await story.changes()
    assert (change.kind, change.details) == ("undeliverable", {"notice": "case-received", "reason": "nobody_joined"})


@pytest.mark.parametrize(
    "kind", ["case.status", "visit.scheduled", "visit.rescheduled", "visit.cancelled", "visit.held"]
)
async def test_a_strange_case_is_refused_as_if_there_were_none(story: Story, kind: str) -> None:
    """A key of another region learns nothing, not even that the case exists."""
    await story.open()
    await story.visit(WEDNESDAY)
    window = {"starts_at": kz(2026, 11, 20, 15).isoformat(), "ends_at": kz(2026, 11, 20, 16).isoformat()}
    data: dict[str, Any] = {
        "case.status": {"status": "received", "on": "2026-11-16"},
        "visit.scheduled": {"visit_id": "v2", "address": ADDRESS, **window},
        "visit.rescheduled": {"visit_id": "v1", "address": ADDRESS, **window},
        "visit.cancelled": {"visit_id": "v1"},
        "visit.held": {"visit_id": "v1", "conclusion": "need"},
    }[kind]
    stranger = copy.copy(story)
    stranger.key = AuthorityKey("astana", frozenset({"KZ-71"}), frozenset({"events"}))
    nowhere = copy.copy(story)
    nowhere.number = "79-999"
    assert await stranger.refused(kind, **data) == await nowhere.refused(kind, **data)


# The same event again


async def test_the_same_event_again_changes_nothing(story: Story) -> None:
    """Every event of a whole case is sent three times."""
    await story.open()
    await story.join()
    window = {"starts_at": WEDNESDAY.isoformat(), "ends_at": (WEDNESDAY + timedelta(hours=2)).isoformat()}
    moved = {name: at.replace("T15", "T14") for name, at in window.items()}
    events = [
        story.event("case.status", status="received", on="2026-11-16"),
        story.event("visit.scheduled", visit_id="v1", address=ADDRESS, **window),
        story.event("visit.rescheduled", visit_id="v1", address=ADDRESS, **moved),
        story.event("visit.cancelled", visit_id="v1"),
        story.event("case.status", status="assigned", on="2026-11-16", **ASSIGNED),
    ]
    for event in events:
        assert await casework.accept(story.world, story.key, event) is Accepted.ACCEPTED
        stored = await story.stored()
        for again in (event, dict(reversed(event.items()))):
            assert await casework.accept(story.world, story.key, again) is Accepted.DUPLICATE
        assert await story.stored() == stored


async def test_the_same_id_with_another_body_is_refused(story: Story) -> None:
    event = story.event("case.opened", region=SHYMKENT, applied_on="2026-11-16")
    await casework.accept(story.world, story.key, event)
    event["data"] = {**event["data"], "applied_on": "2026-11-15"}
    with pytest.raises(EventRejectedError) as refusal:
        await casework.accept(story.world, story.key, event)
    assert (refusal.value.status, refusal.value.errors[0]["field"]) == (409, "id")


async def test_two_sources_with_the_same_id_are_both_told(story: Story) -> None:
    """Ids are unique within a source: the notices of two events must not be taken for one."""
    await story.open()
    await story.join()
    for source, status in (("/akimat", "received"), ("/centre", "under_review")):
        event = {**story.event("case.status", status=status, on="2026-11-16"), "id": "e1", "source": source}
        await casework.accept(story.world, story.key, event)
    assert await story.kinds() == ["case-received", "case-under-review"]


async def test_an_id_that_looks_like_a_visit_is_not_taken_back_with_it(story: Story) -> None:
    await story.begin()
    await story.is_told()
    number = (await story.the_visit()).number
    event = {**story.event("case.status", status="received", on="2026-11-16"), "id": f"visit {number} 0"}
    await casework.accept(story.world, story.key, event)
    await story.cancel()
    assert await story.kinds("waiting") == ["case-received", "visit-cancelled"]


async def test_a_refused_event_may_be_mended_and_sent_again(story: Story) -> None:
    await story.open()
    event = story.event("case.status", status="received", on="2026-11-17")
    with pytest.raises(EventRejectedError):
        await casework.accept(story.world, story.key, event)
    event["data"] = {**event["data"], "on": "2026-11-16"}
    assert await casework.accept(story.world, story.key, event) is Accepted.ACCEPTED


async def test_of_the_same_event_ten_times_at_once_one_is_accepted(story: Story) -> None:
    await story.open()
    await story.join()
    event = story.event("case.status", status="received", on="2026-11-16")
    answers = await asyncio.gather(*(casework.accept(story.world, story.key, event) for _ in range(10)))
    assert Counter(answers) == {Accepted.ACCEPTED: 1, Accepted.DUPLICATE: 9}
    assert await story.kinds() == ["case-received"]


async def test_of_two_decisions_at_once_the_second_sees_the_first(story: Story) -> None:
    await story.open()
    await story.join()
    answers = await asyncio.gather(
        story.decide("assigned", **ASSIGNED),
        story.decide("refused", ground="commission_no_need"),
        return_exceptions=True,
    )
    (refusal,) = [answer for answer in answers if isinstance(answer, EventRejectedError)]
    assert refusal.status == 409
    assert len(await story.kinds()) == 1


# Visits


async def test_a_visit_is_scheduled_told_and_written_down(story: Story) -> None:
    await story.begin()
    visit = await story.the_visit()
    assert (visit.state, visit.starts_at, visit.sequence) == ("scheduled", WEDNESDAY, 0)
    (notice,) = await story.queued()
    assert (notice.kind, notice.details) == ("visit-scheduled", notices.values_of_visit(visit))
    assert [entry.kind for entry in await story.journal()] == ["opened", "joined", "visit_scheduled"]


async def test_a_visit_needs_a_time_to_come_within_a_year(story: Story) -> None:
    await story.open()
    for starts_at in (story.at, story.at - timedelta(seconds=1), story.at + timedelta(days=367)):
        times = {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(hours=1)).isoformat()}
        answer = await story.refused("visit.scheduled", visit_id="v1", address=ADDRESS, **times)
        assert answer[:2] == (422, "data.starts_at")


async def test_a_visit_is_scheduled_once_and_then_moved(story: Story) -> None:
    await story.begin()
    times = {"starts_at": kz(2026, 11, 20, 15).isoformat(), "ends_at": kz(2026, 11, 20, 16).isoformat()}
    again = await story.refused("visit.scheduled", visit_id="v1", address=ADDRESS, **times)
    assert again[:2] == (409, "data.visit_id")
    unknown = await story.refused("visit.rescheduled", visit_id="v9", address=ADDRESS, **times)
    assert unknown == (409, "data.visit_id", "the case has no such visit")


async def test_a_move_takes_back_what_was_not_yet_told(story: Story) -> None:
    await story.begin()
    await story.move(kz(2026, 11, 20, 15))
    assert [(row.kind, row.state) for row in await story.queued()] == [
        ("visit-scheduled", "withdrawn"),
        ("visit-rescheduled", "waiting"),
    ]
    assert (await story.queued())[-1].details["sequence"] == (await story.the_visit()).sequence == 1


async def test_what_was_told_already_is_not_taken_back(story: Story) -> None:
    await story.begin()
    async with story.database.statement() as connection:
        await outbox.settle(connection, 1, "delivered", story.at)
    await story.cancel()
    assert [row.state for row in await story.queued()] == ["delivered", "waiting"]


@pytest.mark.parametrize("conclusion", ["need", "no_need", "nobody_home", "examination_refused"])
async def test_each_conclusion_has_its_notice(story: Story, conclusion: str) -> None:
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=1)
    await story.hold(conclusion)
    visit = await story.the_visit()
    assert (visit.state, visit.details["conclusion"], visit.details["address"]) == ("held", conclusion, ADDRESS)
    assert (await story.kinds("waiting")) == ["visit-held-" + conclusion.replace("_", "-")]


async def test_a_visit_is_held_only_after_it_began(story: Story) -> None:
    await story.begin()
    early = await story.refused("visit.held", visit_id="v1", conclusion="need")
    assert early == (409, "data.visit_id", "the visit has not begun yet")
    story.at = WEDNESDAY
    await story.hold()
    assert (await story.the_visit()).state == "held"


@pytest.mark.parametrize("settle", ["visit.held", "visit.cancelled"])
@pytest.mark.parametrize("kind", ["visit.rescheduled", "visit.cancelled", "visit.held"])
async def test_nothing_happens_to_a_settled_visit(story: Story, settle: str, kind: str) -> None:
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=1)
    data: dict[str, dict[str, Any]] = {
        "visit.rescheduled": {
            "address": ADDRESS,
            "starts_at": kz(2026, 11, 20, 15).isoformat(),
            "ends_at": kz(2026, 11, 20, 16).isoformat(),
        },
        "visit.cancelled": {},
        "visit.held": {"conclusion": "need"},
    }
    await story.send(settle, visit_id="v1", **data[settle])
    state = settle.removeprefix("visit.")
    expected = (409, "data.visit_id", f"the visit is {state}")
    assert await story.refused(kind, visit_id="v1", **data[kind]) == expected


async def test_a_key_sees_the_cases_of_its_regions_alone(story: Story) -> None:
    await story.open()
    astana = AuthorityKey("astana", frozenset({"KZ-71"}), frozenset({"events"}))
    async with story.database.reading() as connection:
        for case_id, number in ((await story.id(), CASE), ("79-9", "79-9"), (CASE, await story.id())):
            seen = await story.case() if number == CASE else None
            assert await casework.case_for(connection, story.world, story.key, case_id) == seen
            assert await casework.case_numbered(connection, story.world, story.key, number, None) == seen
            assert await casework.case_for(connection, story.world, astana, case_id) is None
            assert await casework.case_numbered(connection, story.world, astana, number, None) is None
        assert await authority_keys.all_keys(connection) == []


# What a decision must say, and must not


@pytest.mark.parametrize(
    ("status", "data"),
    [
        ("assigned", {}),
        ("assigned", {"monthly_tenge": 41_237}),
        ("refused", {}),
        ("assigned", {"paid_until": "2026-12-31"}),
    ],
)
async def test_a_decision_may_leave_out_what_is_not_at_hand(story: Story, status: str, data: dict[str, Any]) -> None:
    """The family is told what is known, and whom to ask for the rest."""
    await story.open()
    await story.join()
    await story.decide(status, **data)
    assert await story.kinds() == [f"case-{status}"]


@pytest.mark.parametrize(
    ("status", "data", "field"),
    [
        ("received", {"ground": "false_data"}, "data.ground"),
        ("received", {"monthly_tenge": 5}, "data.monthly_tenge"),
        ("assigned", {**ASSIGNED, "ground": "false_data"}, "data.ground"),
        ("refused", {"ground": "false_data", "paid_until": "2026-12-31"}, "data.paid_until"),
        ("suspended", {"ground": "false_data", "paid_on": "2026-12-05"}, "data.paid_on"),
        ("terminated", {"ground": "false_data", "account_ends_with": "4112"}, "data.account_ends_with"),
        ("assigned", {**ASSIGNED, "paid_from": "2020-10-01"}, "data.paid_from"),
        ("assigned", {**ASSIGNED, "paid_until": "2099-12-31"}, "data.paid_until"),
        ("assigned", {**ASSIGNED, "paid_until": "2026-09-30"}, "data.paid_until"),
    ],
)
async def test_a_decision_that_contradicts_itself_is_refused(
    story: Story, status: str, data: dict[str, Any], field: str
) -> None:
    """Nobody is told of money beside a refusal, or of a payment for eighty years."""
    await story.open()
    told = {"status": status, "on": "2026-11-16", **data}
    assert (await story.refused("case.status", **told))[:2] == (422, field)

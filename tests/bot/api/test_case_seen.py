"""GET /v1/cases/{id}: where a case stands, as its authority sees it."""

from datetime import datetime, timedelta

from bot import casework
from bot.store import outbox, people
from bot.world import World
from tests.bot.api.authority import NOON, Authority, Clock, status, visit
from tests.numbered import id_of

AIGUL, IVAN = 5_000_000_001, 5_000_000_002


async def follows(akimat: Authority, world: World, person_id: int, label: str | None = None) -> None:
    """Let a person join the case 79-1."""
    async with world.database.statement() as connection:
        await people.choose_language(connection, person_id, "ru", world.now())
    token = (await akimat.asks("POST", "/v1/cases/79-1/link", {"member_label": label})).body["token"]
    assert await casework.join(world, token, person_id)


async def test_a_new_case_shows_what_it_was_opened_with(akimat: Authority) -> None:
    await akimat.opens("79-1")
    answer = await akimat.asks("GET", "/v1/cases/79-1")
    assert answer.status == 200
    at = answer.body["opened_at"]
    assert datetime.fromisoformat(at) == NOON
    assert answer.body == {
        "case_id": "79-1",
        "region": "KZ-79",
        "applied_on": "2026-11-20",
        "status": "opened",
        "status_on": "2026-11-20",
        "decision": None,
        "opened_at": at,
        "history": [{"at": at, "kind": "opened", "applied_on": "2026-11-20"}],
        "visits": [],
        "offers": [],
        "followers": [],
        "notices": [],
    }


async def test_the_whole_way_of_a_case_can_be_read(akimat: Authority, world: World, clock: Clock) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world, AIGUL, "анасы")
    await follows(akimat, world, IVAN)
    await akimat.tells("case.status", **status("79-1", "received"))
    await akimat.tells("visit.scheduled", **visit("79-1"))
    assert await casework.confirm_visit(world, 1, 0, AIGUL) is casework.Answered.DONE
    wished = {"from": "2026-11-25T10:00:00+05:00", "to": "2026-11-25T12:00:00+05:00"}
    assert await casework.ask_to_move_visit(world, 1, 0, IVAN, [wished]) is casework.Answered.DONE
    clock.moves(hours=27)
    await akimat.tells("visit.held", case_id="79-1", visit_id="v1", conclusion="need", note="қажет")
    decision = {**status("79-1", "assigned", on="2026-11-24"), "assistance": "unconditional"}
    await akimat.tells("case.status", **decision)
    case = (await akimat.asks("GET", "/v1/cases/79-1")).body
    assert (case["status"], case["status_on"]) == ("assigned", "2026-11-24")
    assert case["decision"] == {name: value for name, value in decision.items() if name != "case_id"}
    assert [entry["kind"] for entry in case["history"]] == [
        "opened", "joined", "joined", "status_received", "visit_scheduled", "visit_confirmed",
        "visit_move_requested", "visit_held", "status_assigned",
    ]  # fmt: skip
    (seen,) = case["visits"]
    assert (seen["visit_id"], seen["state"], seen["conclusion"], seen["note"]) == ("v1", "held", "need", "қажет")
    assert seen["answers"] == {"p1": "visit_confirmed", "p2": "visit_move_requested"}
    assert seen["wished"] == {"p1": None, "p2": [wished]}
    assert datetime.fromisoformat(seen["starts_at"]) == NOON + timedelta(hours=24)
    assert [(one["person"], one["member_label"]) for one in case["followers"]] == [("p1", "анасы"), ("p2", None)]
    kinds = ["case-received", "visit-scheduled", "visit-held-need", "case-assigned"]
    assert [(notice["kind"], notice["person"]) for notice in case["notices"]] == [
        ("follower-joined", "p1"),
        *((kind, person) for kind in kinds for person in ("p1", "p2")),
    ]


async def test_every_notice_shows_what_became_of_it(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world, AIGUL)
    await akimat.tells("case.status", **status("79-1", "received"))
    (waiting,) = (await akimat.asks("GET", "/v1/cases/79-1")).body["notices"]
    assert (waiting["state"], waiting["attempts"], waiting["settled_at"], waiting["reason"]) == (
        "waiting",
        0,
        None,
        None,
    )
    async with world.database.statement() as connection:
        await outbox.claim(connection, world.cipher, world.now(), world.now() + timedelta(minutes=1), 10)
    (leased,) = (await akimat.asks("GET", "/v1/cases/79-1")).body["notices"]
    assert leased["state"] == "leased"
    async with world.database.statement() as connection:
        await outbox.settle(connection, 1, "undeliverable", world.now(), reason="blocked")
    (settled,) = (await akimat.asks("GET", "/v1/cases/79-1")).body["notices"]
    assert (settled["state"], settled["reason"]) == ("undeliverable", "blocked")
    assert datetime.fromisoformat(settled["settled_at"]) == NOON


async def test_a_person_appears_by_the_alias_alone(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world, AIGUL)
    await akimat.tells("case.status", **status("79-1", "received"))
    assert await casework.leave(world, await id_of(world, "79-1"), AIGUL)
    case = (await akimat.asks("GET", "/v1/cases/79-1")).body
    changes, _ = await akimat.learns()
    assert case["followers"] == []
    assert [change["kind"] for change in changes] == ["joined", "left"]
    assert str(AIGUL) not in f"{case} {changes}"


async def test_an_id_with_a_slash_is_found_in_its_address(akimat: Authority) -> None:
    await akimat.opens("79/2026/1")
    for path in ("79/2026/1", "79%2F2026%2F1"):
        assert (await akimat.asks("GET", f"/v1/cases/{path}")).body["case_id"] == "79/2026/1"
        assert (await akimat.asks("POST", f"/v1/cases/{path}/link", {})).status == 201


async def test_a_case_that_is_not_there_is_not_found(akimat: Authority) -> None:
    answer = await akimat.asks("GET", "/v1/cases/79-404")
    assert (answer.status, answer.body) == (404, {"errors": [{"field": "", "message": "there is no such case"}]})

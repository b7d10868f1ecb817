"""An event is tried out with ?dry_run=true: answered as if it counted, with what the family would read."""

import asyncio
from typing import Any

import pytest

from bot.errors import DeadlockError
from bot.world import World
from tests.bot.api.authority import ASTANA, BATCH, SHYMKENT, Answer, Authority, Clock, event, fields, status, visit
from tests.bot.api.conftest import MakeAuthority, follows
from tests.databases import ON_POSTGRESQL

PATH = "/v1/events?dry_run=true"


async def tries(akimat: Authority, document: Any, content_type: str = "application/cloudevents+json") -> Answer:
    """Try one event out, or a batch."""
    return await akimat.asks("POST", PATH, document, content_type)


async def test_an_event_that_was_tried_out_is_not_sent_and_shows_what_the_family_would_read(
    akimat: Authority, world: World
) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world)
    decided = event("e9", "case.status", **status("79-1", "assigned"))
    case = (await akimat.asks("GET", "/v1/cases/79-1")).body
    changes = await akimat.learns()
    for _ in range(2):  # nothing is read as sent before
        answer = await tries(akimat, decided)
        assert (answer.status, answer.body["id"], answer.body["status"]) == (200, "e9", "accepted")
        (reads,) = answer.body["family_reads"]
        assert (reads["notice"], reads["people"]) == ("case-assigned", [case["followers"][0]["person"]])
        assert "31 000 ₸" in reads["kk"].replace("\N{NO-BREAK SPACE}", " ")
        assert "31 000 ₸" in reads["ru"].replace("\N{NO-BREAK SPACE}", " ")
        assert "<" not in reads["kk"] + reads["ru"]
    assert (await akimat.asks("GET", "/v1/cases/79-1")).body == case
    assert await akimat.learns() == changes
    sent = await akimat.sends(decided)
    assert (sent.status, sent.body) == (202, {"id": "e9", "status": "accepted"})
    assert (await tries(akimat, decided)).body == {"id": "e9", "status": "duplicate", "family_reads": []}


async def test_where_nobody_follows_the_case_nobody_reads_anything(akimat: Authority) -> None:
    await akimat.opens("79-1")
    answer = await tries(akimat, event("e9", "visit.scheduled", **visit("79-1")))
    assert (answer.status, answer.body) == (200, {"id": "e9", "status": "accepted", "family_reads": []})


async def test_what_would_be_refused_is_refused_in_the_same_words(akimat: Authority, clock: Clock) -> None:
    await akimat.opens("79-1")
    await akimat.tells("visit.scheduled", **visit("79-1"))
    for document in (
        event("e9", "visit.held", case_id="79-1", visit_id="v1", conclusion="need"),
        event("e9", "case.status", **{**status("79-1", "refused"), "ground": "none", "x": 1}),
        event("e9", "case.status", **status("79-2", "received")),
        {"id": "e9"},
    ):
        tried, sent = await tries(akimat, document), await akimat.sends(document)
        assert tried.status in {409, 422}
        assert (tried.status, tried.body) == (sent.status, sent.body)
    assert clock.at == Clock().at


async def test_a_case_of_another_region_is_as_unknown_as_ever(akimat: Authority, make_authority: MakeAuthority) -> None:
    await akimat.opens("79-1")
    stranger = await make_authority("stranger", (ASTANA,))
    answer = await tries(stranger, event("e9", "case.status", **status("79-1", "received")))
    assert (answer.status, fields(answer)) == (409, ["data.case_id"])
    opened = event("e9", "case.opened", case_id="79-2", region=SHYMKENT, applied_on="2026-11-20")
    assert (await tries(stranger, opened)).status == 403


async def test_of_a_batch_each_event_is_tried_out_by_itself(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world)
    documents = [
        event("e1", "case.status", **status("79-1", "received")),
        event("e2", "visit.cancelled", case_id="79-1", visit_id="v7"),
        event("e3", "case.status", **status("79-1", "under_review")),
    ]
    answer = await tries(akimat, documents, BATCH)
    assert answer.status == 207
    assert [one["status"] for one in answer.body] == ["accepted", "refused", "accepted"]
    told = [reads["notice"] for one in answer.body for reads in one.get("family_reads", [])]
    assert told == ["case-received", "case-under-review"]
    assert (await akimat.asks("GET", "/v1/cases/79-1")).body["status"] == "opened"


async def test_an_event_that_is_tried_out_while_it_is_sent_is_sent_once(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world)
    document = event("e9", "case.status", **status("79-1", "received"))
    answers = await asyncio.gather(
        *[one for _ in range(4) for one in (tries(akimat, document), akimat.sends(document))]
    )
    assert sorted(answer.status for answer in answers) == [*[200] * 7, 202]
    told = (await akimat.asks("GET", "/v1/cases/79-1")).body["notices"]
    assert [notice["kind"] for notice in told] == ["case-received"]


@ON_POSTGRESQL
async def test_previews_and_sendings_of_one_event_at_once_never_wait_for_each_other_in_a_ring(
    akimat: Authority, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each locks the case before the inbox. PostgreSQL would resolve a ring, but only after a second."""
    rings = list[str]()

    class Counted(DeadlockError):
        def __init__(self) -> None:
            rings.append("a ring")

    monkeypatch.setattr("bot.database.postgres.DeadlockError", Counted)
    await akimat.opens("79-1")
    await follows(akimat, world)
    for number, word in enumerate(("received", "under_review", "assigned")):
        document = event(f"e{number}", "case.status", **status("79-1", word))
        answers = await asyncio.gather(
            *[one for _ in range(8) for one in (akimat.sends(document), tries(akimat, document))]
        )
        assert {answer.status for answer in answers} == {200, 202}
    assert rings == []


@pytest.mark.parametrize("word", ["perhaps", ""])
async def test_dry_run_is_yes_or_no(akimat: Authority, word: str) -> None:
    """A slip in the word must not send what was only to be tried out."""
    await akimat.opens("79-1")
    document = event("e9", "case.status", **status("79-1", "received"))
    answer = await akimat.asks("POST", f"/v1/events?dry_run={word}", document, "application/cloudevents+json")
    assert (answer.status, fields(answer)) == (422, ["dry_run"])
    assert (await akimat.asks("GET", "/v1/cases/79-1")).body["status"] == "opened"

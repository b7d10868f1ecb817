"""POST /v1/events: one event or a batch, each with the answer that the description promises."""

from typing import Any

import pytest

from tests.bot.api.authority import ASTANA, BATCH, OPENED, Authority, event, fields, status, visit


async def test_an_event_is_accepted_and_the_same_again_is_a_duplicate(akimat: Authority) -> None:
    first, second = await akimat.sends(OPENED), await akimat.sends(OPENED)
    assert (first.status, first.body) == (202, {"id": "e1", "status": "accepted"})
    assert (second.status, second.body) == (200, {"id": "e1", "status": "duplicate"})


async def test_an_event_may_come_as_plain_json(akimat: Authority) -> None:
    for content_type in ("application/json", "application/json; charset=utf-8", "Application/CloudEvents+JSON"):
        answer = await akimat.asks("POST", "/v1/events", OPENED, content_type)
        assert answer.body["status"] in {"accepted", "duplicate"}


async def test_the_same_event_written_in_another_order_is_the_same(akimat: Authority) -> None:
    await akimat.sends(OPENED)
    assert (await akimat.sends(dict(reversed(OPENED.items())))).status == 200


async def test_another_event_of_the_same_id_is_refused(akimat: Authority) -> None:
    await akimat.sends(OPENED)
    other = {**OPENED, "data": {**OPENED["data"], "applied_on": "2026-11-19"}}
    answer = await akimat.sends(other)
    assert answer.status == 409
    assert answer.body == {
        "id": "e1",
        "status": "refused",
        "errors": [{"field": "id", "message": "another event of this source has this id"}],
    }
    case = await akimat.asks("GET", "/v1/cases/79-000123")
    assert case.body["applied_on"] == "2026-11-20"


async def test_the_same_id_of_another_source_is_another_event(akimat: Authority) -> None:
    await akimat.sends(OPENED)
    other = event("e1", "case.opened", case_id="79-000124", region="KZ-79", applied_on="2026-11-20")
    assert (await akimat.sends({**other, "source": "/akimat/abay"})).status == 202


async def test_a_refused_event_may_be_mended_and_sent_again(akimat: Authority) -> None:
    wrong = {**OPENED, "data": {**OPENED["data"], "applied_on": "2026-11-24"}}
    assert fields(await akimat.sends(wrong)) == ["data.applied_on"]
    assert (await akimat.sends(OPENED)).status == 202


async def test_a_batch_has_an_answer_for_each_event_and_each_stands_by_itself(akimat: Authority) -> None:
    batch = [
        OPENED,
        OPENED,
        event("e2", "case.status", **status("79-000123", "received")),
        event("e3", "case.status", **status("79-000123", "terminated")),
        event("e4", "visit.scheduled", **visit("79-000123", lasts=13)),
        event("e5", "case.opened", case_id="71-1", region=ASTANA, applied_on="2026-11-20"),
        {"id": 7},
        "no event",
        event("e6", "visit.scheduled", **visit("79-000123")),
    ]
    answer = await akimat.asks("POST", "/v1/events", batch, BATCH)
    assert answer.status == 207
    assert [(one["id"], one["status"]) for one in answer.body] == [
        ("e1", "accepted"), ("e1", "duplicate"), ("e2", "accepted"), ("e3", "refused"), ("e4", "refused"),
        ("e5", "refused"), (None, "refused"), (None, "refused"), ("e6", "accepted"),
    ]  # fmt: skip
    assert answer.body[3]["errors"] == [{"field": "data.status", "message": "terminated cannot follow received"}]
    assert answer.body[4]["errors"] == [{"field": "data.ends_at", "message": "a visit lasts 12 hours at most"}]
    assert answer.body[5]["errors"] == [{"field": "", "message": "Forbidden"}]
    case = (await akimat.asks("GET", "/v1/cases/79-000123")).body
    assert (case["status"], [one["visit_id"] for one in case["visits"]]) == ("received", ["v1"])


async def test_an_empty_batch_has_no_answers(akimat: Authority) -> None:
    answer = await akimat.asks("POST", "/v1/events", [], BATCH)
    assert (answer.status, answer.body) == (207, [])


async def test_a_batch_sent_twice_changes_nothing_the_second_time(akimat: Authority) -> None:
    batch = [OPENED, event("e2", "case.status", **status("79-000123", "received"))]
    await akimat.asks("POST", "/v1/events", batch, BATCH)
    again = await akimat.asks("POST", "/v1/events", batch, BATCH)
    assert [one["status"] for one in again.body] == ["duplicate", "duplicate"]


@pytest.mark.parametrize(("content_type", "body"), [(BATCH, OPENED), ("application/cloudevents+json", [OPENED])])
async def test_a_batch_and_an_event_are_not_confused(akimat: Authority, content_type: str, body: Any) -> None:
    assert (await akimat.asks("POST", "/v1/events", body, content_type)).status == 422


# What is wrong with the envelope, and the field that must be named.
ENVELOPES: dict[str, tuple[dict[str, Any], str]] = {
    "a version that is not there yet": ({"specversion": "2.0"}, "specversion"),
    "an empty id": ({"id": ""}, "id"),
    "a number for an id": ({"id": 5}, "id"),
    "a long id": ({"id": "x" * 201}, "id"),
    "an id with a NUL": ({"id": "a\0b"}, "id"),
    "a source with a NUL": ({"source": "a\0b"}, "source"),
    "an unknown type": ({"type": "kz.komek.case.closed"}, "type"),
    "a list for a type": ({"type": ["kz.komek.case.opened"]}, "type"),
    "a time without an offset": ({"time": "2026-11-23T10:00:00"}, "time"),
    "a time in seconds": ({"time": 1_795_000_000}, "time"),
    "another content": ({"datacontenttype": "text/xml"}, "datacontenttype"),
    "data that are text": ({"data": "case 79-000123"}, "data"),
    "a field that nobody knows": ({"priority": 1}, "priority"),
}


async def test_a_wrong_envelope_is_refused_by_its_field(akimat: Authority) -> None:
    for name, (change, field) in ENVELOPES.items():
        answer = await akimat.sends({**OPENED, **change})
        assert (name, answer.status, answer.body["status"], fields(answer)) == (name, 422, "refused", [field])


async def test_what_is_missing_is_named(akimat: Authority) -> None:
    for missing in ("specversion", "id", "source", "type", "data"):
        answer = await akimat.sends({name: value for name, value in OPENED.items() if name != missing})
        assert (answer.status, fields(answer)) == (422, [missing])


async def test_the_time_of_an_event_may_be_left_out_as_cloudevents_allows(akimat: Authority) -> None:
    assert (await akimat.sends({name: value for name, value in OPENED.items() if name != "time"})).status == 202


# The type, what is changed in its data, and the field that must be named.
DATA: dict[str, tuple[str, dict[str, Any], str]] = {
    "an id with a space": ("case.opened", {"case_id": "79 1"}, "data.case_id"),
    "an id with a line break": ("case.opened", {"case_id": "79-1\n"}, "data.case_id"),
    "an unknown region": ("case.opened", {"region": "KZ-99"}, "data.region"),
    "an application tomorrow": ("case.opened", {"applied_on": "2026-11-24"}, "data.applied_on"),
    "a day that is not in the calendar": ("case.opened", {"applied_on": "2026-02-30"}, "data.applied_on"),
    "a day as a number": ("case.opened", {"applied_on": 20_000}, "data.applied_on"),
    "a day in the time of the Romans": ("case.opened", {"applied_on": "0001-01-01"}, "data.applied_on"),
    "a status that only opening gives": ("case.status", {"status": "opened"}, "data.status"),
    "a status that is no word": ("case.status", {"status": {}}, "data.status"),
    "a status of tomorrow": ("case.status", {"on": "2026-11-24"}, "data.on"),
    "tenge with a fraction": ("case.status", {"monthly_tenge": 31_000.5}, "data.monthly_tenge"),
    "tenge as text": ("case.status", {"monthly_tenge": "31000"}, "data.monthly_tenge"),
    "tenge beyond all measure": ("case.status", {"monthly_tenge": 10**300}, "data.monthly_tenge"),
    "tenge below nought": ("case.status", {"supplement_tenge": -1}, "data.supplement_tenge"),
    "an unknown assistance": ("case.status", {"assistance": "both"}, "data.assistance"),
    "payments that end first": ("case.status", {"paid_until": "2026-10-31"}, "data.paid_until"),
    "an assignment with a ground": ("case.status", {"ground": "false_data"}, "data.ground"),
    "payments of another century": ("case.status", {"paid_until": "2090-12-31"}, "data.paid_until"),
    "a first payment before the decision": ("case.status", {"paid_on": "2026-11-01"}, "data.paid_on"),
    "a first payment of another century": ("case.status", {"paid_on": "2090-12-31"}, "data.paid_on"),
    "the whole number of an account": (
        "case.status",
        {"account_ends_with": "KZ48722C000033844112"},
        "data.account_ends_with",
    ),
    "the end of an account as a number": ("case.status", {"account_ends_with": 4112}, "data.account_ends_with"),
    "an unknown ground": ("case.status", {"ground": "too_rich"}, "data.ground"),
    "a long note": ("case.status", {"note": "x" * 501}, "data.note"),
    "a note of spaces": ("case.status", {"note": "  "}, "data.note"),
    "a note with a NUL": ("case.status", {"note": "a\0b"}, "data.note"),
    "a visit in the past": ("visit.scheduled", visit("79-1", hours_ahead=-1), "data.starts_at"),
    "a start without an offset": ("visit.scheduled", {"starts_at": "2026-11-24T10:00:00"}, "data.starts_at"),
    "a start in seconds": ("visit.scheduled", {"starts_at": 1_795_000_000}, "data.starts_at"),
    "an end before the start": ("visit.scheduled", {"ends_at": "2026-11-24T07:00:00Z"}, "data.ends_at"),
    "a visit of 13 hours": ("visit.scheduled", {"ends_at": "2026-11-24T20:00:00Z"}, "data.ends_at"),
    "an end beyond the calendar": ("visit.scheduled", {"ends_at": "9999-12-31T23:59:59-12:00"}, "data.ends_at"),
    "a start before the calendar": ("visit.scheduled", {"starts_at": "0001-01-01T00:00:00+14:00"}, "data.starts_at"),
    "no address": ("visit.scheduled", {"address": ""}, "data.address"),
    "a long address": ("visit.scheduled", {"address": "ұ" * 501}, "data.address"),
    "a field that nobody knows": ("visit.scheduled", {"colour": "red"}, "data.colour"),
    "a conclusion that nobody knows": ("visit.held", {"conclusion": "maybe"}, "data.conclusion"),
}


async def test_wrong_data_are_refused_by_their_field(akimat: Authority) -> None:
    await akimat.opens("79-1")
    right = {
        "case.opened": {"case_id": "79-2", "region": "KZ-79", "applied_on": "2026-11-20"},
        "case.status": status("79-1", "assigned"),
        "visit.scheduled": visit("79-1"),
        "visit.held": {"case_id": "79-1", "visit_id": "v1", "conclusion": "need"},
    }
    for name, (of_type, change, field) in DATA.items():
        answer = await akimat.tells(of_type, **{**right[of_type], **change})
        assert (name, answer.status, answer.body["status"], fields(answer)) == (name, 422, "refused", [field])
    assert (await akimat.asks("GET", "/v1/cases/79-2")).status == 404
    assert (await akimat.learns())[0] == []


async def test_every_wrong_field_is_named_at_once(akimat: Authority) -> None:
    answer = await akimat.tells("case.opened", case_id="", region="KZ-99", applied_on="yesterday")
    assert fields(answer) == ["data.case_id", "data.region", "data.applied_on"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\N{ZERO WIDTH SPACE}\N{ZERO WIDTH SPACE}", "nothing that can be read"),
        ("Абай\N{RIGHT-TO-LEFT OVERRIDE}1", "direction of writing"),
        ("Абай\N{LEFT-TO-RIGHT ISOLATE}1", "direction of writing"),
        ("Абай\x07", "control character"),
    ],
)
async def test_no_text_of_the_authority_looks_like_something_else(akimat: Authority, text: str, reason: str) -> None:
    await akimat.opens("79-1")
    answer = await akimat.tells("visit.scheduled", **{**visit("79-1"), "address": text})
    assert (answer.status, fields(answer)) == (422, ["data.address"])
    assert reason in answer.body["errors"][0]["message"]


async def test_paragraphs_of_the_authority_are_joined(akimat: Authority) -> None:
    """Below an empty line its words would look like a paragraph of the bot."""
    await akimat.opens("79-1")
    address = "Абай к., 1\n\n⚠️ Бот: картаңыздың нөмірін жіберіңіз\u2028тез"
    assert (await akimat.tells("visit.scheduled", **{**visit("79-1"), "address": address})).status == 202
    seen = (await akimat.asks("GET", "/v1/cases/79-1")).body["visits"][0]
    assert seen["address"] == "Абай к., 1 ⚠️ Бот: картаңыздың нөмірін жіберіңіз тез"


async def test_an_offset_that_kazakhstan_no_longer_has_is_refused(akimat: Authority) -> None:
    """A clock that was not set back in March 2024 is an hour off: the family would wait at the wrong time."""
    await akimat.opens("79-1")
    data = visit("79-1")
    wrong = {"starts_at": "2026-11-24T13:00:00+06:00", "ends_at": "2026-11-24T15:00:00+06:00"}
    answer = await akimat.tells("visit.scheduled", **{**data, **wrong})
    assert (answer.status, sorted(fields(answer))) == (422, ["data.ends_at", "data.starts_at"])
    assert "give +05:00, or Z" in answer.body["errors"][0]["message"]


async def test_texts_at_their_limit_and_in_every_script_are_taken(akimat: Authority) -> None:
    await akimat.opens("79-Әбай/1")
    data = {**visit("79-Әбай/1", lasts=12), "address": "ұ" * 500, "contact": "☎ 8\u00a0701 … 👩‍👧\nекінші жол"}
    assert (await akimat.tells("visit.scheduled", **data)).status == 202
    seen = (await akimat.asks("GET", "/v1/cases/79-Әбай%2F1")).body["visits"][0]
    assert (seen["address"], seen["contact"]) == (data["address"], data["contact"].replace("\n", " "))

"""Bodies that are too long, no JSON, or JSON with traps: refused with a reason, and the API goes on working."""

import asyncio
import json
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest

from tests.bot.api.authority import BATCH, OPENED, Authority, event

LIMIT = 256 * 1024
ONE = {"Content-Type": "application/cloudevents+json"}
PLACES = [
    ("POST", "/v1/events"),
    ("POST", "/v1/cases/79-1/link"),
    ("PUT", "/v1/poverty-lines/KZ-79/2026-Q4"),
]
OPENED_TEXT = json.dumps(OPENED)

# Bodies that are no JSON, or that another program would read in another way.
BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "a word": b"hello",
    "a form": b"case_id=79-1&region=KZ-79",
    "half an object": OPENED_TEXT.encode()[:-5],
    "two objects": OPENED_TEXT.encode() * 2,
    "bytes": bytes(range(256)),
    "another encoding": OPENED_TEXT.replace("akimat", "әкімат").encode("utf-16"),
    "half a character": OPENED_TEXT.replace("/akimat", "\\ud800").encode(),
    "half a character in a name": b'{"\\udfff": 1}',
    "not a number": OPENED_TEXT.replace('"1.0"', "NaN").encode(),
    "infinity": b'{"specversion": -Infinity}',
    "a number beyond all floats": b"[" + b"1e99999" + b"]",
    "a number of 5000 digits": b'{"id": ' + b"9" * 5_000 + b"}",
    "a name twice": b'{"id": "e1", "id": "e2"}',
    "deep lists": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 40_000 + b"1" + b"}" * 40_000,
    "a NUL between": b'{"id":\x00 "e1"}',
}


@pytest.mark.parametrize(("method", "path"), PLACES)
async def test_what_is_no_json_is_refused_as_such(akimat: Authority, method: str, path: str) -> None:
    for name, body in BROKEN.items():
        answer = await akimat.asks_raw(method, path, body, {"Content-Type": "application/json"})
        assert (name, answer.status) == (name, 400)
        (error,) = answer.body["errors"]
        assert error["field"] == ""
        assert error["message"].startswith("the body is no JSON: ")


async def test_json_that_is_no_event_is_refused_by_its_fields(akimat: Authority) -> None:
    for body in ("null", "true", "7", '"e1"', "{}", '{"data": null}', '{"id": "\\u0000"}', '{"\\u0000": 1}', "1e300"):
        answer = await akimat.asks_raw("POST", "/v1/events", body.encode(), ONE)
        assert (body, answer.status, answer.body["status"]) == (body, 422, "refused")
    for depth in (10, 500):
        data: Any = 1
        for _ in range(depth):
            data = [data]
        answer = await akimat.sends({**OPENED, "data": {**OPENED["data"], "region": data}})
        assert answer.status == 422


async def test_another_content_type_is_refused(akimat: Authority) -> None:
    for method, path in PLACES:
        for content_type in (
            "text/plain",
            "application/xml",
            "",
            "json",
            "*/*",
            ";",
            "application/json; charset=cp1251",
        ):
            answer = await akimat.asks_raw(method, path, OPENED_TEXT.encode(), {"Content-Type": content_type})
            assert (content_type, answer.status) == (content_type, 415)
            assert "application/json" in answer.body["errors"][0]["message"]
    for content_type in (BATCH, "application/cloudevents+json"):
        for _, path in PLACES[1:2]:
            assert (await akimat.asks("POST", path, {}, content_type)).status == 415


def padded(length: int) -> bytes:
    """Return the event with spaces, so many bytes in all."""
    return OPENED_TEXT.encode().ljust(length)


async def in_pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), 60_000):
        await asyncio.sleep(0)
        yield body[start : start + 60_000]


async def test_a_body_may_have_256_kib_and_not_a_byte_more(akimat: Authority) -> None:
    assert (await akimat.asks_raw("POST", "/v1/events", padded(LIMIT), ONE)).status == 202
    answer = await akimat.asks_raw("POST", "/v1/events", padded(LIMIT + 1), ONE)
    assert (answer.status, answer.body) == (413, {"errors": [{"field": "", "message": "a body has 256 KiB at most"}]})


async def test_a_body_that_does_not_say_its_length_has_the_same_limit(akimat: Authority) -> None:
    assert (await akimat.asks_raw("POST", "/v1/events", in_pieces(padded(LIMIT)), ONE)).status == 202
    assert (await akimat.asks_raw("POST", "/v1/events", in_pieces(padded(LIMIT + 1)), ONE)).status == 413


async def test_a_client_that_sends_megabytes_still_reads_the_answer(akimat: Authority) -> None:
    for method, path in PLACES:
        headers = {"Content-Type": "application/json"}
        assert (await akimat.asks_raw(method, path, in_pieces(padded(3_000_000)), headers)).status == 413
        assert (await akimat.asks_raw(method, path, BytesIO(padded(3_000_000)), headers)).status == 413


async def test_a_batch_as_long_as_a_body_may_be_is_taken(akimat: Authority) -> None:
    batch: list[dict[str, Any]] = []
    while len(json.dumps(batch)) < LIMIT - 1_000:
        batch += [{**event(f"b{len(batch)}", "case.opened"), "source": "/" + "x" * 199} for _ in range(20)]
    answer = await akimat.asks("POST", "/v1/events", batch[:-20], BATCH)
    assert answer.status == 207
    assert len(answer.body) == len(batch) - 20


async def test_the_api_goes_on_working_after_all_that(akimat: Authority) -> None:
    for body in BROKEN.values():
        await akimat.asks_raw("POST", "/v1/events", body, ONE)
    assert (await akimat.sends(OPENED)).status == 202


async def test_an_unknown_address_and_an_unknown_method_are_answered_in_json(akimat: Authority) -> None:
    for path in ("/v1", "/v1/nothing", "/v2/events", "/v1/case", "/nowhere\0"):
        answer = await akimat.asks("GET", path)
        assert (path, answer.status, answer.body) == (path, 404, {"errors": [{"field": "", "message": "Not Found"}]})
    answer = await akimat.asks("GET", "/v1/events")
    assert (answer.status, answer.body["errors"][0]["message"]) == (405, "Method Not Allowed")

"""POST /v1/cases/{id}/link: an address and a picture by which one person of the family joins the case."""

import base64
import re
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import segno

from bot import casework
from bot.store import people
from bot.world import World
from tests.bot.api.authority import NOON, Authority, Clock, fields

PERSON = 5_000_000_001


async def arrives(world: World, person_id: int = PERSON) -> None:
    async with world.database.statement() as connection:
        await people.choose_language(connection, person_id, "kk", world.now())


async def test_a_link_is_an_address_of_the_bot_with_a_token(akimat: Authority) -> None:
    await akimat.opens("79-000123")
    answer = await akimat.asks("POST", "/v1/cases/79-000123/link", {"member_label": None})
    assert answer.status == 201
    assert answer.body.keys() == {"url", "token", "expires_at", "qr_svg", "qr_png_base64"}
    assert answer.body["url"] == f"https://t.me/komek_bot?start={answer.body['token']}"
    assert datetime.fromisoformat(answer.body["expires_at"]) == NOON + timedelta(days=7)


async def test_a_token_is_long_random_and_fits_behind_start(akimat: Authority) -> None:
    await akimat.opens("79-1")
    tokens = {(await akimat.asks("POST", "/v1/cases/79-1/link", {})).body["token"] for _ in range(5)}
    assert len(tokens) == 5
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{40,64}", token) for token in tokens)


async def test_the_pictures_hold_the_address(akimat: Authority) -> None:
    await akimat.opens("79-1")
    link = (await akimat.asks("POST", "/v1/cases/79-1/link", {"member_label": "әжесі"})).body
    svg = ET.fromstring(link["qr_svg"])  # noqa: S314 - our own picture
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    picture = segno.make(link["url"], micro=False)
    width, _ = picture.symbol_size(scale=8)
    png = base64.b64decode(link["qr_png_base64"], validate=True)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(png[16:20]) == width
    assert picture.svg_data_uri(xmldecl=False, scale=4, encode_minimal=True)
    assert png == base64.b64decode(picture.png_data_uri(scale=8).partition(",")[2])


async def test_a_person_joins_by_a_token_once(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    await arrives(world)
    await arrives(world, PERSON + 1)
    token = (await akimat.asks("POST", "/v1/cases/79-1/link", {"member_label": "әкесі"})).body["token"]
    joined = await casework.join(world, token, PERSON)
    assert joined is not None
    assert (joined.number, joined.region) == ("79-1", "KZ-79")
    assert await casework.join(world, token, PERSON + 1) is None
    case = (await akimat.asks("GET", "/v1/cases/79-1")).body
    assert [(one["person"], one["member_label"]) for one in case["followers"]] == [("p1", "әкесі")]


async def test_a_token_of_last_week_does_not_work(akimat: Authority, world: World, clock: Clock) -> None:
    await akimat.opens("79-1")
    await arrives(world)
    token = (await akimat.asks("POST", "/v1/cases/79-1/link", {})).body["token"]
    clock.moves(days=7)
    assert await casework.join(world, token, PERSON) is None


async def test_several_people_of_a_family_join_each_by_a_link(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    for number in range(3):
        await arrives(world, PERSON + number)
        token = (await akimat.asks("POST", "/v1/cases/79-1/link", {})).body["token"]
        assert await casework.join(world, token, PERSON + number)
    changes, _ = await akimat.learns()
    assert [(change["kind"], change["person"]) for change in changes] == [("joined", f"p{n}") for n in (1, 2, 3)]


async def test_a_wrong_request_for_a_link_is_refused_by_its_field(akimat: Authority) -> None:
    await akimat.opens("79-1")
    for body, field in (
        ({"member_label": 5}, "member_label"),
        ({"member_label": ""}, "member_label"),
        ({"member_label": "x" * 101}, "member_label"),
        ({"member_label": "a\0b"}, "member_label"),
        ({"label": "x"}, "label"),
        ([], ""),
        (None, ""),
    ):
        answer = await akimat.asks("POST", "/v1/cases/79-1/link", body)
        assert (body, answer.status, fields(answer)) == (body, 400 if body is None else 422, [field])


async def test_a_case_that_is_not_there_has_no_link(akimat: Authority) -> None:
    for case_id in ("79-404", "%D2%B1", "a%2Fb"):
        answer = await akimat.asks("POST", f"/v1/cases/{case_id}/link", {"member_label": None})
        assert (answer.status, answer.body) == (404, {"errors": [{"field": "", "message": "there is no such case"}]})
    for case_id in ("%00", "x" * 65, "a%20b", "%ff", "-1"):
        answer = await akimat.asks("POST", f"/v1/cases/{case_id}/link", {"member_label": None})
        assert (case_id, answer.status, fields(answer)) == (case_id, 422, ["case_id"])

"""Two regions give a case the same id: neither takes anything from the other, nor learns that there is one."""

import csv
import json
from datetime import timedelta
from io import StringIO
from typing import Any, Final

import pytest

from bot import casework
from bot.casework import OfferReply, Shown
from bot.casework.events import TYPES
from bot.store import offer_files, people
from bot.world import World
from rules.offer import Excuse
from tests.bot.api.authority import ASTANA, NOON, SHYMKENT, Answer, Authority, event, fields, status, visit
from tests.bot.api.conftest import MakeAuthority
from tests.numbered import id_of

NUMBER, NOWHERE = "000123", "000404"
AIGUL, IVAN = 5_000_000_001, 5_000_000_002
SHOWN: Final = Shown("kk", 17, "Аспаз, 120 000 ₸")
SEVERAL: Final = f"several regions have a case of this id ({ASTANA}, {SHYMKENT}): name one"
OFFER: Final = {
    "offer_id": "o1",
    "member_label": "Айгүл",
    "measure": "vacancy",
    "title": "Аспаз",
    "place": "Шымкент",
    "respond_by": (NOON + timedelta(days=3)).isoformat(),
    "contact": "Сәуле",
}


def data_of(name: str, number: str) -> dict[str, Any]:
    """Return data that fit an event of a type, of a case of a number."""
    told: dict[str, dict[str, Any]] = {
        "case.status": status(number, "received"),
        "case.corrected": {"reason": "mistake", "note": "Қате"},
        "visit.scheduled": visit(number),
        "visit.rescheduled": visit(number),
        "visit.cancelled": {"visit_id": "v1"},
        "visit.held": {"visit_id": "v1", "conclusion": "need"},
        "offer.made": OFFER,
        "offer.withdrawn": {"offer_id": "o1"},
        "offer.extended": {"offer_id": "o1", "respond_by": (NOON + timedelta(days=5)).isoformat()},
        "offer.excused": {"offer_id": "o1", "accepted": True},
        "offer.acknowledged": {"offer_id": "o1"},
        "follower.confirmed": {"person": "p1"},
        "follower.removed": {"person": "p1"},
        "links.revoked": {},
    }
    return {"case_id": number, **told[name]}


OF_CASES: Final = [name.removeprefix("kz.komek.") for name in TYPES if name != "kz.komek.case.opened"]


@pytest.fixture
async def astana(make_authority: MakeAuthority) -> Authority:
    """The akimat of Astana."""
    return await make_authority("astana", (ASTANA,))


@pytest.fixture
async def ministry(make_authority: MakeAuthority) -> Authority:
    """An office with one key for both regions."""
    return await make_authority("ministry", (ASTANA, SHYMKENT))


async def follows(office: Authority, world: World, person_id: int) -> None:
    """Let somebody follow the case of an office that has one region, as Aigul."""
    async with world.database.statement() as connection:
        await people.choose_language(connection, person_id, "kk", world.now())
    link = await office.asks("POST", f"/v1/cases/{NUMBER}/link", {"member_label": "Айгүл"})
    assert await casework.join(world, link.body["token"], person_id)


async def table_of(office: Authority, rows: list[dict[str, str]], *, dry_run: bool = False) -> Answer:
    """Send offers as a table."""
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path = f"/v1/offers/batch?dry_run={str(dry_run).lower()}"
    return await office.asks_raw("POST", path, text.getvalue().encode(), {"Content-Type": "text/csv"})


async def seen(office: Authority, query: str = "") -> dict[str, Any]:
    """Return the case as an office sees it."""
    answer = await office.asks("GET", f"/v1/cases/{NUMBER}{query}")
    assert answer.status == 200, answer.body
    return dict(answer.body)


async def archive(office: Authority) -> list[dict[str, str]]:
    """Return the table of all offers."""
    given = {"Authorization": f"Bearer {office.key}"}
    async with office.web.get(f"{office.base}/v1/offers.csv", headers=given) as answer:
        return list(csv.DictReader(StringIO((await answer.read()).decode("utf-8-sig"))))


# Each for itself


async def test_an_id_that_another_region_has_used_is_free(akimat: Authority, astana: Authority) -> None:
    """Nobody keeps another region from opening a case of its own, and each region opens one of an id."""
    await akimat.opens("71-000001")
    await astana.opens("71-000001", ASTANA)
    again = await astana.tells("case.opened", case_id="71-000001", region=ASTANA, applied_on="2026-11-20")
    assert (again.status, fields(again)) == (409, ["data.case_id"])


async def test_two_cases_of_one_id_live_apart(akimat: Authority, astana: Authority, world: World) -> None:
    """Visits, offers, people, answers, files, changes and lists of each are its own, also where their ids are alike."""
    await akimat.opens(NUMBER)
    await astana.opens(NUMBER, ASTANA)
    await follows(akimat, world, AIGUL)
    await follows(astana, world, IVAN)
    for office, address in ((akimat, "Абай к., 1"), (astana, "Достық к., 2")):
        assert (await office.tells("visit.scheduled", **{**visit(NUMBER), "address": address})).status == 202
        assert (await office.tells("offer.made", case_id=NUMBER, **{**OFFER, "place": address})).status == 202
    assert await casework.confirm_visit(world, 1, 0, AIGUL) is casework.Answered.DONE
    assert await casework.confirm_visit(world, 1, 0, IVAN) is casework.Answered.NOT_YOURS
    async with world.database.transaction() as transaction:
        file = await offer_files.keep(
            transaction, world.cipher, offer=1, person_id=AIGUL, name="a.pdf", media_type="application/pdf",
            content=b"%PDF-1.7", now=world.now(),
        )  # fmt: skip
    asked = await casework.ask_to_be_excused(world, 1, 0, AIGUL, SHOWN, Excuse.ELDERLY, "Анам", [file])
    assert asked is OfferReply.DONE
    assert (await akimat.tells("case.status", **status(NUMBER, "received"))).status == 202
    assert (await astana.tells("case.status", **status(NUMBER, "refused"))).status == 202

    ours, theirs = await seen(akimat), await seen(astana)
    assert (ours["region"], ours["status"], theirs["region"], theirs["status"]) == (
        SHYMKENT, "received", ASTANA, "refused",
    )  # fmt: skip
    assert [(one["address"], one["answers"]) for one in ours["visits"]] == [("Абай к., 1", {"p1": "visit_confirmed"})]
    assert [(one["address"], one["answers"]) for one in theirs["visits"]] == [("Достық к., 2", {})]
    assert ([one["person"] for one in ours["followers"]], [one["person"] for one in theirs["followers"]]) == (
        ["p1"], ["p2"],
    )  # fmt: skip
    assert [(one["place"], one["state"]) for one in ours["offers"]] == [("Абай к., 1", "excuse_requested")]
    assert [(one["place"], one["state"]) for one in theirs["offers"]] == [("Достық к., 2", "withdrawn")]
    for office, region, case in ((akimat, SHYMKENT, ours), (astana, ASTANA, theirs)):
        listed = (await office.asks("GET", "/v1/offers")).body["offers"]
        assert listed == case["offers"]
        assert [(row["region"], row["case_id"]) for row in await archive(office)] == [(region, NUMBER)]
        changes, _ = await office.learns()
        assert {(one["case_id"], one["region"]) for one in changes} == {(NUMBER, region)}
    kinds = {office: [one["kind"] for one in (await office.learns())[0]] for office in (akimat, astana)}
    assert kinds[akimat] == ["joined", "visit_confirmed", "offer_excuse_requested"]
    assert kinds[astana] == ["joined"]
    assert (await astana.asks("GET", f"/v1/files/{file}")).status == 404
    async with akimat.web.get(
        f"{akimat.base}/v1/files/{file}", headers={"Authorization": f"Bearer {akimat.key}"}
    ) as got:
        assert (got.status, await got.read()) == (200, b"%PDF-1.7")


async def test_a_table_of_one_region_offers_nothing_in_another(akimat: Authority, astana: Authority) -> None:
    await akimat.opens(NUMBER)
    await astana.opens(NUMBER, ASTANA)
    rows = [{"case_id": NUMBER, **OFFER}]
    for office in (akimat, astana):
        for state in ("accepted", "duplicate"):
            assert [row["status"] for row in (await table_of(office, rows)).body["rows"]] == [state]
        assert [one["offer_id"] for one in (await seen(office))["offers"]] == ["o1"]


async def test_the_programs_own_id_opens_nothing_and_is_nowhere_told(
    akimat: Authority, ministry: Authority, world: World
) -> None:
    """It is no second name of the case."""
    await akimat.opens(NUMBER)
    await follows(akimat, world, AIGUL)
    await akimat.tells("offer.made", case_id=NUMBER, **OFFER)
    case_id = await id_of(world, NUMBER)
    assert (await akimat.asks("GET", f"/v1/cases/{case_id}")).status == 404
    assert (await akimat.tells("case.status", **status(case_id, "received"))).status == 409
    told = [await seen(akimat), (await ministry.asks("GET", "/v1/offers")).body, await ministry.learns()]
    assert case_id not in json.dumps([*told, await archive(ministry)])
    assert NUMBER in json.dumps(told)


# A stranger


def without(answer: Answer, number: str) -> tuple[int, str]:
    """Return an answer without what the caller has said."""
    return answer.status, json.dumps(answer.body, ensure_ascii=False).replace(number, "…")


@pytest.mark.parametrize("named", [{}, {"region": SHYMKENT}, {"region": ASTANA}])
@pytest.mark.parametrize("name", OF_CASES)
async def test_no_event_tells_a_stranger_whether_there_is_such_a_case_elsewhere(
    akimat: Authority, astana: Authority, name: str, named: dict[str, str]
) -> None:
    """With whatever region beside the id."""
    await akimat.opens(NUMBER)
    event_of = {number: event("e9", name, **data_of(name, number), **named) for number in (NUMBER, NOWHERE)}
    there, nowhere = [without(await astana.sends(event_of[number]), number) for number in (NUMBER, NOWHERE)]
    assert there == nowhere
    assert (there[0], "there is no such case" in there[1]) == (409, True)


async def test_no_address_tells_a_stranger_whether_there_is_such_a_case_elsewhere(
    akimat: Authority, astana: Authority
) -> None:
    """Nor does a table, tried out or not, nor the opening of a case of that id."""
    await akimat.opens(NUMBER)
    await akimat.tells("offer.made", case_id=NUMBER, **OFFER)
    answers = []
    for number in (NUMBER, NOWHERE):
        asked = []
        for query in ("", f"?region={SHYMKENT}", f"?region={ASTANA}"):
            asked.append(await astana.asks("GET", f"/v1/cases/{number}{query}"))
            asked.append(await astana.asks("POST", f"/v1/cases/{number}/link{query}", {}))
        for region in ({}, {"region": SHYMKENT}, {"region": ASTANA}):
            rows = [{"case_id": number, **region, **OFFER}]
            asked += [await table_of(astana, rows, dry_run=dry_run) for dry_run in (True, False)]
        opened = event(f"e-{number}", "case.opened", case_id=number, region=SHYMKENT, applied_on="2026-11-20")
        asked.append(await astana.sends(opened))
        opened["data"]["region"] = ASTANA
        asked.append(await astana.sends(opened))
        answers.append([without(answer, number) for answer in asked])
    assert answers[0] == answers[1]
    assert [state for state, _ in answers[0]] == [404] * 6 + [200] * 6 + [403, 202]


# One key for both


@pytest.mark.parametrize("name", OF_CASES)
async def test_where_the_id_is_not_enough_an_event_has_to_name_the_region(
    akimat: Authority, astana: Authority, ministry: Authority, name: str
) -> None:
    """Without it nothing is done; with it only the case of that region is meant."""
    await akimat.opens(NUMBER)
    await astana.opens(NUMBER, ASTANA)
    before = await seen(akimat), await seen(astana)
    refused = await ministry.tells(name, **data_of(name, NUMBER))
    assert (refused.status, fields(refused)) == (409, ["data.region"])
    assert refused.body["errors"][0]["message"] == SEVERAL
    named = await ministry.tells(name, **data_of(name, NUMBER), region=ASTANA)
    if named.status != 202:  # nothing of that kind is there yet: the case was found all the same
        assert named.status == 409
        assert set(fields(named)) & {"data.region"} == set()
        assert "there is no such case" not in json.dumps(named.body)
    assert await seen(akimat) == before[0]
    assert (await seen(astana) == before[1]) == (named.status != 202)


async def test_what_names_the_region_goes_to_its_case_alone(
    akimat: Authority, astana: Authority, ministry: Authority, world: World
) -> None:
    """Events, links, the case itself and rows of a table."""
    await akimat.opens(NUMBER)
    await astana.opens(NUMBER, ASTANA)
    for method, path in (("GET", f"/v1/cases/{NUMBER}"), ("POST", f"/v1/cases/{NUMBER}/link")):
        refused = await ministry.asks(method, path, {} if method == "POST" else None)
        assert (refused.status, refused.body["errors"]) == (409, [{"field": "region", "message": SEVERAL}])
    assert (await seen(ministry, f"?region={ASTANA}"))["region"] == ASTANA
    assert (await seen(ministry, f"?region={SHYMKENT}"))["region"] == SHYMKENT
    assert (await ministry.asks("GET", f"/v1/cases/{NUMBER}?region=KZ-75")).status == 404
    assert (await ministry.asks("GET", f"/v1/cases/{NUMBER}?region=KZ-00")).status == 422
    link = await ministry.asks("POST", f"/v1/cases/{NUMBER}/link?region={ASTANA}", {})
    async with world.database.statement() as connection:
        await people.choose_language(connection, IVAN, "ru", world.now())
    joined = await casework.join(world, link.body["token"], IVAN)
    assert joined is not None
    assert (joined.number, joined.region) == (NUMBER, ASTANA)
    assert (await ministry.tells("case.status", **status(NUMBER, "received"), region=SHYMKENT)).status == 202
    assert ((await seen(akimat))["status"], (await seen(astana))["status"]) == ("received", "opened")
    assert "region" not in (await seen(akimat))["history"][-1], "the case says it already"
    assert [(one["case_id"], one["region"], one["kind"]) for one in (await ministry.learns())[0]] == [
        (NUMBER, ASTANA, "joined"), (NUMBER, SHYMKENT, "undeliverable"),
    ]  # fmt: skip


async def test_a_table_for_both_regions_names_them_where_the_id_is_not_enough(
    akimat: Authority, astana: Authority, ministry: Authority
) -> None:
    """Two rows that are alike but for the region are two offers; without the region they are refused."""
    await akimat.opens(NUMBER)
    await astana.opens(NUMBER, ASTANA)
    await akimat.opens("79-only")
    nameless = [{"case_id": number, **OFFER} for number in (NUMBER, "79-only")]
    answer = await table_of(ministry, nameless)
    assert [row["status"] for row in answer.body["rows"]] == ["refused", "accepted"]
    assert answer.body["rows"][0]["errors"] == [{"field": "region", "message": SEVERAL}]
    rows = [{"case_id": NUMBER, "region": region, **OFFER} for region in (ASTANA, SHYMKENT)]
    rows.append({"case_id": "79-only", "region": "", **OFFER})
    rows.append({"case_id": "79-only", "region": SHYMKENT, **OFFER})
    tried = await table_of(ministry, rows, dry_run=True)
    done = await table_of(ministry, rows)
    assert (tried.body["rows"], tried.body["totals"]) == (done.body["rows"], done.body["totals"])
    assert [(row["status"], row["region"]) for row in done.body["rows"]] == [
        ("accepted", ASTANA), ("accepted", SHYMKENT), ("duplicate", None), ("duplicate", SHYMKENT),
    ]  # fmt: skip
    assert (done.body["totals"]["families"], done.body["totals"]["families_nobody_joined"]) == (2, 2)
    again = await table_of(ministry, rows)
    assert {row["status"] for row in again.body["rows"]} == {"duplicate"}
    assert [(row["region"], row["case_id"]) for row in await archive(ministry)] == [
        (SHYMKENT, "79-only"), (ASTANA, NUMBER), (SHYMKENT, NUMBER),
    ]  # fmt: skip


async def test_an_event_that_was_taken_is_the_same_when_it_comes_again_with_the_region_or_without(
    akimat: Authority, astana: Authority, ministry: Authority
) -> None:
    """Also when another region has opened such a case meanwhile; for that one it is another event of the same id."""
    await akimat.opens(NUMBER)
    received = event("e9", "case.status", **status(NUMBER, "received"))
    assert (await ministry.sends(received)).status == 202
    await astana.opens(NUMBER, ASTANA)
    assert (await ministry.sends(received)).body["status"] == "duplicate"
    received["data"]["region"] = SHYMKENT
    assert (await ministry.sends(received)).body["status"] == "duplicate"
    received["data"]["region"] = ASTANA
    refused = await ministry.sends(received)
    assert (refused.status, fields(refused)) == (409, ["id"])
    assert (await seen(astana))["status"] == "opened"


async def test_an_event_that_was_taken_is_tried_out_as_taken_also_when_another_region_has_such_a_case_by_now(
    akimat: Authority, astana: Authority, ministry: Authority, world: World
) -> None:
    """The answer is that of sending it again, and nobody would read anything."""
    await akimat.opens(NUMBER)
    await follows(akimat, world, AIGUL)
    received = event("e9", "case.status", **status(NUMBER, "received"))
    assert (await ministry.sends(received)).status == 202
    await astana.opens(NUMBER, ASTANA)
    tried = await ministry.asks("POST", "/v1/events?dry_run=true", received, "application/cloudevents+json")
    assert (tried.status, tried.body) == (200, {"id": "e9", "status": "duplicate", "family_reads": []})
    other = event("e9", "case.status", **status(NUMBER, "under_review"))
    tried = await ministry.asks("POST", "/v1/events?dry_run=true", other, "application/cloudevents+json")
    assert (tried.status, fields(tried)) == (409, ["id"]), "the same id for something else"

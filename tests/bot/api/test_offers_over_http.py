"""Job offers over HTTP: made by events, read as a list and as a table, with answers, files and proofs."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot import casework
from bot.casework import OfferReply
from bot.world import World
from rules.offer import Excuse
from tests.bot.api.authority import ASTANA, NOON, SHYMKENT, Authority, Clock, event, fields, status
from tests.bot.api.conftest import MakeAuthority
from tests.bot.api.offered import AIGUL, SHOWN, cannot, follows, kept_file, listed, offer, offered, rows, table, told

# What is refused


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"respond_by": NOON.isoformat()}, "data.respond_by"),
        ({"respond_by": (NOON - timedelta(days=1)).isoformat()}, "data.respond_by"),
        ({"respond_by": (NOON + timedelta(days=60, seconds=1)).isoformat()}, "data.respond_by"),
        ({"respond_by": "2026-11-25T12:00:00"}, "data.respond_by"),
        ({"respond_by": "2026-11-25"}, "data.respond_by"),
        ({"wage_tenge": -1}, "data.wage_tenge"),
        ({"wage_tenge": 100_000_001}, "data.wage_tenge"),
        ({"wage_tenge": 120_000.5}, "data.wage_tenge"),
        ({"wage_tenge": "120000"}, "data.wage_tenge"),
        ({"contact": None}, "data.contact"),
        ({"contact": " "}, "data.contact"),
        ({"member_label": ""}, "data.member_label"),
        ({"title": "x" * 201}, "data.title"),
        ({"place": None}, "data.place"),
        ({"measure": "holiday"}, "data.measure"),
        ({"starts_on": "soon"}, "data.starts_on"),
        ({"salary": 1}, "data.salary"),
        ({"details": "a\0b"}, "data.details"),
    ],
)
async def test_an_offer_with_a_wrong_field_is_refused_by_its_name(
    akimat: Authority, changed: dict[str, Any], field: str
) -> None:
    """Nothing of it is kept."""
    await akimat.opens("79-1")
    answer = await akimat.tells("offer.made", **offer(**changed))
    assert (answer.status, set(fields(answer))) == (422, {field})
    assert await listed(akimat) == []


async def test_a_whole_number_may_be_written_with_a_point(akimat: Authority) -> None:
    """JSON has but one kind of number, and some programs write each so."""
    await akimat.opens("79-1")
    assert (await akimat.tells("offer.made", **offer(wage_tenge=120_000.0, hours=36.0))).status == 202
    (made,) = await listed(akimat)
    assert (made["wage_tenge"], made["hours"]) == (120_000, 36)


@pytest.mark.parametrize("days", [0.0001, 1, 60])
async def test_a_deadline_within_sixty_days_is_taken(akimat: Authority, days: float) -> None:
    await akimat.opens("79-1")
    answer = await akimat.tells("offer.made", **offer(respond_by=(NOON + timedelta(days=days)).isoformat()))
    assert answer.status == 202


async def test_a_deadline_is_extended_to_a_later_one_within_sixty_days(akimat: Authority, world: World) -> None:
    await offered(akimat, world)
    for days, expected in ((0, 422), (3, 422), (61, 422), (4, 202)):
        respond_by = (NOON + timedelta(days=days)).isoformat()
        answer = await akimat.tells("offer.extended", case_id="79-1", offer_id="o1", respond_by=respond_by)
        assert (days, answer.status) == (days, expected)


async def test_nothing_is_offered_to_a_case_that_is_over(akimat: Authority) -> None:
    await akimat.opens("79-1")
    await akimat.tells("case.status", **status("79-1", "refused"))
    answer = await akimat.tells("offer.made", **offer())
    assert (answer.status, fields(answer)) == (409, ["data.case_id"])


async def test_a_key_of_another_region_neither_makes_nor_sees_nor_changes_an_offer(
    akimat: Authority, world: World, make_authority: MakeAuthority
) -> None:
    """Not by the list, nor by the table, nor by a file that it knows of; and it learns nothing by trying."""
    await offered(akimat, world)
    file_id = await kept_file(world)
    await cannot(world, file_id)
    astana = await make_authority("astana", (ASTANA,))
    assert await listed(astana) == await listed(astana, f"region={SHYMKENT}") == []
    assert (await astana.asks("GET", f"/v1/files/{file_id}")).status == 404
    assert (await table(astana))[1:] == []
    for kind, data in (
        ("made", offer(offer_id="o2")), ("withdrawn", {}), ("excused", {"accepted": True}), ("acknowledged", {}),
        ("extended", {"respond_by": (NOON + timedelta(days=4)).isoformat()}),
    ):  # fmt: skip
        answer = await astana.tells(f"offer.{kind}", **{"case_id": "79-1", "offer_id": "o1", **data})
        assert (answer.status, fields(answer)) == (409, ["data.case_id"])
    assert [one["state"] for one in await listed(akimat)] == ["excuse_requested"]


async def test_a_key_for_lines_alone_reads_no_offers(make_authority: MakeAuthority) -> None:
    lines = await make_authority("lines", (SHYMKENT,), ("lines",))
    for path in ("/v1/offers", "/v1/offers.csv", "/v1/files/x"):
        assert (await lines.asks("GET", path)).status == 403


async def test_every_event_of_an_offer_may_come_again_at_any_time(
    akimat: Authority, world: World, clock: Clock
) -> None:
    """Also when its deadline has passed meanwhile: what was accepted is never judged anew."""
    await akimat.opens("79-1")
    await follows(akimat, world)
    later = (NOON + timedelta(days=5)).isoformat()
    about = {"case_id": "79-1", "offer_id": "o1"}
    story = [
        event("s1", "offer.made", **offer()),
        event("s2", "offer.extended", **about, respond_by=later),
        event("s3", "offer.excused", **about, accepted=False, note="Анықтама жоқ"),
        event("s4", "offer.acknowledged", **about),
        event("s5", "offer.withdrawn", **about, note="орын жабылды"),
    ]
    for place, sent in enumerate(story):
        if sent["type"].endswith("excused"):
            await casework.ask_to_be_excused(world, 1, 1, AIGUL, SHOWN, Excuse.OTHER)
        if sent["type"].endswith("acknowledged"):
            assert await casework.accept_offer(world, 1, 3, AIGUL, SHOWN) is OfferReply.DONE
        assert (await akimat.sends(sent)).status == 202, sent
        clock.moves(days=1)
        before = await listed(akimat), await akimat.learns(limit=1_000)
        assert [(await akimat.sends(earlier)).status for earlier in story[: place + 1]] == [200] * (place + 1)
        assert (await listed(akimat), await akimat.learns(limit=1_000)) == before


# What is read


async def test_an_offer_is_listed_with_all_that_was_offered(akimat: Authority, world: World) -> None:
    await offered(akimat, world)
    (seen,) = await listed(akimat)
    assert {name: seen[name] for name in ("case_id", "offer_id", "region", "member_label", "state", "wage_tenge")} == {
        "case_id": "79-1", "offer_id": "o1", "region": "KZ-79", "member_label": "Айгүл", "state": "open",
        "wage_tenge": 120_000,
    }  # fmt: skip
    assert datetime.fromisoformat(seen["respond_by"]) == NOON + timedelta(days=3)
    assert (seen["answer"], seen["reached"], seen["opened"], seen["proofs"]) == (None, [], [], [])
    assert (await akimat.asks("GET", "/v1/cases/79-1")).body["offers"] == [seen]


async def test_who_was_reached_who_opened_it_and_what_they_read_is_listed(
    akimat: Authority, world: World, clock: Clock
) -> None:
    """The first time each; the proofs are all of them."""
    await offered(akimat, world)
    await told(world, NOON)
    clock.moves(hours=1)
    await told(world, clock.at)
    await casework.open_offer(world, 1, AIGUL, SHOWN)
    (seen,) = await listed(akimat)
    assert [(one["person"], datetime.fromisoformat(one["at"])) for one in seen["reached"]] == [("p1", NOON)]
    assert [(one["person"], datetime.fromisoformat(one["at"])) for one in seen["opened"]] == [("p1", clock.at)]
    assert [(one["of"], one["language"], one["message_id"], one["text"]) for one in seen["proofs"]] == [
        ("offer-made", "kk", 9, "Жұмыс ұсынысы"),
        ("offer-made", "kk", 9, "Жұмыс ұсынысы"),
        ("offer_opened", "kk", 17, "Аспаз, 120 000 ₸"),
    ]


async def test_an_answer_that_is_taken_back_stays_on_record(akimat: Authority, world: World) -> None:
    """The one that holds is none; what was said remains, with the price that was seen before a refusal."""
    await offered(akimat, world)
    await casework.price_shown(world, 1, 0, AIGUL, SHOWN.message_id)
    await casework.begin_refusal(world, 1, 0, AIGUL, SHOWN)
    assert await casework.refuse_offer(world, 1, 0, AIGUL, SHOWN, "Алыс") is OfferReply.DONE
    (seen,) = await listed(akimat)
    assert (seen["state"], seen["answer"]["kind"], seen["answer"]["reason"]) == ("refused", "offer_refused", "Алыс")
    await casework.take_back(world, 1, 1, AIGUL, SHOWN)
    (seen,) = await listed(akimat)
    assert (seen["state"], seen["answer"]) == ("taken_back", None)
    assert [answer["kind"] for answer in seen["answers"]] == ["offer_refused", "offer_taken_back"]
    assert [proof["of"] for proof in seen["proofs"]] == ["offer_price_seen", "offer_refused", "offer_taken_back"]


async def test_the_eight_states_are_kept_apart_and_can_be_asked_for(
    akimat: Authority, world: World, clock: Clock
) -> None:
    """Not reached, not answered, cannot and refuses are four things."""
    await offered(akimat, world)
    for number in range(2, 9):
        await akimat.tells("offer.made", **offer(offer_id=f"o{number}"))
    answers = {
        "accepted": casework.accept_offer(world, 1, 0, AIGUL, SHOWN),
        "price": casework.begin_refusal(world, 2, 0, AIGUL, SHOWN),
        "refused": casework.refuse_offer(world, 2, 0, AIGUL, SHOWN),
        "excuse_requested": casework.ask_to_be_excused(world, 3, 0, AIGUL, SHOWN, Excuse.OTHER),
        "excused": casework.ask_to_be_excused(world, 4, 0, AIGUL, SHOWN, Excuse.OTHER),
        "taken_back": casework.accept_offer(world, 5, 0, AIGUL, SHOWN),
        "back": casework.take_back(world, 5, 1, AIGUL, SHOWN),
    }
    await casework.price_shown(world, 2, 0, AIGUL, SHOWN.message_id)
    assert {await answer for answer in answers.values()} == {OfferReply.DONE}
    await akimat.tells("offer.excused", case_id="79-1", offer_id="o4", accepted=True)
    await akimat.tells("offer.withdrawn", case_id="79-1", offer_id="o8")
    await casework.open_offer(world, 6, AIGUL, SHOWN)
    clock.moves(days=4)
    for number in (6, 7):
        assert await casework.close_overdue(world, number)
    states = [
        "accepted", "refused", "excuse_requested", "excused", "taken_back", "no_answer", "undelivered", "withdrawn",
    ]  # fmt: skip
    assert [one["state"] for one in await listed(akimat)] == states
    for number, state in enumerate(states, start=1):
        assert [one["offer_id"] for one in await listed(akimat, f"state={state}")] == [f"o{number}"]
    assert [row["state"] for row in (await rows(akimat))] == states


async def test_pages_of_any_length_together_are_the_whole(akimat: Authority) -> None:
    await akimat.opens("79-1")
    for number in range(7):
        await akimat.tells("offer.made", **offer(offer_id=f"o{number}"))
    whole = await listed(akimat)
    for limit in (1, 2, 3, 7, 8):
        read: list[dict[str, Any]] = []
        after = ""
        while len(read) < len(whole):
            page = (await akimat.asks("GET", f"/v1/offers?limit={limit}&after={after}")).body
            assert 0 < len(page["offers"]) <= limit
            read, after = read + page["offers"], page["next"]
        assert read == whole
        assert (await akimat.asks("GET", f"/v1/offers?after={after}")).body == {
            "offers": [],
            "damaged": [],
            "next": after,
        }


@pytest.mark.parametrize(
    ("query", "field"),
    [("state=lost", "state"), ("region=KZ-00", "region"), ("limit=0", "limit"), ("limit=501", "limit"),
     ("after=x", "after"), ("after=" + "x" * 65, "after")],
)  # fmt: skip
async def test_a_wrong_question_is_refused_by_its_field(akimat: Authority, query: str, field: str) -> None:
    answer = await akimat.asks("GET", f"/v1/offers?{query}")
    assert (answer.status, fields(answer)) == (422, [field])


async def test_the_changes_tell_of_offers_with_reasons_and_links_to_the_files(akimat: Authority, world: World) -> None:
    await offered(akimat, world)
    await casework.open_offer(world, 1, AIGUL, SHOWN)
    file_id = await kept_file(world)
    await cannot(world, file_id)
    changes, _ = await akimat.learns()
    opened, asked = changes[1:]
    assert {name: opened[name] for name in ("kind", "case_id", "offer_id", "person")} == {
        "kind": "offer_opened", "case_id": "79-1", "offer_id": "o1", "person": "p1",
    }  # fmt: skip
    assert (asked["kind"], asked["reason"], asked["text"]) == ("offer_excuse_requested", "elderly", "=Анам")
    assert asked["files"] == [{"id": file_id, "url": f"/v1/files/{file_id}", "size_bytes": 8}]
    assert "files" not in opened
    (seen,) = await listed(akimat)
    assert seen["answer"]["files"] == asked["files"]


# Files


async def fetched(akimat: Authority, file_id: str) -> tuple[int, Any, bytes]:
    headers = {"Authorization": f"Bearer {akimat.key}"}
    async with akimat.web.get(f"{akimat.base}/v1/files/{file_id}", headers=headers) as answer:
        return answer.status, answer.headers, await answer.read()


async def test_a_file_is_fetched_once_it_was_sent_on_and_not_before(akimat: Authority, world: World) -> None:
    await offered(akimat, world)
    file_id = await kept_file(world)
    assert (await fetched(akimat, file_id))[0] == 404
    await cannot(world, file_id)
    found, headers, content = await fetched(akimat, file_id)
    assert (found, content, headers["Content-Type"]) == (200, b"%PDF-1.7", "application/pdf")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%D0%B0")


@pytest.mark.parametrize("media_type", ["text/html", "image/svg+xml", "application/xhtml+xml", "", "image/png\r\nX: y"])
async def test_a_file_that_a_browser_might_run_is_only_bytes(akimat: Authority, world: World, media_type: str) -> None:
    """Its name may be anything, too."""
    await offered(akimat, world)
    file_id = await kept_file(world, 'a"\r\nSet-Cookie: b/../c.html', media_type)
    await cannot(world, file_id)
    found, headers, _ = await fetched(akimat, file_id)
    assert (found, headers["Content-Type"]) == (200, "application/octet-stream")
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''a%22%0D%0ASet-Cookie%3A%20b%2F..%2Fc.html"
    assert "Set-Cookie" not in headers


async def test_a_file_that_is_not_there_is_not_found(akimat: Authority) -> None:
    for file_id in ("x", "..", "%00", "a%2Fb", "ұ"):
        assert (await fetched(akimat, file_id))[0] == 404


# The table


async def test_the_table_holds_what_the_list_holds(akimat: Authority, world: World) -> None:
    await offered(akimat, world)
    await told(world, NOON)
    file_id = await kept_file(world)
    await cannot(world, file_id)
    (row,) = await rows(akimat)
    assert (row["case_id"], row["offer_id"], row["state"]) == ("79-1", "o1", "excuse_requested")
    assert (row["respond_by"], row["reached"]) == ("2026-11-26T12:00:00+05:00", "2026-11-23T12:00:00+05:00 p1")
    link = f"/v1/files/{file_id}"
    assert row["answers"] == f"2026-11-23T12:00:00+05:00 p1 offer_excuse_requested elderly «=Анам» {link}"
    assert (row["reason"], row["files"]) == ("elderly", f"/v1/files/{file_id}")
    assert row["proofs"].splitlines()[:2] == ["2026-11-23T12:00:00+05:00 p1 offer-made kk #9", "Жұмыс ұсынысы"]


async def test_no_cell_of_the_table_is_taken_for_a_formula(akimat: Authority, world: World) -> None:
    """What a stranger writes must not run in the officer's spreadsheet."""
    await akimat.opens("79-1")
    await follows(akimat, world)
    texts = {"title": "=1+1", "place": "+7", "contact": "-1", "employer": "@SUM(1)", "details": "  =2"}
    await akimat.tells("offer.made", **offer(**texts))
    await cannot(world)
    (row,) = await rows(akimat)
    assert {name: row[name] for name in ("title", "place", "contact", "employer", "text")} == {
        "title": "'=1+1", "place": "'+7", "contact": "'-1", "employer": "'@SUM(1)", "text": "'=Анам",
    }  # fmt: skip
    assert not [cell for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(("name", "separator"), [("comma", ","), ("semicolon", ";")])
@pytest.mark.parametrize("parted_at", [";", ",", "\t"])
async def test_no_part_of_a_cell_is_a_formula_wherever_a_spreadsheet_parts_the_file(
    akimat: Authority, world: World, name: str, separator: str, parted_at: str
) -> None:
    """Excel with Kazakh or Russian settings parts a file at semicolons, also where commas were meant."""
    await akimat.opens("79-1")
    await follows(akimat, world)
    await akimat.tells("offer.made", **offer(place="ауыл;=cmd|'/C calc'!A0; @SUM(1),-2\t+3"))
    await cannot(world)
    _, *found = await table(akimat, f"separator={name}", separator)
    cells = [part for row in found for cell in row for line in cell.splitlines() for part in line.split(parted_at)]
    assert len(cells) > 10
    assert [cell for cell in cells if cell.strip(' "\N{NO-BREAK SPACE}').startswith(("=", "+", "-", "@"))] == []


async def test_the_table_goes_over_many_pages_and_takes_a_choice(akimat: Authority) -> None:
    for number in range(11):
        await akimat.opens(f"79-{number}")
    batch = [
        event(f"m{number}", "offer.made", **offer(f"79-{number // 20}", f"o{number}", employer=f"Дүкен {number}"))
        for number in range(201)
    ]
    await akimat.asks("POST", "/v1/events", batch, "application/cloudevents-batch+json")
    assert [row["offer_id"] for row in await rows(akimat)] == [f"o{number}" for number in range(201)]
    assert await rows(akimat, "state=accepted") == []
    assert len(await rows(akimat, "separator=semicolon", ";")) == 201

"""POST /v1/offers/batch: offers from a spreadsheet, tried out first, made once."""

from typing import Any

import pytest

from bot import casework
from bot.store import people
from bot.world import World
from tests.bot.api.authority import ASTANA, NOON, SHYMKENT, Answer, Authority, Clock, fields, status
from tests.bot.api.conftest import MakeAuthority
from tests.bot.api.offer_rows import HEADER, IN_TIME, row, sends, wrong


def answers(answer: Answer) -> list[tuple[int, str]]:
    assert answer.status == 200, answer.body
    return [(one["row"], one["status"]) for one in answer.body["rows"]]


async def seen(akimat: Authority) -> tuple[Any, Any]:
    return (await akimat.asks("GET", "/v1/offers")).body, await akimat.learns(limit=1_000)


async def assigned(akimat: Authority, case_id: str, paid_until: str = "2026-12-31", **decision: Any) -> None:
    """Open a case and assign assistance to it."""
    await akimat.opens(case_id)
    data = {**status(case_id, "assigned"), "paid_until": paid_until, **decision}
    assert (await akimat.tells("case.status", **data)).status == 202


async def follows(akimat: Authority, world: World, case_id: str, person_id: int) -> None:
    async with world.database.statement() as connection:
        await people.choose_language(connection, person_id, "kk", world.now())
    token = (await akimat.asks("POST", f"/v1/cases/{case_id}/link", {})).body["token"]
    assert await casework.join(world, token, person_id)


async def test_each_row_becomes_an_offer(akimat: Authority, world: World) -> None:
    """With the same rules as an event, and told to the family in the same way."""
    await akimat.opens("79-1")
    await follows(akimat, world, "79-1", 7)
    answer = await sends(akimat, row(), row(offer_id="o2", wage_tenge="", hours="сменалы", measure="training"))
    assert answers(answer) == [(2, "accepted"), (3, "accepted")]
    first, second = (await akimat.asks("GET", "/v1/offers")).body["offers"]
    assert (first["wage_tenge"], first["hours"], first["employer"], first["starts_on"]) == (
        120_000, 40, "№ 12 мектеп", "2026-12-01",
    )  # fmt: skip
    assert (second["wage_tenge"], second["hours"], second["details"]) == (None, "сменалы", None)
    case = (await akimat.asks("GET", "/v1/cases/79-1")).body
    assert [notice["kind"] for notice in case["notices"]] == ["offer-made", "offer-made"]


async def test_the_same_file_again_changes_nothing(akimat: Authority, clock: Clock) -> None:
    """Also later, when its deadlines have passed, and written with other spaces."""
    await akimat.opens("79-1")
    await sends(akimat, row(), row(offer_id="o2"))
    before = await seen(akimat)
    clock.moves(days=10)
    again = await sends(akimat, row(wage_tenge="120 000", title=" Аспаз "), "", row(offer_id="o2"))
    assert answers(again) == [(2, "duplicate"), (4, "duplicate")]
    assert await seen(akimat) == before


async def test_a_changed_row_under_the_same_id_is_refused(akimat: Authority) -> None:
    """The officer withdraws the offer and makes another."""
    await akimat.opens("79-1")
    await sends(akimat, row())
    changed = await sends(akimat, row(wage_tenge="130000"))
    assert (answers(changed), wrong(changed)) == ([(2, "refused")], [(2, ["offer_id"])])


async def test_a_wrong_row_is_refused_by_its_columns_and_the_others_are_taken(akimat: Authority) -> None:
    await akimat.opens("79-1")
    answer = await sends(
        akimat,
        row(),
        row(offer_id="o2", wage_tenge="-1", contact=""),
        row(offer_id="o3", respond_by=NOON.isoformat()),
        row("79-404", "o4"),
        row(offer_id="o5", wage_tenge="көп"),
        row(offer_id="o6") + ",тағы",
        row(offer_id="o7", respond_by="2026-11-26"),
        row("", ""),
        row(offer_id="o9"),
    )
    assert [status for _, status in answers(answer)] == ["accepted", *["refused"] * 7, "accepted"]
    assert [(number, sorted(names)) for number, names in wrong(answer)] == [
        (3, ["contact", "wage_tenge"]), (4, ["respond_by"]), (5, ["case_id"]), (6, ["wage_tenge"]), (7, [""]),
        (8, ["respond_by"]), (9, ["case_id", "offer_id"]),
    ]  # fmt: skip
    totals = answer.body["totals"]
    assert (totals["rows"], totals["accepted"], totals["duplicate"], totals["refused"]) == (9, 2, 0, 7)


async def test_a_dry_run_writes_nothing_and_says_what_each_row_would_come_to(akimat: Authority, world: World) -> None:
    """Row by row the same answers as the real run that follows."""
    await akimat.opens("79-1")
    await follows(akimat, world, "79-1", 7)
    await sends(akimat, row())
    before = await seen(akimat)
    file = (row(), row(offer_id="o2"), row(offer_id="o2"), row(offer_id="o2", title="Жүргізуші"), row("79-9", "o3"))
    tried = await sends(akimat, *file, dry_run=True)
    assert await seen(akimat) == before
    assert (tried.body["dry_run"], [state for _, state in answers(tried)]) == (
        True,
        ["duplicate", "accepted", "duplicate", "refused", "refused"],
    )
    done = await sends(akimat, *file)
    assert (answers(done), wrong(done)) == (answers(tried), wrong(tried))


async def test_a_dry_run_counts_what_one_family_would_have_to_answer(akimat: Authority) -> None:
    """Its own rows as well: the real run takes thirty for a family, with those that it has already, and no more."""
    await akimat.opens("79-1")
    await akimat.opens("79-2")
    await sends(akimat, row(offer_id="o0", title="Курс 0"))
    file = [row(offer_id=f"o{number}", title=f"Курс {number}") for number in range(40)] + [row("79-2")]
    tried = await sends(akimat, *file, dry_run=True)
    states = [state for _, state in answers(tried)]
    assert states == ["duplicate", *["accepted"] * 29, *["refused"] * 10, "accepted"]
    assert {tuple(names) for _, names in wrong(tried)} == {("case_id",)}
    done = await sends(akimat, *file)
    assert (answers(done), wrong(done)) == (answers(tried), wrong(tried))


async def test_it_is_a_dry_run_unless_it_is_said_to_be_none(akimat: Authority) -> None:
    """Offers that may cost a family six months are not made by leaving a word out."""
    await akimat.opens("79-1")
    content = f"{HEADER}\n{row()}".encode()
    answer = await akimat.asks_raw("POST", "/v1/offers/batch", content, {"Content-Type": "text/csv"})
    assert (answer.status, answer.body["dry_run"]) == (200, True)
    assert (await akimat.asks("GET", "/v1/offers")).body["offers"] == []


async def test_a_dry_run_counts_the_families_that_would_lose_assistance(akimat: Authority, world: World) -> None:
    """Two offers to one family count once; whose assistance has ended, or was never assigned, loses nothing."""
    await assigned(akimat, "79-1", monthly_tenge=41_000, supplement_tenge=9_000)
    await assigned(akimat, "79-2", monthly_tenge=30_000, paid_until="2026-11-23")
    await assigned(akimat, "79-3", monthly_tenge=30_000, paid_until="2026-11-22")
    await akimat.opens("79-4")
    await assigned(akimat, "79-5", monthly_tenge=50_000)
    await akimat.tells("case.status", **status("79-5", "suspended"))
    await follows(akimat, world, "79-1", 7)
    file = [row(f"79-{number}", "o1") for number in range(1, 6)] + [row("79-1", "o2"), row("79-404", "o1")]
    answer = await sends(akimat, *file, dry_run=True)
    assert answer.body["totals"] == {
        "rows": 7, "accepted": 6, "duplicate": 0, "refused": 1, "families": 5, "families_nobody_joined": 4,
        "families_who_would_lose_assistance": 2, "monthly_tenge_at_stake": 80_000,
    }  # fmt: skip


async def test_a_spreadsheet_that_parts_by_semicolons_is_read_as_well(akimat: Authority) -> None:
    """So does Excel in Kazakhstan; the columns may stand in any order, and empty ones be left out."""
    await akimat.opens("79-1")
    header = "offer_id;case_id;measure;member_label;contact;place;title;respond_by"
    line = f'o1;79-1;training;Айгүл;Сәуле;Шымкент;"Курс; 2 ай";{IN_TIME}'
    assert answers(await sends(akimat, line, header=header)) == [(2, "accepted")]
    (offer,) = (await akimat.asks("GET", "/v1/offers")).body["offers"]
    assert offer["title"] == "Курс; 2 ай"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "the file is empty"),
        ("\n\n", "the file is empty"),
        (HEADER, "the file has no offers"),
        (HEADER + "\n,,,,,,,,,,,,\n", "the file has no offers"),
        (HEADER.replace("contact,", ""), "contact is missing"),
        (HEADER.replace("wage_tenge", "wage"), "'wage' is unknown"),
        (HEADER + ",title", "title stands there twice"),
        (f'{HEADER}\n"79-1', "line 2 is no CSV"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_in_one_line(akimat: Authority, content: str, said: str) -> None:
    answer = await akimat.asks_raw("POST", "/v1/offers/batch", content.encode(), {"Content-Type": "text/csv"})
    assert (answer.status, fields(answer)) == (422, [""])
    message = answer.body["errors"][0]["message"]
    assert said in message
    assert "\n" not in message


async def test_a_body_that_is_no_csv_or_too_long_is_refused(akimat: Authority) -> None:
    for content, content_type, expected in (
        (b"{}", "application/json", 415),
        (HEADER.encode(), "text/csv; charset=windows-1251", 415),
        ("Айгүл".encode("utf-16"), "text/csv", 400),
        (b"x" * (256 * 1024 + 1), "text/csv", 413),
    ):
        answer = await akimat.asks_raw("POST", "/v1/offers/batch", content, {"Content-Type": content_type})
        assert (content_type, answer.status) == (content_type, expected)


async def test_a_key_of_another_region_or_without_events_makes_no_offers(
    akimat: Authority, make_authority: MakeAuthority
) -> None:
    """Nor does it learn which families there are."""
    await assigned(akimat, "79-1", monthly_tenge=41_000)
    astana = await make_authority("astana", (ASTANA,))
    answer = await sends(astana, row(), dry_run=True)
    assert (wrong(answer), answer.body["totals"]["families"]) == ([(2, ["case_id"])], 0)
    reader = await make_authority("reader", (SHYMKENT,), ("changes",))
    assert (await sends(reader, row())).status == 403


async def test_a_file_as_long_as_a_body_may_be_is_taken(akimat: Authority) -> None:
    """Some thousand rows."""
    for number in range(50):
        await akimat.opens(f"79-{number}")
    file = [row(f"79-{number % 50}", f"o{number}") for number in range(1_000)]
    answer = await sends(akimat, *file, dry_run=True)
    assert answer.body["totals"]["accepted"] == 1_000

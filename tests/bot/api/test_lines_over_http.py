"""Published lines over HTTP: entered, used by the bot from the next answer on, read back, and where none is."""

from datetime import date

from bot.database import Database
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.world import World
from rules.regions import FORMED, REGIONS
from tests.bot.api.authority import Authority, Clock, fields
from tests.bot.api.conftest import MakeAuthority

ORDER = {"tenge": 51_234, "source": "№ 5 бұйрық, 12.10.2026"}
IN_QUARTER = date(2026, 11, 23)


async def test_a_line_is_kept_and_used_at_once(akimat: Authority, world: World) -> None:
    before = (await world.lines()).of("KZ-79", IN_QUARTER)
    assert before.basis == "estimate"
    answer = await akimat.asks("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", ORDER)
    assert (answer.status, answer.body) == (200, {"region": "KZ-79", "quarter": "2026-Q4", **ORDER})
    line = (await world.lines()).of("KZ-79", IN_QUARTER)
    assert (line.tenge, line.source, line.basis) == (51_234, ORDER["source"], "published")


async def test_a_line_sent_again_is_a_correction(akimat: Authority, world: World) -> None:
    for tenge in (50_000, 50_000, 51_000):
        body = {"tenge": tenge, "source": "order"}
        assert (await akimat.asks("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", body)).status == 200
        assert (await world.lines()).of("KZ-79", IN_QUARTER).tenge == tenge


async def test_what_is_wrong_is_refused_by_its_field_and_nothing_is_kept(akimat: Authority, world: World) -> None:
    for change, field in (
        ({"tenge": 0}, "tenge"),
        ({"tenge": -1}, "tenge"),
        ({"tenge": 3}, "tenge"),
        ({"tenge": 5_085}, "tenge"),
        ({"tenge": 152_554}, "tenge"),
        ({"tenge": 3_000_000_000}, "tenge"),
        ({"tenge": 10**400}, "tenge"),
        ({"tenge": "51234"}, "tenge"),
        ({"tenge": 51_234.5}, "tenge"),
        ({"tenge": True}, "tenge"),
        ({"tenge": None}, "tenge"),
        ({"source": ""}, "source"),
        ({"source": " "}, "source"),
        ({"source": "two\nlines"}, "source"),
        ({"source": "a\0b"}, "source"),
        ({"source": "x" * 501}, "source"),
        ({"source": 5}, "source"),
        ({"currency": "KZT"}, "currency"),
    ):
        answer = await akimat.asks("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", {**ORDER, **change})
        assert (change, answer.status, fields(answer)) == (change, 422, [field])
    assert fields(await akimat.asks("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", {})) == ["tenge", "source"]
    assert (await world.lines()).of("KZ-79", IN_QUARTER).basis == "estimate"


async def test_a_sum_that_nobody_publishes_is_refused_with_the_sums_that_are_allowed(akimat: Authority) -> None:
    """The same sums as in a file: a tenth of the subsistence minimum of the budget to three times as much."""
    answer = await akimat.asks("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", {**ORDER, "tenge": 512_340})
    (error,) = answer.body["errors"]
    assert error["message"].startswith("whole tenge from 5086 to 152553 are allowed for 2026-Q4")
    for tenge in (5_086, 152_553):
        taken = await akimat.asks("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", {**ORDER, "tenge": tenge})
        assert taken.status == 200


async def test_an_unknown_region_or_quarter_is_refused_by_its_name(make_authority: MakeAuthority) -> None:
    ministry = await make_authority("ministry", ("KZ-79", "KZ-10"))
    for path, field in (
        ("KZ-99/2026-Q4", "region"),
        ("KZ/2026-Q4", "region"),
        ("kz-79/2026-Q4", "region"),
        ("%00/2026-Q4", "region"),
        ("KZ-79/2026-Q5", "quarter"),
        ("KZ-79/2026-q4", "quarter"),
        ("KZ-79/2026", "quarter"),
        ("KZ-79/2026-10-01", "quarter"),
        ("KZ-79/2019-Q4", "quarter"),
        ("KZ-79/9999-Q4", "quarter"),
        ("KZ-79/٢٠٢٦-Q4", "quarter"),
        ("KZ-79/%00", "quarter"),
        ("KZ-10/2022-Q1", "quarter"),
    ):
        answer = await ministry.asks("PUT", f"/v1/poverty-lines/{path}", ORDER)
        assert (path, answer.status, fields(answer)) == (path, 422, [field])


async def test_a_region_has_lines_from_the_quarter_in_which_it_was_formed(make_authority: MakeAuthority) -> None:
    abai = await make_authority("abai", ("KZ-10",))
    assert (await abai.asks("PUT", "/v1/poverty-lines/KZ-10/2022-Q2", ORDER)).status == 200


# Which there are, and which are missing


async def test_the_lines_of_a_quarter_are_listed_with_the_regions_that_have_none(make_authority: MakeAuthority) -> None:
    ministry = await make_authority("ministry", REGIONS)
    for region in ("KZ-79", "KZ-71"):
        assert (await ministry.asks("PUT", f"/v1/poverty-lines/{region}/2027-Q1", ORDER)).status == 200
    answer = await ministry.asks("GET", "/v1/poverty-lines?quarter=2027-Q1")
    assert (answer.status, answer.body) == (
        200,
        {
            "quarter": "2027-Q1",
            "lines": [{"region": region, "quarter": "2027-Q1", **ORDER} for region in ("KZ-71", "KZ-79")],
            "missing": [region for region in REGIONS if region not in {"KZ-71", "KZ-79"}],
        },
    )


async def test_without_a_quarter_it_is_the_running_one_in_kazakhstan(akimat: Authority, clock: Clock) -> None:
    """At first it is noon of 23 November; then an hour before the new year in Kazakhstan, and the new year."""
    seen = []
    for hours in (0, 923, 1):
        clock.moves(hours=hours)
        seen.append((await akimat.asks("GET", "/v1/poverty-lines")).body["quarter"])
    assert clock().isoformat() == "2026-12-31T19:00:00+00:00"
    assert seen == ["2026-Q4", "2026-Q4", "2027-Q1"]


async def test_a_key_sees_the_lines_and_the_gaps_of_its_own_regions_only(make_authority: MakeAuthority) -> None:
    ministry = await make_authority("ministry", REGIONS)
    for region in ("KZ-79", "KZ-71"):
        await ministry.asks("PUT", f"/v1/poverty-lines/{region}/2026-Q4", ORDER)
    south = await make_authority("south", ("KZ-79", "KZ-61"))
    seen = (await south.asks("GET", "/v1/poverty-lines?quarter=2026-Q4")).body
    assert [line["region"] for line in seen["lines"]] == ["KZ-79"]
    assert seen["missing"] == ["KZ-61"]


async def test_a_line_of_the_laws_files_is_listed_and_its_correction_goes_before_it(
    make_authority: MakeAuthority,
) -> None:
    astana = await make_authority("astana", ("KZ-71",))
    path = "/v1/poverty-lines?quarter=2023-Q3"
    (line,) = (await astana.asks("GET", path)).body["lines"]
    assert (line["tenge"], line["source"]) == (37_317, "Astana akimat, 2023 III quarter")
    await astana.asks("PUT", "/v1/poverty-lines/KZ-71/2023-Q3", {**ORDER, "tenge": 37_318})
    seen = (await astana.asks("GET", path)).body
    assert ([line["tenge"] for line in seen["lines"]], seen["missing"]) == ([37_318], [])


async def test_what_another_process_has_entered_is_seen_at_once(
    akimat: Authority, database: Database, world: World
) -> None:
    assert (await akimat.asks("GET", "/v1/poverty-lines?quarter=2026-Q4")).body["missing"] == ["KZ-79"]
    async with database.transaction() as transaction:
        line = AddedLine("KZ-79", "2026-Q4", 51_234, "a file", world.today())
        await poverty_lines.put_lines(transaction, [line])
    assert (await akimat.asks("GET", "/v1/poverty-lines?quarter=2026-Q4")).body["missing"] == []


async def test_a_region_is_not_missing_in_a_quarter_in_which_it_did_not_exist(make_authority: MakeAuthority) -> None:
    ministry = await make_authority("ministry", REGIONS)
    for quarter, expected in (("2022-Q1", set()), ("2022-Q2", set(FORMED))):
        seen = (await ministry.asks("GET", f"/v1/poverty-lines?quarter={quarter}")).body
        assert set(FORMED) & set(seen["missing"]) == expected


async def test_a_wrong_quarter_is_refused_by_its_name(akimat: Authority) -> None:
    for quarter in ("", "2026", "2026-Q5", "2026-q4", "2019-Q4", "9999-Q4", "2026-10-01", "٢٠٢٦-Q4", "%00"):
        answer = await akimat.asks("GET", f"/v1/poverty-lines?quarter={quarter}")
        assert (quarter, answer.status, fields(answer)) == (quarter, 422, ["quarter"])
        assert answer.body["errors"][0]["message"] == "allowed: 2020-Q1 to 2027-Q4"

"""PUT /v1/poverty-lines/{region}/{quarter}: a published line, which the bot uses from the next answer on."""

from datetime import date

from bot.world import World
from tests.bot.api.authority import Authority, fields
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

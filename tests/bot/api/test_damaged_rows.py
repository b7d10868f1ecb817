"""One damaged document keeps nobody from reading the rest, and is named: not a word of it is made up."""

from bot.store.soundness import unsound
from bot.world import World
from tests.bot.api.authority import Authority, status
from tests.bot.api.conftest import follows
from tests.bot.api.offered import offer, rows


async def damage(world: World, table: str, which: str) -> None:
    """Let no key open the details of some rows any more."""
    async with world.database.statement() as connection:
        await connection.fetch(f"update {table} set details = 'k1:AAAA' where {which} returning 1 as one", {})  # noqa: S608, tables of ours


async def make_three_offers(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world, "79-1")
    for number in (1, 2, 3):
        assert (await akimat.tells("offer.made", **offer(offer_id=f"o{number}"))).status == 202


async def test_the_changes_behind_a_damaged_one_are_read_and_it_says_what_it_was(
    akimat: Authority, world: World
) -> None:
    await akimat.opens("79-1")
    await follows(akimat, world, "79-1")
    await akimat.opens("79-2")
    await follows(akimat, world, "79-2")
    whole, _ = await akimat.learns()
    await damage(world, "changes", "case_id in (select id from cases where number = '79-1')")
    told, _ = await akimat.learns()
    assert [(change["kind"], change["case_id"]) for change in told] == [("joined", "79-1"), ("joined", "79-2")]
    assert [change.get("is_damaged") for change in told] == [True, None]
    assert told[1] == whole[1]
    assert told[0].keys() == {"cursor", "at", "kind", "case_id", "region", "is_damaged"}


async def test_a_damaged_offer_is_named_beside_the_others(akimat: Authority, world: World) -> None:
    await make_three_offers(akimat, world)
    await damage(world, "offers", "id = 'o2'")
    page = (await akimat.asks("GET", "/v1/offers")).body
    assert [one["offer_id"] for one in page["offers"]] == ["o1", "o3"]
    assert page["damaged"] == [{"region": "KZ-79", "case_id": "79-1", "offer_id": "o2"}]
    assert {row["offer_id"]: row["state"] for row in await rows(akimat)} == {
        "o1": "open",
        "o3": "open",
        "o2": "damaged",
    }
    assert [one.rule for one in await unsound(world.database, world.cipher)] == ["every document can be opened"]


async def test_a_damaged_entry_of_the_journal_hides_no_offer_and_no_case(akimat: Authority, world: World) -> None:
    await make_three_offers(akimat, world)
    await damage(world, "journal", "kind = 'offer_made'")
    page = (await akimat.asks("GET", "/v1/offers")).body
    assert [one["offer_id"] for one in page["offers"]] == ["o1", "o2", "o3"]
    case = await akimat.asks("GET", "/v1/cases/79-1")
    assert (case.status, "offer_made" in {one["kind"] for one in case.body["history"]}) == (200, False)


async def test_with_a_damaged_offer_the_case_goes_on(akimat: Authority, world: World) -> None:
    await make_three_offers(akimat, world)
    await damage(world, "offers", "id = 'o2'")
    assert (await akimat.asks("GET", "/v1/cases/79-1")).status == 200
    assert (await akimat.tells("offer.made", **offer(offer_id="o4"))).status == 202
    assert (await akimat.tells("case.status", **status("79-1", "refused"))).status == 202

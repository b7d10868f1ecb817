"""What waits for the officer: it comes when somebody of a family does something, and goes when it is dealt with."""

from datetime import timedelta

from bot.casework.waiting import DoubtedBy, what_waits
from bot.reminders.case_reminders import remind
from bot.texts import Language
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, CASE, KEY, Authority, at, follower
from tests.handlers.client import Client, blocks
from tests.handlers.doubting import MOST, kinds, shown, waits
from tests.handlers.offering import opens


async def wishes_to_be_excused(authority: Authority, client: Client) -> None:
    """Open the offer and say that one cannot, for another reason."""
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-long_illness", "offer-send")
    await authority.is_delivered()


async def asks_to_move(authority: Authority, client: Client) -> None:
    """Ask for another time of the visit that was just announced."""
    await authority.is_delivered()
    await client.taps("visit-move")
    await client.presses(client.last.buttons[0])
    await client.taps("wish-send")


async def test_nothing_waits_of_a_case_in_which_nobody_asks_anything(authority: Authority, member: Client) -> None:
    await authority.schedules(at(14, 10))
    await authority.offers()
    await authority.is_delivered()
    await member.taps("offer-bill")
    assert await waits(authority) == []


async def test_a_wish_to_be_excused_waits_until_it_is_decided(telegram: Telegram, authority: Authority) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await wishes_to_be_excused(authority, client)
    (one,) = await waits(authority)
    assert shown(one) == {
        "kind": "excuse", "person": "p1", "member_label": AIGUL, "offer_id": "o1", "about": "Аспаз <көмекшісі>",
    }  # fmt: skip
    assert (one.case.number, one.case.region) == (CASE, "KZ-79")
    assert timedelta() <= telegram.clock() - one.since < timedelta(minutes=5)
    await authority.offers(kind="excused", accepted=False, note="Анықтама керек")
    assert await waits(authority) == []
    await wishes_to_be_excused(authority, client)
    assert await kinds(authority) == ["excuse"]
    await authority.offers(kind="excused", accepted=True)
    assert await waits(authority) == []


async def test_a_wish_that_is_taken_back_or_whose_case_is_over_waits_no_more(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await wishes_to_be_excused(authority, client)
    await client.taps("offer-take_back")
    assert await waits(authority) == []
    await wishes_to_be_excused(authority, client)
    await authority.moves_on("refused", ground="income_above_line")
    assert await waits(authority) == []


async def test_another_time_that_is_asked_for_waits_until_the_visit_is_moved(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.RU, AIGUL)
    await authority.schedules(at(14, 10))
    await asks_to_move(authority, client)
    first = await waits(authority)
    assert [shown(one) for one in first] == [{"kind": "move", "person": "p1", "member_label": AIGUL, "visit_id": "v1"}]
    await authority.schedules(at(15, 16), kind="rescheduled")
    assert await waits(authority) == []
    await asks_to_move(authority, client)
    (again,) = await waits(authority)
    assert again.since > first[0].since, "the wish of before the move was granted"
    await client.taps("visit-home")
    assert await waits(authority) == [], "they said later that they will be at home"


async def test_that_nobody_came_waits_until_the_visit_is_dealt_with(authority: Authority, member: Client) -> None:
    await authority.schedules(at(12, 14))
    await authority.is_delivered()
    authority.telegram.clock.passes(at(12, 17) - authority.telegram.clock())
    await remind(authority.world)
    await authority.is_delivered()
    await member.taps("visit-nobody")
    assert await kinds(authority) == ["nobody_came"]
    await authority.sends("visit.held", visit_id="v1", conclusion="nobody_home")
    assert await waits(authority) == []


async def test_somebody_whom_nothing_reaches_waits_until_they_are_back(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    blocks(client)
    await authority.moves_on("received")
    await authority.is_delivered()
    assert [shown(one) for one in await waits(authority)] == [
        {"kind": "unreached", "person": "p1", "member_label": AIGUL}
    ]
    blocks(client, blocked=False)
    await telegram.answer_all()
    await authority.is_delivered()
    assert await waits(authority) == []


async def test_somebody_who_asks_to_be_confirmed_waits_until_the_officer_has_confirmed_or_removed_them(
    telegram: Telegram, authority: Authority
) -> None:
    for person in ("p1", "p2"):
        client = await follower(telegram, authority)
        if person == "p1":
            await authority.offers()
        await opens(client)
        await client.taps("offer-accept", "offer-ask")
    assert [shown(one) for one in await waits(authority)] == [
        {"kind": "asks", "person": "p1"}, {"kind": "asks", "person": "p2"},
    ]  # fmt: skip
    await authority.confirms("p1")
    assert [one.person for one in await waits(authority)] == ["p2"]
    await authority.sends("follower.removed", person="p2")
    assert await waits(authority) == []


async def test_somebody_whom_the_family_does_not_know_waits_until_the_officer_decides(
    telegram: Telegram, authority: Authority
) -> None:
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    await follower(telegram, authority, Language.RU, "Иван")
    await aigul.says("/case")
    await aigul.taps("case-followers")
    await aigul.presses("Иван", aigul.words.say("button-follower-doubt", person="Иван"))
    await aigul.taps("follower-doubt_yes")
    (one,) = await waits(authority)
    assert shown(one) == {
        "kind": "doubted", "person": "p2", "member_label": "Иван", "is_stopped": True,
        "doubted_by": (DoubtedBy("p1", AIGUL, one.since, is_doubted=False),),
    }  # fmt: skip
    await authority.confirms("p2")
    assert await waits(authority) == []


async def test_a_case_waits_when_its_terms_are_over_and_is_named_once(authority: Authority) -> None:
    """Of 11 May: seven working days for the commission, eighteen for the whole service at the latest."""
    clock = authority.telegram.clock
    for day, month, expected in (
        (20, 5, []),
        (21, 5, [("unexamined", "2026-05-20")]),
        (5, 6, [("unexamined", "2026-05-20")]),
        (6, 6, [("undecided", "2026-06-05")]),
    ):
        clock.passes(at(day, 1, month) - clock())
        found = [(one.kind, str(one.due_on)) for one in await waits(authority)]
        assert (day, month, found) == (day, month, expected)
    await authority.moves_on("assigned", monthly_tenge=1, paid_from="2026-05-01", paid_until="2026-06-30")
    assert await waits(authority) == []


async def test_a_case_that_was_examined_waits_only_for_its_decision(authority: Authority) -> None:
    clock = authority.telegram.clock
    await authority.schedules(at(13, 10))
    clock.passes(at(13, 13) - clock())
    await authority.sends("visit.held", visit_id="v1", conclusion="need")
    clock.passes(at(22, 10) - clock())
    assert await waits(authority) == []
    clock.passes(at(8, 10, 6) - clock())
    assert await kinds(authority) == ["undecided"]


async def test_what_waits_longest_stands_first_and_a_list_that_is_cut_says_so(
    telegram: Telegram, authority: Authority
) -> None:
    """Of other regions nothing is there."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.schedules(at(14, 10))
    await asks_to_move(authority, client)
    await authority.offers()
    await wishes_to_be_excused(authority, client)
    for number in range(3):
        await authority.opens(f"61-{number}", "KZ-61", "2026-04-01")
    assert await kinds(authority) == ["undecided", "undecided", "undecided", "move", "excuse"]
    for most in range(1, 7):
        found, is_more = await what_waits(authority.world, KEY.regions, most)
        assert (len(found), is_more) == (min(most, 5), most < 5)
    here, _ = await what_waits(authority.world, {"KZ-79"}, MOST)
    assert [one.kind for one in here] == ["move", "excuse"]
    assert await what_waits(authority.world, set(), MOST) == ([], False)


async def test_whoever_has_left_waits_for_nothing(telegram: Telegram, authority: Authority) -> None:
    client = await follower(telegram, authority)
    await authority.schedules(at(14, 10))
    await asks_to_move(authority, client)
    await authority.offers()
    await opens(client)
    await client.taps("offer-accept", "offer-ask")
    assert sorted(await kinds(authority)) == ["asks", "move"]
    await client.says("/case")
    await client.taps("leave", "leave-yes")
    assert await waits(authority) == []

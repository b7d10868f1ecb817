"""What a person reads on the phone of a case, and what the authority learns when they press a button below it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.reminders.case_reminders import remind
from bot.store import assessments
from bot.store.assessments import ShownResult
from bot.texts import Language
from rules.record import Record
from tests.chat import Telegram
from tests.handlers.authority import CASE, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.families import at_the_result

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
OTHER = "61-7"
MAY_AND_JUNE = {"paid_from": "2026-05-01", "paid_until": "2026-06-30"}


async def opened(authority: Authority) -> list[dict[str, Any]]:
    """What the authority has learnt of notices that were opened."""
    return [details for kind, details in await authority.learns() if kind == "opened"]


# Opened


@BOTH_LANGUAGES
async def test_a_notice_without_buttons_leads_to_its_case_and_the_authority_learns_that_it_was_opened(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.moves_on("received")
    await authority.is_delivered()
    notice = client.last
    assert notice.buttons == [client.caption("menu-case")]
    assert await opened(authority) == []
    await client.taps("menu-case")
    assert client.words.say("history") in client.last.text
    assert client.sees[-2].text == notice.text, "the notice stays as it was read"
    assert await opened(authority) == [{"person": "p1", "notice": "case-received"}]


@pytest.mark.parametrize(
    ("status", "content"),
    [
        ("under_review", {}),
        ("assigned", {"monthly_tenge": 70_060, **MAY_AND_JUNE}),
        ("refused", {"ground": "false_data"}),
    ],
)
async def test_every_status_and_decision_can_be_opened(
    authority: Authority, member: Client, status: str, content: dict[str, Any]
) -> None:
    await authority.moves_on(status, **content)
    await authority.is_delivered()
    await member.taps("menu-case")
    (told,) = await opened(authority)
    assert told["notice"] == f"case-{status}".replace("_", "-")


async def test_the_conclusion_of_a_visit_can_be_opened_and_names_the_visit(
    authority: Authority, member: Client
) -> None:
    await authority.schedules(at(12, 14))
    authority.telegram.clock.passes(timedelta(hours=5))
    await authority.sends("visit.held", visit_id="v1", conclusion="need")
    await authority.is_delivered()
    await member.taps("menu-case")
    assert await opened(authority) == [{"person": "p1", "notice": "visit-held-need", "visit_id": "v1"}]


async def test_any_button_of_a_notice_opens_it_and_once_is_enough(authority: Authority, member: Client) -> None:
    """The answer itself is learnt as well, after it."""
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    notice = member.last
    await member.taps("visit-home")
    await authority.telegram.deliver_again()
    await member.presses_data(notice.data_of(member.caption("visit-move")), notice.id)
    learnt = [kind for kind, _ in await authority.learns()]
    assert learnt == ["joined", "delivered", "opened", "visit_confirmed"]
    assert await opened(authority) == [{"person": "p1", "notice": "visit-scheduled", "visit_id": "v1"}]


async def test_each_notice_and_each_person_is_learnt_of_by_itself(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    spouse = await follower(telegram, authority, Language.RU)
    await authority.moves_on("received")
    await authority.moves_on("under_review")
    await authority.is_delivered()
    first, second = member.sees[-2:]
    for notice in (first, second):
        await member.presses_data(notice.data_of(member.caption("menu-case")), notice.id)
    await spouse.taps("menu-case")
    assert [(told["person"], told["notice"]) for told in await opened(authority)] == [
        ("p1", "case-received"),
        ("p1", "case-under-review"),
        ("p2", "case-under-review"),
    ]


async def test_a_button_below_anything_else_tells_nothing(authority: Authority, member: Client) -> None:
    await authority.schedules(at(14, 10))
    await member.says("/case")
    await member.taps("visit-home")
    assert await opened(authority) == []


async def test_whoever_has_left_the_case_is_not_told_of(authority: Authority, member: Client) -> None:
    await authority.moves_on("received")
    await authority.is_delivered()
    notice = member.last
    await member.says("/case")
    await member.taps("leave", "leave-yes")
    await member.presses_data(notice.data_of(member.caption("menu-case")), notice.id)
    member.reads("leave-already")
    assert await opened(authority) == []


# Several cases


@BOTH_LANGUAGES
async def test_whoever_follows_several_cases_reads_of_which_a_notice_is(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """By its number, and by whom of the family the link named, or else by the region."""
    client = await follower(telegram, authority, language)
    await authority.moves_on("received")
    await authority.is_delivered()
    assert CASE not in client.last.text, "with one case there is nothing to tell apart"
    await authority.opens(OTHER, "KZ-61", "2026-05-12")
    await client.says(f"/start {await authority.link(OTHER, 'Гүлнар')}")
    await client.taps("join-yes")
    await authority.moves_on("received", case_id=OTHER)
    await authority.is_delivered()
    head = {Language.KK: f"№ {OTHER} өтініш, Гүлнар", Language.RU: f"Заявление № {OTHER}, Гүлнар"}[language]
    assert client.last.text.splitlines()[:2] == [head, ""]
    await client.taps("menu-case")
    assert OTHER in client.last.text, "the button leads to the case of its notice"
    await authority.moves_on("under_review")
    await authority.is_delivered()
    region = client.words.region("KZ-79")
    assert client.last.text.splitlines()[0] == client.words.say("notice-of-case", case=CASE, whose=region)
    await client.taps("menu-case")
    assert CASE in client.last.text


# A visit after the term


@BOTH_LANGUAGES
async def test_when_the_term_is_over_the_visit_that_is_planned_is_named(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """The application was of the 11th; its term ends on the 20th, and the commission comes on the 25th."""
    client = await follower(telegram, authority, language)
    await authority.schedules(at(25, 10))
    await authority.is_delivered()
    telegram.clock.passes(at(21, 9) - telegram.clock())
    assert await remind(authority.world) == 1
    await authority.is_delivered()
    day = {Language.KK: "25 мамыр, 10:00–12:00", Language.RU: "25 мая, с 10:00 до 12:00"}[language]
    assert day in client.last.text
    assert client.last.buttons == [client.caption(f"visit-{word}") for word in ("home", "move", "calendar")]
    await client.taps("visit-home")
    assert ("visit_confirmed", {"visit_id": "v1", "person": "p1"}) in await authority.learns()


async def test_without_a_planned_visit_the_family_is_told_to_ask_for_a_day(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    telegram.clock.passes(at(21, 9) - telegram.clock())
    assert await remind(authority.world) == 1
    await authority.is_delivered()
    assert "шағым беріңіз" in member.last.text
    assert member.last.buttons == [member.caption("menu-case")]


# The decision


async def test_a_decision_is_lined_up_with_the_last_estimate_of_its_own_region(
    telegram: Telegram, authority: Authority
) -> None:
    """After the estimate for Shymkent the person looked at another region: the decision is of Shymkent."""
    client = await at_the_result(telegram, Language.RU)
    await authority.invites(client)
    estimated = (await client.result()).record["record"]
    decided = {"monthly_tenge": estimated["monthly_tenge"]["low"] - 10_000, **MAY_AND_JUNE}
    await authority.moves_on("assigned", **decided)
    await authority.is_delivered()
    beside = client.last.text
    assert client.words.say("decision-differs") in beside
    moved: Record = {**estimated, "region": "KZ-71", "counted_members": 1}
    elsewhere: ShownResult = {**(await client.result()).record, "record": moved}
    async with authority.world.database.transaction() as transaction:
        await assessments.freeze(transaction, telegram.cipher, client.id, elsewhere, telegram.clock())
    assert (await client.result()).record["record"]["region"] == "KZ-71"
    await authority.moves_on("suspended")
    await authority.moves_on("assigned", **decided)
    await authority.is_delivered()
    assert client.last.text == beside


@BOTH_LANGUAGES
async def test_a_decision_with_another_sum_is_told_as_a_change(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Also after a suspension; with the same sum it reads as it did."""
    client = await follower(telegram, authority, language)
    await authority.moves_on("assigned", monthly_tenge=70_000, **MAY_AND_JUNE)
    await authority.is_delivered()
    first = client.last.text
    await authority.moves_on("suspended")
    await authority.moves_on("assigned", monthly_tenge=70_000, **MAY_AND_JUNE)
    await authority.is_delivered()
    assert client.last.text == first
    await authority.moves_on("suspended")
    await authority.moves_on("assigned", monthly_tenge=60_000, supplement_tenge=5_000, **MAY_AND_JUNE)
    await authority.is_delivered()
    begins = {
        Language.KK: "Көмек мөлшері өзгерді: бұрын айына 70 000 ₸ еді, енді айына 65 000 ₸.",
        Language.RU: "Размер помощи изменился: раньше было 70 000 ₸ в месяц, теперь – 65 000 ₸ в месяц.",
    }[language]
    assert client.last.text.replace("\u00a0", " ").startswith(begins)

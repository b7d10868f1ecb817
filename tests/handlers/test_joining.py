"""A link to a case: whoever opens it, on whatever way, sees which case it is and decides; nothing is lost."""

import asyncio
from datetime import timedelta

import pytest

from bot import casework
from bot.texts import Language
from tests.chat import Bubble, Telegram
from tests.handlers.authority import CASE, Authority
from tests.handlers.client import Client
from tests.handlers.families import at_first_question
from tests.handlers.tables import rows_of, rows_of_people

LANGUAGES = list(Language)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
DAYS = casework.LINK_LASTS.days


def asks(client: Client, case_id: str = CASE, region: str = "KZ-79") -> None:
    """Check that the person is asked about this case."""
    words = client.words
    day = {Language.KK: "11 мамыр", Language.RU: "11 мая"}[client.language]
    client.reads("join-ask", case=case_id, region_in=words.region_in(region), date=day)
    assert client.last.buttons == [client.caption("join-yes"), client.caption("join-no")]


@BOTH_LANGUAGES
async def test_somebody_known_is_asked_about_the_case_by_its_region_and_day(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await client.says(f"/start {await authority.link()}")
    asks(client)
    for fact in (CASE, "11 ма", "Шымкент"):
        assert fact in client.last.text


@BOTH_LANGUAGES
async def test_a_confirmed_link_joins_the_person_and_shows_the_case(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await client.says(f"/start {await authority.link()}")
    await client.taps("join-yes")
    client.reads("joined")
    client.reads("history-joined-self", date={Language.KK: "12 мамыр", Language.RU: "12 мая"}[language])
    assert await authority.learns() == [("joined", {"person": "p1"})]


@BOTH_LANGUAGES
async def test_a_stranger_chooses_a_language_and_consents_and_is_then_asked(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = Client.arrives(telegram, language)
    greeting = await client.says(f"/start {await authority.link()}")
    assert greeting.buttons == ["Қазақша", "Русский"]
    assert await rows_of_people(telegram.database) == {}, "nothing is stored before a language is chosen"
    await client.taps(f"language-{language}")
    for name in ("start-about", "start-consent", "join-after-consent"):
        client.reads(name)
    await client.taps("consent-yes")
    asks(client)
    await client.taps("join-yes")
    client.reads("joined")
    await client.says("/check")
    client.is_asked("region")


@BOTH_LANGUAGES
async def test_somebody_who_writes_instead_of_pressing_does_not_lose_the_link(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Text, a command or a made-up button on the way to consent: the greeting that follows still leads to the case."""
    client = Client.arrives(telegram, language)
    await client.says(f"/start {await authority.link()}")
    for said in ("салам", "/start", "/cancel", "/menu", "📷"):
        await client.says(said)
    await client.taps(f"language-{language}")
    client.reads("join-after-consent")
    for said in ("да", "/start", "/check"):
        await client.says(said)
        client.reads("join-after-consent")
    await client.taps("consent-yes")
    asks(client)
    await client.taps("join-yes")
    client.reads("joined")


async def test_a_button_from_before_the_link_leads_to_the_case_as_well(authority: Authority, stranger: Client) -> None:
    """Greeted without a link, then sent one: whichever message the person goes on with, the case is asked about."""
    greeting = await stranger.says("/start")
    await stranger.says(f"/start {await authority.link()}")
    await stranger.presses_data(greeting.data_of(stranger.caption("language-kk")), greeting.id)
    explained = shown(stranger, greeting.id)
    assert stranger.words.say("join-after-consent") in explained.text
    await stranger.presses_data(explained.data_of(stranger.caption("consent-yes")), greeting.id)
    assert shown(stranger, greeting.id).buttons == [stranger.caption("join-yes"), stranger.caption("join-no")]


async def test_the_consent_of_before_the_link_leads_to_the_case_as_well(authority: Authority, stranger: Client) -> None:
    await stranger.says("/start")
    explained = await stranger.taps("language-kk")
    await stranger.says(f"/start {await authority.link()}")
    await stranger.presses_data(explained.data_of(stranger.caption("consent-yes")), explained.id)
    assert shown(stranger, explained.id).buttons == [stranger.caption("join-yes"), stranger.caption("join-no")]
    await stranger.taps("join-no")
    await stranger.says("/check")
    stranger.is_asked("region")


def shown(client: Client, message_id: int) -> Bubble:
    """Return a message as it is now."""
    return next(bubble for bubble in client.sees if bubble.id == message_id)


async def test_whoever_does_not_consent_is_not_asked_about_the_link_again(
    authority: Authority, stranger: Client
) -> None:
    await stranger.says(f"/start {await authority.link()}")
    await stranger.taps("language-kk", "consent-no")
    greeting = await stranger.says("салам")
    assert greeting.buttons == ["Қазақша", "Русский"]
    await stranger.taps("language-kk")
    assert stranger.words.say("join-after-consent") not in stranger.last.text


async def test_the_link_is_not_lost_when_everything_is_restarted_on_the_way(
    telegram: Telegram, authority: Authority, stranger: Client
) -> None:
    await stranger.says(f"/start {await authority.link()}")
    telegram.restarted()
    await stranger.taps("language-kk")
    telegram.restarted()
    telegram.clock.passes(timedelta(days=2))
    await stranger.taps("consent-yes")
    telegram.restarted()
    await stranger.taps("join-yes")
    stranger.reads("joined")


async def test_somebody_who_has_not_consented_is_asked_for_consent_first(
    authority: Authority, stranger: Client
) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.says(f"/start {await authority.link()}")
    stranger.reads("start-consent")
    await stranger.taps("consent-yes")
    asks(stranger)


async def test_the_question_cannot_be_answered_before_consent(authority: Authority, stranger: Client) -> None:
    token = await authority.link()
    await stranger.says("/start")
    await stranger.presses_data(f"j|1|{token}", stranger.last.id, force=True)
    assert stranger.last.buttons == ["Қазақша", "Русский"]
    await stranger.taps("language-kk")
    await stranger.presses_data(f"j|1|{token}", stranger.last.id, force=True)
    stranger.reads("start-consent")
    assert await authority.learns() == []
    await stranger.taps("consent-yes")
    asks(stranger)


async def test_consent_alone_cannot_be_given_before_a_language(authority: Authority, stranger: Client) -> None:
    token = await authority.link()
    await stranger.says("/start")
    await stranger.presses_data(f"jc|1|{token}", stranger.last.id, force=True)
    assert stranger.last.buttons == ["Қазақша", "Русский"]
    await stranger.taps("language-kk", "consent-yes", "join-yes")
    stranger.reads("joined")


async def test_without_consent_nothing_is_kept_and_the_link_stays_good(
    telegram: Telegram, authority: Authority, stranger: Client
) -> None:
    token = await authority.link()
    await stranger.says(f"/start {token}")
    await stranger.taps("language-kk", "consent-no")
    stranger.reads("start-no-consent")
    assert await rows_of_people(telegram.database) == {}
    await stranger.says(f"/start {token}")
    await stranger.taps("language-kk", "consent-yes", "join-yes")
    stranger.reads("joined")


async def test_not_now_leaves_the_link_good(authority: Authority, beginner: Client) -> None:
    token = await authority.link()
    await beginner.says(f"/start {token}")
    await beginner.taps("join-no")
    beginner.reads("join-not-now")
    assert await authority.learns() == []
    await beginner.says(f"/start {token}")
    asks(beginner)


async def test_a_link_in_the_middle_of_the_questions_keeps_the_place(authority: Authority, beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    before = await beginner.draft()
    await authority.invites(beginner)
    assert await beginner.draft() == before
    await beginner.taps("done")
    assert (await beginner.answers())["household"] == ["spouse"]


async def test_the_person_for_whom_a_link_was_made_is_named(authority: Authority, beginner: Client) -> None:
    await beginner.says(f"/start {await authority.link(label='Ана <b>1</b>')}")
    beginner.reads("join-for", person="Ана <b>1</b>")
    asks(beginner)


@BOTH_LANGUAGES
async def test_a_used_link_says_kindly_how_to_get_a_new_one(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    token = await authority.link()
    first, second = await at_first_question(telegram), await at_first_question(telegram, language)
    await first.says(f"/start {token}")
    await first.taps("join-yes")
    await second.says(f"/start {token}")
    assert second.sees[-2].text == second.words.say("join-link-does-not-work", days=DAYS)
    second.is_asked("region")
    assert [kind for kind, _ in await authority.learns()] == ["joined"]


async def test_a_link_that_expired_says_so_when_it_is_opened(authority: Authority, beginner: Client) -> None:
    token = await authority.link()
    authority.telegram.clock.passes(casework.LINK_LASTS)
    await beginner.says(f"/start {token}")
    assert beginner.sees[-2].text == beginner.words.say("join-link-does-not-work", days=DAYS)


async def test_a_link_that_expired_on_the_way_says_so_at_every_step(
    telegram: Telegram, authority: Authority, stranger: Client
) -> None:
    await stranger.says(f"/start {await authority.link()}")
    await stranger.taps("language-kk")
    telegram.clock.passes(casework.LINK_LASTS)
    await stranger.taps("consent-yes")
    stranger.reads("join-link-does-not-work", days=DAYS)
    await stranger.says("/check")
    stranger.is_asked("region")


async def test_a_link_that_was_used_while_the_question_stood_there_says_so(
    telegram: Telegram, authority: Authority, beginner: Client
) -> None:
    token = await authority.link()
    other = await at_first_question(telegram)
    await beginner.says(f"/start {token}")
    await other.says(f"/start {token}")
    await other.taps("join-yes")
    await beginner.taps("join-yes")
    beginner.reads("join-link-does-not-work", days=DAYS)
    assert await authority.learns() == [("joined", {"person": "p1"})]


@pytest.mark.parametrize("token", ["x", "a" * 43, "_-" * 32, "79-000123", "0", "жоқ", "a b c", "'; drop table cases"])
async def test_an_unknown_link_says_so_and_goes_on_as_a_start(beginner: Client, token: str) -> None:
    await beginner.says(f"/start {token}")
    assert beginner.sees[-2].text == beginner.words.say("join-link-does-not-work", days=DAYS)
    beginner.is_asked("region")


async def test_a_stranger_with_an_unknown_link_is_greeted_all_the_same(telegram: Telegram) -> None:
    client = Client.arrives(telegram, Language.RU)
    await client.says(f"/start {'a' * 43}")
    assert client.sees[-2].text == client.words.say("join-link-does-not-work", days=DAYS)
    assert client.last.buttons == ["Қазақша", "Русский"]


@pytest.mark.parametrize("data", ["j|1|" + "a" * 43, "j|1|", "jc|1|" + "a" * 43, "jl|kk|" + "a" * 43])
async def test_a_made_up_button_with_an_unknown_link_says_that_it_does_not_work(beginner: Client, data: str) -> None:
    await beginner.says("/menu")
    await beginner.presses_data(data, beginner.last.id, force=True)
    beginner.reads("join-link-does-not-work", days=DAYS)


@pytest.mark.parametrize("data", ["j|2|x", "j|", "jl|en|" + "a" * 43, "jc|maybe|x", "j|1|a|b"])
async def test_a_made_up_button_of_no_kind_is_an_old_button(beginner: Client, data: str) -> None:
    await beginner.says("/menu")
    await beginner.presses_data(data, beginner.last.id, force=True)
    assert beginner.toast == beginner.words.say("old-button")


# Twice, and several


async def test_a_second_press_on_the_confirmation_says_that_it_is_done(authority: Authority, beginner: Client) -> None:
    await beginner.says(f"/start {await authority.link()}")
    ask = beginner.last
    await beginner.taps("join-yes")
    await beginner.presses_data(ask.data_of(beginner.caption("join-yes")), ask.id, force=True)
    beginner.reads("join-already")
    assert await authority.learns() == [("joined", {"person": "p1"})]


async def test_a_press_that_telegram_delivers_again_joins_once(authority: Authority, beginner: Client) -> None:
    await authority.invites(beginner)
    await authority.telegram.deliver_again()
    beginner.reads("join-already")
    assert [kind for kind, _ in await authority.learns()] == ["joined"]


async def test_a_second_link_to_the_same_case_is_left_for_another_of_the_family(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    token = await authority.link()
    await member.says(f"/start {token}")
    member.reads("join-already")
    member.reads("case-head", case=CASE, region=member.words.region("KZ-79"), date="11 мамыр")
    spouse = await at_first_question(telegram, Language.RU)
    await spouse.says(f"/start {token}")
    await spouse.taps("join-yes")
    spouse.reads("joined")
    assert await authority.learns() == [("joined", {"person": "p1"}), ("joined", {"person": "p2"})]


async def test_the_own_used_link_opened_again_shows_the_case(authority: Authority, beginner: Client) -> None:
    token = await authority.link()
    await beginner.says(f"/start {token}")
    await beginner.taps("join-yes")
    await beginner.says(f"/start {token}")
    beginner.reads("join-already")


async def test_two_people_who_confirm_one_link_at_once_are_not_both_joined(
    telegram: Telegram, authority: Authority
) -> None:
    token = await authority.link()
    people = [await at_first_question(telegram) for _ in range(2)]
    for person in people:
        await person.says(f"/start {token}")
    for person in people:
        person.touches(person.last.data_of(person.caption("join-yes")), person.last.id)
    await telegram.answer_all_at_once(telegram.another_process(), telegram.another_process())
    assert [kind for kind, _ in await authority.learns()] == ["joined"]
    answers = [person.words.say("joined") in person.last.text for person in people]
    assert sorted(answers) == [False, True]


async def test_a_person_who_joins_by_two_links_at_once_is_told_of_once(authority: Authority, beginner: Client) -> None:
    tokens = [await authority.link(), await authority.link()]
    worlds = [authority.telegram.another_process() for _ in tokens]
    await asyncio.gather(*[casework.join(*pair, beginner.id) for pair in zip(worlds, tokens, strict=True)])
    assert [kind for kind, _ in await authority.learns()] == ["joined"]


async def test_a_link_leads_to_its_own_case_only(authority: Authority, member: Client) -> None:
    await authority.opens("61-7", "KZ-61")
    await member.says(f"/start {await authority.link('61-7')}")
    asks(member, "61-7", "KZ-61")
    await member.taps("join-yes")
    member.reads("case-head", case="61-7", region=member.words.region("KZ-61"), date="11 мамыр")


# Forgetting


async def test_whoever_is_forgotten_leaves_the_case_and_the_authority_learns_it(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    await member.says("/cancel")
    await member.taps("forget")
    member.reads("forget-follows", days=90)
    await member.taps("forget-yes", "forget-now")
    member.reads("forgotten")
    assert await rows_of_people(telegram.database) == {}
    assert await authority.learns() == [("joined", {"person": "p1"}), ("left", {"person": "p1", "reason": "forgotten"})]


async def test_whoever_follows_no_case_reads_nothing_of_one_when_forgetting(beginner: Client) -> None:
    await beginner.says("/cancel")
    await beginner.taps("forget")
    assert beginner.last.text == beginner.words.say("forget-ask")


async def test_somebody_else_of_the_family_still_follows_after_one_is_forgotten(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    spouse = await at_first_question(telegram, Language.RU)
    await authority.invites(spouse)
    await casework.forget_person(authority.world, member.id)
    assert (await rows_of(telegram.database, spouse.id))["case_people"] == 1
    await spouse.says("/case")
    spouse.reads("history-left", date="12 мая")


async def test_whoever_was_forgotten_may_join_again_under_another_name(authority: Authority, member: Client) -> None:
    await member.says("/cancel")
    await member.taps("forget", "forget-yes", "forget-now")
    await member.says(f"/start {await authority.link()}")
    await member.taps("language-kk", "consent-yes", "join-yes")
    assert [details["person"] for _, details in await authority.learns()] == ["p1", "p1", "p2"]

"""A link may go astray: whoever holds it speaks for nobody, is seen by the family, and can be sent away."""

import re

import pytest

from bot.texts import Language
from rules.offer import OfferState
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.doubting import doubts, learnt, sees_followers
from tests.handlers.families import at_first_question
from tests.handlers.offering import opens, presses, said, the_offer

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
ANSWERING = ("accept", "accept_yes", "cannot", "refuse", "refuse_anyway", "refuse_yes")


def followers_of(client: Client) -> str:
    """Return the list of followers as the person sees it."""
    return client.last.text


# Who may answer an offer


@BOTH_LANGUAGES
async def test_whoever_holds_a_link_without_a_name_answers_no_offer(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """The first finder of a link could once refuse for the family, and cost it six months."""
    stranger = await follower(telegram, authority, language)
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    before = await the_offer(authority)
    assert await learnt(authority, "offer_nobody_may_answer") == [{"offer_id": "o1", "member_label": AIGUL}]
    for word in ANSWERING:
        await presses(stranger, word)
        assert stranger.words.say("offer-not-confirmed", person=AIGUL) in stranger.last.text
    offer = await the_offer(authority)
    assert (offer.state, offer.details.get("answer")) == (before.state, None)
    assert offer.state is OfferState.OPEN


@BOTH_LANGUAGES
async def test_a_member_without_a_name_asks_and_answers_once_the_officer_has_confirmed_them(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    member = await follower(telegram, authority, language)
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await member.taps("offer-accept")
    await member.taps("offer-ask")
    member.reads("offer-asked")
    (asked,) = await learnt(authority, "follower_asks")
    assert asked == {"person": "p1", "offer_id": "o1"}
    await member.taps("offer-accept")
    await member.taps("offer-ask")
    assert len(await learnt(authority, "follower_asks")) == 1
    await authority.sends("follower.confirmed", person="p1", member_label=AIGUL)
    await authority.is_delivered()
    assert member.words.say("follower-confirmed") in "".join(bubble.text for bubble in member.sees)
    await opens(member)
    await member.taps("offer-accept", "offer-accept_yes")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


async def test_another_member_answers_where_the_named_one_lets_them_and_no_longer_where_not(
    telegram: Telegram, authority: Authority
) -> None:
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    son = await follower(telegram, authority, Language.RU, "Иван")
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await presses(son, "accept_yes")
    said(son, "offer-of-another")
    await sees_followers(aigul)
    await aigul.presses("Иван", aigul.words.say("button-follower-may_answer", person="Иван"))
    assert await learnt(authority, "follower_may_answer") == [{"person": "p2", "by": "p1"}]
    await sees_followers(aigul)
    await aigul.presses("Иван", aigul.words.say("button-follower-may_not_answer", person="Иван"))
    await presses(son, "accept_yes")
    said(son, "offer-of-another")
    await sees_followers(aigul)
    await aigul.presses("Иван", aigul.words.say("button-follower-may_answer", person="Иван"))
    await presses(son, "accept_yes")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


async def test_nobody_lets_others_answer_for_somebody_else(telegram: Telegram, authority: Authority) -> None:
    """Whoever has no name cannot confirm, and one member cannot confirm for another."""
    await follower(telegram, authority, Language.KK, AIGUL)
    ivan = await follower(telegram, authority, Language.RU, "Иван")
    stranger = await follower(telegram, authority, Language.KK)
    await authority.offers(member_label=AIGUL)
    await sees_followers(stranger)
    await stranger.presses(AIGUL)
    doubt = stranger.words.say("button-follower-doubt", person=AIGUL)
    assert stranger.last.buttons == [doubt, stranger.caption("back")]
    await sees_followers(ivan)
    nameless = ivan.words.say("follower-nameless")
    await ivan.presses(nameless, ivan.words.say("button-follower-may_answer", person=nameless))
    await presses(stranger, "accept_yes")
    said(stranger, "offer-of-another")
    assert (await the_offer(authority)).state is OfferState.OPEN


# The family sees who follows


@BOTH_LANGUAGES
async def test_the_family_hears_that_somebody_has_joined_and_stops_whom_it_does_not_know(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    aigul = await follower(telegram, authority, language, AIGUL)
    assert aigul.words.say("followers-alone") in await sees_followers(aigul)
    stranger = await follower(telegram, authority)
    await authority.sends("visit.scheduled", **visit())
    await authority.is_delivered()
    told = next(bubble for bubble in aigul.sees if aigul.words.say("follower-joined-bare") in bubble.text)
    assert told.buttons == [aigul.caption("case-followers")]
    await aigul.presses_data(told.data_of(told.buttons[0]), told.id)
    nameless = aigul.words.say("follower-nameless")
    await aigul.presses(nameless, aigul.words.say("button-follower-doubt", person=nameless))
    assert aigul.words.say("follower-doubt-ask", person=nameless) in aigul.last.text
    await aigul.taps("follower-doubt_yes")
    assert aigul.words.say("follower-stopped") in followers_of(aigul)
    assert await learnt(authority, "follower_doubted") == [{"person": "p2", "by": "p1", "is_stopped": True}]

    await stranger.taps("visit-home")
    stranger.reads("answer-stopped")
    assert await learnt(authority, "visit_confirmed") == []
    await authority.offers(member_label="Ерлан")
    await authority.is_delivered()
    await presses(stranger, "accept_yes")
    stranger.reads("offer-stopped")
    await aigul.taps("visit-home")
    assert len(await learnt(authority, "visit_confirmed")) == 1


async def test_a_large_family_fits_on_a_small_screen_and_each_of_it_is_opened_by_one_button(
    telegram: Telegram, authority: Authority
) -> None:
    """Two buttons each once pushed the list off the screen; two of the same name are told apart by a number."""
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    for label in ("Иван", "Марат", "Сәуле", "Ерлан", None, None):
        await follower(telegram, authority, Language.KK, label)
    await sees_followers(aigul)
    nameless = aigul.words.say("follower-nameless")
    first, second = (aigul.words.say("person-numbered", person=nameless, number=number) for number in "12")
    assert [[button["text"] for button in row] for row in aigul.last.rows] == [
        ["Иван", "Марат"], ["Сәуле", "Ерлан"], [first], [second], [aigul.caption("back")],
    ]  # fmt: skip
    assert first in aigul.last.text
    await aigul.presses("Сәуле")
    assert aigul.last.buttons == [
        aigul.words.say("button-follower-may_answer", person="Сәуле"),
        aigul.words.say("button-follower-doubt", person="Сәуле"),
        aigul.caption("back"),
    ]
    await aigul.taps("back")
    assert "Иван" in aigul.last.buttons
    await aigul.presses(second, aigul.words.say("button-follower-doubt", person=nameless))
    await aigul.taps("follower-doubt_yes")
    assert [told["person"] for told in await learnt(authority, "follower_doubted")] == ["p7"]


async def test_whoever_was_doubted_answers_again_once_the_officer_has_confirmed_them(
    telegram: Telegram, authority: Authority
) -> None:
    """And is not stopped by a doubt any more: the officer is told, and decides."""
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    son = await follower(telegram, authority, Language.RU, "Иван")
    await doubts(aigul, "Иван")
    await authority.sends("follower.confirmed", person="p2")
    await authority.sends("visit.scheduled", **visit())
    await authority.is_delivered()
    await son.taps("visit-home")
    assert len(await learnt(authority, "visit_confirmed")) == 1
    await doubts(aigul, "Иван")
    assert aigul.words.say("follower-doubt-told", person="Иван") in aigul.last.text
    assert [told["is_stopped"] for told in await learnt(authority, "follower_doubted")] == [True, False]
    assert son.words.say("follower-by-officer") in await sees_followers(son)


async def test_who_is_doubted_stops_nobody_but_who_doubts_them(telegram: Telegram, authority: Authority) -> None:
    """A stranger who is found out cannot take the rest of the family's answers with them."""
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    ivan = await follower(telegram, authority, Language.RU, "Иван")
    stranger = await follower(telegram, authority, Language.RU)
    await doubts(ivan, ivan.words.say("follower-nameless"))
    await doubts(stranger, AIGUL)
    assert stranger.words.say("follower-doubt-told", person=AIGUL) in stranger.last.text
    assert [told["is_stopped"] for told in await learnt(authority, "follower_doubted")] == [True, False]
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await presses(aigul, "accept_yes")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


async def test_a_doubted_member_speaks_through_nobody_and_stands_in_nobodys_way(
    telegram: Telegram, authority: Authority
) -> None:
    """Whoever opened a stray link under a member's name cannot let an accomplice answer, nor keep the family silent."""
    stranger = await follower(telegram, authority, Language.KK, AIGUL)
    accomplice = await follower(telegram, authority, Language.KK, "Марат")
    ivan = await follower(telegram, authority, Language.RU, "Иван")
    await authority.confirms("p3")
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await sees_followers(stranger)
    await stranger.presses("Марат", stranger.words.say("button-follower-may_answer", person="Марат"))
    await doubts(ivan, AIGUL)
    await presses(accomplice, "accept_yes")
    assert (await the_offer(authority)).state is OfferState.OPEN
    await presses(ivan, "accept_yes")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


async def test_a_doubt_is_not_shaken_off_by_leaving_and_coming_back(telegram: Telegram, authority: Authority) -> None:
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    stranger = await follower(telegram, authority, Language.KK)
    await doubts(aigul, aigul.words.say("follower-nameless"))
    token = await authority.link(label="Ерлан")
    await stranger.says("/case")
    await stranger.taps("leave", "leave-yes")
    await stranger.says(f"/start {token}")
    await stranger.taps("join-yes")
    await authority.offers(member_label="Ерлан")
    await authority.is_delivered()
    await presses(stranger, "accept_yes")
    stranger.reads("offer-stopped")
    assert (await the_offer(authority)).state is OfferState.OPEN


def visit() -> dict[str, str]:
    return {
        "visit_id": "v1",
        "address": "Абай к., 1",
        "starts_at": "2026-05-14T10:00:00+05:00",
        "ends_at": "2026-05-14T12:00:00+05:00",
    }


# The officer takes a link or a follower away


@BOTH_LANGUAGES
async def test_who_was_removed_hears_that_and_nothing_of_the_case_any_more(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    stranger = await follower(telegram, authority, language)
    await authority.sends("follower.removed", person="p1", note="бөтен адам")
    await authority.sends("visit.scheduled", **visit())
    await authority.is_delivered()
    stranger.reads("follower-removed")
    assert "Абай" not in "".join(bubble.text for bubble in stranger.sees)
    assert stranger.last.buttons == []
    await stranger.says("/case")
    stranger.reads("case-none")


async def test_revoked_links_work_no_more_and_who_has_joined_stays(telegram: Telegram, authority: Authority) -> None:
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    token = await authority.link()
    await authority.sends("links.revoked")
    stranger = Client.arrives(telegram)
    await stranger.begins()
    await stranger.says(f"/start {token}")
    assert "жұмыс істемейді" in "".join(bubble.text for bubble in stranger.sees)
    await sees_followers(aigul)


async def test_nobody_is_confirmed_or_removed_who_does_not_follow(authority: Authority) -> None:
    for kind in ("follower.confirmed", "follower.removed"):
        with pytest.raises(Exception, match="nobody of this name"):
            await authority.sends(kind, person="p9")


# A second thing that only the family knows


@BOTH_LANGUAGES
async def test_a_link_that_asks_for_the_year_of_birth_lets_in_who_knows_it(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = Client.arrives(telegram, language)
    await client.begins()
    await client.says(f"/start {await authority.link(label=AIGUL, birth_year=1985)}")
    await client.taps("join-yes")
    client.reads("join-ask-year")
    await client.says("білмеймін")
    client.reads("join-ask-year")
    await client.says("1986")
    client.reads("join-wrong-year")
    await client.says("1985 жылы туған")
    client.reads("joined")


async def test_a_wrong_year_that_comes_again_counts_once_and_a_right_one_is_no_amount(
    telegram: Telegram, authority: Authority
) -> None:
    client = await at_first_question(telegram)
    await client.says(f"/start {await authority.link(label=AIGUL, birth_year=1985)}")
    await client.taps("join-yes")
    await client.says("1990")
    client.reads("join-wrong-year")
    await telegram.deliver_again()
    await telegram.deliver_again()
    await client.says("1985")
    client.reads("joined")
    before = await client.answers()
    await telegram.deliver_again()
    assert await client.answers() == before
    assert [kind for kind, _ in await authority.learns()] == ["joined"]


async def test_after_three_wrong_years_the_link_works_no_more_and_the_officer_learns_it(
    telegram: Telegram, authority: Authority
) -> None:
    stranger = Client.arrives(telegram)
    await stranger.begins()
    token = await authority.link(birth_year=1985)
    await stranger.says(f"/start {token}")
    await stranger.taps("join-yes")
    for year in ("1990", "1991", "1992"):
        await stranger.says(year)
    assert re.search("жұмыс істемейді", stranger.last.text)
    await stranger.says(f"/start {token}")
    assert await learnt(authority, "link_stopped") == [{"wrong_answers": 3}]
    assert await learnt(authority, "joined") == []

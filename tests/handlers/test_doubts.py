"""Two who do not know each other: who says it first wins nothing, and the officer sees both sides."""

from datetime import timedelta
from typing import Any

import pytest

from bot import casework
from bot.casework.waiting import DoubtedBy
from bot.texts import Language
from rules.offer import OfferState
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, OFFER, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.doubting import doubts, kinds, learnt, sees_followers, shown, waits
from tests.handlers.offering import opens, passes_until, presses, said, the_offer

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
REFUSING = ("refuse", "refuse_anyway", "refuse_yes")


def seen_by(client: Client) -> str:
    """Return all that the person has on the screen."""
    return "".join(bubble.text for bubble in client.sees)


async def the_thief_is_quick(
    telegram: Telegram, authority: Authority, language: Language = Language.KK
) -> tuple[Client, Client]:
    """Return Aigul and a thief, who holds a stray link in Ivan's name and has said first that they do not know her."""
    aigul = await follower(telegram, authority, language, AIGUL)
    thief = await follower(telegram, authority, Language.RU, "Иван")
    await doubts(thief, AIGUL)
    await authority.is_delivered()
    return aigul, thief


# Both sides


@BOTH_LANGUAGES
async def test_whoever_is_doubted_hears_it_and_can_say_the_same_of_who_doubts_them(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """A quick thief once stopped the rightful member, who could do nothing about it."""
    aigul, thief = await the_thief_is_quick(telegram, authority, language)
    told = next(bubble for bubble in aigul.sees if aigul.words.say("follower-doubted") in bubble.text)
    assert aigul.words.say("follower-doubted-then") in told.text
    await aigul.presses_data(told.data_of(aigul.caption("case-followers")), told.id)
    await aigul.presses("Иван", aigul.words.say("button-follower-doubt", person="Иван"))
    assert aigul.words.say("follower-doubt-ask", person="Иван") in aigul.last.text
    await aigul.taps("follower-doubt_yes")
    aigul.reads("follower-doubt-both", person="Иван")
    assert await learnt(authority, "follower_doubted") == [
        {"person": "p1", "by": "p2", "is_stopped": True},
        {"person": "p2", "by": "p1", "is_stopped": True, "is_mutual": True},
    ]
    await authority.offers("o1", member_label=AIGUL)
    await authority.offers("o2", member_label="Иван")
    await authority.is_delivered()
    for client, number in ((aigul, 1), (thief, 2)):
        for word in ("accept_yes", *REFUSING):
            await presses(client, word, number=number)
            said(client, "offer-stopped")
    for offer_id in ("o1", "o2"):
        assert (await the_offer(authority, offer_id)).state is OfferState.OPEN, "neither costs the family anything"
    assert "Аспаз" in seen_by(aigul), "what is told is read as before"


async def test_the_officer_sees_who_doubts_whom_since_when_and_which_offer_hangs(
    telegram: Telegram, authority: Authority
) -> None:
    aigul, _ = await the_thief_is_quick(telegram, authority)
    telegram.clock.passes(timedelta(hours=1))
    await doubts(aigul, "Иван")
    await authority.offers("late", member_label=AIGUL, title="Тігінші", respond_by="2026-05-20T18:00:00+05:00")
    await authority.offers("soon", member_label=AIGUL)
    first, second = await waits(authority)
    assert shown(first) == {
        "kind": "doubted", "person": "p1", "member_label": AIGUL, "is_stopped": True,
        "doubted_by": (DoubtedBy("p2", "Иван", first.since, is_doubted=True),),
        "offer_id": "soon", "about": OFFER["title"], "respond_by": at(15, 18),
    }  # fmt: skip
    assert shown(second) == {
        "kind": "doubted", "person": "p2", "member_label": "Иван", "is_stopped": True,
        "doubted_by": (DoubtedBy("p1", AIGUL, second.since, is_doubted=True),),
    }  # fmt: skip
    assert second.since - first.since >= timedelta(hours=1)
    await authority.confirms("p1")
    assert [one.person for one in await waits(authority)] == ["p2"], "the other is still to be decided"
    await presses(aigul, "accept_yes", number=2)
    assert (await the_offer(authority, "soon")).state is OfferState.ACCEPTED


async def test_a_doubt_about_somebody_whom_the_officer_has_confirmed_waits_and_stops_nobody(
    telegram: Telegram, authority: Authority
) -> None:
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    await follower(telegram, authority, Language.RU, "Иван")
    await authority.confirms("p2")
    await doubts(aigul, "Иван")
    await sees_followers(aigul)
    await aigul.presses("Иван")
    assert aigul.words.say("button-follower-doubt", person="Иван") not in aigul.last.buttons, "it was said"
    (one,) = await waits(authority)
    assert (one.person, one.is_stopped) == ("p2", False)
    await authority.confirms("p2")
    assert await waits(authority) == []


async def test_a_third_one_may_say_it_as_well_and_the_officer_sees_all_who_do(
    telegram: Telegram, authority: Authority
) -> None:
    aigul, thief = await the_thief_is_quick(telegram, authority)
    ivan = await follower(telegram, authority, Language.RU, "Марат")
    await doubts(aigul, "Иван")
    await doubts(ivan, "Иван")
    found = {one.person: one for one in await waits(authority)}
    assert [by.person for by in found["p2"].doubted_by or ()] == ["p1", "p3"]
    assert [by.person for by in found["p1"].doubted_by or ()] == ["p2"]
    await thief.says("/case")
    await thief.taps("leave", "leave-yes")
    (one,) = await waits(authority)
    assert [by.member_label for by in one.doubted_by or ()] == ["Иван"], "their word does not go with them"


async def test_who_was_removed_keeps_nobody_silent_any_more(telegram: Telegram, authority: Authority) -> None:
    aigul, _ = await the_thief_is_quick(telegram, authority)
    await authority.sends("follower.removed", person="p2")
    await authority.is_delivered()
    assert aigul.words.say("follower-answers-again") in seen_by(aigul)
    assert await waits(authority) == []
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await presses(aigul, "accept_yes")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


async def test_who_is_doubted_by_another_as_well_stays_stopped(telegram: Telegram, authority: Authority) -> None:
    aigul, _ = await the_thief_is_quick(telegram, authority)
    marat = await follower(telegram, authority, Language.RU, "Марат")
    await doubts(marat, AIGUL)
    await authority.sends("follower.removed", person="p2")
    await authority.is_delivered()
    assert aigul.words.say("follower-answers-again") not in seen_by(aigul)
    assert [one.person for one in await waits(authority)] == ["p1"]


# Deadlines


@BOTH_LANGUAGES
async def test_a_deadline_that_passes_while_somebody_is_stopped_is_not_held_against_the_family_in_silence(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    aigul, _ = await the_thief_is_quick(telegram, authority, language)
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    passes_until(aigul, at(15, 19))
    await casework.close_overdue(authority.world, 1)
    await authority.is_delivered()
    assert await learnt(authority, "offer_no_answer") == [
        {"offer_id": "o1", "person": None, "member_label": AIGUL, "stopped": ["p1"]}
    ]
    said(aigul, "offer-no-answer-stopped")
    (one,) = await waits(authority)
    assert (one.kind, one.offer_id, one.respond_by) == ("doubted", "o1", at(15, 18))
    await authority.confirms("p1")
    await authority.offers(kind="extended", respond_by="2026-05-25T18:00:00+05:00")
    await authority.is_delivered()
    await opens(aigul)
    passes_until(aigul, at(25, 19))
    await casework.close_overdue(authority.world, 1)
    assert "stopped" not in (await learnt(authority, "offer_no_answer"))[-1], "this time they could have answered"


# Answers of who was removed


async def refuses(client: Client) -> None:
    """Refuse the first offer by both taps."""
    await opens(client)
    await client.taps("offer-refuse", "offer-refuse_anyway", "offer-refuse_yes")


@BOTH_LANGUAGES
async def test_a_refusal_of_who_was_removed_since_is_told_to_the_family_and_waits_for_the_officer(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """The thief is gone, the refusal was not: it once stood without a word, and cost the family six months."""
    thief = await follower(telegram, authority, Language.RU, AIGUL)
    mother = await follower(telegram, authority, language, "Сәуле")
    await authority.confirms("p2")
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await refuses(thief)
    await authority.is_delivered()
    await authority.sends("follower.removed", person="p1")
    await authority.is_delivered()
    (told,) = await learnt(authority, "offer_answer_of_removed")
    at_ = told.pop("answered_at")
    answer = (await the_offer(authority)).details["answer"]
    assert answer is not None
    assert at_ == answer["at"]
    assert told == {"offer_id": "o1", "person": "p1", "answer": "refused"}
    said(mother, "offer-answer-of-removed-refused")
    said(mother, "offer-answer-of-removed-decides")
    assert len([bubble for bubble in mother.sees if mother.caption("offer-take_back") in bubble.buttons]) == 1
    (one,) = await waits(authority)
    assert shown(one) == {
        "kind": "answer_of_removed", "person": "p1", "member_label": AIGUL, "offer_id": "o1",
        "about": OFFER["title"], "answer": OfferState.REFUSED,
    }  # fmt: skip
    await mother.taps("offer-take_back")
    assert (await the_offer(authority)).state is OfferState.TAKEN_BACK
    assert await waits(authority) == []
    await presses(mother, "accept_yes", sequence=2)
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


@pytest.mark.parametrize("decision", ["acknowledged", "withdrawn"])
async def test_an_answer_of_who_was_removed_waits_until_the_officer_has_decided(
    telegram: Telegram, authority: Authority, decision: str
) -> None:
    thief = await follower(telegram, authority, Language.RU, AIGUL)
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await refuses(thief)
    await authority.sends("follower.removed", person="p1")
    passes_until(thief, at(20, 10))
    await casework.close_overdue(authority.world, 1)
    assert await kinds(authority) == ["answer_of_removed"]
    await authority.offers(kind=decision)
    assert "answer_of_removed" not in await kinds(authority)


async def test_whoever_follows_later_hears_of_such_an_answer_as_well(telegram: Telegram, authority: Authority) -> None:
    thief = await follower(telegram, authority, Language.RU, "Иван")
    await authority.confirms("p1")
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await refuses(thief)
    await authority.sends("follower.removed", person="p1")
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.is_delivered()
    assert aigul.words.say("offer-answer-of-removed-decides", office="мансап орталығы") in seen_by(aigul)


async def test_nothing_is_said_of_answers_where_there_are_none(telegram: Telegram, authority: Authority) -> None:
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    await follower(telegram, authority, Language.RU)
    await authority.offers(member_label=AIGUL)
    await authority.sends("follower.removed", person="p2")
    await authority.is_delivered()
    assert await learnt(authority, "offer_answer_of_removed") == []
    assert "тізімінен шығарды" not in seen_by(aigul)


async def test_who_is_doubted_after_an_answer_is_shown_to_the_officer_with_it(
    telegram: Telegram, authority: Authority
) -> None:
    thief = await follower(telegram, authority, Language.RU, AIGUL)
    mother = await follower(telegram, authority, Language.KK, "Сәуле")
    await authority.offers(member_label=AIGUL)
    await authority.is_delivered()
    await refuses(thief)
    await doubts(mother, AIGUL)
    found: list[dict[str, Any]] = await learnt(authority, "follower_doubted")
    assert found[0]["answers"] == [{"offer_id": "o1", "answer": "refused"}]

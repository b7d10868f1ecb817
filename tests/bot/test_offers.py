"""A job offer from the officer's word to the family's answer: who may say what, until when, and what is kept of it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot import casework
from bot.casework import OfferReply, Shown
from bot.casework.events import EventRejectedError
from bot.casework.offer_events import MOST_AWAITED
from rules.offer import Excuse, OfferState
from tests.bot.case_story import AIGUL, IVAN, OFFER, STRANGER, Story, kz

SHOWN = Shown("kk", 11, "Ұсыныс: Аспаз")
DEADLINE = kz(2026, 11, 20, 12)
ANSWERED = "offer-answered"


async def family_of_two(story: Story) -> None:
    """Aigul, whom the offer names, and Ivan follow the case."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru", label="Иван")
    await story.confirms("p1", "p2")


async def refuse(story: Story, person_id: int = AIGUL, reason: str | None = None) -> OfferReply:
    """The price, and both taps of a refusal below it, one after the other."""
    offer = await story.the_offer()
    await casework.price_shown(story.world, offer.number, offer.sequence, person_id, SHOWN.message_id)
    first = await casework.begin_refusal(story.world, offer.number, offer.sequence, person_id, SHOWN)
    if first is not OfferReply.DONE:
        return first
    return await casework.refuse_offer(story.world, offer.number, offer.sequence, person_id, SHOWN, reason)


async def accept(story: Story, person_id: int = AIGUL) -> OfferReply:
    """One confirmed acceptance of the offer as it is now."""
    offer = await story.the_offer()
    return await casework.accept_offer(story.world, offer.number, offer.sequence, person_id, SHOWN)


async def test_an_offer_goes_to_the_member_it_names_alone(story: Story) -> None:
    """The label of the link says who it is, however it is written."""
    await family_of_two(story)
    await story.offer(member_label=" айгүл ")
    assert await story.kinds(person_id=AIGUL) == ["offer-made"]
    assert await story.kinds(person_id=IVAN) == []


async def test_an_offer_to_somebody_who_has_not_joined_goes_to_whoever_has(story: Story) -> None:
    """Somebody of the family must hear of it."""
    await family_of_two(story)
    await story.offer(member_label="Марат")
    assert [row.person_id for row in await story.queued()] == [AIGUL, IVAN]


async def test_an_equal_offer_under_another_id_is_refused_until_the_first_is_answered(story: Story) -> None:
    """Two of one kind: whoever accepts one would be reminded of the price of refusing the other."""
    await family_of_two(story)
    await story.offer()
    refused = await story.refused("offer.made", **{"offer_id": "o2", **OFFER, "title": "  аспаз "})
    assert refused[:2] == (409, "data.offer_id")
    assert "the offer o1 is the same" in refused[2]
    await story.offer("o3", employer="Басқа асхана")
    await accept(story, AIGUL)
    await story.offer("o4")


async def test_a_family_is_not_offered_more_than_it_can_answer(story: Story) -> None:
    """A slip in a file once made five hundred messages."""
    await family_of_two(story)
    for number in range(MOST_AWAITED):
        await story.offer(f"o{number}", employer=f"Дүкен {number}")
    refused = await story.refused("offer.made", **{"offer_id": "more", **OFFER, "employer": "Тағы бір дүкен"})
    assert refused == (409, "data.case_id", f"{MOST_AWAITED} offers of the case await an answer already")


async def test_an_offer_to_a_family_of_whom_nobody_has_joined_is_reported_at_once(story: Story) -> None:
    """Then the officer calls."""
    await story.open()
    await story.offer()
    (change,) = await story.changes()
    assert (change.kind, change.details["offer_id"], change.details["reason"]) == (
        "offer_undeliverable",
        "o1",
        "nobody_joined",
    )


async def test_who_joins_later_hears_of_the_offers_that_await_an_answer(story: Story) -> None:
    """Joining late must not cost anything."""
    await story.open()
    await story.offer()
    await story.offer("o2", respond_by="2026-11-19T12:00:00+05:00")
    story.at = kz(2026, 11, 19, 13)
    await story.join(AIGUL, label="Айгүл")
    assert [row.details["offer_id"] for row in await story.queued()] == ["o1"]


async def test_an_accepted_offer_is_told_to_the_officer_with_the_text_under_which_it_was_accepted(story: Story) -> None:
    """An answer that stands says what was known when it was given."""
    await family_of_two(story)
    await story.offer()
    assert await accept(story) is OfferReply.DONE
    assert (await story.the_offer()).state is OfferState.ACCEPTED
    change = (await story.changes())[-1]
    assert (change.kind, change.details) == ("offer_accepted", {"offer_id": "o1", "person": "p1"})
    proof = (await story.journal())[-1]
    assert proof.details["shown"] == {"language": "kk", "message_id": 11, "text": "Ұсыныс: Аспаз"}


async def begin(story: Story) -> None:
    """Aigul reads the price, and taps once."""
    await family_of_two(story)
    await story.offer()
    await casework.price_shown(story.world, 1, 0, AIGUL, SHOWN.message_id)
    assert await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.DONE


async def test_one_tap_is_no_refusal(story: Story) -> None:
    """A forged second tap without the first one changes nothing, not even under the price."""
    await family_of_two(story)
    await story.offer()
    for _ in range(2):
        assert await casework.refuse_offer(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST
        await casework.price_shown(story.world, 1, 0, AIGUL, SHOWN.message_id)
    assert (await story.the_offer()).state is OfferState.OPEN


async def test_the_first_tap_is_taken_only_below_the_price(story: Story) -> None:
    """Elsewhere, as on the card, it is forged: the price was not read there, and no proof says that it was."""
    await family_of_two(story)
    await story.offer()
    assert await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST
    await casework.price_shown(story.world, 1, 0, AIGUL, 12)
    assert await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST
    assert "offer_price_seen" not in [entry.kind for entry in await story.journal()]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (timedelta(minutes=10), OfferReply.DONE),
        (timedelta(minutes=10, seconds=1), OfferReply.PRICE_FIRST),
        (timedelta(hours=47), OfferReply.PRICE_FIRST),
        (timedelta(minutes=-5), OfferReply.DONE),
    ],
    ids=["in time", "late", "two days later", "clock set back"],
)
async def test_the_first_tap_holds_for_ten_minutes(story: Story, later: timedelta, expected: OfferReply) -> None:
    """What stays on the screen longer refuses nothing; the first tap once more makes it no younger."""
    await begin(story)
    story.at += later
    await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN)
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, SHOWN) is expected


async def test_the_second_tap_counts_only_in_the_message_of_the_first(story: Story) -> None:
    """Where the question was asked again in another message, it counts there, as long as it would have before."""
    await begin(story)
    other = SHOWN._replace(message_id=12)
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, other) is OfferReply.PRICE_FIRST
    story.at += timedelta(minutes=9)
    await casework.confirm_shown(story.world, 1, AIGUL, other.message_id)
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST
    story.at += timedelta(minutes=2)
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, other) is OfferReply.PRICE_FIRST
    assert (await story.the_offer()).state is OfferState.OPEN


async def test_who_goes_elsewhere_begins_a_refusal_anew(story: Story) -> None:
    """Neither the second tap nor the first one is taken any more without the price."""
    await begin(story)
    await casework.leave_refusal(story.world, 1, AIGUL)
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST
    assert await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST


async def test_a_price_that_is_read_again_takes_the_first_tap_back(story: Story) -> None:
    """Of two price screens the newer one counts."""
    await begin(story)
    await casework.price_shown(story.world, 1, 0, AIGUL, 12)
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.PRICE_FIRST


async def test_the_first_tap_of_one_adult_is_none_of_the_other(story: Story) -> None:
    """Both have read the price, one has tapped."""
    await two_adults(story)
    for person_id in (AIGUL, IVAN):
        await casework.price_shown(story.world, 1, 0, person_id, SHOWN.message_id)
    await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN)
    assert await casework.refuse_offer(story.world, 1, 0, IVAN, SHOWN) is OfferReply.PRICE_FIRST


async def test_the_first_tap_of_a_refusal_is_written_down_once(story: Story) -> None:
    """A double tap, or an update that came again, is the same tap."""
    await family_of_two(story)
    await story.offer()
    await casework.price_shown(story.world, 1, 0, AIGUL, SHOWN.message_id)
    for _ in range(2):
        assert await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.DONE
    assert [entry.kind for entry in await story.journal()].count("offer_price_seen") == 1


async def test_a_refusal_by_two_taps_is_taken_back_by_one(story: Story) -> None:
    """Both stay on record, and after that a refusal needs both taps again."""
    await family_of_two(story)
    await story.offer()
    assert await refuse(story, reason="Алыс") is OfferReply.DONE
    offer = await story.the_offer()
    assert await casework.take_back(story.world, offer.number, offer.sequence, AIGUL, SHOWN) is OfferReply.DONE
    assert [change.kind for change in await story.changes()][2:] == ["offer_refused", "offer_taken_back"]
    assert (await story.changes())[2].details["reason"] == "Алыс"
    offer = await story.the_offer()
    again = await casework.refuse_offer(story.world, offer.number, offer.sequence, AIGUL, SHOWN)
    assert (again, offer.state) == (OfferReply.PRICE_FIRST, OfferState.TAKEN_BACK)


@pytest.mark.parametrize(("late", "expected"), [(0, OfferReply.DONE), (1, OfferReply.TOO_LATE)])
async def test_the_second_of_the_deadline_is_still_in_time(story: Story, late: int, expected: OfferReply) -> None:
    """One second later it is not."""
    await family_of_two(story)
    await story.offer()
    story.at = DEADLINE + timedelta(seconds=late)
    assert await accept(story) is expected


async def test_after_the_deadline_there_is_no_answer_and_no_refusal(story: Story) -> None:
    """Somebody was told of it: both sides learn that no answer came."""
    await family_of_two(story)
    await story.offer()
    story.at = DEADLINE
    assert not await casework.close_overdue(story.world, 1)
    story.at = DEADLINE + timedelta(seconds=1)
    assert await casework.close_overdue(story.world, 1)
    assert not await casework.close_overdue(story.world, 1)
    assert (await story.the_offer()).state is OfferState.UNDELIVERED  # nothing was sent in this story
    assert (await story.kinds("waiting"))[-1] == "offer-no-answer"


async def test_a_stranger_and_the_other_adult_cannot_answer(story: Story) -> None:
    """A forged button of another family's offer opens nothing."""
    await family_of_two(story)
    await story.offer()
    for person_id in (STRANGER, IVAN):
        assert await accept(story, person_id) is OfferReply.NOT_YOURS
    assert await casework.offer_seen(story.world, 1, STRANGER) is None


async def test_what_the_officer_has_acted_on_stands(story: Story) -> None:
    """Acknowledged, an answer cannot be taken back."""
    await family_of_two(story)
    await story.offer()
    await accept(story)
    await story.send("offer.acknowledged", offer_id="o1")
    offer = await story.the_offer()
    back = await casework.take_back(story.world, offer.number, offer.sequence, AIGUL, SHOWN)
    assert back is OfferReply.STANDS


@pytest.mark.parametrize(
    ("accepted", "state"), [(True, OfferState.EXCUSED), (False, OfferState.NOT_EXCUSED)], ids=["excused", "not excused"]
)
async def test_an_excuse_is_decided_by_the_officer(story: Story, accepted: bool, state: OfferState) -> None:  # noqa: FBT001, a column of the table above
    """Until then it is a wish, afterwards never a refusal."""
    await family_of_two(story)
    await story.offer()
    asked = await casework.ask_to_be_excused(story.world, 1, 0, AIGUL, SHOWN, Excuse.ELDERLY, "Анамды күтемін")
    assert asked is OfferReply.DONE
    assert (await story.changes())[-1].details == {
        "offer_id": "o1",
        "person": "p1",
        "reason": "elderly",
        "text": "Анамды күтемін",
    }
    await story.send("offer.excused", offer_id="o1", accepted=accepted, note="Қаралды")
    assert (await story.the_offer()).state is state


# Two at once


async def two_adults(story: Story) -> None:
    """Both may answer: the member whom the offer names has not joined."""
    await family_of_two(story)
    await story.offer(member_label="Марат")


async def test_of_two_adults_who_answer_at_once_one_counts_and_the_other_is_told_so(story: Story) -> None:
    """The officer learns one answer, and whoever was slower hears of the other one's."""
    await family_of_two(story)
    for number in range(1, 7):
        await story.offer(f"o{number}", member_label="Марат")
        await casework.price_shown(story.world, number, 0, IVAN, SHOWN.message_id)
        await casework.begin_refusal(story.world, number, 0, IVAN, SHOWN)
        before = len(await story.changes())
        accepted, refused = await asyncio.gather(
            casework.accept_offer(story.world, number, 0, AIGUL, SHOWN),
            casework.refuse_offer(story.world, number, 0, IVAN, SHOWN),
        )
        assert {accepted, refused} == {OfferReply.DONE, OfferReply.OUTDATED}
        expected = "accepted" if accepted is OfferReply.DONE else "refused"
        assert (await story.the_offer(f"o{number}")).state == expected
        assert [change.kind for change in (await story.changes())[before:]] == [f"offer_{expected}"]
        slower = IVAN if accepted is OfferReply.DONE else AIGUL
        told = [row for row in await story.queued() if (row.details["offer_id"], row.kind) == (f"o{number}", ANSWERED)]
        assert [row.person_id for row in told] == [slower]


async def test_one_press_that_comes_many_times_at_once_is_one_answer(story: Story) -> None:
    """Telegram repeats an update whose reply it has not seen."""
    await family_of_two(story)
    await story.offer()
    replies = await asyncio.gather(
        *(casework.accept_offer(story.world, 1, 0, AIGUL, SHOWN) for _ in range(6)),
    )
    assert sorted(replies) == [OfferReply.ALREADY] * 5 + [OfferReply.DONE]
    assert (await story.told()).count("offer_accepted") == 1


async def test_an_answer_and_the_officers_withdrawal_at_once_end_in_the_withdrawal(story: Story) -> None:
    """Whichever was first: the answer is on record, or the person hears that the offer is gone."""
    await family_of_two(story)
    for number in range(1, 5):
        offer_id = f"o{number}"
        await story.offer(offer_id)
        reply, _ = await asyncio.gather(
            casework.accept_offer(story.world, number, 0, AIGUL, SHOWN),
            story.send("offer.withdrawn", offer_id=offer_id),
        )
        assert reply in {OfferReply.DONE, OfferReply.WITHDRAWN}
        assert (await story.the_offer(offer_id)).state is OfferState.WITHDRAWN
        told = [change for change in await story.changes() if change.details.get("offer_id") == offer_id]
        assert len(told) == (reply is OfferReply.DONE)


async def test_an_answer_and_its_acknowledgement_and_its_taking_back_at_once_make_one_story(story: Story) -> None:
    """Either the officer was first and the answer stands, or it was taken back and there is nothing to act on."""
    await family_of_two(story)
    for number in range(1, 5):
        offer_id = f"o{number}"
        await story.offer(offer_id, title=f"Аспаз {number}")
        await casework.accept_offer(story.world, number, 0, AIGUL, SHOWN)
        back, acknowledged = await asyncio.gather(
            casework.take_back(story.world, number, 1, AIGUL, SHOWN),
            story.send("offer.acknowledged", offer_id=offer_id),
            return_exceptions=True,
        )
        offer = await story.the_offer(offer_id)
        if back is OfferReply.STANDS:
            assert (offer.state, offer.acknowledged_at) == (OfferState.ACCEPTED, story.at)
        else:
            assert (back, offer.state, offer.acknowledged_at) == (OfferReply.DONE, OfferState.TAKEN_BACK, None)
            assert isinstance(acknowledged, EventRejectedError)


async def test_two_bots_that_close_an_offer_at_once_tell_of_it_once(story: Story) -> None:
    """Two processes make a pass in the same minute."""
    await family_of_two(story)
    await story.offer()
    story.at = DEADLINE + timedelta(seconds=1)
    closed = await asyncio.gather(*(casework.close_overdue(story.world, 1) for _ in range(4)))
    assert sorted(closed) == [False] * 3 + [True]
    assert (await story.told()).count("offer_undeliverable") == 1


async def test_a_slow_clock_of_the_phone_changes_nothing(story: Story) -> None:
    """What counts is when the press arrives, by the program's clock; a message's own time is not asked."""
    await family_of_two(story)
    await story.offer()
    story.at = DEADLINE + timedelta(seconds=1)
    assert await accept(story) is OfferReply.TOO_LATE
    assert (await story.the_offer()).state is OfferState.OPEN
    story.at = DEADLINE
    assert await accept(story) is OfferReply.DONE


async def test_who_has_left_the_case_answers_no_more_and_is_told_nothing(story: Story) -> None:
    """Their button stays on the old screen."""
    await family_of_two(story)
    await story.offer()
    await story.leave(AIGUL)
    assert await accept(story) is OfferReply.NOT_YOURS
    assert await story.kinds("waiting", AIGUL) == []


async def test_when_the_named_member_joins_the_others_can_no_longer_answer(story: Story) -> None:
    """From then on it is the member's own answer."""
    await two_adults(story)
    await story.join(STRANGER, label="Марат")
    assert await accept(story, IVAN) is OfferReply.NOT_YOURS
    assert await accept(story, STRANGER) is OfferReply.DONE


# Whom an offer concerns changes


async def test_whoever_has_answered_for_another_can_take_that_back_after_the_other_has_joined(story: Story) -> None:
    """An answer that costs six months stays in the hands of whoever gave it; the member hears of both."""
    await two_adults(story)
    assert await refuse(story, IVAN) is OfferReply.DONE
    await story.join(STRANGER, label="Марат")
    (told,) = [row for row in await story.queued() if row.person_id == STRANGER]
    assert (told.kind, told.details["state"], told.details["by_label"]) == (ANSWERED, "refused", "Иван")
    seen = await casework.offer_seen(story.world, 1, IVAN)
    assert seen is not None
    assert (seen.may_answer, seen.has_answered) == (False, True)
    assert [one.offer.number for one in (await casework.offers_seen(story.world, IVAN)).offers] == [1]
    assert await casework.take_back(story.world, 1, 1, AIGUL, SHOWN) is OfferReply.NOT_YOURS, "it is not her answer"
    assert await casework.take_back(story.world, 1, 1, IVAN, SHOWN) is OfferReply.DONE
    assert await accept(story, IVAN) is OfferReply.NOT_YOURS, "from now on it is the member's own"
    assert (await casework.offers_seen(story.world, IVAN)).offers == []
    assert (await story.queued())[-1].details["state"] == "taken_back"
    assert await accept(story, STRANGER) is OfferReply.DONE


async def test_the_member_who_joins_can_take_back_what_another_has_answered(story: Story) -> None:
    """It is the member's offer; whoever had answered hears nothing more that concerns them."""
    await two_adults(story)
    await refuse(story, IVAN)
    await story.join(STRANGER, label="Марат")
    assert await casework.take_back(story.world, 1, 1, STRANGER, SHOWN) is OfferReply.DONE
    assert (await story.the_offer()).state is OfferState.TAKEN_BACK


async def test_who_joins_hears_nothing_of_an_answer_that_the_officer_has_acted_on(story: Story) -> None:
    """There is nothing left to do about it."""
    await two_adults(story)
    await refuse(story, IVAN)
    await story.send("offer.acknowledged", offer_id="o1")
    await story.join(STRANGER, label="Марат")
    assert await story.kinds(person_id=STRANGER) == []


@pytest.mark.parametrize(
    "way",
    [
        lambda story: story.leave(AIGUL),
        lambda story: casework.forget_person(story.world, AIGUL),
    ],
    ids=["leaves", "is forgotten"],
)
async def test_when_the_named_member_goes_the_others_hear_that_the_offer_is_theirs_now(
    story: Story, way: Callable[[Story], Awaitable[object]]
) -> None:
    """Two hours before the deadline somebody must know that an answer is awaited."""
    await family_of_two(story)
    await story.offer()
    assert await story.kinds(person_id=IVAN) == []
    story.at = DEADLINE - timedelta(hours=2)
    await way(story)
    assert await story.kinds("waiting", IVAN) == ["offer-made"]
    assert await accept(story, IVAN) is OfferReply.DONE


async def test_when_somebody_goes_whom_an_offer_did_not_concern_nobody_hears_of_it(story: Story) -> None:
    """Nor of one whose deadline has passed, nor does anybody hear twice of one that concerned them all along."""
    await family_of_two(story)
    await story.offer()
    await story.offer("o2", member_label="Марат")
    before = await story.kinds(person_id=AIGUL)
    await story.leave(IVAN)
    assert await story.kinds(person_id=AIGUL) == before
    await story.join(IVAN, "ru", label="Иван")
    story.at = DEADLINE + timedelta(seconds=1)
    before = await story.kinds(person_id=IVAN)
    await story.leave(AIGUL)
    assert await story.kinds(person_id=IVAN) == before


async def test_an_offer_that_comes_back_to_somebody_is_told_once_more(story: Story) -> None:
    """In between it was another's: Ivan must hear that it is his again."""
    await two_adults(story)
    await story.join(STRANGER, label="Марат")
    await story.leave(STRANGER)
    assert await story.kinds(person_id=IVAN) == ["offer-made", "offer-made"]


# Proofs


async def test_the_card_that_somebody_opens_is_kept_with_its_message(story: Story) -> None:
    """Once for each language and each change of the offer: a private notice tells nothing of it."""
    await family_of_two(story)
    await story.offer()
    card = Shown("kk", 12, "Аспаз, айына 120 000 ₸, Сәуле")
    for shown in (card, card._replace(message_id=13), Shown("ru", 14, "Повар"), Shown("ru", 15, "Повар")):
        await casework.card_shown(story.world, 1, AIGUL, shown)
    await story.send("offer.extended", offer_id="o1", respond_by="2026-11-21T12:00:00+05:00")
    await casework.card_shown(story.world, 1, AIGUL, card._replace(message_id=16))
    await accept(story)
    await casework.card_shown(story.world, 1, AIGUL, card._replace(message_id=17))
    await casework.card_shown(story.world, 1, STRANGER, card)
    kept = [entry.details for entry in await story.journal() if entry.details.get("of") == "offer_card"]
    assert [(one["person"], one["shown"]["message_id"]) for one in kept] == [("p1", 12), ("p1", 14), ("p1", 16)]
    assert kept[0]["shown"] == {"language": "kk", "message_id": 12, "text": "Аспаз, айына 120 000 ₸, Сәуле"}
    assert all("cards" not in row.details for row in await story.queued())

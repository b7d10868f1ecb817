"""A job offer from the officer's word to the family's answer: who may say what, until when, and what is kept of it."""

from datetime import timedelta

import pytest

from bot import casework
from bot.casework import OfferReply, Shown
from rules.offer import Excuse, OfferState
from tests.bot.case_story import AIGUL, IVAN, STRANGER, Story, kz

SHOWN = Shown("kk", 11, "Ұсыныс: Аспаз")
DEADLINE = kz(2026, 11, 20, 12)


async def family_of_two(story: Story) -> None:
    """Aigul, whom the offer names, and Ivan follow the case."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru", label="Иван")


async def refuse(story: Story, person_id: int = AIGUL, reason: str | None = None) -> OfferReply:
    """Both taps of a refusal, one after the other."""
    offer = await story.the_offer()
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


async def test_one_tap_is_no_refusal(story: Story) -> None:
    """A forged second tap without the first one changes nothing."""
    await family_of_two(story)
    await story.offer()
    offer = await story.the_offer()
    refused = await casework.refuse_offer(story.world, offer.number, offer.sequence, AIGUL, SHOWN)
    assert refused is OfferReply.OUTDATED
    assert (await story.the_offer()).state is OfferState.OPEN


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
    assert (again, offer.state) == (OfferReply.OUTDATED, OfferState.TAKEN_BACK)


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
    await story.send("offer.excused", offer_id="o1", accepted=accepted)
    assert (await story.the_offer()).state is state

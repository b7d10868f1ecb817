"""When a case is refused or terminated, nothing of it awaits an answer any more, and the family knows."""

from datetime import timedelta
from typing import Any

import pytest

from bot import casework
from bot.casework import OfferReply, Shown
from bot.reminders.case_reminders import remind
from rules.offer import ANSWERABLE, Excuse, OfferState
from tests.bot.case_story import AIGUL, ASSIGNED, IVAN, OFFER, Story, kz

SHOWN = Shown("kk", 11, "Ұсыныс: Аспаз")
DEADLINE = kz(2026, 11, 20, 12)
ENDS = {"refused": {"ground": "commission_no_need"}, "terminated": {"ground": "measures_refused"}}
ends = pytest.mark.parametrize("status", list(ENDS))


async def offered(story: Story, status: str, *offer_ids: str) -> None:
    """Aigul, whom the offers name, and Ivan follow a case that is about to end so."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru", label="Иван")
    for offer_id in offer_ids or ("o1",):
        await story.offer(offer_id, employer=f"Дүкен {offer_id}")
    if status == "terminated":
        await story.decide("assigned", **ASSIGNED)


async def ends_as(story: Story, status: str) -> None:
    """End the case."""
    await story.decide(status, **ENDS[status])


async def told_of_offers(story: Story, person_id: int) -> list[tuple[str, Any]]:
    """What a person was told of offers: the kind, and how the offer stood."""
    return [
        (row.kind, row.details["state"])
        for row in await story.queued()
        if row.person_id == person_id and row.kind.startswith("offer-") and row.state != "withdrawn"
    ]


@ends
async def test_an_offer_that_awaits_an_answer_is_withdrawn_with_its_case(story: Story, status: str) -> None:
    """The family is told at once, after the decision itself, and nobody else."""
    await offered(story, status)
    await ends_as(story, status)
    assert (await story.the_offer()).state is OfferState.WITHDRAWN
    assert (await told_of_offers(story, AIGUL))[-1] == ("offer-withdrawn", "withdrawn")
    assert await told_of_offers(story, IVAN) == []
    kinds = await story.kinds(person_id=AIGUL)
    assert kinds.index("offer-withdrawn") > kinds.index(f"case-{status}")


@ends
async def test_after_the_deadline_neither_side_hears_of_no_answer(story: Story, status: str) -> None:
    """None was awaited any more."""
    await offered(story, status)
    await ends_as(story, status)
    before = [change.kind for change in await story.changes()]
    for moment in (DEADLINE - timedelta(hours=3), DEADLINE + timedelta(seconds=1), DEADLINE + timedelta(days=1)):
        story.at = moment
        await remind(story.world)
    assert [change.kind for change in await story.changes()] == before
    assert (await told_of_offers(story, AIGUL))[-1] == ("offer-withdrawn", "withdrawn")


@ends
async def test_a_press_on_an_older_screen_says_that_the_offer_is_withdrawn(story: Story, status: str) -> None:
    """Nothing can be refused by mistake."""
    await offered(story, status)
    await ends_as(story, status)
    assert await casework.accept_offer(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.WITHDRAWN


async def test_what_was_answered_stays_as_it_is(story: Story) -> None:
    """A refusal for which the case was terminated is not lost, nor the wish that the officer looks at."""
    await offered(story, "terminated", "o1", "o2", "o3", "o4")
    await casework.accept_offer(story.world, 1, 0, AIGUL, SHOWN)
    await casework.ask_to_be_excused(story.world, 2, 0, AIGUL, SHOWN, Excuse.ELDERLY)
    await casework.accept_offer(story.world, 3, 0, AIGUL, SHOWN)
    await casework.take_back(story.world, 3, 1, AIGUL, SHOWN)
    await ends_as(story, "terminated")
    states = [(await story.the_offer(offer_id)).state for offer_id in ("o1", "o2", "o3", "o4")]
    assert states == [
        OfferState.ACCEPTED,
        OfferState.EXCUSE_REQUESTED,
        OfferState.WITHDRAWN,
        OfferState.WITHDRAWN,
    ]
    assert not ANSWERABLE.intersection(states)


async def test_a_deadline_that_has_passed_before_the_case_ends_is_told_as_no_answer(story: Story) -> None:
    """The reminders had not come round yet: the truth is that no answer came, and both sides learn it."""
    await offered(story, "refused")
    await story.is_told()
    story.at = DEADLINE + timedelta(seconds=1)
    await ends_as(story, "refused")
    assert (await story.the_offer()).state is OfferState.OPEN
    await remind(story.world)
    assert (await story.the_offer()).state is OfferState.NO_ANSWER
    assert [change.kind for change in await story.changes()][-1] == "offer_no_answer"
    assert (await told_of_offers(story, AIGUL))[-1] == ("offer-no-answer", "no_answer")


async def test_a_case_that_goes_on_keeps_its_offers(story: Story) -> None:
    """Assigned, assigned anew, suspended: an answer is awaited as before."""
    await offered(story, "terminated")
    await story.decide("assigned", **{**ASSIGNED, "monthly_tenge": 30_000})
    await story.decide("suspended")
    assert (await story.the_offer()).state is OfferState.OPEN


async def test_the_journal_says_under_which_key_the_case_has_ended(story: Story) -> None:
    """The officer's archive has it beside the offer."""
    await offered(story, "refused")
    await ends_as(story, "refused")
    (withdrawn,) = [entry for entry in await story.journal() if entry.kind == "offer_withdrawn"]
    assert withdrawn.details == {"offer_id": "o1", "key": "akimat"}


# Nothing is opened again, whatever was not decided


LATER = {"respond_by": "2026-11-27T12:00:00+05:00"}


async def excuse_undecided(story: Story, status: str) -> None:
    """Aigul cannot take part, and her case ends before anybody has looked at her reason."""
    await offered(story, status)
    await casework.ask_to_be_excused(story.world, 1, 0, AIGUL, SHOWN, Excuse.ELDERLY)
    await ends_as(story, status)


@ends
async def test_whose_reason_nobody_has_decided_cannot_be_asked_to_answer_anew(story: Story, status: str) -> None:
    """The office is told the same as when it offers something: the family of such a case has nothing to answer."""
    await excuse_undecided(story, status)
    expected = (409, "data.case_id", f"the case is {status}: nothing can be offered")
    assert await story.refused("offer.excused", offer_id="o1", accepted=False, note="Анықтама жоқ") == expected
    assert await story.refused("offer.extended", offer_id="o1", **LATER) == expected
    assert await story.refused("offer.made", offer_id="o2", **OFFER) == expected


@ends
async def test_what_helps_the_family_is_still_taken(story: Story, status: str) -> None:
    """An excuse can be accepted, and an offer withdrawn: the record of the family is the better for it."""
    await excuse_undecided(story, status)
    await story.send("offer.excused", offer_id="o1", accepted=True)
    assert (await story.the_offer()).state is OfferState.EXCUSED


@ends
async def test_an_offer_that_was_not_answered_in_time_is_not_opened_again(story: Story, status: str) -> None:
    """Its deadline passed before the case ended."""
    await offered(story, status)
    await story.is_told()
    story.at = DEADLINE + timedelta(seconds=1)
    await remind(story.world)
    await ends_as(story, status)
    refused = await story.refused("offer.extended", offer_id="o1", **LATER)
    assert refused == (409, "data.case_id", f"the case is {status}: nothing can be offered")


@ends
async def test_in_a_case_that_is_over_nothing_is_refused_by_a_press(story: Story, status: str) -> None:
    """Neither is the wish to be excused taken back for another answer."""
    await excuse_undecided(story, status)
    assert await casework.accept_offer(story.world, 1, 1, AIGUL, SHOWN) is OfferReply.CASE_OVER
    assert await casework.begin_refusal(story.world, 1, 1, AIGUL, SHOWN) is OfferReply.CASE_OVER
    assert await casework.take_back(story.world, 1, 1, AIGUL, SHOWN) is OfferReply.CASE_OVER
    assert (await story.the_offer()).state is OfferState.EXCUSE_REQUESTED


async def test_a_refusal_can_be_taken_back_but_opens_nothing_again(story: Story) -> None:
    """It is on record that the family thought better of it in time; nothing is awaited of them."""
    await offered(story, "terminated")
    await refuses(story)
    await ends_as(story, "terminated")
    assert await casework.take_back(story.world, 1, 1, AIGUL, SHOWN) is OfferReply.DONE
    assert (await story.changes())[-1].kind == "offer_taken_back"
    assert (await story.the_offer()).state is OfferState.WITHDRAWN
    assert await casework.accept_offer(story.world, 1, 2, AIGUL, SHOWN) is OfferReply.WITHDRAWN


async def refuses(story: Story) -> None:
    """Let Aigul refuse with both taps under the price."""
    await casework.price_shown(story.world, 1, 0, AIGUL, SHOWN.message_id)
    assert await casework.begin_refusal(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.DONE
    assert await casework.refuse_offer(story.world, 1, 0, AIGUL, SHOWN) is OfferReply.DONE


@pytest.mark.parametrize("answer", ["refuses", "excused"])
async def test_once_the_decision_is_withdrawn_the_offer_lives_again(story: Story, answer: str) -> None:
    """The case goes on, and so does what was begun in it."""
    await offered(story, "terminated")
    if answer == "refuses":
        await refuses(story)
        await ends_as(story, "terminated")
        await casework.take_back(story.world, 1, 1, AIGUL, SHOWN)
    else:
        await casework.ask_to_be_excused(story.world, 1, 0, AIGUL, SHOWN, Excuse.ELDERLY)
        await ends_as(story, "terminated")
    await story.send("case.corrected", reason="mistake", note="Қате жіберілді")
    if answer == "excused":
        await story.send("offer.excused", offer_id="o1", accepted=False, note="Анықтама жоқ")
    offer = await story.the_offer()
    assert offer.state in ANSWERABLE
    assert await casework.accept_offer(story.world, 1, offer.sequence, AIGUL, SHOWN) is OfferReply.DONE

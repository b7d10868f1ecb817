"""Every pair of where an offer stands and an event or an answer that may come then: taken, or refused with why."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot import casework
from bot.casework import Accepted, OfferReply, Shown
from rules.offer import ANSWERED, Excuse, OfferState
from tests.bot.case_story import AIGUL, IVAN, Story, kz

SHOWN = Shown("kk", 11, "Ұсыныс: Аспаз")
DEADLINE = kz(2026, 11, 20, 12)
LATER = "2026-11-25T12:00:00+05:00"
DONE, STANDS, TOO_LATE, OUTDATED = OfferReply.DONE, OfferReply.STANDS, OfferReply.TOO_LATE, OfferReply.OUTDATED


# How an offer comes to stand somewhere.


async def accepts(story: Story, person_id: int = AIGUL) -> OfferReply:
    offer = await story.the_offer()
    return await casework.accept_offer(story.world, offer.number, offer.sequence, person_id, SHOWN)


async def refuses(story: Story, person_id: int = AIGUL) -> OfferReply:
    offer = await story.the_offer()
    await casework.price_shown(story.world, offer.number, offer.sequence, person_id, SHOWN.message_id)
    first = await casework.begin_refusal(story.world, offer.number, offer.sequence, person_id, SHOWN)
    if first is not DONE:
        return first
    return await casework.refuse_offer(story.world, offer.number, offer.sequence, person_id, SHOWN)


async def cannot(story: Story, person_id: int = AIGUL) -> OfferReply:
    offer = await story.the_offer()
    return await casework.ask_to_be_excused(
        story.world, offer.number, offer.sequence, person_id, SHOWN, Excuse.ELDERLY, "Анамды күтемін"
    )


async def takes_back(story: Story, person_id: int = AIGUL) -> OfferReply:
    offer = await story.the_offer()
    return await casework.take_back(story.world, offer.number, offer.sequence, person_id, SHOWN)


def officer(kind: str, **data: Any) -> Callable[[Story], Awaitable[Any]]:
    """Return a step of the officer."""

    async def step(story: Story) -> Accepted:
        return await story.send(f"offer.{kind}", offer_id="o1", **data)

    return step


async def deadline_passes(story: Story) -> None:
    at, story.at = story.at, DEADLINE + timedelta(seconds=1)
    assert await casework.close_overdue(story.world, (await story.the_offer()).number)
    story.at = at  # what follows is judged by where the offer stands, not by the clock


async def is_opened(story: Story) -> None:
    assert await casework.open_offer(story.world, (await story.the_offer()).number, AIGUL, SHOWN)


Step = Callable[[Story], Awaitable[Any]]
WAY: dict[str, tuple[Step, ...]] = {
    "open": (),
    "accepted": (accepts,),
    "refused": (refuses,),
    "excuse_requested": (cannot,),
    "taken_back": (accepts, takes_back),
    "not_excused": (cannot, officer("excused", accepted=False, note="Анықтама жоқ")),
    "excused": (cannot, officer("excused", accepted=True)),
    "no_answer": (is_opened, deadline_passes),
    "undelivered": (deadline_passes,),
    "withdrawn": (officer("withdrawn"),),
    "accepted, acknowledged": (accepts, officer("acknowledged")),
    "refused, acknowledged": (refuses, officer("acknowledged")),
    "excuse_requested, acknowledged": (cannot, officer("acknowledged")),
}

# What the officer may send then, and where it leads; everything else is refused.
EVENTS: dict[str, dict[str, Any]] = {
    "withdrawn": {},
    "extended": {"respond_by": LATER},
    "excused": {"accepted": True},
    "not excused": {"accepted": False, "note": "Анықтама жоқ"},
    "acknowledged": {},
}
LEADS: dict[str, dict[str, str]] = {
    "open": {"withdrawn": "withdrawn", "extended": "open"},
    "taken_back": {"withdrawn": "withdrawn", "extended": "taken_back"},
    "not_excused": {"withdrawn": "withdrawn", "extended": "not_excused"},
    "accepted": {"withdrawn": "withdrawn", "extended": "accepted", "acknowledged": "accepted"},
    "refused": {"withdrawn": "withdrawn", "extended": "refused", "acknowledged": "refused"},
    "excuse_requested": {
        "withdrawn": "withdrawn",
        "extended": "excuse_requested",
        "acknowledged": "excuse_requested",
        "excused": "excused",
        "not excused": "not_excused",
    },
    "no_answer": {"withdrawn": "withdrawn", "extended": "open"},
    "undelivered": {"withdrawn": "withdrawn", "extended": "open"},
    "excused": {},
    "withdrawn": {},
    "accepted, acknowledged": {"withdrawn": "withdrawn"},
    "refused, acknowledged": {"withdrawn": "withdrawn"},
    "excuse_requested, acknowledged": {
        "withdrawn": "withdrawn",
        "excused": "excused",
        "not excused": "not_excused",
    },
}

# What the family hears when it answers then.
ANSWERS = {"accept": accepts, "refuse": refuses, "cannot": cannot}
GIVES = {"accept": "accepted", "refuse": "refused", "cannot": "excuse_requested"}
HEARS: dict[str, OfferReply] = {
    **dict.fromkeys(("open", "taken_back", "not_excused"), DONE),
    **dict.fromkeys(("accepted", "refused", "excuse_requested"), OUTDATED),
    **dict.fromkeys(("no_answer", "undelivered"), TOO_LATE),
    "withdrawn": OfferReply.WITHDRAWN,
    **dict.fromkeys(
        ("excused", "accepted, acknowledged", "refused, acknowledged", "excuse_requested, acknowledged"), STANDS
    ),
}
HEARS_BACK: dict[str, OfferReply] = {
    **dict.fromkeys(("accepted", "refused", "excuse_requested"), DONE),
    "taken_back": OfferReply.ALREADY,
    **dict.fromkeys(("open", "not_excused", "no_answer", "undelivered"), OUTDATED),
    "withdrawn": OfferReply.WITHDRAWN,
    **dict.fromkeys(
        ("excused", "accepted, acknowledged", "refused, acknowledged", "excuse_requested, acknowledged"), STANDS
    ),
}


async def stand(story: Story, stage: str, number: str = "79-1") -> None:
    """Let the offer to Aigul stand there, in a case of its own."""
    story.number = number
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.offer()
    for step in WAY[stage]:
        assert await step(story) in {None, DONE, Accepted.ACCEPTED}
    assert (await story.the_offer()).state == stage.partition(",")[0]


async def states(story: Story) -> str:
    return (await story.the_offer()).state


def test_the_tables_name_every_state() -> None:
    """A state that is added must be thought through."""
    named = {stage.partition(",")[0] for stage in WAY}
    assert named == set(OfferState)
    assert WAY.keys() == LEADS.keys() == HEARS.keys() == HEARS_BACK.keys()


@pytest.mark.parametrize("stage", WAY)
async def test_every_event_of_the_officer_leads_somewhere_or_is_refused(story: Story, stage: str) -> None:
    """What is refused changes nothing, and its answer says where the offer stands."""
    state = stage.partition(",")[0]
    for number, (event, details) in enumerate(EVENTS.items()):
        await stand(story, stage, f"79-{number}")
        kind, data = f"offer.{event.removeprefix('not ')}", {"offer_id": "o1", **details}
        if event in LEADS[stage]:
            await story.send(kind, **data)
        else:
            status, field, why = await story.refused(kind, **data)
            assert (event, status, field, state in why) == (event, 409, "data.offer_id", True)
        assert (event, await states(story)) == (event, LEADS[stage].get(event, state))


@pytest.mark.parametrize("stage", WAY)
async def test_every_answer_of_the_family_counts_or_is_told_why_not(story: Story, stage: str) -> None:
    """Only where one is awaited does it change anything; the same answer again is told to be there."""
    state = stage.partition(",")[0]
    for answer, gives in GIVES.items():
        await stand(story, stage, f"79-{answer}")
        expected = OfferReply.ALREADY if state == gives else HEARS[stage]
        assert (answer, await ANSWERS[answer](story)) == (answer, expected)
        assert (answer, await states(story)) == (answer, gives if expected is DONE else state)


@pytest.mark.parametrize("stage", WAY)
async def test_an_answer_is_taken_back_before_the_officer_has_acted_and_not_after(story: Story, stage: str) -> None:
    await stand(story, stage)
    assert await takes_back(story) is HEARS_BACK[stage]
    assert await states(story) == ("taken_back" if HEARS_BACK[stage] is DONE else stage.partition(",")[0])


@pytest.mark.parametrize("stage", WAY)
async def test_an_offer_of_the_same_id_is_not_made_twice(story: Story, stage: str) -> None:
    """Whatever became of the first one."""
    await stand(story, stage)
    before = await story.the_offer()
    status, field, _ = await story.refused("offer.made", **{"offer_id": "o1", **OFFERED})
    assert (status, field, await story.the_offer()) == (409, "data.offer_id", before)


async def test_whoever_is_not_excused_after_the_officer_took_note_can_answer_all_the_same(story: Story) -> None:
    """To take note of the wish is no decision: refused, it leaves an answer to be given, in more time if need be."""
    await stand(story, "excuse_requested, acknowledged")
    await story.send("offer.excused", offer_id="o1", accepted=False, note="Анықтама жоқ")
    assert (await story.the_offer()).acknowledged_at is None
    await story.send("offer.extended", offer_id="o1", respond_by=LATER)
    assert await accepts(story) is DONE


@pytest.mark.parametrize("stage", ["accepted", "refused", "excuse_requested"])
@pytest.mark.parametrize("seconds", [0, 1])
async def test_an_answer_can_be_taken_back_until_the_second_of_the_deadline(
    story: Story, stage: str, seconds: int
) -> None:
    await stand(story, stage)
    story.at = DEADLINE + timedelta(seconds=seconds)
    assert await takes_back(story) is (TOO_LATE if seconds else DONE)


@pytest.mark.parametrize("stage", WAY)
async def test_whoever_joins_then_hears_of_what_they_can_still_answer_or_take_back(story: Story, stage: str) -> None:
    """Ivan is the same member: a second phone."""
    await stand(story, stage)
    await story.join(IVAN, "ru", label="Айгүл")
    offer = await story.the_offer()
    can_be_taken_back = offer.state in ANSWERED and offer.acknowledged_at is None
    heard = ["offer-made"] if HEARS[stage] is DONE else ["offer-answered"] if can_be_taken_back else []
    assert await story.kinds(person_id=IVAN) == heard


@pytest.mark.parametrize("stage", WAY)
async def test_the_deadline_ends_only_the_waiting(story: Story, stage: str) -> None:
    """An answer, a decision and a withdrawal stay what they are; nothing becomes a refusal."""
    await stand(story, stage)
    story.at = DEADLINE + timedelta(seconds=1)
    closed = await casework.close_overdue(story.world, (await story.the_offer()).number)
    ends = {"open": "undelivered", "taken_back": "no_answer", "not_excused": "no_answer"}
    assert closed is (stage in ends)
    assert await states(story) == ends.get(stage, stage.partition(",")[0])


@pytest.mark.parametrize("stage", ["accepted", "refused", "excuse_requested"])
async def test_the_other_adult_cannot_answer_what_is_answered(story: Story, stage: str) -> None:
    """The officer and the family have one answer, until it is taken back."""
    await stand(story, stage)
    await story.join(IVAN, "ru", label="Айгүл")
    for answer in ANSWERS.values():
        assert await answer(story, IVAN) is OUTDATED


OFFERED = {
    "member_label": "Айгүл", "measure": "training", "title": "Курс", "place": "Шымкент",
    "respond_by": LATER, "contact": "Сәуле",
}  # fmt: skip

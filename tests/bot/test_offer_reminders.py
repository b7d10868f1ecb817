"""An offer is reminded of two days, a day and three hours before its deadline, and closed after it."""

from datetime import datetime, timedelta

import pytest

from bot import casework
from bot.casework import OfferReply, Shown
from bot.reminders.case_reminders import remind
from bot.store import offer_files, outbox
from bot.store.notice_kinds import NoticeKind
from rules.offer import Excuse, OfferState
from tests.bot.case_story import AIGUL, IVAN, Story, kz

SHOWN = Shown("kk", 11, "Ұсыныс: Аспаз")
DEADLINE = kz(2026, 11, 20, 12)  # Friday noon; the story begins on Monday at ten
MINUTE, QUARTER, HALF_HOUR = (timedelta(minutes=minutes) for minutes in (1, 15, 30))


async def offered(story: Story, respond_by: datetime = DEADLINE) -> None:
    """Aigul, whom it names, and Ivan follow the case; an offer is made."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru", label="Иван")
    await story.offer(respond_by=respond_by.isoformat())


async def at(story: Story, moment: datetime) -> list[str]:
    """Move the clock, make a pass, and return the kinds of what it queued."""
    story.at = moment
    before = await story.kinds()
    await remind(story.world)
    return (await story.kinds())[len(before) :]


async def all_delivered(story: Story) -> None:
    """Let everything that waits be delivered now."""
    async with story.database.transaction() as transaction:
        await transaction.fetch(
            "update outbox set state = 'delivered', settled_at = :now where state = 'waiting'",
            {"now": story.at.isoformat()},
        )


async def accept(story: Story) -> None:
    offer = await story.the_offer()
    assert (await casework.accept_offer(story.world, offer.number, offer.sequence, AIGUL, SHOWN),) == (OfferReply.DONE,)


async def take_back(story: Story) -> None:
    offer = await story.the_offer()
    assert await casework.take_back(story.world, offer.number, offer.sequence, AIGUL, SHOWN) is OfferReply.DONE


async def test_each_reminder_comes_at_its_moment_and_once(story: Story) -> None:
    """Not a minute before, and not again a minute later."""
    await offered(story)
    for hours, kind in (
        (48, NoticeKind.OFFER_REMINDER_TWO_DAYS),
        (24, NoticeKind.OFFER_REMINDER_DAY),
        (3, NoticeKind.OFFER_REMINDER_HOURS),
    ):
        moment = DEADLINE - timedelta(hours=hours)
        assert [await at(story, moment - MINUTE), await at(story, moment), await at(story, moment + MINUTE)] == [
            [],
            [kind],
            [],
        ]


async def test_a_reminder_carries_the_offer_and_when_it_is_no_longer_worth_telling(story: Story) -> None:
    """Its buttons are those of the offer as it is now, and it goes to the member whom the offer names."""
    await offered(story)
    await at(story, DEADLINE - timedelta(hours=48))
    reminder = (await story.queued())[-1]
    assert (reminder.person_id, reminder.due_at) == (AIGUL, DEADLINE - timedelta(hours=48))
    assert (reminder.details["offer"], reminder.details["sequence"], reminder.details["is_named"]) == (1, 0, True)
    story.at = DEADLINE - timedelta(hours=24)
    async with story.database.transaction() as transaction:
        await outbox.withdraw_outdated(transaction, story.at)
    assert await story.kinds("withdrawn") == [NoticeKind.OFFER_REMINDER_TWO_DAYS]


async def test_everybody_is_reminded_when_the_member_has_not_joined(story: Story) -> None:
    """As with the offer itself."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru")
    await story.offer(member_label="Марат")
    assert await at(story, DEADLINE - timedelta(hours=3)) == [
        NoticeKind.OFFER_REMINDER_HOURS,
        NoticeKind.OFFER_REMINDER_HOURS,
    ]


@pytest.mark.parametrize(
    ("ahead", "kinds"),
    [
        (
            timedelta(hours=48, minutes=1),
            [NoticeKind.OFFER_REMINDER_TWO_DAYS, NoticeKind.OFFER_REMINDER_DAY, NoticeKind.OFFER_REMINDER_HOURS],
        ),
        (timedelta(hours=48), [NoticeKind.OFFER_REMINDER_DAY, NoticeKind.OFFER_REMINDER_HOURS]),
        (timedelta(hours=24), [NoticeKind.OFFER_REMINDER_HOURS]),
        (timedelta(hours=3, minutes=1), [NoticeKind.OFFER_REMINDER_HOURS]),
        (timedelta(hours=3), []),
        (timedelta(minutes=5), []),
    ],
)
async def test_no_reminder_whose_moment_lay_before_the_offer_was_made(
    story: Story, ahead: timedelta, kinds: list[str]
) -> None:
    """Who has just been told of the deadline is not told again."""
    await offered(story, story.at + ahead)
    until, queued = story.at + ahead, []
    while story.at < until:
        queued += await at(story, story.at + MINUTE if ahead < timedelta(hours=1) else story.at + HALF_HOUR)
    assert queued in (kinds, [*kinds, "offer-no-answer"])


async def test_who_joins_after_the_moment_was_told_of_the_offer_then(story: Story) -> None:
    """The offer comes with joining; the next reminder is the next moment's."""
    await story.open()
    await story.offer()
    story.at = DEADLINE - timedelta(hours=30)
    await story.join(AIGUL, label="Айгүл")
    assert await at(story, story.at + MINUTE) == []
    assert await at(story, DEADLINE - timedelta(hours=24)) == [NoticeKind.OFFER_REMINDER_DAY]


@pytest.mark.parametrize("quarter", range(0, 96, 7))
async def test_at_night_only_the_last_hours_are_told(story: Story, quarter: int) -> None:
    """Whatever the hour of the deadline, all three come in time, and by day unless it is about the next hours."""
    deadline = kz(2026, 11, 20) + quarter * QUARTER
    story.at = deadline - timedelta(hours=49)
    await offered(story, deadline)
    while story.at < deadline - HALF_HOUR:
        await at(story, story.at + HALF_HOUR)
    reminders = [row for row in await story.queued() if row.kind.startswith("offer-reminder")]
    assert [row.kind for row in reminders] == [
        NoticeKind.OFFER_REMINDER_TWO_DAYS,
        NoticeKind.OFFER_REMINDER_DAY,
        NoticeKind.OFFER_REMINDER_HOURS,
    ]
    two_days, day, hours = (row.due_at.astimezone(deadline.tzinfo) for row in reminders)
    assert all(8 <= due.hour < 21 for due in (two_days, day))
    assert deadline - timedelta(hours=48) <= two_days <= deadline - timedelta(hours=36)
    assert deadline - timedelta(hours=24) <= day < deadline - timedelta(hours=12)
    assert hours == deadline - timedelta(hours=3)


async def test_an_answer_takes_back_what_waits_and_nothing_more_comes(story: Story) -> None:
    """At night a reminder waits for the morning; the answer comes before it."""
    night = kz(2026, 11, 20, 22)
    await offered(story, night)
    await all_delivered(story)
    assert await at(story, night - timedelta(hours=48)) == [NoticeKind.OFFER_REMINDER_TWO_DAYS]
    await accept(story)
    assert NoticeKind.OFFER_REMINDER_TWO_DAYS in await story.kinds("withdrawn")
    assert [await at(story, night - timedelta(hours=hours)) for hours in (24, 3)] == [[], []]


async def test_an_answer_taken_back_brings_no_reminder_again_that_was_told(story: Story) -> None:
    """The next one comes in its time."""
    await offered(story)
    await at(story, DEADLINE - timedelta(hours=48))
    await all_delivered(story)
    await accept(story)
    story.at += timedelta(hours=1)
    await take_back(story)
    assert await at(story, story.at + MINUTE) == []
    assert await at(story, DEADLINE - timedelta(hours=24)) == [NoticeKind.OFFER_REMINDER_DAY]


async def test_a_reminder_that_an_answer_took_back_unsent_comes_when_the_answer_is_taken_back(story: Story) -> None:
    """Nobody has read it yet."""
    await offered(story)
    await at(story, DEADLINE - timedelta(hours=48))
    await accept(story)
    await take_back(story)
    assert NoticeKind.OFFER_REMINDER_TWO_DAYS in await story.kinds("withdrawn")
    await at(story, story.at + MINUTE)
    assert NoticeKind.OFFER_REMINDER_TWO_DAYS in await story.kinds("waiting")


async def test_an_extension_brings_reminders_of_its_own(story: Story) -> None:
    """What waited of the earlier deadline is taken back."""
    await offered(story)
    await at(story, DEADLINE - timedelta(hours=24))
    later = DEADLINE + timedelta(days=3)
    await story.send("offer.extended", offer_id="o1", respond_by=later.isoformat())
    assert NoticeKind.OFFER_REMINDER_DAY in await story.kinds("withdrawn")
    assert await at(story, DEADLINE - timedelta(hours=3)) == []
    assert [await at(story, later - timedelta(hours=hours)) for hours in (48, 24, 3)] == [
        [NoticeKind.OFFER_REMINDER_TWO_DAYS],
        [NoticeKind.OFFER_REMINDER_DAY],
        [NoticeKind.OFFER_REMINDER_HOURS],
    ]


async def test_an_offer_that_is_withdrawn_is_reminded_of_no_more(story: Story) -> None:
    await offered(story)
    await at(story, DEADLINE - timedelta(hours=24))
    await story.send("offer.withdrawn", offer_id="o1")
    assert NoticeKind.OFFER_REMINDER_DAY in await story.kinds("withdrawn")
    assert [await at(story, DEADLINE - timedelta(hours=3)), await at(story, DEADLINE + MINUTE)] == [[], []]


async def test_an_acknowledged_answer_is_reminded_of_no_more_and_never_overdue(story: Story) -> None:
    await offered(story)
    await accept(story)
    await story.send("offer.acknowledged", offer_id="o1")
    assert [await at(story, DEADLINE - timedelta(hours=3)), await at(story, DEADLINE + MINUTE)] == [[], []]
    assert (await story.the_offer()).state is OfferState.ACCEPTED


async def test_who_is_not_excused_is_reminded_again(story: Story) -> None:
    """The wish was not granted, and an answer is awaited."""
    await offered(story)
    await casework.ask_to_be_excused(story.world, 1, 0, AIGUL, SHOWN, Excuse.OTHER)
    assert await at(story, DEADLINE - timedelta(hours=48)) == []
    await story.send("offer.excused", offer_id="o1", accepted=False, note="Анықтама жоқ")
    assert await at(story, DEADLINE - timedelta(hours=24)) == [NoticeKind.OFFER_REMINDER_DAY]


async def test_a_case_that_is_over_is_not_reminded_of_its_offers(story: Story) -> None:
    """Nothing can be lost any more."""
    await offered(story)
    await story.decide("refused", ground="commission_no_need")
    assert [await at(story, DEADLINE - timedelta(hours=24)), await at(story, DEADLINE + MINUTE)] == [[], []]
    assert (await story.the_offer()).state is OfferState.WITHDRAWN


async def test_two_passes_at_once_queue_nothing_twice(story: Story) -> None:
    await offered(story)
    story.at = DEADLINE - timedelta(hours=24)
    assert await remind(story.world) + await remind(story.world) == 1


# The deadline


async def test_the_deadline_passes_without_an_answer(story: Story) -> None:
    """The second of the deadline is in time; after it both sides learn that no answer came."""
    await offered(story)
    await all_delivered(story)
    assert await at(story, DEADLINE) == []
    assert await at(story, DEADLINE + timedelta(seconds=1)) == ["offer-no-answer"]
    assert await at(story, DEADLINE + MINUTE) == []
    assert (await story.the_offer()).state is OfferState.NO_ANSWER
    assert (await story.told())[-1] == "offer_no_answer"


async def test_a_bot_that_was_down_over_the_deadline_says_nothing_of_it_but_that_it_has_passed(story: Story) -> None:
    """It was queued before and could not be sent: the offer itself comes no more, and counts as not delivered."""
    await offered(story)
    assert await at(story, DEADLINE + timedelta(hours=1)) == ["offer-no-answer"]
    assert (await story.the_offer()).state is OfferState.UNDELIVERED
    assert await story.kinds("waiting") == ["offer-no-answer"]
    assert (await story.changes())[-1].details == {
        "offer_id": "o1",
        "person": None,
        "member_label": "Айгүл",
        "reason": "not_in_time",
    }


async def test_an_offer_whose_deadline_has_passed_is_not_sent_even_before_the_first_pass(story: Story) -> None:
    """A worker that is quicker than the reminders finds nothing to send."""
    await offered(story)
    story.at = DEADLINE + MINUTE
    async with story.database.statement() as connection:
        claimed = await outbox.claim(connection, story.cipher, story.at, story.at + MINUTE, 10)
    assert [notice.kind for notice in claimed if notice.kind != "follower-joined"] == []


async def test_an_offer_that_was_opened_is_no_undelivered_one(story: Story) -> None:
    """Whoever has opened it knows of it, whatever became of the notice."""
    await offered(story)
    await casework.open_offer(story.world, 1, AIGUL, SHOWN)
    await at(story, DEADLINE + MINUTE)
    assert (await story.the_offer()).state is OfferState.NO_ANSWER


async def test_an_answer_taken_back_and_not_given_again_is_no_answer(story: Story) -> None:
    await offered(story)
    await accept(story)
    await take_back(story)
    await at(story, DEADLINE + MINUTE)
    assert (await story.the_offer()).state is OfferState.NO_ANSWER


@pytest.mark.parametrize(
    ("decided_at", "state"),
    [(DEADLINE - MINUTE, OfferState.NO_ANSWER), (DEADLINE + MINUTE, OfferState.NOT_EXCUSED)],
    ids=["with time left", "too late to answer"],
)
async def test_who_is_not_excused_too_late_to_answer_has_answered(
    story: Story, decided_at: datetime, state: OfferState
) -> None:
    """An officer who decides after the deadline extends it, or lets the wish stand as the answer."""
    await offered(story)
    await casework.ask_to_be_excused(story.world, 1, 0, AIGUL, SHOWN, Excuse.ELDERLY)
    story.at = decided_at
    await story.send("offer.excused", offer_id="o1", accepted=False, note="Анықтама жоқ")
    await at(story, DEADLINE + timedelta(hours=1))
    assert (await story.the_offer()).state is state


async def test_an_extension_after_the_deadline_opens_the_offer_again(story: Story) -> None:
    await offered(story)
    await at(story, DEADLINE + MINUTE)
    later = DEADLINE + timedelta(days=1)
    await story.send("offer.extended", offer_id="o1", respond_by=later.isoformat())
    assert (await story.the_offer()).state is OfferState.OPEN
    assert await at(story, later - timedelta(hours=3)) == [NoticeKind.OFFER_REMINDER_HOURS]


async def test_files_that_were_never_sent_on_are_gone_after_a_week(story: Story) -> None:
    """What was sent on stays for the officer."""
    await offered(story)
    async with story.database.transaction() as transaction:
        kept, sent = [
            await offer_files.keep(
                transaction, story.cipher, offer=1, person_id=AIGUL, name="a.pdf", media_type="application/pdf",
                content=b"%PDF", now=story.at,
            )
            for _ in range(2)
        ]  # fmt: skip
        await offer_files.send_on(transaction, 1, AIGUL, [sent], story.at)
    sql = "select id from offer_files order by id"
    for moment, left in (
        (story.at + timedelta(days=7), {kept, sent}),
        (story.at + timedelta(days=7, minutes=1), {sent}),
    ):
        await at(story, moment)
        async with story.database.reading() as connection:
            assert {row["id"] for row in await connection.fetch(sql, {})} == left

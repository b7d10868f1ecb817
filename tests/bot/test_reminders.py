"""Reminders come once, in time, not at night, and not about what has changed meanwhile."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import casework
from bot.casework import Answered
from bot.database import Database
from bot.notices.quiet_hours import NIGHT_BEGINS, NIGHT_ENDS, cannot_wait, next_decent_time
from bot.reminders import case_reminders
from bot.reminders.case_reminders import keep_reminding, remind
from bot.store import outbox, people
from bot.store.cipher import Cipher
from bot.store.visits import Unreminded
from bot.store.waits import LONGEST
from tests.bot.case_story import AIGUL, ASSIGNED, IVAN, WEDNESDAY, Queued, Story, kz
from tests.databases import columns_of

EVENING, HOURS, PASSED = "visit-reminder-evening", "visit-reminder-hours", "visit-window-passed"
OVERDUE, RENEWAL = "examination-overdue", "renewal-reminder"
REMINDERS = {EVENING, HOURS, PASSED, OVERDUE, RENEWAL}


async def reminded(story: Story, state: str | None = None) -> list[str]:
    return [kind for kind in await story.kinds(state) if kind in REMINDERS]


async def at(story: Story, *moment: int) -> int:
    """Move the clock of Kazakhstan and make a pass."""
    story.at = kz(2026, *moment)
    return await remind(story.world)


# The visit


async def test_a_visit_is_reminded_of_the_evening_before_and_two_hours_before(story: Story) -> None:
    await story.begin()
    assert [await at(story, 11, 17, 17, 59), await at(story, 11, 17, 18, 0), await at(story, 11, 17, 18, 1)] == [
        0,
        1,
        0,
    ]
    assert [await at(story, 11, 18, 12, 59), await at(story, 11, 18, 13, 0), await at(story, 11, 18, 13, 1)] == [
        0,
        1,
        0,
    ]
    assert [await at(story, 11, 18, 16, 59), await at(story, 11, 18, 17, 0), await at(story, 11, 18, 17, 1)] == [
        0,
        1,
        0,
    ]
    assert await reminded(story) == [EVENING, HOURS, PASSED]


async def test_a_reminder_says_when_and_where_and_fits_its_buttons(story: Story) -> None:
    await story.begin()
    await at(story, 11, 17, 18)
    visit = await story.the_visit()
    reminder = (await story.queued())[-1]
    assert reminder.details["starts_at"] == "2026-11-18T10:00:00+00:00"
    assert reminder.details["address"] == visit.details["address"]
    assert (reminder.details["visit"], reminder.details["sequence"]) == (visit.number, 0)


async def test_everybody_who_follows_is_reminded(story: Story) -> None:
    await story.begin()
    await story.join(IVAN, "ru")
    assert await at(story, 11, 17, 18) == 2
    assert Counter(row.person_id for row in await story.queued() if row.kind == EVENING) == {AIGUL: 1, IVAN: 1}


async def test_who_joins_late_gets_what_is_still_to_come(story: Story) -> None:
    """The reminder of the evening is gone at noon of the day; that of the last hours comes."""
    await story.begin()
    await at(story, 11, 17, 18)
    story.at = kz(2026, 11, 18, 12)
    await story.join(IVAN)
    await at(story, 11, 18, 12, 5)
    await at(story, 11, 18, 13, 5)
    assert await story.kinds(person_id=IVAN) == [HOURS]


async def test_who_joins_after_the_window_is_not_asked_whether_somebody_came(story: Story) -> None:
    await story.begin()
    story.at = kz(2026, 11, 18, 17, 30)
    await story.join(IVAN)
    assert await at(story, 11, 18, 17, 31) == 1
    assert await story.kinds(person_id=IVAN) == []


async def test_who_left_is_reminded_of_nothing_and_what_waited_is_taken_back(story: Story) -> None:
    await story.begin()
    await at(story, 11, 17, 18)
    await story.leave(AIGUL)
    assert await reminded(story, "waiting") == []
    assert await at(story, 11, 18, 13) == 0


async def test_who_left_and_came_back_is_reminded_again(story: Story) -> None:
    """What was taken back when they left is to come again."""
    await story.begin()
    await at(story, 11, 17, 18)
    await story.leave(AIGUL)
    await story.join()
    assert await at(story, 11, 17, 18, 30) == 1
    assert await reminded(story) == [EVENING]
    assert await reminded(story, "waiting") == [EVENING]


async def test_a_person_who_asked_to_be_forgotten_is_left_alone(story: Story) -> None:
    await story.begin()
    async with story.database.transaction() as transaction:
        await people.forget(transaction, AIGUL)
    assert await at(story, 11, 17, 18) == 0


async def test_a_bot_that_was_down_sends_only_what_still_makes_sense(story: Story) -> None:
    """Started on the day at two: no evening before any more, but the last hours."""
    await story.begin()
    assert await at(story, 11, 18, 14) == 1
    assert await reminded(story) == [HOURS]


async def test_after_the_visit_began_nobody_is_reminded_of_it(story: Story) -> None:
    await story.begin()
    assert await at(story, 11, 18, 15, 0) == 0


@pytest.mark.parametrize(("days", "asked"), [(2, 1), (3, 0), (30, 0)])
async def test_after_days_nobody_is_asked_any_more_whether_the_commission_came(
    story: Story, days: int, asked: int
) -> None:
    await story.begin()
    story.at = kz(2026, 11, 18, 17) + timedelta(days=days)
    await remind(story.world)
    assert (await story.kinds()).count(PASSED) == asked


async def test_what_could_not_be_sent_in_time_is_taken_back(story: Story) -> None:
    """Telegram was away from the evening to the next noon: the reminder of the evening is no longer sent."""
    await story.begin()
    await at(story, 11, 17, 18)
    assert await reminded(story, "waiting") == [EVENING]
    await at(story, 11, 18, 0)
    assert await reminded(story, "waiting") == []
    await at(story, 11, 18, 13)
    await at(story, 11, 18, 15)
    assert await reminded(story, "withdrawn") == [EVENING, HOURS]


async def test_a_visit_announced_after_the_moment_of_its_reminder_needs_none(story: Story) -> None:
    """Announced at seven in the evening for tomorrow: a reminder a minute later would only repeat it."""
    story.at = kz(2026, 11, 17, 19)
    await story.begin()
    assert await at(story, 11, 17, 19, 1) == 0
    assert await at(story, 11, 18, 13) == 1
    assert await reminded(story) == [HOURS]


async def test_a_visit_announced_for_the_next_hour_is_not_repeated(story: Story) -> None:
    story.at = kz(2026, 11, 18, 14)
    await story.begin()
    assert await at(story, 11, 18, 14, 1) == 0


async def test_a_moved_visit_is_reminded_of_at_its_new_time_alone(story: Story) -> None:
    await story.begin()
    await at(story, 11, 17, 18)
    story.at = kz(2026, 11, 17, 20)
    await story.move(kz(2026, 11, 20, 11))
    assert await reminded(story, "waiting") == []
    assert await at(story, 11, 18, 13) == 0
    assert await at(story, 11, 18, 17) == 0
    assert [await at(story, 11, 19, 18), await at(story, 11, 20, 9), await at(story, 11, 20, 13)] == [1, 1, 1]
    reminders_then = [row for row in await story.queued() if row.kind in REMINDERS][1:]
    assert {row.details["sequence"] for row in reminders_then} == {1}


async def test_a_visit_moved_there_and_back_is_reminded_of_again(story: Story) -> None:
    """The second time is another one: who put it out of mind must hear of it."""
    await story.begin()
    await at(story, 11, 17, 18)
    await story.move(kz(2026, 11, 25, 15))
    story.at = kz(2026, 11, 18, 10)
    await story.move(WEDNESDAY)
    assert await at(story, 11, 18, 13) == 1


@pytest.mark.parametrize("change", ["cancel", "hold", "decide"])
async def test_what_has_happened_meanwhile_takes_back_what_waits(story: Story, change: str) -> None:
    await story.begin(kz(2026, 11, 18, 20))
    await at(story, 11, 18, 22, 30)
    assert await reminded(story, "waiting") == [PASSED]
    changes: dict[str, Any] = {
        "cancel": story.cancel,
        "hold": story.hold,
        "decide": lambda: story.decide("refused", ground="commission_no_need"),
    }
    await changes[change]()
    assert await reminded(story, "waiting") == []
    assert await at(story, 11, 19, 9) == 0


async def test_a_held_visit_is_asked_about_no_more(story: Story) -> None:
    await story.begin()
    story.at = kz(2026, 11, 18, 16)
    await story.hold()
    assert await at(story, 11, 18, 17) == 0


async def test_when_one_has_said_that_nobody_came_nobody_else_is_asked(story: Story) -> None:
    await story.begin()
    await story.join(IVAN)
    story.at = kz(2026, 11, 18, 17)
    visit = await story.the_visit()
    assert await casework.nobody_came(story.world, visit.number, visit.sequence, AIGUL) == Answered.DONE
    assert await remind(story.world) == 0


async def test_what_the_family_said_before_does_not_stop_the_reminders(story: Story) -> None:
    await story.begin()
    visit = await story.the_visit()
    await casework.confirm_visit(story.world, visit.number, visit.sequence, AIGUL)
    assert [await at(story, 11, 17, 18), await at(story, 11, 18, 13), await at(story, 11, 18, 17)] == [1, 1, 1]


async def test_a_reminder_knows_who_has_said_that_they_will_be_at_home(story: Story) -> None:
    """Only of that very person: another of the family may know nothing of it."""
    await story.begin()
    await story.join(IVAN)
    visit = await story.the_visit()
    await casework.confirm_visit(story.world, visit.number, visit.sequence, AIGUL)
    await at(story, 11, 17, 18)
    said = {row.person_id: row.details["is_confirmed"] for row in await story.queued() if row.kind == EVENING}
    assert said == {AIGUL: True, IVAN: False}


async def test_a_case_that_was_decided_has_no_visit_to_come(story: Story) -> None:
    await story.begin()
    await story.decide("assigned", **ASSIGNED)
    assert await at(story, 11, 17, 18) == 0


async def test_a_change_between_reading_and_queueing_is_seen(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The visit is cancelled just when its reminder was found due."""
    await story.begin()
    story.at = kz(2026, 11, 17, 18)
    really_due = case_reminders._unreminded

    async def due_then_cancelled(*arguments: Any) -> list[Unreminded]:
        found = await really_due(*arguments)
        if found:
            await asyncio.create_task(story.cancel())
        return found

    monkeypatch.setattr(case_reminders, "_unreminded", due_then_cancelled)
    assert await remind(story.world) == 0


# Night


async def test_a_visit_of_the_next_morning_is_reminded_of_at_night_when_the_bot_was_down(story: Story) -> None:
    """Up again at ten in the evening, ten hours before the visit: that cannot wait for the morning."""
    await story.begin(kz(2026, 11, 18, 8, 30))
    assert await at(story, 11, 17, 22) == 1
    reminder = (await story.queued())[-1]
    assert (reminder.kind, reminder.due_at) == (EVENING, kz(2026, 11, 17, 22))


async def test_a_visit_of_the_next_afternoon_waits_for_its_last_hours_then(story: Story) -> None:
    """At ten in the evening it is too late for one at three, and in the morning "tomorrow" is wrong."""
    await story.begin()
    assert await at(story, 11, 17, 22) == 0
    assert await at(story, 11, 18, 8) == 0
    assert await at(story, 11, 18, 13) == 1


async def test_a_visit_early_in_the_morning_is_reminded_of_before_it(story: Story) -> None:
    await story.begin(kz(2026, 11, 18, 8, 30))
    await at(story, 11, 17, 18)
    await at(story, 11, 18, 6, 30)
    assert [row.due_at for row in await story.queued()][-1] == kz(2026, 11, 18, 6, 30)


async def test_a_visit_just_after_midnight_is_reminded_of_twice_and_no_more(story: Story) -> None:
    await story.begin(kz(2026, 11, 18, 0, 30))
    for minute in range(18 * 60, 24 * 60 + 30, 10):
        await at(story, 11, 17 + minute // 1440, minute // 60 % 24, minute % 60)
    assert await reminded(story) == [EVENING, HOURS]
    assert [row.due_at for row in await story.queued()][-2:] == [kz(2026, 11, 17, 18), kz(2026, 11, 17, 22, 30)]


async def test_whether_the_commission_came_is_asked_in_the_morning(story: Story) -> None:
    await story.begin(kz(2026, 11, 18, 20))
    assert await at(story, 11, 18, 22) == 1
    question = (await story.queued())[-1]
    assert (question.kind, question.due_at) == (PASSED, kz(2026, 11, 19, 8))


async def test_the_result_of_a_visit_does_not_wake_the_family(story: Story) -> None:
    """The visit is over: what is told of it is not about the hours to come."""
    await story.begin()
    story.at = kz(2026, 11, 18, 23)
    await story.hold()
    assert (await story.queued())[-1].due_at == kz(2026, 11, 19, 8)


async def test_that_the_visit_of_the_morning_is_put_off_is_told_at_night(story: Story) -> None:
    """Somebody would take the morning off for nothing."""
    await story.begin(kz(2026, 11, 18, 9))
    await story.is_told()
    story.at = kz(2026, 11, 17, 23)
    await story.move(kz(2026, 11, 25, 9))
    assert (await story.queued())[-1].due_at == story.at


@pytest.mark.parametrize(
    ("now", "about", "comes"),
    [
        (kz(2026, 11, 17, 20, 59), None, kz(2026, 11, 17, 20, 59)),
        (kz(2026, 11, 17, 21), None, kz(2026, 11, 18, 8)),
        (kz(2026, 12, 31, 23, 59), None, kz(2027, 1, 1, 8)),
        (kz(2027, 1, 1, 0), None, kz(2027, 1, 1, 8)),
        (kz(2026, 11, 18, 7, 59), None, kz(2026, 11, 18, 8)),
        (kz(2026, 11, 18, 8), None, kz(2026, 11, 18, 8)),
        (kz(2026, 11, 17, 22), kz(2026, 11, 18, 10), kz(2026, 11, 17, 22)),
        (kz(2026, 11, 17, 22), kz(2026, 11, 18, 10, 1), kz(2026, 11, 18, 8)),
        (kz(2026, 11, 17, 22), kz(2026, 11, 17, 21), kz(2026, 11, 18, 8)),
    ],
)
def test_a_notice_comes_by_day_unless_it_is_about_the_next_hours(
    now: datetime, about: datetime | None, comes: datetime
) -> None:
    assert next_decent_time(now, about) == comes


# The commission's term


@pytest.mark.parametrize(
    ("applied_on", "last_day", "told"),
    [
        ("2026-11-16", kz(2026, 11, 25, 23, 59), kz(2026, 11, 26, 8)),
        ("2026-09-28", kz(2026, 10, 7, 23, 59), kz(2026, 10, 8, 8)),  # over the end of a quarter
        ("2026-12-14", kz(2026, 12, 24, 23, 59), kz(2026, 12, 25, 8)),  # over Independence Day
        ("2026-12-25", kz(2027, 1, 8, 23, 59), kz(2027, 1, 9, 8)),  # over New Year
        ("2027-03-12", kz(2027, 3, 29, 23, 59), kz(2027, 3, 30, 8)),  # over 15 March and Nauryz
    ],
)
async def test_a_term_that_passed_without_an_examination_is_told_the_next_morning(
    story: Story, applied_on: str, last_day: datetime, told: datetime
) -> None:
    story.at = datetime.fromisoformat(f"{applied_on}T10:00:00+05:00")
    await story.open()
    await story.join()
    story.at = last_day
    assert await remind(story.world) == 0
    story.at = last_day + timedelta(minutes=1)
    assert [await remind(story.world), await remind(story.world)] == [1, 0]
    notice = (await story.queued())[-1]
    assert (notice.kind, notice.due_at) == (OVERDUE, told)
    assert notice.details == {"due_on": last_day.date().isoformat(), "applied_on": applied_on}


async def test_a_held_visit_ends_the_term(story: Story) -> None:
    await story.begin()
    story.at = kz(2026, 11, 18, 16)
    await story.hold()
    assert await at(story, 11, 30, 10) == 0


@pytest.mark.parametrize(
    ("conclusion", "told"), [("need", 0), ("no_need", 0), ("examination_refused", 0), ("nobody_home", 1)]
)
async def test_only_a_commission_that_met_the_family_ends_the_term(story: Story, conclusion: str, told: int) -> None:
    """Where nobody was at home nothing was examined: the case says so, and so does the notice."""
    await story.begin()
    story.at = kz(2026, 11, 18, 16)
    await story.hold(conclusion)
    assert await at(story, 11, 26, 9) == told
    assert await reminded(story) == [OVERDUE] * told


async def test_nobody_at_home_does_not_take_back_that_the_term_is_over(story: Story) -> None:
    await story.open()
    await story.join()
    await story.visit(kz(2026, 11, 26, 0, 30))
    await at(story, 11, 26, 0, 20)
    story.at = kz(2026, 11, 26, 1)
    await story.hold("nobody_home")
    assert OVERDUE in await reminded(story, "waiting")


async def test_a_visit_held_in_the_night_takes_back_that_nobody_came(story: Story) -> None:
    await story.open()
    await story.join()
    await story.visit(kz(2026, 11, 26, 0, 30))
    await at(story, 11, 26, 0, 20)
    assert OVERDUE in await reminded(story, "waiting")
    story.at = kz(2026, 11, 26, 1)
    await story.hold()
    assert OVERDUE not in await reminded(story, "waiting")


async def test_a_cancelled_visit_or_one_too_late_does_not_stop_the_term(story: Story) -> None:
    await story.begin()
    await story.cancel()
    await story.visit(kz(2026, 12, 10, 10), visit_id="v2")
    assert await at(story, 11, 26, 9) == 1
    assert await reminded(story) == [OVERDUE]


async def test_a_decided_case_is_not_overdue(story: Story) -> None:
    await story.open()
    await story.join()
    await story.decide("refused", ground="commission_no_need")
    assert await at(story, 11, 30, 10) == 0


async def test_whoever_joins_an_overdue_case_learns_it(story: Story) -> None:
    """It still holds, and there is still something that can be done."""
    await story.open()
    story.at = kz(2026, 12, 1, 10)
    await story.join()
    assert await at(story, 12, 1, 10, 1) == 1


async def test_a_case_from_before_the_term_was_known_stops_nobody_elses_reminder(story: Story) -> None:
    await story.open("2019-11-20")
    await story.join()
    await story.visit(WEDNESDAY)
    assert await at(story, 11, 17, 18) == 1


# The next quarter


async def assigned(story: Story, paid_until: str) -> None:
    await story.open()
    await story.join()
    await story.decide("assigned", **{**ASSIGNED, "paid_until": paid_until})


async def test_three_days_before_the_money_ends_the_next_application_is_due(story: Story) -> None:
    await assigned(story, "2026-12-31")
    assert [await at(story, 12, 28, 9, 59), await at(story, 12, 28, 10), await at(story, 12, 28, 10, 1)] == [0, 1, 0]
    renewal = (await story.queued())[-1]
    assert (renewal.kind, renewal.details) == (RENEWAL, {"paid_until": "2026-12-31"})
    assert renewal.due_at == kz(2026, 12, 28, 10)


async def test_at_new_year_it_is_too_late_for_it(story: Story) -> None:
    await assigned(story, "2026-12-31")
    story.at = kz(2027, 1, 1)
    assert await remind(story.world) == 0


async def test_a_late_renewal_still_comes_on_the_last_day_but_not_at_night(story: Story) -> None:
    await assigned(story, "2026-12-31")
    assert await at(story, 12, 31, 7) == 1
    assert (await story.queued())[-1].due_at == kz(2026, 12, 31, 8)


async def test_in_the_last_night_nobody_is_told_what_comes_too_late(story: Story) -> None:
    """What would wait until the quarter is over is not queued at all."""
    await assigned(story, "2026-12-31")
    assert await at(story, 12, 31, 22) == 0


@pytest.mark.parametrize("status", ["suspended", "terminated"])
async def test_a_stopped_assistance_is_not_renewed(story: Story, status: str) -> None:
    await assigned(story, "2026-12-31")
    await at(story, 12, 28, 10)
    await story.decide(status)
    assert await reminded(story, "waiting") == []
    assert await at(story, 12, 29, 10) == 0


async def test_an_assistance_that_goes_on_is_renewed_again(story: Story) -> None:
    """Suspended and assigned once more with the same end: the reminder that was taken back comes back."""
    await assigned(story, "2026-12-31")
    await at(story, 12, 28, 10)
    await story.decide("suspended")
    await story.decide("assigned", **ASSIGNED)
    assert await at(story, 12, 28, 11) == 1
    assert await reminded(story, "waiting") == [RENEWAL]


async def test_a_new_end_has_its_own_reminder(story: Story) -> None:
    await assigned(story, "2026-12-31")
    story.at = kz(2026, 12, 1, 10)
    await story.decide("assigned", **{**ASSIGNED, "paid_until": "2026-12-15"})
    assert [await at(story, 12, 12, 10), await at(story, 12, 28, 10)] == [1, 0]
    assert (await story.queued())[-1].details == {"paid_until": "2026-12-15"}


# Passes


async def test_two_passes_at_once_queue_nothing_twice(story: Story) -> None:
    await story.begin()
    await story.join(IVAN)
    story.at = kz(2026, 11, 17, 18)
    counts = await asyncio.gather(*(remind(story.world) for _ in range(6)))
    assert sum(counts) == 2
    assert len(await reminded(story)) == 2


async def test_what_was_delivered_is_not_queued_again(story: Story) -> None:
    await story.begin()
    await at(story, 11, 17, 18)
    async with story.database.statement() as connection:
        for number in range(1, 10):
            await outbox.settle(connection, number, "delivered", story.at)
    assert [await at(story, 11, 17, 18, minute) for minute in (1, 2, 59)] == [0, 0, 0]


async def test_a_pass_with_nothing_new_takes_no_number(story: Story) -> None:
    """Whom it has reminded is known before it writes: a pass a minute over 30 000 families must cost nothing."""
    await story.begin()
    story.at = kz(2026, 11, 18, 14)
    await remind(story.world)
    await story.decide("assigned", **{**ASSIGNED, "paid_until": "2026-11-20"})
    await remind(story.world)
    overdue = Story(story.database, story.cipher, story.at, number="79-2")
    await overdue.open("2026-11-02")
    await overdue.join()
    await remind(story.world)
    async with story.database.reading() as connection:
        before = await connection.fetch("select name, value from number_series order by name", {})
        assert await remind(story.world) == 0
        after = await connection.fetch("select name, value from number_series order by name", {})
    assert [columns_of(row) for row in before] == [columns_of(row) for row in after]


async def test_a_pass_without_cases_does_nothing(story: Story) -> None:
    assert await remind(story.world) == 0


async def test_passes_go_on_until_stopped_and_survive_a_failure(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    await story.begin()
    story.at = kz(2026, 11, 17, 18)
    monkeypatch.setattr(case_reminders, "PASS_SECONDS", 0.01)
    failures = iter([RuntimeError("the disk is full")])
    world = story.world

    def now() -> datetime:
        for failure in failures:
            raise failure
        return story.at

    world.now = now
    stop = asyncio.Event()
    keeping = asyncio.create_task(keep_reminding(world, stop))
    async with asyncio.timeout(10):
        while not await reminded(story):  # noqa: ASYNC110 - the database tells nobody of its rows
            await asyncio.sleep(0.01)
    stop.set()
    async with asyncio.timeout(5):
        await keeping


# The clock goes as it likes

STEPS = st.lists(st.integers(-6 * 60, 30 * 60), min_size=30, max_size=60)  # minutes
NUMBERS = count()


def is_decent(row: Queued) -> bool:
    """Whether a notice comes by day, or is about the hours to come."""
    by_day = NIGHT_ENDS <= row.due_at.astimezone(WEDNESDAY.tzinfo).time() < NIGHT_BEGINS
    about = row.details.get("starts_at")
    return by_day or (about is not None and cannot_wait(row.due_at, datetime.fromisoformat(about)))


@given(steps=STEPS, days=st.integers(1, 12), hour=st.integers(0, 23), move_at=st.integers(0, 59))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_over_any_steps_of_the_clock_nobody_is_reminded_twice_or_at_night(
    database: Database, cipher: Cipher, steps: list[int], days: int, hour: int, move_at: int
) -> None:
    """Forwards, backwards, over the day of a move, the end of the term and of the quarter."""
    story = Story(database, cipher, kz(2026, 12, 10, 10), number=f"79-{next(NUMBERS)}")
    await story.begin(kz(2026, 12, 10, hour) + timedelta(days=days))
    latest, far_back = story.at, set[datetime]()  # what a clock that far ahead has queued is due at once, and the
    for number, minutes in enumerate(steps):  # worker keeps the night (bot/store/waits.py)
        story.at += timedelta(minutes=minutes)
        latest = max(latest, story.at)
        far_back |= {story.at} if latest - story.at > LONGEST / 2 else set()
        await remind(story.world)
        if number == move_at and (await story.the_visit()).starts_at > story.at:
            await story.move(story.at + timedelta(days=2))
    rows = [row for row in await story.queued() if row.kind in REMINDERS]
    twice = Counter((row.kind, row.person_id, row.details.get("sequence")) for row in rows)
    assert not [key for key, times in twice.items() if times > 1]
    assert not [row for row in rows if not is_decent(row) and row.due_at not in far_back]
    for row in rows:
        visit_starts = row.details.get("starts_at")
        if row.kind in {EVENING, HOURS} and visit_starts:
            assert row.due_at < datetime.fromisoformat(visit_starts)

"""The clock goes over the end of a quarter and over holidays: what waited is told as it was meant, or not at all."""

from datetime import date, datetime, timedelta

import pytest

from bot.delivery.words import words_from
from bot.notices.quiet_hours import told_at_night_until
from bot.reminders.case_reminders import remind
from bot.store import assessments, outbox
from bot.store.assessments import ShownResult
from bot.store.outbox import Notice
from bot.wording.phrases import plain
from rules import Birth, Household, Income, Member, PovertyLines, assess, record_of
from rules.household import Activity, IncomeKind, Relationship
from tests.bot.case_story import AIGUL, ASSIGNED, Story, kz

LAST_EVENING = kz(2026, 12, 31, 22, 30)
FIRST_MORNING = kz(2027, 1, 1, 8)
EVENING, HOURS, PASSED = "visit-reminder-evening", "visit-reminder-hours", "visit-window-passed"
RENEWAL, OVERDUE = "renewal-reminder", "examination-overdue"


async def estimates(story: Story, on: date, wage_tenge: int) -> None:
    """Keep what the bot has estimated for Aigul on a day, with that wage."""
    wage = Income(IncomeKind.WAGE, wage_tenge, wage_tenge)
    grown_up, child = Birth.at_age(35, on), Birth.at_age(5, on)
    members = (
        Member("self", Relationship.APPLICANT, grown_up, activity=Activity.EMPLOYED, incomes=(wage,)),
        *(Member(f"child-{number}", Relationship.CHILD, child) for number in range(3)),
    )
    record = record_of(assess(Household("KZ-79", members), on, PovertyLines()))
    async with story.database.transaction() as transaction:
        frozen: ShownResult = {"record": record, "answers": {}, "base_months": []}
        await assessments.freeze(transaction, story.cipher, AIGUL, frozen, story.at)


async def claimed(story: Story, now: datetime) -> list[Notice]:
    """Return what may be told at that instant, and leave it to be told again a second later."""
    story.at = now
    async with story.database.statement() as connection:
        until = now + timedelta(seconds=1)
        return await outbox.claim(connection, story.cipher, now, until, 10, told_at_night_until(now))


async def decided_in_the_last_evening(story: Story) -> None:
    """Apply in the fourth quarter, and be decided upon at half past ten on New Year's Eve."""
    story.at = kz(2026, 12, 21, 10)
    await story.open()
    await story.join()
    await estimates(story, date(2026, 12, 21), 60_000)
    story.at = LAST_EVENING
    await story.decide("assigned", **ASSIGNED)


async def test_a_decision_of_the_last_evening_is_told_in_the_new_year_beside_the_estimate_of_its_own_quarter(
    story: Story,
) -> None:
    """The estimate that the family made for the new quarter meanwhile is about other money."""
    await decided_in_the_last_evening(story)
    assert await claimed(story, kz(2026, 12, 31, 23, 59)) == []
    (notice,) = await claimed(story, FIRST_MORNING)
    told = plain((await words_from(story.world)(notice)).text)
    await estimates(story, date(2027, 1, 1), 10_000)
    assert plain((await words_from(story.world)(notice)).text) == told
    for year in ("2026 жылғы", "қазан"):
        assert year in told, "the months paid for are those of the year before"


async def test_the_same_decision_without_an_estimate_for_its_quarter_compares_with_nothing(story: Story) -> None:
    await decided_in_the_last_evening(story)
    (notice,) = await claimed(story, FIRST_MORNING)
    compared = (await words_from(story.world)(notice)).text
    async with story.database.statement() as connection:
        await connection.fetch("delete from assessments", {})
    await estimates(story, date(2027, 1, 1), 10_000)
    assert len((await words_from(story.world)(notice)).text) < len(compared)


async def test_a_renewal_that_waited_until_the_quarter_was_over_is_taken_back(story: Story) -> None:
    """Queued in the last night, and the bot was down until the new year: it would send the family too late."""
    await decided_in_the_last_evening(story)
    story.at = kz(2026, 12, 31, 7)
    assert await remind(story.world) == 1
    assert await story.kinds("waiting", AIGUL) == ["case-assigned", RENEWAL]
    story.at = kz(2027, 1, 1, 9)
    await remind(story.world)
    assert RENEWAL in await story.kinds("withdrawn")
    assert [notice.kind for notice in await claimed(story, kz(2027, 1, 1, 9))] == ["case-assigned"]


@pytest.mark.parametrize(
    ("announced", "starts_at"),
    [
        (kz(2026, 12, 30, 12), kz(2027, 1, 2, 10)),  # a holiday, and the day before it is one, too
        (kz(2026, 12, 30, 12), kz(2027, 1, 5, 10)),  # the first working day after New Year
        (kz(2027, 3, 18, 12), kz(2027, 3, 22, 10)),  # Nauryz
        (kz(2027, 3, 18, 12), kz(2027, 3, 25, 10)),  # the first working day after it
    ],
)
async def test_a_visit_is_reminded_of_by_the_clock_whatever_the_calendar_says(
    story: Story, announced: datetime, starts_at: datetime
) -> None:
    """The commission may come on a holiday: then the evening before and two hours before, as always."""
    story.at = announced
    await story.open()
    await story.join()
    await story.visit(starts_at)
    moments = {
        starts_at.replace(hour=18) - timedelta(days=1): [EVENING],
        starts_at - timedelta(hours=2): [HOURS],
        starts_at + timedelta(hours=2): [PASSED],
    }
    for moment, expected in moments.items():
        before = await story.kinds()
        story.at = moment - timedelta(minutes=1)
        assert await remind(story.world) == 0
        story.at = moment
        await remind(story.world)
        assert (await story.kinds())[len(before) :] == expected


@pytest.mark.parametrize(
    ("applied_on", "last_day"),
    [
        (date(2026, 12, 24), date(2027, 1, 6)),  # 1 January, 2 January and the Monday for it do not count
        (date(2027, 3, 17), date(2027, 3, 31)),  # nor do 21 to 23 March and the day for the Sunday among them
    ],
)
async def test_the_term_of_the_examination_leaves_out_the_holidays_and_its_end_is_told_once(
    story: Story, applied_on: date, last_day: date
) -> None:
    """The clock goes on in steps of six hours, over every night and holiday."""
    story.at = kz(applied_on.year, applied_on.month, applied_on.day, 10)
    await story.open()
    await story.join()
    told = []
    while story.at.date() <= last_day + timedelta(days=3):
        story.at += timedelta(hours=6)
        if await remind(story.world):
            told.append(story.at)
    (queued,) = [row for row in await story.queued() if row.kind == OVERDUE]
    assert len(told) == 1
    assert kz(last_day.year, last_day.month, last_day.day, 23, 59) < told[0]
    assert (queued.due_at - kz(last_day.year, last_day.month, last_day.day, 8)) >= timedelta(days=1)
    assert queued.details["due_on"] == last_day.isoformat()


async def test_the_clock_of_the_machine_set_back_over_the_quarters_end_queues_nothing_twice(story: Story) -> None:
    await decided_in_the_last_evening(story)
    queued = []
    for moment in (kz(2026, 12, 31, 8), kz(2027, 1, 1, 9), kz(2026, 12, 28, 12), kz(2027, 1, 2, 9)):
        story.at = moment
        await remind(story.world)
        queued.append((await story.kinds()).count(RENEWAL))
    assert max(queued) == 1

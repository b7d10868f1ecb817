"""The key of a notice is written and read in one way, by the program and by its queries."""

import pytest

from bot import casework
from bot.reminders.case_reminders import remind
from bot.store.notice_keys import Cause, NoticeKey, of_broadcast, of_event, of_offer, of_visit
from tests.bot.case_story import AIGUL, ASSIGNED, CASE, IVAN, Story, kz

EVENT, AGAIN = "9a9bc6a060d884c159db50f003547350", "2026-11-19T12:00:00+05:00"
WRITTEN = [
    (f"{CASE} event {EVENT} p1", NoticeKey(of_event(CASE, EVENT), "p1")),
    (f"{CASE} visit 3 1 visit-rescheduled p2", NoticeKey(of_visit(CASE, 3).then(1, "visit-rescheduled"), "p2")),
    (f"{CASE} offer 7 0 offer-made {AGAIN} p1", NoticeKey(of_offer(CASE, 7).then(0, "offer-made", AGAIN), "p1")),
    (f"{CASE} examination-overdue p1", NoticeKey(Cause(CASE, ("examination-overdue",)), "p1")),
    ("broadcast 0123456789abcdef 41", NoticeKey(of_broadcast("0123456789abcdef"), "41")),
]
OF_A_STORY = """
79-000123 joined p2 2026-11-16T05:00:00+00:00 p1
79-000123 event 9a9bc6a060d884c159db50f003547350 p1
79-000123 event 9a9bc6a060d884c159db50f003547350 p2
79-000123 visit 1 0 visit-scheduled p1
79-000123 visit 1 0 visit-scheduled p2
79-000123 visit 1 1 visit-rescheduled p1
79-000123 visit 1 1 visit-rescheduled p2
79-000123 offer 1 0 offer-made p1
79-000123 doubted 2026-11-16T10:00:00+05:00 p2
79-000123 visit 1 1 visit-reminder-evening p1
79-000123 visit 1 1 visit-reminder-evening p2
79-000123 examination-overdue p1
79-000123 examination-overdue p2
79-000123 visit 1 1 visit-window-passed p1
79-000123 visit 1 1 visit-window-passed p2
79-000123 offer 1 offer-reminder-day 2026-11-20T07:00:00.000000+00:00 p1
79-000123 event c58a8f63a487e6b75dfc3971fb6fb9c7 p1
79-000123 event c58a8f63a487e6b75dfc3971fb6fb9c7 p2
79-000123 offer 1 0 offer-made 2026-11-19T12:00:00+05:00 p2
79-000123 offer 1 1 offer-no-answer p2
79-000123 event 79e50526364a20d1877a6bec38bd2dd1 p2
79-000123 renewal-reminder 2026-12-31 p2
"""


@pytest.mark.parametrize(("text", "key"), WRITTEN)
def test_a_key_is_read_as_it_was_written(text: str, key: NoticeKey) -> None:
    assert str(key) == text
    assert NoticeKey.parse(text) == key


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        NoticeKey.parse("late")


def test_a_cause_stands_for_all_that_goes_on_as_it_begins_and_for_nothing_beside_it() -> None:
    visit = of_visit(CASE, 3)
    assert visit.then(0, "visit-scheduled").beginning.startswith(visit.beginning)
    assert not of_visit(CASE, 31).beginning.startswith(visit.beginning)
    assert not Cause(f"{CASE}1").beginning.startswith(Cause(CASE).beginning)


async def test_the_keys_of_a_whole_case_are_those_that_it_had_before_they_had_a_type(story: Story) -> None:
    """Of events, visits, offers, followers and reminders; the queries that ask who was reminded know them by these."""
    await story.open("2026-11-02")
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru")
    await story.decide("received")
    await story.visit(kz(2026, 11, 18, 10))
    await story.move(kz(2026, 11, 18, 15))
    await story.offer()
    await casework.doubt(story.world, await story.id(), AIGUL, "p2")
    for moment in (kz(2026, 11, 17, 18), kz(2026, 11, 19, 12)):
        story.at = moment
        assert await remind(story.world) > 0
        assert await remind(story.world) == 0
    await story.send("follower.removed", person="p1")
    story.at = kz(2026, 11, 20, 13)
    await remind(story.world)
    await story.decide("assigned", **ASSIGNED)
    story.at = kz(2026, 12, 29, 12)
    assert [await remind(story.world), await remind(story.world)] == [1, 0]
    async with story.database.reading() as connection:
        rows = await connection.fetch("select dedup_key from outbox order by id", {})
    found = [row["dedup_key"].replace(await story.id(), CASE) for row in rows]
    assert found == OF_A_STORY.strip().splitlines()
    assert [str(NoticeKey.parse(key)) for key in found] == found

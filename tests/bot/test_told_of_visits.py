"""What each person of a family is told of a visit depends on what that person was told of it before."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot import casework
from bot.reminders.case_reminders import remind
from bot.store import outbox
from tests.bot.case_story import ADDRESS, AIGUL, IVAN, WEDNESDAY, Queued, Story, kz

MOVED, CANCELLED = "visit-rescheduled", "visit-cancelled"


def day_of(values: Mapping[str, Any] | None) -> int | None:
    """The day of the month, by the clock of Kazakhstan."""
    if values is None:
        return None
    return datetime.fromisoformat(values["starts_at"]).astimezone(kz(2026, 1, 1).tzinfo).day


async def last(story: Story, person_id: int = AIGUL) -> Queued:
    return [row for row in await story.queued() if row.person_id == person_id][-1]


async def told_the_25th(story: Story) -> None:
    """The family has read that the commission comes on the 25th, at three."""
    await story.begin(kz(2026, 11, 25, 15))
    await story.is_told()


async def test_a_visit_that_moved_twice_in_the_night_revokes_the_day_that_was_told(story: Story) -> None:
    """Told the 25th; in the night the 26th, then the 27th: nobody has ever heard of the 26th."""
    await told_the_25th(story)
    story.at = kz(2026, 11, 20, 23)
    await story.move(kz(2026, 11, 26, 15))
    await story.is_told()
    await story.move(kz(2026, 11, 27, 15))
    notice = await last(story)
    assert (notice.kind, notice.state, day_of(notice.details)) == (MOVED, "waiting", 27)
    assert notice.details["before"] == {
        "starts_at": "2026-11-25T10:00:00+00:00",
        "ends_at": "2026-11-25T12:00:00+00:00",
        "address": ADDRESS,
    }
    assert await story.kinds("withdrawn") == [MOVED]


async def test_each_person_hears_what_was_revoked_for_them(story: Story) -> None:
    """Ivan joined between the two moves, and saw the 26th with the case."""
    await told_the_25th(story)
    story.at = kz(2026, 11, 20, 23)
    await story.move(kz(2026, 11, 26, 15))
    await story.join(IVAN)
    await story.move(kz(2026, 11, 27, 15))
    assert day_of((await last(story)).details["before"]) == 25
    assert day_of((await last(story, IVAN)).details["before"]) == 26
    await story.move(kz(2026, 11, 28, 15))
    assert day_of((await last(story, IVAN)).details["before"]) == 26


async def test_a_visit_that_nobody_was_told_of_is_told_as_a_new_one(story: Story) -> None:
    story.at = kz(2026, 11, 17, 23)
    await story.begin(kz(2026, 11, 25, 15))
    await story.move(kz(2026, 11, 26, 15))
    notice = await last(story)
    assert (notice.kind, day_of(notice.details), notice.details.get("before")) == (MOVED, 26, None)


async def test_a_time_that_is_on_its_way_just_now_is_revoked_as_well(story: Story) -> None:
    """A worker has the notice: it may be read in the next second."""
    await story.begin(kz(2026, 11, 25, 15))
    async with story.database.statement() as connection:
        claimed = await outbox.claim(connection, story.cipher, story.at, story.at + timedelta(minutes=1), 10)
    assert [notice.kind for notice in claimed] == ["visit-scheduled"]
    await story.move(kz(2026, 11, 26, 15))
    assert day_of((await last(story)).details["before"]) == 25


async def test_whoever_answered_to_a_visit_knows_of_it(story: Story) -> None:
    """They have seen it with the case, though the notice waits for the morning."""
    story.at = kz(2026, 11, 17, 23)
    await story.begin(kz(2026, 11, 25, 15))
    visit = await story.the_visit()
    await casework.confirm_visit(story.world, visit.number, visit.sequence, AIGUL)
    await story.move(kz(2026, 11, 26, 15))
    assert day_of((await last(story)).details["before"]) == 25


async def test_a_cancelled_visit_that_was_never_told_is_not_spoken_of(story: Story) -> None:
    story.at = kz(2026, 11, 17, 23)
    await story.begin(kz(2026, 11, 25, 15))
    await story.cancel()
    assert await story.kinds("waiting") == []
    assert "undeliverable" not in await story.told()


async def test_a_cancelled_visit_names_the_time_for_which_somebody_waits(story: Story) -> None:
    """Told the 25th, moved to the 26th in the night, and cancelled before anybody read of it."""
    await told_the_25th(story)
    story.at = kz(2026, 11, 20, 23)
    await story.move(kz(2026, 11, 26, 15))
    await story.cancel()
    notice = await last(story)
    assert (notice.kind, day_of(notice.details)) == (CANCELLED, 25)


async def test_whoever_joined_after_a_visit_was_announced_hears_that_it_is_cancelled(story: Story) -> None:
    """The case that they joined has shown it to them."""
    await story.open()
    await story.visit(kz(2026, 11, 25, 15))
    await story.join()
    await story.cancel()
    notice = await last(story)
    assert (notice.kind, day_of(notice.details)) == (CANCELLED, 25)


# Too late


@pytest.mark.parametrize("moves", [False, True])
async def test_a_visit_that_nobody_could_be_told_of_in_time_is_not_told_as_if_to_come(
    story: Story, *, moves: bool
) -> None:
    """Telegram was away until the visit was over: the authority learns whom it never reached."""
    await story.begin(kz(2026, 11, 25, 15))
    if moves:
        await story.move(kz(2026, 11, 26, 15))
    kind, over = (MOVED, kz(2026, 11, 26, 17)) if moves else ("visit-scheduled", kz(2026, 11, 25, 17))
    story.at = over - timedelta(minutes=1)
    await remind(story.world)
    assert "undeliverable" not in await story.told()
    story.at = over
    await remind(story.world)
    await remind(story.world)
    assert kind not in await story.kinds("waiting")
    change = next(change for change in await story.changes() if change.kind == "undeliverable")
    assert change.details == {
        "person": "p1",
        "notice": kind,
        "visit_id": "v1",
        "reason": "too_late",
        "anybody_reached": False,
    }
    assert (await story.told()).count("undeliverable") == 1


async def test_when_another_of_the_family_read_of_the_visit_the_change_says_so(story: Story) -> None:
    await told_the_25th(story)
    await story.join(IVAN)
    await story.move(kz(2026, 11, 26, 15))
    for _ in ("that somebody has joined", "the new time"):
        async with story.database.statement() as connection:
            claimed = await outbox.claim(connection, story.cipher, story.at, story.at + timedelta(minutes=1), 10)
        async with story.database.transaction() as transaction:
            for notice in claimed:
                if notice.person_id == AIGUL:
                    await outbox.settle(transaction, notice.id, "delivered", story.at, 7)
    story.at = kz(2026, 11, 26, 18)
    await remind(story.world)
    (change,) = [change for change in await story.changes() if change.kind == "undeliverable"]
    assert (change.details["person"], change.details["anybody_reached"]) == ("p2", True)


async def test_what_a_worker_is_sending_at_that_moment_is_not_called_too_late(story: Story) -> None:
    await story.begin(kz(2026, 11, 25, 15))
    story.at = kz(2026, 11, 25, 16, 59)
    async with story.database.statement() as connection:
        await outbox.claim(connection, story.cipher, story.at, story.at + timedelta(minutes=2), 10)
    story.at = kz(2026, 11, 25, 17)
    await remind(story.world)
    assert "undeliverable" not in await story.told()
    story.at = kz(2026, 11, 25, 17, 2)
    await remind(story.world)
    assert (await story.told()).count("undeliverable") == 1


# Nobody there


async def test_that_nobody_follows_the_case_names_the_visit(story: Story) -> None:
    """Before anybody has joined, and after everybody has left."""
    await story.open()
    await story.visit(kz(2026, 11, 25, 15))
    await story.join()
    await story.leave(AIGUL)
    await story.move(kz(2026, 11, 26, 15))
    await story.cancel()
    told = [change.details for change in await story.changes() if change.kind == "undeliverable"]
    assert told == [
        {"notice": kind, "visit_id": "v1", "reason": "nobody_joined"} for kind in ("visit-scheduled", MOVED, CANCELLED)
    ]


# A wrong conclusion is corrected


async def held(story: Story, conclusion: str, **data: str) -> None:
    """Say what the commission found."""
    await story.send("visit.held", visit_id="v1", conclusion=conclusion, **data)


async def conclusions(story: Story) -> list[tuple[str, str, bool]]:
    """What was told of the conclusion: the kind, what became of the notice, whether it says that one was corrected."""
    return [
        (row.kind, row.state, row.details.get("is_corrected", False))
        for row in await story.queued()
        if row.kind.startswith("visit-held")
    ]


async def test_a_conclusion_that_was_sent_by_mistake_is_corrected_and_both_stay_on_record(story: Story) -> None:
    """Who has read of a refusal that never was reads that it was corrected, and why."""
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=1)
    await held(story, "examination_refused")
    await story.is_told()
    await held(story, "need", note="Басқа отбасының жазбасы еді")
    assert await conclusions(story) == [
        ("visit-held-examination-refused", "delivered", False),
        ("visit-held-need", "waiting", True),
    ]
    assert (await story.the_visit()).details["conclusion"] == "need"
    entries = [entry for entry in await story.journal() if entry.kind in {"visit_held", "visit_corrected"}]
    found = [(entry.kind, entry.details["conclusion"]) for entry in entries]
    assert found == [
        ("visit_held", "examination_refused"),
        ("visit_corrected", "examination_refused"),
        ("visit_held", "need"),
    ]


async def test_whom_the_wrong_conclusion_has_not_reached_reads_the_right_one_alone(story: Story) -> None:
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=1)
    await held(story, "examination_refused")
    await held(story, "need", note="Басқа отбасының жазбасы еді")
    assert await conclusions(story) == [
        ("visit-held-examination-refused", "withdrawn", False),
        ("visit-held-need", "waiting", False),
    ]


async def test_who_has_read_the_first_of_three_learns_that_it_is_corrected(story: Story) -> None:
    """The second one was taken back before anybody read it."""
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=1)
    await held(story, "examination_refused")
    await story.is_told()
    await held(story, "no_need", note="1")
    await held(story, "need", note="2")
    assert [told for told in await conclusions(story) if told[1] != "withdrawn"] == [
        ("visit-held-examination-refused", "delivered", False),
        ("visit-held-need", "waiting", True),
    ]


async def test_a_conclusion_is_corrected_back_as_well(story: Story) -> None:
    """The first one is told once more."""
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=1)
    for conclusion, note in (("need", "1"), ("no_need", "2"), ("need", "3")):
        await held(story, conclusion, note=note)
        await story.is_told()
    assert [kind for kind, *_ in await conclusions(story)] == [
        "visit-held-need",
        "visit-held-no-need",
        "visit-held-need",
    ]


async def test_another_conclusion_needs_a_note_and_a_cancelled_visit_has_none(story: Story) -> None:
    await story.begin()
    await story.visit(WEDNESDAY, visit_id="v2")
    await story.send("visit.cancelled", visit_id="v2")
    story.at = WEDNESDAY + timedelta(hours=1)
    await held(story, "examination_refused")
    status, field, _ = await story.refused("visit.held", visit_id="v1", conclusion="need")
    assert (status, field) == (422, "data.note")
    again = await story.refused("visit.held", visit_id="v1", conclusion="examination_refused", note="Қайта")
    assert again == (409, "data.visit_id", "the visit is held")
    cancelled = await story.refused("visit.held", visit_id="v2", conclusion="need", note="Келді")
    assert cancelled == (409, "data.visit_id", "the visit is cancelled")


async def test_who_was_not_met_after_all_is_examined_no_more(story: Story) -> None:
    """The term of the examination goes on: what was withdrawn by the wrong conclusion is asked for again."""
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=1)
    await held(story, "need")
    assert (await story.the_visit()).was_examined
    await held(story, "nobody_home", note="Комиссия ешкімді көрмеген")
    assert not (await story.the_visit()).was_examined
    async with story.database.reading() as connection:
        (row,) = await connection.fetch("select was_examined from visits", {})
    assert row["was_examined"] == 0

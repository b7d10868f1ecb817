"""What the family says of a case and its visits: from links and buttons, once, in time, wholly or not at all."""

import asyncio
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot import casework
from bot.casework import Accepted, Answered
from bot.store import cases, changes, journal, outbox, people
from tests.bot.case_story import ADDRESS, AIGUL, IVAN, STRANGER, WEDNESDAY, Story, kz

# The family


async def test_a_link_joins_one_person_to_the_case_of_its_region(story: Story) -> None:
    await story.open()
    await story.join(AIGUL, label="ана")
    async with story.database.reading() as connection:
        (follower,) = await cases.followers(connection, story.cipher, await story.id())
    assert (follower.person_id, follower.alias, follower.member_label) == (AIGUL, "p1", "ана")
    (change,) = await story.changes()
    assert (change.kind, change.details) == ("joined", {"person": "p1"})


async def test_a_link_works_once_and_for_seven_days(story: Story) -> None:
    await story.open()
    await story.join(AIGUL)
    token = await story.link()
    story.at += timedelta(days=7) - timedelta(seconds=1)
    assert await casework.invitation(story.world, token, IVAN) is not None
    story.at += timedelta(seconds=1)
    assert await casework.invitation(story.world, token, IVAN) is None
    assert await casework.join(story.world, token, IVAN) is None
    assert await casework.join(story.world, "made-up", IVAN) is None


async def test_of_many_who_open_a_link_at_once_one_joins(story: Story) -> None:
    await story.open()
    token = await story.link()
    async with story.database.transaction() as transaction:
        for person_id in range(1, 7):
            await people.choose_language(transaction, person_id, "kk", story.at)
    joined = await asyncio.gather(*(casework.join(story.world, token, person_id) for person_id in range(1, 7)))
    assert len([case for case in joined if case is not None]) == 1
    assert await story.told() == ["joined"]


async def test_who_follows_already_uses_up_no_link_and_is_not_told_twice(story: Story) -> None:
    await story.open()
    await story.join(AIGUL)
    token = await story.link()
    assert await casework.join(story.world, token, AIGUL) is not None
    assert await story.told() == ["joined"]
    async with story.database.statement() as connection:
        await people.choose_language(connection, IVAN, "ru", story.at)
    assert await casework.join(story.world, token, IVAN) is not None
    assert await story.told() == ["joined", "joined"]


async def test_two_links_of_one_person_at_once_join_once(story: Story) -> None:
    await story.open()
    async with story.database.statement() as connection:
        await people.choose_language(connection, AIGUL, "kk", story.at)
    tokens = [await story.link() for _ in range(4)]
    joined = await asyncio.gather(*(casework.join(story.world, token, AIGUL) for token in tokens))
    assert all(case is not None for case in joined)
    assert await story.told() == ["joined"]


async def test_who_leaves_is_told_nothing_more_and_may_come_back_as_the_same(story: Story) -> None:
    await story.begin()
    assert await story.leave(AIGUL)
    assert not await story.leave(AIGUL)
    assert not await story.leave(STRANGER)
    assert await story.kinds("waiting") == []
    await story.decide("received")
    await story.join(AIGUL)
    told = [(change.kind, change.details.get("person")) for change in await story.changes()]
    assert told == [("joined", "p1"), ("left", "p1"), ("undeliverable", None), ("joined", "p1")]


async def test_a_forgotten_person_leaves_every_case(story: Story) -> None:
    await story.begin()
    await casework.forget_person(story.world, AIGUL)
    assert await story.queued() == []
    assert await story.told() == ["joined", "left"]


async def test_the_authority_learns_each_answer_of_the_family(story: Story) -> None:
    await story.begin()
    world, number = story.world, (await story.the_visit()).number
    wished = [{"from": "2026-11-19T10:00:00+05:00", "to": "2026-11-19T12:00:00+05:00"}]
    assert await casework.confirm_visit(world, number, 0, AIGUL) is Answered.DONE
    assert await casework.ask_to_move_visit(world, number, 0, AIGUL, list(wished)) is Answered.DONE
    story.at = WEDNESDAY + timedelta(hours=2)
    assert await casework.nobody_came(world, number, 0, AIGUL) is Answered.DONE
    told = [(change.kind, change.details) for change in await story.changes()][1:]
    by_aigul = {"visit_id": "v1", "person": "p1"}
    assert told == [
        ("visit_confirmed", by_aigul),
        ("visit_move_requested", {**by_aigul, "wished": wished}),
        ("nobody_came", by_aigul),
    ]
    assert (await story.the_visit()).details["answers"] == {"p1": "nobody_came"}


@pytest.mark.parametrize("word", ["confirm", "move", "nobody"])
async def test_the_same_answer_again_is_told_once(story: Story, word: str) -> None:
    await story.begin()
    if word == "nobody":
        story.at = WEDNESDAY + timedelta(hours=3)
    answers = [await answer(story, word, AIGUL) for _ in range(3)]
    assert answers == [Answered.DONE, Answered.ALREADY, Answered.ALREADY]
    assert len(await story.told()) == 2


async def answer(story: Story, word: str, person_id: int, sequence: int = 0, number: int = 1) -> Answered:
    """Press a button of a notice."""
    world = story.world
    if word == "move":
        wished = {"from": "2026-11-19T10:00:00+05:00", "to": "2026-11-19T12:00:00+05:00"}
        return await casework.ask_to_move_visit(world, number, sequence, person_id, [wished])
    press = casework.confirm_visit if word == "confirm" else casework.nobody_came
    return await press(world, number, sequence, person_id)


@pytest.mark.parametrize("word", ["confirm", "move", "nobody"])
async def test_a_button_of_a_stranger_or_of_an_old_notice_does_nothing(story: Story, word: str) -> None:
    """Every press is untrusted: somebody else's visit, one that moved, one that never was."""
    await story.begin()
    async with story.database.statement() as connection:
        await people.choose_language(connection, STRANGER, "ru", story.at)
    await story.move(kz(2026, 11, 19, 15))
    before = await story.stored()
    assert await answer(story, word, STRANGER, sequence=1) is Answered.NOT_YOURS
    assert await answer(story, word, AIGUL, number=99) is Answered.NOT_YOURS
    assert await answer(story, word, AIGUL, sequence=0) is Answered.OUTDATED
    assert await answer(story, word, AIGUL, sequence=2) is Answered.OUTDATED
    assert await casework.visit_of(story.world, 1, STRANGER) is None
    assert await casework.visit_of(story.world, 1, AIGUL) == await story.the_visit()
    assert await story.stored() == before


async def test_each_answer_has_its_time(story: Story) -> None:
    await story.begin()
    ends_at = WEDNESDAY + timedelta(hours=2)
    story.at = ends_at - timedelta(seconds=1)
    assert await answer(story, "nobody", AIGUL) is Answered.TOO_EARLY
    assert await answer(story, "confirm", AIGUL) is Answered.DONE
    story.at = ends_at
    assert await answer(story, "confirm", AIGUL) is Answered.OUTDATED
    assert await answer(story, "move", AIGUL) is Answered.OUTDATED
    assert await answer(story, "nobody", AIGUL) is Answered.DONE


@pytest.mark.parametrize("word", ["confirm", "move", "nobody"])
async def test_a_settled_visit_takes_no_answer(story: Story, word: str) -> None:
    await story.begin()
    story.at = WEDNESDAY + timedelta(hours=3)
    await story.hold()
    assert await answer(story, word, AIGUL) is Answered.OUTDATED


async def test_everybody_of_a_family_answers_for_themselves_even_at_once(story: Story) -> None:
    await story.begin()
    await story.join(IVAN, "ru")
    answers = await asyncio.gather(answer(story, "confirm", AIGUL), answer(story, "move", IVAN))
    assert [*answers] == [Answered.DONE, Answered.DONE]
    said = {"p1": "visit_confirmed", "p2": "visit_move_requested"}
    assert (await story.the_visit()).details["answers"] == said


async def test_an_answer_at_the_moment_of_a_move_does_not_bring_the_old_address_back(story: Story) -> None:
    await story.begin()
    times = {"starts_at": kz(2026, 11, 20, 15).isoformat(), "ends_at": kz(2026, 11, 20, 16).isoformat()}
    moving = story.send("visit.rescheduled", visit_id="v1", address="Төле би көшесі 3", **times)
    await asyncio.gather(*(answer(story, "confirm", AIGUL) for _ in range(4)), moving)
    visit = await story.the_visit()
    assert (visit.details["address"], visit.sequence) == ("Төле би көшесі 3", 1)


# Wholly or not at all


@pytest.mark.parametrize("step", ["journal.write", "changes.add", "outbox.queue", "outbox.withdraw_of_case"])
async def test_an_exception_in_the_middle_leaves_nothing(
    story: Story, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step breaks, of whatever was begun: the disk is as it was, and the event may come again."""
    await story.begin()
    modules = {"journal": journal, "changes": changes, "outbox": outbox}
    module, name = step.split(".")

    async def breaks(*_: Any, **__: Any) -> None:
        raise ConnectionError(step)

    times = {"starts_at": kz(2026, 11, 20, 15).isoformat(), "ends_at": kz(2026, 11, 20, 16).isoformat()}
    event = story.event("visit.rescheduled", visit_id="v1", address=ADDRESS, **times)
    token = await story.link()
    async with story.database.statement() as connection:
        await people.choose_language(connection, IVAN, "ru", story.at)
    before = await story.stored()
    with monkeypatch.context() as broken:
        broken.setattr(modules[module], name, breaks)
        attempts = await asyncio.gather(
            casework.accept(story.world, story.key, event),
            story.leave(AIGUL) if step in {"journal.write", "changes.add"} else broken_already(),
            casework.join(story.world, token, IVAN) if step in {"journal.write", "changes.add"} else broken_already(),
            answer(story, "confirm", AIGUL) if step in {"journal.write", "changes.add"} else broken_already(),
            return_exceptions=True,
        )
    if step == "changes.add":  # a move is told to the family alone
        assert attempts[0] is Accepted.ACCEPTED
        assert [type(attempt) for attempt in attempts[1:3]] == [ConnectionError] * 2
        return
    assert [type(attempt) for attempt in attempts] == [ConnectionError] * 4
    assert await story.stored() == before
    assert await casework.accept(story.world, story.key, event) is Accepted.ACCEPTED


async def broken_already() -> None:
    raise ConnectionError


async def test_the_journal_and_the_changes_tell_of_the_same(story: Story) -> None:
    """What the family did stands in both, in the same order and at the same instant."""
    await story.begin()
    await answer(story, "confirm", AIGUL)
    story.at += timedelta(hours=1)
    await story.leave(AIGUL)
    told = [(change.kind, change.at, change.details) for change in await story.changes()]
    written = [(entry.kind, entry.at, entry.details) for entry in await story.journal()]
    assert [entry for entry in written if entry[0] in {"joined", "visit_confirmed", "left"}] == told
    assert all(one[1] <= other[1] for one, other in pairwise(written))

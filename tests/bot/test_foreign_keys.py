"""A key of another region: it takes nothing away from anybody, and learns nothing."""

from typing import Any

import pytest

from bot import casework
from bot.casework import Accepted
from bot.casework.events import EventRejectedError
from bot.store.authority_keys import AuthorityKey
from tests.bot.case_story import CASE, SHYMKENT, Story

ASTANA = AuthorityKey("astana", frozenset({"KZ-71"}), frozenset({"events"}))
BOTH = AuthorityKey("ministry", frozenset({"KZ-71", SHYMKENT}), frozenset({"events"}))
TODAY = "2026-11-16"


def opened(story: Story, event_id: str, case_id: str, region: str) -> dict[str, Any]:
    """A case.opened with an id of our choice."""
    event = story.event("case.opened", region=region, applied_on=TODAY)
    return {**event, "id": event_id, "data": {**event["data"], "case_id": case_id}}


async def refused(story: Story, key: AuthorityKey, event: dict[str, Any]) -> tuple[int, str]:
    """Send an event that must be refused; returns the status and the reason."""
    with pytest.raises(EventRejectedError) as refusal:
        await casework.accept(story.world, key, event)
    return refusal.value.status, refusal.value.errors[0]["message"]


async def test_two_authorities_may_use_the_same_source_and_id(story: Story) -> None:
    """Nobody can use up the ids of somebody else."""
    taken = opened(story, "next-1", "71-1", "KZ-71")
    assert await casework.accept(story.world, ASTANA, taken) is Accepted.ACCEPTED
    ours = opened(story, "next-1", CASE, SHYMKENT)
    assert await casework.accept(story.world, story.key, ours) is Accepted.ACCEPTED


async def test_a_foreign_event_sent_again_is_no_duplicate(story: Story) -> None:
    """Whether it was accepted is not for strangers."""
    event = opened(story, "e1", CASE, SHYMKENT)
    await casework.accept(story.world, story.key, event)
    assert await refused(story, ASTANA, event) == (403, "this key has no rights in this region")


async def test_a_case_id_that_another_region_uses_is_as_free_as_any_other(story: Story) -> None:
    """A case's id is the region's own; in a foreign region nothing is opened."""
    await casework.accept(story.world, story.key, opened(story, "e1", CASE, SHYMKENT))
    for case_id in (CASE, "79-404"):
        assert await casework.accept(story.world, ASTANA, opened(story, f"e2 {case_id}", case_id, "KZ-71"))
        said = await refused(story, ASTANA, opened(story, f"e3 {case_id}", case_id, SHYMKENT))
        assert said == (403, "this key has no rights in this region")


async def test_a_foreign_case_is_as_if_there_were_none(story: Story) -> None:
    """The answer to a foreign case and to a made-up one is the same."""
    await story.open()
    status = {"status": "received", "on": TODAY}
    foreign = story.event("case.status", **status)
    made_up = {**foreign, "id": "e9", "data": {**foreign["data"], "case_id": "79-404"}}
    assert await refused(story, ASTANA, foreign) == await refused(story, ASTANA, made_up)


async def test_a_key_of_two_regions_has_one_series_of_ids(story: Story) -> None:
    """For whoever speaks for both, the same id with another body is a mistake."""
    await casework.accept(story.world, BOTH, opened(story, "e1", "71-1", "KZ-71"))
    status, reason = await refused(story, BOTH, opened(story, "e1", CASE, SHYMKENT))
    assert (status, reason) == (409, "another event of this source has this id")

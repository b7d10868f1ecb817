"""Telegram delivers updates again, after a crash or in confusion: whatever a family did, it is done once.

A whole case is played, from the link to the last press, and then every update comes again: in order, and in any.
"""

import random
from datetime import timedelta
from typing import Any, Final

import pytest

from bot.database import Database
from bot.texts import Language
from bot.wording.phrases import plain
from tests.chat import Telegram
from tests.databases import columns_of
from tests.handlers.authority import Authority, at
from tests.handlers.client import Client
from tests.handlers.whole_case import (
    joins,
    leaves_and_comes_back,
    whole_case,
)

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
STORED: Final = (
    "people", "drafts", "assessments", "cases", "case_people", "case_links", "visits", "offers", "offer_files",
    "journal", "changes", "outbox", "inbox",
)  # fmt: skip
"""All but the counters: a number may be taken in vain."""
# each says that something was done just now which no longer holds; whatever else is said again is harmless
PAST: Final = (
    "left", "answer-home", "answer-move", "answer-nobody", "offer-refused-done", "offer-excuse-sent",
    "offer-taken-back",
)  # fmt: skip


async def stored(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table that a conversation may change, as it lies there."""
    found: dict[str, list[dict[str, Any]]] = {}
    async with database.reading() as connection:
        for table in STORED:
            rows = await connection.fetch(f"select * from {table} order by 1, 2", {})  # noqa: S608, names of ours
            found[table] = [columns_of(row) for row in rows]
    return found


def said_to_be_done(client: Client) -> dict[str, int]:
    """Return how often the chat says of each thing that it was done just now."""
    claims = {name: claim(client, name) for name in PAST}
    return {name: sum(words in bubble.text for bubble in client.sees) for name, words in claims.items()}


def claim(client: Client, name: str) -> str:
    """Return the longest piece of a text that has no values in it, as it is read."""
    values: dict[str, str | int] = dict.fromkeys(("date", "from", "to", "time", "title", "deadline", "office"), "\0")
    values["months"] = 6
    return max(plain(client.words.say_with(name, **values)).split("\0"), key=len)


@BOTH_LANGUAGES
async def test_every_update_of_a_whole_case_comes_again_and_nothing_changes(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """At once as after a crash, in order and shuffled; by a process that remembers nothing."""
    client = await whole_case(telegram, authority, language)
    before, told, seen = await stored(telegram.database), said_to_be_done(client), len(telegram.answered)
    assert {kind for kind, _ in await authority.learns()} >= {
        "joined", "left", "opened", "visit_confirmed", "visit_move_requested", "nobody_came", "offer_accepted",
        "offer_refused", "offer_excuse_requested", "offer_taken_back",
    }  # fmt: skip
    played = list(telegram.answered)
    for order in [played, *(random.Random(seed).sample(played, seen) for seed in (1, 2))]:  # noqa: S311, any order
        telegram.restarted()
        telegram.answered = list(order)
        await telegram.deliver_again(seen)
        after = await stored(telegram.database)
        assert [table for table in STORED if after[table] != before[table]] == []
    after_all = said_to_be_done(client)
    assert [name for name in PAST if after_all[name] > told[name]] == []


@BOTH_LANGUAGES
async def test_what_a_visit_was_answered_is_not_answered_again_by_an_earlier_press_that_comes_again(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """While the visit is still to come, every press would be possible."""
    client = Client.arrives(telegram, language)
    await joins(client, authority)
    begun = len(telegram.answered)
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    await client.taps("visit-home", "visit-move")
    await client.presses(client.last.buttons[0])
    await client.taps("wish-send")
    learnt = await authority.learns()
    assert [kind for kind, _ in learnt if kind.startswith("visit")] == ["visit_confirmed", "visit_move_requested"]
    telegram.restarted()
    await telegram.deliver_again(len(telegram.answered) - begun)
    assert await authority.learns() == learnt
    await client.taps("visit-home")
    assert [kind for kind, _ in await authority.learns()][-1] == "visit_confirmed", "a press of now is an answer"


async def test_whoever_left_and_came_back_is_not_sent_away_by_the_old_press(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    begun = len(telegram.answered)
    await leaves_and_comes_back(member, authority)
    learnt = await authority.learns()
    telegram.clock.passes(timedelta(minutes=1))
    telegram.restarted()
    await telegram.deliver_again(len(telegram.answered) - begun)
    assert await authority.learns() == learnt
    await member.says("/case")
    assert member.caption("leave") in member.last.buttons

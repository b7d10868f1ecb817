"""Telegram delivers updates again, after a crash or in confusion: whatever a family did, it is done once.

A whole case is played, from the link to the last press, and then every update comes again: in order, and in any.
"""

import random
from datetime import timedelta
from typing import Any, Final

import pytest

from bot.database import Database
from bot.reminders.case_reminders import remind
from bot.texts import Language
from bot.wording.phrases import plain
from tests.chat import Telegram
from tests.databases import columns_of
from tests.handlers.authority import AIGUL, Authority, at
from tests.handlers.client import Client
from tests.handlers.families import alone
from tests.handlers.offering import passes_until

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
ASSIGNED: Final = {
    "assistance": "unconditional", "monthly_tenge": 75_958, "paid_from": "2026-05-01", "paid_until": "2026-06-30",
}  # fmt: skip
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


async def joins(client: Client, authority: Authority) -> None:
    """Come by a link: language and consent first, then yes."""
    await client.says(f"/start {await authority.link(label=AIGUL)}")
    await client.taps(f"language-{client.language}", "consent-yes", "join-yes")
    client.reads("joined")


async def is_visited(client: Client, authority: Authority) -> None:
    """At home, then another time, the calendar, and in the end nobody comes."""
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    await client.taps("visit-home")
    await client.taps("visit-move")
    for caption in client.last.buttons[1:4:2]:
        await client.presses(caption)
    await client.taps("wish-send", "visit-calendar")
    await client.taps("visit-home")
    passes_until(client, at(14, 12))
    await client.says("/case")
    await client.taps("visit-nobody")


async def is_decided(client: Client, authority: Authority) -> None:
    """The commission was there after all; the decision comes, and three days before its end the reminder."""
    await authority.sends("visit.held", visit_id="v1", conclusion="need")
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.is_delivered()
    passes_until(client, at(27, 10, month=6))
    await remind(authority.world)
    await authority.is_delivered()
    await client.taps("renew")


async def answers_an_offer(client: Client, authority: Authority) -> None:
    """Look at the bill, and give every answer that there is: each is taken back but the last."""
    await authority.offers(respond_by="2026-07-10T18:00:00+05:00", starts_on="2026-07-20")
    await authority.is_delivered()
    await client.says("/offers")
    await client.presses(client.last.buttons[0])
    await client.taps("offer-accept", "offer-accept_yes", "offer-calendar", "offer-take_back")
    await client.taps("offer-open", "offer-cannot", "offer-excuse-other")
    await client.says("Анамды күтемін")
    await client.taps("offer-send", "offer-take_back")
    await client.taps("offer-open", "offer-refuse", "offer-refuse_anyway", "offer-refuse_yes", "offer-take_back")
    await client.taps("offer-open", "offer-accept", "offer-accept_yes")
    await client.says("/offers")
    await client.presses(client.last.buttons[0])  # which card was shown is written down: also the last one, before all


async def leaves_and_comes_back(client: Client, authority: Authority) -> None:
    """By a new link; whoever left by mistake is again told everything."""
    await client.says("/case")
    await client.taps("leave", "leave-yes")
    client.reads("left")
    await client.says(f"/start {await authority.link(label=AIGUL)}")
    await client.taps("join-yes")
    client.reads("joined")


async def whole_case(
    telegram: Telegram, authority: Authority, language: Language, kind: type[Client] = Client
) -> Client:
    """Return somebody whose whole case was played."""
    client = kind.arrives(telegram, language)
    await joins(client, authority)
    await client.says("/check")
    await alone(client)
    await client.taps("calculate")
    await is_visited(client, authority)
    await is_decided(client, authority)
    await answers_an_offer(client, authority)
    await leaves_and_comes_back(client, authority)
    await authority.is_delivered()
    return client


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

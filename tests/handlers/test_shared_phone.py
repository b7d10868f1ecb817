"""A phone that others use: what they do not see, what nobody can forward, and a chat that was emptied."""

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox import people as phones
from bot.sandbox.errors import PersonError
from bot.sandbox.person_requests import Forward, NewMessage
from bot.store import journal
from bot.texts import Language
from tests.chat import Clock, Telegram
from tests.handlers.authority import AIGUL, CASE, Authority, at, follower
from tests.handlers.client import Client

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
ASSIGNED = {"monthly_tenge": 45_000, "paid_from": "2026-05-01", "paid_until": "2026-06-30"}


def messages(client: Client) -> dict[int, dict[str, Any]]:
    """Return all that stands in the chat, by number."""
    return client.telegram.local.chats[client.id].messages


async def hides(client: Client) -> None:
    """Hide the content, from the menu."""
    await client.says("/menu")
    await client.taps("menu-more", "menu-private", "private-on")
    client.reads("private-on")


# Hidden behind a button


@BOTH_LANGUAGES
async def test_on_a_shared_phone_a_notice_says_only_that_there_is_news_and_when_to_be_at_home(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """The button opens it in place, with its own buttons, and hides it again; opening is noted once."""
    client = await follower(telegram, authority, language, AIGUL)
    await client.says("/word Қарлығаш")
    await hides(client)
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.is_delivered()
    hidden = client.last
    word = client.words.say("notice-word", word="Қарлығаш")
    assert hidden.text == f"{client.words.say('private-news')}\n\n{word}"
    await client.taps("news-open")
    assert client.last.id == hidden.id
    assert "45" in client.last.text
    assert client.last.buttons == [client.caption("menu-case"), client.caption("news-hide")]
    await client.taps("news-hide")
    assert (client.last.text, client.last.buttons) == (hidden.text, hidden.buttons)
    async with telegram.database.reading() as connection:
        happened = await journal.of_case(connection, telegram.cipher, await authority.id_of())
    assert [entry.details["notice"] for entry in happened if entry.kind == "notice_opened"] == ["case-assigned"]


async def test_a_hidden_visit_says_its_hours_and_is_answered_once_it_is_open(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await hides(client)
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    assert "10:00–12:00" in client.last.text
    assert "Абай" not in client.last.text
    await client.taps("news-open")
    assert "Абай" in client.last.text
    await client.taps("visit-home")
    assert "visit_confirmed" in [kind for kind, _ in await authority.learns()]


async def test_who_follows_two_cases_reads_of_which_one_only_behind_the_button(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.opens("79-000999")
    await authority.invites(client, "79-000999")
    await hides(client)
    await authority.moves_on("received")
    await authority.is_delivered()
    assert CASE not in client.last.text
    await client.taps("news-open")
    assert CASE in client.last.text


async def test_nobody_opens_the_notice_of_another_nor_of_a_case_that_they_left(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    other = await follower(telegram, authority, Language.KK)
    await hides(client)
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.is_delivered()
    press = client.last.data_of(client.caption("news-open"))
    await other.presses_data(press, other.last.id, force=True)
    other.reads("leave-already")
    await authority.sends("follower.removed", person="p1")
    await client.presses_data(press, client.last.id)
    client.reads("leave-already")


# Not to be forwarded


@BOTH_LANGUAGES
async def test_whoever_wants_it_is_told_nothing_that_can_be_forwarded(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Notices and answers alike; a file that they asked for is theirs to keep."""
    client = await follower(telegram, authority, language, AIGUL)
    await client.says("/menu")
    assert not [one for one in messages(client).values() if "has_protected_content" in one]
    await client.taps("menu-more", "menu-private", "protect-on")
    client.reads("protect-on")
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.is_delivered()
    notice = client.last
    await client.says("/case")
    for bubble in (notice, client.last):
        assert messages(client)[bubble.id]["has_protected_content"]
        with pytest.raises(PersonError, match="forward"):
            phones.write(
                telegram.local, telegram.local.persons[client.id], NewMessage(forward=Forward(message_id=bubble.id))
            )
    await client.says("/export")
    assert not [one for one in messages(client).values() if "document" in one and "has_protected_content" in one]
    await client.says("/menu")
    await client.taps("menu-more", "menu-private", "protect-off")
    client.reads("protect-off")
    assert "has_protected_content" not in messages(client)[client.last.id]


async def test_what_one_wants_is_no_matter_of_another(telegram: Telegram) -> None:
    first, second = Client.arrives(telegram), Client.arrives(telegram)
    for client in (first, second):
        await client.begins()
    await first.says("/menu")
    await first.taps("menu-more", "menu-private", "protect-on")
    await second.says("/menu")
    assert "has_protected_content" not in messages(second)[second.last.id]


# The chat emptied


@BOTH_LANGUAGES
async def test_the_chat_is_emptied_of_both_sides_messages_and_the_answers_stay(
    telegram: Telegram, reviewer: Client, language: Language
) -> None:
    neighbour = Client.arrives(telegram, language)
    await neighbour.begins()
    theirs = len(messages(neighbour))
    told = await reviewer.answers()
    await reviewer.says("/menu")
    await reviewer.taps("menu-more", "menu-private", "clear")
    assert len(messages(reviewer)) > 10
    await reviewer.taps("clear-yes")
    assert [bubble.text for bubble in reviewer.sees] == [reviewer.words.say("cleared")]
    assert reviewer.message_ids() == []
    assert len(messages(neighbour)) == theirs
    assert await reviewer.answers() == told
    await reviewer.taps("continue")
    assert reviewer.caption("calculate") in reviewer.last.buttons


async def test_what_is_older_than_two_days_stays_and_keeps_nothing_newer_back(
    telegram: Telegram, authority: Authority, clock: Clock
) -> None:
    """Telegram refuses a whole call for one message that is too old."""
    telegram.local.dates = lambda: clock().timestamp()
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await client.says("/menu")
    old = set(messages(client))
    clock.passes(timedelta(days=3))
    await authority.moves_on("received")
    await authority.is_delivered()
    for _ in range(10):
        await client.says("/menu")
    await client.taps("menu-more", "menu-private", "clear", "clear-yes")
    assert set(messages(client)) == old | {client.last.id}
    calls = [call.method for call in telegram.local.calls if call.method == "deleteMessages"]
    assert len(calls) < 20


async def test_a_notice_is_deleted_though_many_messages_of_others_lie_between(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    """The ids of all chats are one series: what lies far back is known by the notices alone."""
    await authority.moves_on("received")
    await authority.is_delivered()
    notice = member.last.id
    for _ in range(400):
        telegram.local.count("message")
    await member.says("/menu")
    await member.taps("menu-more", "menu-private", "clear", "clear-yes")
    assert notice not in messages(member)


async def test_the_chat_can_be_emptied_once_everything_is_deleted(recipient: Client) -> None:
    await recipient.says("/forget")
    await recipient.taps("forget-yes", "forget-now")
    recipient.reads("forgotten")
    await recipient.taps("clear", "clear-yes")
    assert [bubble.text for bubble in recipient.sees] == [recipient.words.say("cleared")]
    assert recipient.last.buttons == []

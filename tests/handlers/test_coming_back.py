"""Somebody had blocked the bot: when they are back they are told what still holds, and the authority learns it."""

from datetime import timedelta

import pytest

from bot.sandbox import people
from bot.store import changes
from bot.store.notice_kinds import OF_STATUS, About, NoticeKind, Until
from bot.texts import Language
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, KEY, Authority, at, follower
from tests.handlers.client import Client, blocks

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


async def told_of_notices(authority: Authority) -> list[tuple[str, str]]:
    """Return what the authority was told became of notices: the kind and the notice, in order."""
    async with authority.world.database.reading() as connection:
        found, _ = await changes.after(connection, authority.world.cipher, 0, sorted(KEY.regions), 1_000)
    kinds = {"delivered", "undeliverable", "offer_undeliverable"}
    return [(change.kind, change.details["notice"]) for change in found if change.kind in kinds]


async def misses_much(authority: Authority, client: Client) -> None:
    """Block the bot while a case goes on: received, under review, a visit that moves, and an offer."""
    blocks(client)
    await authority.moves_on("received")
    await authority.is_delivered()
    await authority.moves_on("under_review")
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    await authority.schedules(at(15, 16), kind="rescheduled")
    await authority.offers(respond_by="2026-05-20T18:00:00+05:00")
    await authority.is_delivered()
    authority.telegram.clock.passes(timedelta(hours=5))


@BOTH_LANGUAGES
async def test_whoever_lets_the_bot_write_again_is_told_what_still_holds_oldest_first(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Not that the application was taken up, nor of the visit's earlier time: both are past."""
    client = await follower(telegram, authority, language, AIGUL)
    await misses_much(authority, client)
    before = len(client.sees)
    blocks(client, blocked=False)
    await telegram.answer_all()
    await authority.is_delivered()
    told = [bubble.text for bubble in client.sees[before:]]
    assert len(told) == 3
    assert ("16:00" in told[1], "10:00" in told[1]) == (True, False)
    assert "Аспаз" in told[2]
    assert (await told_of_notices(authority))[-3:] == [
        ("delivered", "case-under-review"), ("delivered", "visit-rescheduled"), ("delivered", "offer-made"),
    ]  # fmt: skip


async def test_whoever_is_back_without_a_sign_is_told_with_their_next_word(
    telegram: Telegram, authority: Authority
) -> None:
    """Telegram tells nobody when an account is there again."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    person = telegram.local.persons[client.id]
    people.deactivate(telegram.local, person, deactivated=True)
    await authority.moves_on("received")
    await authority.is_delivered()
    people.deactivate(telegram.local, person, deactivated=False)
    await client.says("/menu")
    await authority.is_delivered()
    assert client.words.say("case-received", date="12 мамыр").partition("\n")[0] in client.last.text
    await client.says("/menu")
    await authority.is_delivered()
    assert [kind for kind, _ in await told_of_notices(authority)] == ["undeliverable", "delivered"]


async def test_what_holds_no_more_is_not_told_late(telegram: Telegram, authority: Authority) -> None:
    """Of a visit that they never heard of nothing, and of an offer only that it was withdrawn."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await misses_much(authority, client)
    await authority.sends("visit.cancelled", visit_id="v1")
    await authority.offers(kind="withdrawn")
    await authority.is_delivered()
    before = len(client.sees)
    blocks(client, blocked=False)
    await telegram.answer_all()
    await authority.is_delivered()
    kinds = [notice for kind, notice in await told_of_notices(authority) if kind == "delivered"]
    assert kinds == ["case-under-review", "offer-withdrawn"]
    assert len(client.sees[before:]) == 2


async def test_whoever_has_left_the_case_hears_nothing_of_it(telegram: Telegram, authority: Authority) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await misses_much(authority, client)
    await authority.sends("follower.removed", person="p1")
    blocks(client, blocked=False)
    await telegram.answer_all()
    await authority.is_delivered()
    assert [notice for kind, notice in await told_of_notices(authority) if kind == "delivered"] == []


async def test_whoever_was_removed_while_they_had_blocked_the_bot_is_told_so_when_they_are_back(
    telegram: Telegram, authority: Authority
) -> None:
    """Once they waited for news of the application that never came, and nobody had told them why."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    blocks(client)
    await authority.sends("follower.removed", person="p1")
    await authority.is_delivered()
    before = len(client.sees)
    blocks(client, blocked=False)
    await telegram.answer_all()
    await authority.is_delivered()
    assert [bubble.text for bubble in client.sees[before:]] == [client.words.say("follower-removed")]
    await client.says("/menu")
    await authority.is_delivered()
    assert client.last.text == client.words.say("menu"), "and once only"


def test_of_each_notice_about_a_case_it_is_decided_whether_it_still_holds() -> None:
    """A kind that is not known there would never be told to whoever comes back."""
    lasting = {kind for kind in NoticeKind if kind.about is About.CASE and kind.until is not Until.HOUR_PASSES}
    assert lasting == {*OF_STATUS.values(), NoticeKind.CASE_CORRECTED}

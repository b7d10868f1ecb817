"""`komek case`: who follows a case is seen, confirmed, sent away; links that went astray are revoked."""

import asyncio

import pytest

from bot import casework
from bot.commands.database import opened
from bot.settings import load_settings
from bot.store.cipher import cipher_for
from tests.bot.case_story import AIGUL, CASE, IVAN, Story, kz
from tests.bot.commands.terminal import komek, refusal


async def _fill() -> str:
    async with opened() as database:
        story = Story(database, cipher_for(load_settings()), kz(2026, 11, 16, 10))
        await story.open()
        await story.join(AIGUL, label="Айгүл")
        await story.join(IVAN, "ru")
        return await story.link()


async def _works(token: str) -> bool:
    async with opened() as database:
        story = Story(database, cipher_for(load_settings()), kz(2026, 11, 16, 10))
        return await casework.invitation(story.world, token, 1) is not None


@pytest.fixture
def token(database: object) -> str:
    """A link to a case that two follow."""
    del database
    return asyncio.run(_fill())


def said(*arguments: object) -> list[str]:
    """Run a command that succeeds, and return its lines."""
    ended = komek("case", *arguments)
    assert (ended.err, ended.code) == ("", 0)
    return ended.out.splitlines()


@pytest.mark.usefixtures("token")
def test_followers_are_listed_confirmed_and_removed() -> None:
    assert said("followers", CASE) == ["p1: Айгүл, since 2026-11-16", "p2: no name, since 2026-11-16"]
    said("confirm", CASE, "p2", "--label", "Иван")
    assert said("followers", CASE)[1] == "p2: Иван, since 2026-11-16, confirmed"
    said("remove", CASE, "p1")
    said("remove", CASE, "p2")
    assert said("followers", CASE) == ["nobody follows it"]


def test_a_link_that_went_astray_is_revoked(token: str) -> None:
    assert asyncio.run(_works(token))
    said("revoke-links", CASE)
    assert not asyncio.run(_works(token))


@pytest.mark.usefixtures("token")
def test_what_cannot_be_done_is_refused_in_one_line() -> None:
    assert refusal("case", "remove", CASE, "p9") == "person: nobody of this name follows the case"
    assert refusal("case", "followers", "79-404") == "there is no case '79-404'"
    assert refusal("case", "revoke-links", "79-404") == "case_id: there is no such case"
    assert "person" in refusal("case", "confirm", CASE, "Иван")

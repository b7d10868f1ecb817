"""`komek case`: who follows a case is seen, confirmed, sent away; links that went astray are revoked."""

import asyncio
from itertools import count

import pytest

from bot import casework
from bot.commands.database import opened
from bot.settings import load_settings
from bot.store.authority_keys import AuthorityKey
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


async def _fill_astana() -> None:
    """A case of the same number in Astana, which nobody follows, and a notice in each that has failed."""
    async with opened() as database:
        cipher = cipher_for(load_settings())
        key = AuthorityKey("astana", frozenset({"KZ-71"}), frozenset({"events"}))
        story = Story(database, cipher, kz(2026, 11, 16, 10), key=key)
        await story.send("case.opened", region="KZ-71", applied_on="2026-11-16")
        async with database.statement() as connection:
            await connection.fetch("update outbox set state = 'failed', settled_at = due_at", {})


async def _accepts_and_is_not_known() -> None:
    """Let Aigul accept an offer whose deadline is far off, then say that she does not know Ivan, and he the same."""
    async with opened() as database:
        story = Story(database, cipher_for(load_settings()), kz(2026, 11, 16, 10), _ids=count(100))
        await story.offer()
        offer = await story.the_offer()
        await casework.accept_offer(story.world, offer.number, offer.sequence, AIGUL, casework.Shown("kk", 1, "…"))
        case_id = await story.id()
        await casework.doubt(story.world, case_id, AIGUL, "p2")
        await casework.doubt(story.world, case_id, IVAN, "p1")


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


@pytest.mark.usefixtures("token")
def test_both_sides_of_a_doubt_are_listed_and_answers_of_who_is_removed_are_named() -> None:
    asyncio.run(_accepts_and_is_not_known())
    assert said("followers", CASE) == [
        "p1: Айгүл, since 2026-11-16, answers nothing until you decide, not known to p2",
        "p2: no name, since 2026-11-16, answers nothing until you decide, not known to p1",
    ]
    (line,) = said("remove", CASE, "p1")
    assert line.startswith("o1: p1 has answered (accepted), and that stands until you acknowledge it")


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


def test_where_two_regions_have_a_case_of_the_number_one_is_named(token: str) -> None:
    """Without it nothing is done, and one line says so."""
    asyncio.run(_fill_astana())
    several = "--region: several regions have a case of this id (KZ-71, KZ-79): name one"
    for command in (
        ("case", "followers", CASE),
        ("case", "confirm", CASE, "p1"),
        ("case", "remove", CASE, "p1"),
        ("case", "revoke-links", CASE),
        ("outbox", "--case", CASE),
        ("outbox", "retry", "--case", CASE),
    ):
        assert refusal(*command) == several
        assert refusal(*command, "--region", "KZ-00").startswith("--region: ")
    assert said("followers", CASE, "--region", "KZ-71") == ["nobody follows it"]
    assert len(said("followers", CASE, "--region", "KZ-79")) == 2
    assert refusal("case", "followers", CASE, "--region", "KZ-75") == f"there is no case '{CASE}'"
    assert refusal("outbox", "--case", CASE, "--region", "KZ-71") == f"--case: no notice about a case '{CASE}'"
    assert "follower-joined" in komek("outbox", "--case", CASE, "--region", "KZ-79").out
    assert "no failed notice" in refusal("outbox", "retry", "--case", CASE, "--region", "KZ-71")
    assert komek("outbox", "retry", "--case", CASE, "--region", "KZ-79").out == "1 notices queued again\n"
    said("revoke-links", CASE, "--region", "KZ-71")
    assert asyncio.run(_works(token))
    said("revoke-links", CASE, "--region", "KZ-79")
    assert not asyncio.run(_works(token))
    said("confirm", CASE, "p2", "--label", "Иван", "--region", "KZ-79")
    said("remove", CASE, "p1", "--region", "KZ-79")
    assert said("followers", CASE, "--region", "KZ-79") == ["p2: Иван, since 2026-11-16, confirmed"]


def test_a_region_says_nothing_without_a_case() -> None:
    """Above all it does not queue everything again."""
    for command in (("outbox", "--region", "KZ-79"), ("outbox", "retry", "--region", "KZ-79")):
        assert refusal(*command) == "--region: says of which region a case is: --case is missing"

"""A link may ask for the applicant's year of birth: nothing is told before it, and a restart forgets nothing."""

from typing import Any

import pytest

from bot.sandbox.person_requests import NewMessage, Sticker
from bot.texts import Language
from handlers.conversation import View
from handlers.export import export_of
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, CASE, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question
from tests.handlers.offering import opens

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
OF_THE_CASE = (CASE, AIGUL, "11 ма", "Шымкент")


def seen_by(client: Client) -> str:
    """Return all that the person has on the screen."""
    return "".join(bubble.text for bubble in client.sees)


async def stored(client: Client, name: str) -> Any:
    """Return a field of the conversation as it is stored."""
    draft = await client.draft()
    assert draft is not None
    return draft.document[name]


def shows_nothing_of_the_case(client: Client, since: int = 0) -> None:
    for bubble in client.sees[since:]:
        for fact in OF_THE_CASE:
            assert fact not in bubble.text, bubble


async def is_asked_for_the_year(
    telegram: Telegram, authority: Authority, language: Language = Language.KK
) -> tuple[Client, str]:
    """Return somebody amid the questions who was asked for the year of a link, and the link."""
    client = await at_first_question(telegram, language)
    token = await authority.link(label=AIGUL, birth_year=1985)
    await client.says(f"/start {token}")
    await client.taps("join-yes")
    client.reads("join-ask-year")
    return client, token


@BOTH_LANGUAGES
async def test_before_the_right_year_nothing_is_seen_of_the_case(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Whoever found a stray link once read the number of the case and whose it is before any question."""
    client = await at_first_question(telegram, language)
    before = len(client.sees)
    await client.says(f"/start {await authority.link(label=AIGUL, birth_year=1985)}")
    client.reads("join-ask-closed")
    assert client.last.buttons == [client.caption("join-yes"), client.caption("join-no")]
    await client.taps("join-yes")
    await client.says("білмеймін")
    await client.says("1986")
    client.reads("join-wrong-year")
    shows_nothing_of_the_case(client, before)
    await client.says("1985")
    client.reads("joined")
    assert CASE in client.last.text


@BOTH_LANGUAGES
async def test_a_newcomer_sees_nothing_of_the_case_on_the_way_either(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = Client.arrives(telegram, language)
    await client.says(f"/start {await authority.link(label=AIGUL, birth_year=1985)}")
    await client.taps(f"language-{language}", "consent-yes")
    client.reads("join-ask-closed")
    await client.taps("join-yes")
    shows_nothing_of_the_case(client)
    await client.says("1985")
    client.reads("joined")


@BOTH_LANGUAGES
async def test_after_a_restart_the_year_is_still_the_answer_to_the_link_and_no_amount(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """A program that was started again once took the year for an answer of the interview."""
    client, _ = await is_asked_for_the_year(telegram, authority, language)
    before = await client.answers()
    telegram.restarted()
    await client.says("1984")
    client.reads("join-wrong-year")
    telegram.restarted()
    await client.says("1985")
    client.reads("joined")
    assert (await client.answers(), await stored(client, "view")) == (before, View.INTERVIEW)
    assert await stored(client, "link") is None
    await client.says("/check")
    client.is_asked("region")


async def test_a_wrong_year_counts_once_also_when_it_comes_again_to_a_program_started_anew(
    telegram: Telegram, authority: Authority
) -> None:
    client, _ = await is_asked_for_the_year(telegram, authority)
    await client.says("1984")
    for _ in range(3):
        telegram.restarted()
        await telegram.deliver_again()
        client.reads("join-ask-year")
    await client.says("1985")
    client.reads("joined")
    assert [kind for kind, _ in await authority.learns()] == ["joined"]


async def test_whoever_does_not_know_the_year_leaves_it_by_a_button_a_word_or_a_command_and_the_link_stays_good(
    telegram: Telegram, authority: Authority
) -> None:
    client, token = await is_asked_for_the_year(telegram, authority)
    await client.taps("join-no")
    client.reads("join-not-now")
    for said in ("жоқ", client.caption("join-no"), "/menu"):
        await client.says(f"/start {token}")
        await client.taps("join-yes")
        telegram.restarted()
        await client.says(said)
        assert await stored(client, "link") is None
        await client.says("1985")
        assert client.words.say("joined") not in seen_by(client), "it was said to the questions again"
    await client.says(f"/start {token}")
    await client.taps("join-yes")
    await client.says("1985")
    client.reads("joined")


async def test_a_sticker_instead_of_the_year_leaves_the_question_standing(
    telegram: Telegram, authority: Authority
) -> None:
    client, _ = await is_asked_for_the_year(telegram, authority)
    await client.sends(NewMessage(sticker=Sticker()))
    client.reads("text-only")
    await client.says("1985")
    client.reads("joined")


async def test_that_the_year_was_asked_is_exported_and_forgotten_with_the_rest(
    telegram: Telegram, authority: Authority
) -> None:
    client, token = await is_asked_for_the_year(telegram, authority)
    exported = await export_of(authority.world, client.id)
    assert exported["answers"]["link"] == token
    async with telegram.database.reading() as connection:
        (row,) = await connection.fetch("select answers from drafts where person_id = :id", {"id": client.id})
    assert token not in row["answers"], "it is sealed"
    await client.says("/forget")
    await client.taps("forget-yes")
    await client.taps("forget-now")
    assert await export_of(authority.world, client.id) == {}
    await client.says("1985")
    assert await authority.learns() == []


async def test_what_is_written_to_a_job_offer_meanwhile_is_no_year(telegram: Telegram, authority: Authority) -> None:
    """One thing at a time: whoever writes to an offer of another case opens the link again for its year."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers(member_label=AIGUL)
    await authority.opens("79-000777")
    token = await authority.link("79-000777", birth_year=1985)
    await client.says(f"/start {token}")
    await client.taps("join-yes")
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-other")
    await client.says("1985")
    assert [told for kind, told in await authority.learns() if kind == "joined"] == [{"person": "p1"}]
    await client.says(f"/start {token}")
    await client.taps("join-yes")
    await client.says("1985")
    client.reads("joined")

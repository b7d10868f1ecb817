"""The language may be switched at any moment, in both directions, and nobody loses the place."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.texts import Language, texts
from handlers.conversation import Conversation
from tests.chat import Telegram
from tests.handlers.client import TICK, Client
from tests.handlers.families import at_first_question, at_the_result, at_the_review

DIRECTIONS = [(Language.KK, Language.RU), (Language.RU, Language.KK)]


async def question(telegram: Telegram, language: Language) -> Client:
    client = await at_first_question(telegram, language)
    await client.citizens_in()
    await client.ticks("household", "spouse", "children")
    return client


async def ticks(telegram: Telegram, language: Language) -> Client:
    client = await at_first_question(telegram, language)
    await client.citizens_in()
    await client.taps("household-spouse", "household-mother")
    return client


async def doubt(telegram: Telegram, language: Language) -> Client:
    client = await at_first_question(telegram, language)
    await client.citizens_in()
    await client.ticks("household")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")
    await client.says("450 000")
    return client


async def edit(telegram: Telegram, language: Language) -> Client:
    client = await at_the_review(telegram, language)
    await client.taps("edit-family")
    return client


async def family(telegram: Telegram, language: Language) -> Client:
    client = await edit(telegram, language)
    await client.taps("family")
    return client


async def removal(telegram: Telegram, language: Language) -> Client:
    client = await family(telegram, language)
    await client.presses(client.called("child", 9))
    await client.taps("remove")
    return client


PLACES: list[Callable[[Telegram, Language], Awaitable[Client]]] = [
    at_first_question, question, ticks, doubt, at_the_review, edit, family, removal, at_the_result,
]  # fmt: skip


async def said_so_far(client: Client) -> dict[str, Any]:
    """Return what is stored of what somebody said, ticked and was asked."""
    draft = await client.draft()
    document = Conversation.of(draft.document if draft else {}).document()
    return {name: document[name] for name in ("answers", "view", "asking", "ticks", "doubt", "about", "answering")}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("first", "second"), DIRECTIONS)
async def test_a_switch_shows_the_same_screen_in_the_other_language_and_back(
    telegram: Telegram, place: Callable[[Telegram, Language], Awaitable[Client]], first: Language, second: Language
) -> None:
    client = await place(telegram, first)
    before, shown = await said_so_far(client), client.last
    await switch(client, second)
    assert client.last.text != shown.text
    assert data_of(client) == [button["callback_data"] for row in shown.rows for button in row]
    await switch(client, first)
    assert client.last.text == shown.text
    assert client.last.buttons == shown.buttons
    assert await said_so_far(client) == before


async def test_the_new_language_is_confirmed_where_the_button_was(reviewer: Client) -> None:
    await switch(reviewer, Language.RU)
    assert reviewer.sees[-2].text == reviewer.words.say("language-switched")


async def test_ticks_stay_ticked_in_the_other_language(telegram: Telegram) -> None:
    client = await ticks(telegram, Language.KK)
    await switch(client, Language.RU)
    assert TICK + client.caption("household-mother") in client.last.buttons
    await client.taps("done")
    assert (await client.answers())["household"] == ["spouse", "mother"]


async def test_an_amount_that_is_asked_back_is_settled_in_the_other_language(telegram: Telegram) -> None:
    client = await doubt(telegram, Language.RU)
    await switch(client, Language.KK)
    await client.taps("check-month")
    assert (await client.answers())["amount:wage.self"] == [450_000, 450_000]


async def test_a_button_in_the_language_of_before_is_an_old_one(beginner: Client) -> None:
    """The question stands below in the new language: only the newest copy of it takes presses."""
    old = beginner.last
    await switch(beginner, Language.RU)
    await beginner.presses_data(old.data_of(texts(Language.KK).region_short("KZ-31")), old.id)
    assert beginner.toast == beginner.words.say("old-button")
    assert await beginner.answers() == {}
    beginner.is_asked("region")


async def test_words_typed_are_understood_in_the_language_of_now(telegram: Telegram) -> None:
    client = await question(telegram, Language.KK)
    await client.says("9")
    await switch(client, Language.RU)
    await client.says("Постоянная работа")
    assert (await client.answers())["activity:self"] == "employed"


async def test_a_result_is_told_and_explained_in_the_other_language_from_the_same_record(recipient: Client) -> None:
    frozen = await recipient.result()
    await switch(recipient, Language.RU)
    record = frozen.record["record"]
    ends = [record["monthly_tenge"][end] + (record["child_supplement_tenge"] or 0) for end in ("low", "high")]
    assert recipient.words.money_range(*ends) in recipient.last.text
    assert recipient.words.say("person-spouse") in await recipient.reads_step_by_step()
    assert (await recipient.result()).id == frozen.id


async def test_the_language_is_chosen_by_command_or_from_the_menu(reviewer: Client) -> None:
    await reviewer.says("/menu")
    await reviewer.taps("menu-more", "menu-language")
    reviewer.reads("language-choose")
    await reviewer.taps("language-ru")
    reviewer.language = Language.RU
    assert reviewer.caption("calculate") in reviewer.last.buttons


async def test_somebody_before_consent_may_switch_and_is_explained_everything_again(stranger: Client) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await switch(stranger, Language.RU)
    stranger.reads("start-consent")
    await stranger.taps("consent-yes")
    stranger.is_asked("region")


async def test_a_language_that_the_bot_does_not_speak_is_refused(beginner: Client) -> None:
    await beginner.presses_data("lang:en", beginner.last.id, force=True)
    assert beginner.toast == beginner.words.say("old-button")
    beginner.is_asked("region")


async def test_the_language_is_remembered_over_a_restart(beginner: Client) -> None:
    await switch(beginner, Language.RU)
    beginner.telegram.restarted()
    await beginner.says("/menu")
    beginner.reads("menu")


async def switch(client: Client, language: Language) -> None:
    """Switch by command."""
    await client.says("/language")
    client.language = language
    await client.taps(f"language-{language}")


def data_of(client: Client) -> list[str]:
    return [button["callback_data"] for row in client.last.rows for button in row]

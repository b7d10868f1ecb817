"""The commands that are always there, and how everything is forgotten."""

from datetime import timedelta

import pytest

from bot.app import introduce
from bot.reminders.case_reminders import forget_who_asked, remind
from bot.texts import Language
from handlers.commands import COMMANDS
from handlers.screens.menu import HISTORY
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.client import TICK, Client
from tests.handlers.families import alone_up_to_the_wage, at_first_question, at_the_result
from tests.handlers.tables import rows_of, rows_of_people, tables_of_people

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
EVERY_COMMAND = pytest.mark.parametrize("command", [f"/{name}" for name in COMMANDS])


def captions(client: Client, *names: str) -> list[str]:
    """Return the words of buttons."""
    return [client.caption(name) for name in names]


async def top_of_the_menu(client: Client) -> list[str]:
    """Open the menu, and return its buttons."""
    return (await client.says("/menu")).buttons


@EVERY_COMMAND
async def test_every_command_is_answered_with_one_message(reviewer: Client, command: str) -> None:
    """What is kept of somebody is told in three, and handed out as two files."""
    count = len(reviewer.sees)
    shown = await reviewer.says(command)
    assert shown.text or command == "/export"
    assert len(reviewer.sees) == count + {"/privacy": 3, "/export": 2}.get(command, 1)


@EVERY_COMMAND
async def test_a_command_in_the_middle_of_a_question_loses_neither_the_place_nor_the_ticks(
    beginner: Client, command: str
) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "spouse")
    await beginner.taps("activity-employed", "activity-none", "income-kinds-alimony")
    question, before = beginner.last, (await beginner.answers())
    await beginner.says(command)
    await beginner.says("/start")
    await beginner.taps("resume")
    assert await beginner.answers() == before
    beginner.is_asked("income-kinds")
    await beginner.presses_data("t|income-kinds|pension", question.id)
    assert "income-kinds" not in await beginner.answers()


@pytest.mark.parametrize("command", ["/menu", "/about", "/help", "/language", "/cancel"])
async def test_the_question_from_before_a_command_can_still_be_pressed(beginner: Client, command: str) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    await beginner.says(command)
    await beginner.taps("done")
    assert (await beginner.answers())["household"] == ["spouse"]


async def test_a_command_may_be_followed_by_a_word_and_by_the_name_of_the_bot(beginner: Client) -> None:
    await beginner.says("/start from_a_friend")
    beginner.is_asked("region")
    await beginner.says("/help@komek_local_bot")
    beginner.reads("help-can")


async def test_a_command_that_the_bot_does_not_know_is_answered(beginner: Client) -> None:
    before = len(beginner.sees)
    await beginner.says("/delete_everything now")
    assert len(beginner.sees) == before + 1
    assert await beginner.answers() == {}


@BOTH_LANGUAGES
async def test_the_menu_has_on_top_what_a_person_wants_next(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    rest = ["menu-case", "menu-fraud", "menu-help", "menu-more"]
    assert await top_of_the_menu(client) == captions(client, "menu-check", *rest)
    await client.citizens_in()
    assert await top_of_the_menu(client) == captions(client, "menu-go_on", *rest)
    client = await at_the_result(telegram, language)
    assert await top_of_the_menu(client) == captions(client, "menu-result", "next", *rest)
    await client.taps("next")
    assert client.words.say("button-paper") in client.last.buttons
    telegram.clock.passes(timedelta(days=60))  # a new quarter: its income is asked anew
    assert (await top_of_the_menu(client))[:2] == captions(client, "menu-go_on", "menu-result")


@BOTH_LANGUAGES
async def test_what_the_authority_waits_for_stands_first_until_it_is_answered(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """In the menu and after /start, with its day or deadline; nothing is said of what is offered."""
    client = await follower(telegram, authority, language, AIGUL)
    await authority.schedules(at(14, 10))
    await authority.offers()
    for asks in ("/start", "/menu"):
        told = await client.says(asks)
        assert told.buttons[:3] == captions(client, "menu-visit", "menu-offer", "menu-case")
        assert "10:00" in told.text
        assert "18:00" in told.text
        assert "Аспаз" not in told.text
    await client.taps("menu-visit", "visit-home")
    assert (await top_of_the_menu(client))[0] == client.caption("menu-offer")
    await client.says("/case")
    assert "18:00" in client.last.text
    await client.taps("menu-offer", "offer-accept", "offer-accept_yes")
    assert (await top_of_the_menu(client))[0] == client.caption("menu-case")


@BOTH_LANGUAGES
async def test_start_at_a_result_leads_on_from_it(telegram: Telegram, language: Language) -> None:
    """It once offered to go on with questions that were all answered."""
    client = await at_the_result(telegram, language)
    told = await client.says("/start")
    assert told.text == client.words.say("menu-welcome")
    assert told.buttons[:2] == captions(client, "menu-result", "next")


@BOTH_LANGUAGES
async def test_about_is_of_today_and_the_announcement_of_2020_is_its_history(
    telegram: Telegram, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    today = (await client.says("/about")).text
    assert len(today.splitlines()) == 3
    assert "2020" not in today
    count = len(client.sees)
    await client.taps("about-history")
    pages = [client.last.text]
    while client.caption("page-on") in client.last.buttons:
        await client.taps("page-on")
        pages.append(client.last.text)
    told = "".join(pages).replace("\N{NO-BREAK SPACE}", " ")
    assert len(pages) == len(HISTORY)
    for figure in ("2020", "1–6", "6–18", "1–18", "415 647", "2 138 214", "1 335 965", "165 535", "2019", "30 300"):
        assert figure in told
    await client.taps("menu-about")
    assert client.last.text == today
    assert len(client.sees) == count, "every page stands in place of the one before"


@BOTH_LANGUAGES
async def test_help_says_who_can_be_asked_and_lists_the_commands_of_telegrams_own_menu(
    telegram: Telegram, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await introduce(telegram.bot)
    assert "1414" in (await client.says("/help")).text
    await client.taps("help-commands")
    code = "" if language is Language.KK else "ru"
    shown = await telegram.bot.get_my_commands(language_code=code)
    lines = [f"/{one.command} – {one.description}" for one in shown]
    assert client.last.text.splitlines() == [client.words.say("help-commands"), *lines]
    await client.taps("back", "help-answers", "back", "menu-check")
    client.is_asked("region")


@BOTH_LANGUAGES
@pytest.mark.parametrize("command", ["/start", "/menu", "/case", "/offers", "/about", "/help", "/cancel"])
async def test_no_command_is_a_dead_end(telegram: Telegram, language: Language, command: str) -> None:
    client = await at_first_question(telegram, language)
    await client.citizens_in()
    assert (await client.says(command)).buttons
    if command != "/menu":
        await client.taps("menu")
    assert client.last.buttons[0] == client.caption("menu-go_on")


async def test_check_goes_on_with_the_questions(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.says("/about")
    await beginner.says("/check")
    beginner.is_asked("household")


async def test_the_menu_goes_on_with_the_questions(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.says("/menu")
    await beginner.taps("menu-go_on")
    beginner.is_asked("household")


async def test_check_after_a_result_leads_to_the_review(recipient: Client) -> None:
    await recipient.says("/check")
    assert recipient.caption("calculate") in recipient.last.buttons


async def test_cancel_keeps_the_answers_and_offers_to_go_on_or_to_delete_them(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.says("/cancel")
    assert beginner.reads("cancel").buttons == [beginner.caption(name) for name in ("continue", "forget", "menu")]
    await beginner.taps("continue")
    beginner.is_asked("household")


# Forgetting


@BOTH_LANGUAGES
async def test_forgetting_asks_first_and_may_be_declined(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    before = await rows_of(telegram.database, client.id)
    await client.says("/cancel")
    await client.taps("forget")
    assert client.reads("forget-ask").buttons == [client.caption("forget-yes"), client.caption("forget-no")]
    await client.taps("forget-no")
    assert await rows_of(telegram.database, client.id) == before == {"people": 1, "drafts": 1, "assessments": 1}


@BOTH_LANGUAGES
async def test_after_forgetting_nothing_of_the_person_is_in_any_table(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    await client.says("/menu")
    await client.taps("menu-more", "menu-forget", "forget-yes", "forget-now")
    client.reads("forgotten")
    assert await rows_of_people(telegram.database) == {}
    assert set(tables_of_people()) >= {"people", "drafts", "assessments"}


async def test_somebody_else_is_not_forgotten_with_the_person(recipient: Client) -> None:
    other = await at_the_result(recipient.telegram, Language.RU)
    await recipient.says("/cancel")
    await recipient.taps("forget", "forget-yes", "forget-now")
    assert await rows_of(other.telegram.database, other.id) == {"people": 1, "drafts": 1, "assessments": 1}


async def test_somebody_who_was_forgotten_begins_like_a_stranger(recipient: Client) -> None:
    await recipient.says("/cancel")
    await recipient.taps("forget", "forget-yes", "forget-now")
    await recipient.says("/check")
    assert recipient.last.buttons == ["Қазақша", "Русский"]
    await recipient.taps("language-kk", "consent-yes")
    recipient.is_asked("region")
    recipient.is_asked("region")


async def test_a_second_press_on_forget_is_harmless(recipient: Client) -> None:
    await recipient.says("/cancel")
    await recipient.taps("forget")
    ask = recipient.last
    await recipient.taps("forget-yes", "forget-now")
    await recipient.presses_data(ask.data_of(recipient.caption("forget-yes")), ask.id, force=True)
    assert await rows_of_people(recipient.telegram.database) == {}


@BOTH_LANGUAGES
async def test_what_was_deleted_can_be_taken_back_for_a_day(telegram: Telegram, language: Language) -> None:
    """Everything was once gone for ever after two taps."""
    client = await at_the_result(telegram, language)
    told = await client.answers()
    await client.says("/cancel")
    await client.taps("forget", "forget-yes")
    until = client.words.instant(telegram.clock() + timedelta(hours=24))
    assert client.reads("forget-waits", deadline=until).buttons == [
        client.caption("forget-back"),
        client.caption("forget-now"),
    ]
    telegram.clock.passes(timedelta(hours=23))
    await forget_who_asked(telegram.dispatcher["world"], telegram.clock())
    await client.taps("forget-back")
    assert client.sees[-2].text == client.words.say("forget-taken-back")
    assert client.caption("why") in client.last.buttons
    telegram.clock.passes(timedelta(hours=23))
    await forget_who_asked(telegram.dispatcher["world"], telegram.clock())
    assert await client.answers() == told


async def test_a_day_after_it_was_asked_for_everything_is_deleted(recipient: Client) -> None:
    telegram = recipient.telegram
    other = await at_the_result(telegram, Language.RU)
    await recipient.says("/cancel")
    await recipient.taps("forget", "forget-yes")
    telegram.clock.passes(timedelta(hours=24, minutes=1))
    await remind(telegram.dispatcher["world"])
    assert await rows_of(telegram.database, recipient.id) == {}
    assert await rows_of(telegram.database, other.id) == {"people": 1, "drafts": 1, "assessments": 1}


async def test_nothing_is_answered_that_would_be_deleted_with_the_rest(reviewer: Client) -> None:
    """Whoever goes on meanwhile reads until when it can be taken back, and loses nothing they did not know of."""
    told, review = await reviewer.answers(), reviewer.last
    await reviewer.says("/cancel")
    await reviewer.taps("forget", "forget-yes")
    for goes_on in (
        reviewer.presses_data(review.data_of(reviewer.caption("calculate")), review.id),
        reviewer.says("150 000"),
        reviewer.says("/check"),
    ):
        await goes_on
        assert reviewer.caption("forget-back") in reviewer.last.buttons
    await reviewer.taps("forget-back")
    assert await reviewer.answers() == told


async def test_the_resumed_question_shows_its_ticks(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    await beginner.says("/language")
    await beginner.taps("language-kk")
    assert TICK + beginner.caption("household-spouse") in beginner.last.buttons


# What Telegram itself shows


async def test_the_commands_and_descriptions_are_set_in_both_languages(telegram: Telegram) -> None:
    await introduce(telegram.bot)
    for language in ("", "ru"):
        shown = await telegram.bot.get_my_commands(language_code=language)
        assert [command.command for command in shown] == list(COMMANDS)
        description = await telegram.bot.get_my_description(language_code=language)
        assert "SMS" in description.description
    kazakh, russian = [await telegram.bot.get_my_commands(language_code=language) for language in ("", "ru")]
    assert kazakh != russian


@pytest.mark.parametrize("command", ["/check", "/start"])
async def test_ticks_are_still_there_after_a_command(beginner: Client, command: str) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    await beginner.says(command)
    if command == "/start":
        await beginner.taps("resume")
    assert TICK + beginner.caption("household-spouse") in beginner.last.buttons


async def test_what_is_asked_back_is_still_asked_after_a_command(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("450 000")
    await beginner.says("/check")
    beginner.reads("check-scale", amount=beginner.words.money(450_000))

"""The beginning: what somebody reads before the bot may ask anything, and what somebody known finds again."""

from datetime import timedelta

import pytest

from bot.texts import Language, texts
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import at_the_result
from tests.handlers.tables import rows_of_people

LANGUAGES = list(Language)
KAZAKH, RUSSIAN = texts(Language.KK), texts(Language.RU)
BEFORE_CONSENT = ("start-about", "start-consent")


async def test_the_greeting_is_said_in_both_languages_at_once_with_a_button_for_each(stranger: Client) -> None:
    greeting = await stranger.says("/start")
    assert greeting.text == (
        "Сәлеметсіз бе! Бұл – Kömek боты. Тілді таңдаңыз.\n\nЗдравствуйте! Это бот Kömek. Выберите язык."
    )
    assert greeting.rows[0] == greeting.rows[-1], "both languages stand side by side"
    assert greeting.buttons == ["Қазақша", "Русский"]


@pytest.mark.parametrize("phone", ["kk", "ru", "ru-RU", "en", "de"])
async def test_the_greeting_is_the_same_whatever_language_the_phone_speaks(telegram: Telegram, phone: str) -> None:
    greeting = await telegram.person(language_code=phone).says("/start")
    assert greeting.buttons == ["Қазақша", "Русский"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_bot_does_and_never_asks_is_said_before_consent(telegram: Telegram, language: Language) -> None:
    client = Client.arrives(telegram, language)
    await client.says("/start")
    explained = await client.taps(f"language-{language}")
    assert explained.text == "\n\n".join(client.words.say(name) for name in BEFORE_CONSENT)
    assert explained.buttons == [client.caption(f"consent-{word}") for word in ("yes", "no", "more")]
    assert len(explained.text.splitlines()) <= 4, "three lines, and one between"
    more = await client.taps("consent-more")
    for name in ("start-estimate", "start-never-asks", "start-consent"):
        client.reads(name)
    assert "SMS" in more.text
    await client.taps("consent-yes")
    client.is_asked("region")


@pytest.mark.parametrize("typed", ["иә", "Келісемін", "рұқсат беремін", "Да", "разрешаю", "iä", "ok"])
async def test_consent_may_be_given_in_words(stranger: Client, typed: str) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.says(typed)
    stranger.is_asked("region")


@pytest.mark.parametrize("typed", ["жоқ", "Нет", "не разрешаю", "келіспеймін"])
async def test_consent_may_be_refused_in_words_and_what_can_be_told_is_told(stranger: Client, typed: str) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.says(typed)
    stranger.reads("start-no-consent")
    stranger.reads("topic-where")
    assert await rows_of_people(stranger.telegram.database) == {}
    await stranger.taps("start-again")
    await stranger.taps("language-kk", "consent-yes")
    stranger.is_asked("region")


async def test_a_question_before_consent_is_answered_and_consent_asked_for_still(stranger: Client) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.says("көмек қанша?")
    stranger.reads("topic-how_much")
    await stranger.taps("consent-yes")
    stranger.is_asked("region")


async def test_the_explanation_names_the_individual_number_in_the_words_of_each_language() -> None:
    assert "ЖСН" in KAZAKH.say("start-never-asks")
    assert "ИИН" in RUSSIAN.say("start-never-asks")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_consent_leads_to_the_first_question(telegram: Telegram, language: Language) -> None:
    client = Client.arrives(telegram, language)
    await client.begins()
    client.is_asked("region")
    assert client.stands_in() == client.words.say("section-family")
    assert len(client.last.buttons) == 21


async def test_the_first_question_takes_the_place_of_the_greeting(beginner: Client) -> None:
    assert len(beginner.sees) == 1


async def test_without_consent_nothing_is_asked_and_no_answer_is_kept(stranger: Client) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk", "consent-no")
    assert stranger.reads("start-no-consent").buttons == [stranger.caption("start-again")]
    assert await stranger.draft() is None


async def test_somebody_who_refused_may_start_again_and_consent(stranger: Client) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk", "consent-no")
    await stranger.says("/start")
    await stranger.taps("language-kk", "consent-yes")
    stranger.is_asked("region")


async def test_nothing_is_stored_of_a_stranger_before_a_language_is_chosen(stranger: Client) -> None:
    for text in ("/start", "/check", "/menu", "150000", "Айгүл, 850101300123"):
        await stranger.says(text)
    assert await rows_of_people(stranger.telegram.database) == {}


async def test_choosing_a_language_stores_the_language_and_nothing_else(stranger: Client) -> None:
    await stranger.says("/start")
    await stranger.taps("language-ru")
    assert await rows_of_people(stranger.telegram.database) == {"people": 1}


@pytest.mark.parametrize("text", ["сәлем", "/check", "/cancel", "150 000", "/nonsense", "<b>", "нет"])
async def test_whatever_a_stranger_types_is_answered_with_the_greeting(stranger: Client, text: str) -> None:
    assert (await stranger.says(text)).buttons == ["Қазақша", "Русский"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [("сәлем", "consent-hint"), ("150 000", "consent-hint"), ("/check", "start-consent"), ("/start", "start-consent")],
)
async def test_whatever_somebody_types_before_consent_is_answered_with_the_two_buttons(
    stranger: Client, text: str, answer: str
) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.says(text)
    buttons = stranger.reads(answer).buttons
    assert buttons[:2] == [stranger.caption("consent-yes"), stranger.caption("consent-no")]


@pytest.mark.parametrize("name", ["menu", "about", "help", "language"])
async def test_a_stranger_is_answered_in_the_language_of_the_phone(telegram: Telegram, name: str) -> None:
    client = Client.arrives(telegram, Language.RU)
    await client.says(f"/{name}")
    client.reads({"menu": "menu", "about": "about-bot", "help": "help-can", "language": "language-choose"}[name])


async def test_a_stranger_who_opens_the_menu_must_consent_before_the_questions(stranger: Client) -> None:
    await stranger.says("/menu")
    await stranger.taps("menu-check")
    assert stranger.last.buttons == ["Қазақша", "Русский"]
    await stranger.taps("language-kk", "consent-yes")
    stranger.is_asked("region")


@pytest.mark.parametrize("data", ["a|region|KZ-79", "x|calculate|", "v|review|", "consent:1", "b|household"])
async def test_a_made_up_button_of_a_stranger_is_answered_with_the_greeting(stranger: Client, data: str) -> None:
    await stranger.says("/start")
    await stranger.presses_data(data, stranger.last.id, force=True)
    assert stranger.last.buttons == ["Қазақша", "Русский"]
    assert await rows_of_people(stranger.telegram.database) == {}


@pytest.mark.parametrize("data", ["a|region|KZ-79", "x|calculate|", "v|review|", "w|why|abc", "x|forget_no|"])
async def test_a_made_up_button_before_consent_is_answered_with_the_explanation(stranger: Client, data: str) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.presses_data(data, stranger.last.id, force=True)
    stranger.reads("start-consent")
    assert await stranger.draft() is None


async def test_an_old_button_of_somebody_who_was_forgotten_leads_to_the_greeting(recipient: Client) -> None:
    await recipient.says("/menu")
    await recipient.taps("menu-more", "menu-forget", "forget-yes", "forget-now")
    await recipient.taps("why")
    assert recipient.last.buttons == ["Қазақша", "Русский"]


async def test_start_of_somebody_who_has_answered_nothing_asks_the_first_question(beginner: Client) -> None:
    await beginner.says("/start")
    beginner.is_asked("region")


async def test_start_offers_to_go_on_and_says_how_far_one_has_come(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "spouse")
    await beginner.says("/start")
    assert beginner.reads("resume", section=beginner.words.say("section-family")).buttons == [
        beginner.caption("resume"),
        beginner.caption("start-over"),
        beginner.caption("menu"),
    ]
    await beginner.taps("resume")
    beginner.is_asked("activity-self")


async def test_start_at_the_review_says_that_everything_is_answered(reviewer: Client) -> None:
    await reviewer.says("/start")
    reviewer.reads("resume", section=reviewer.words.say("section-check"))
    await reviewer.taps("resume")
    assert reviewer.caption("calculate") in reviewer.last.buttons


async def test_answers_are_there_after_a_month_and_a_restart(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    beginner.telegram.restarted()
    beginner.telegram.clock.passes(timedelta(days=31))
    await beginner.says("/start")
    await beginner.taps("resume")
    beginner.is_asked("people-child")


async def test_starting_over_asks_first_and_may_be_declined(reviewer: Client) -> None:
    before = await reviewer.answers()
    await reviewer.says("/start")
    await reviewer.taps("start-over")
    reviewer.reads("start-over-ask")
    await reviewer.taps("start-over-no")
    assert await reviewer.answers() == before
    assert reviewer.caption("calculate") in reviewer.last.buttons


async def test_starting_over_asks_the_first_question_without_the_earlier_answers(reviewer: Client) -> None:
    await reviewer.says("/start")
    await reviewer.taps("start-over", "start-over-yes")
    reviewer.is_asked("region")
    assert await reviewer.answers() == {}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_results_stay_when_somebody_starts_over(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    shown = client.last.text
    await client.says("/menu")
    await client.taps("menu-more", "start-over", "start-over-yes")
    await client.says("/menu")
    await client.taps("menu-result")
    assert client.last.text == shown


async def test_a_second_press_on_consent_changes_nothing(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.presses_data("consent:1", beginner.last.id, force=True)
    beginner.is_asked("household")


async def test_who_does_not_consent_leaves_nothing_behind(stranger: Client) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk", "consent-no")
    assert await rows_of_people(stranger.telegram.database) == {}

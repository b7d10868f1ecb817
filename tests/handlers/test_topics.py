"""Questions in words are answered at any moment in two lines, and what was asked goes on."""

import re
from typing import Final

import pytest

from bot.texts import Language, texts
from handlers.topics import KNOWN, topic_of
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, at_the_review

ASKED: Final = {
    "how_much": ("көмек қанша?", "АӘК қанша төлейді", "сколько дадут на 4 детей", "kömek qansha?"),
    "who_gets": ("кім алады", "кому положено", "кто получает помощь"),
    "papers": ("қандай құжат керек", "какие документы нужны", "kuzhat kerek pe", "документи какие"),
    "where": ("қайда барам", "где подавать", "а что мне делать?", "не істеймін"),
    "when_paid": ("қашан төлейді", "когда выплата", "ақша қашан түседі"),
    "deadline": ("қашанға дейін", "какой срок", "до какого числа"),
    "refused": ("бермеді неге", "отказали, почему", "тағайындамады"),
    "fraud": ("СМС код сұрап жатыр", "пришлите код из смс и получите 45 000", "это мошенники?"),
    "human": ("оператормен сөйлескім келеді", "дайте телефон"),
    "language": ("орысша жаз", "по русски можно"),
    "thanks": ("рақмет", "рахмет", "спасибо большое"),
    "what_is": ("АӘК деген не", "что такое асп", "бұл не", "АӘК-ке", "аәктің", "асп"),
    "commission": ("комиссия қашан келеді", "комиссия придёт?"),
    "contract": ("соцконтракт деген не", "әлеуметтік келісімшарт"),
    "job_refusal": ("жұмыстан бас тартсам ше", "если отказаться от работы"),
    "loan": ("кредитім бар", "несие"),
    "property": ("машинам бар", "есть вторая квартира"),
    "income": ("қандай табыс керек", "какие доходы считаются"),
    "large_family": ("көпбалалы анамын", "многодетная"),
    "again": ("қайта өтініш беру керек пе", "как продлить"),
    "registration": ("тіркеу жоқ", "прописка в другом месте"),
    "delete": ("удалить все", "жауаптарымды өшір"),
    "privacy": ("мои данные кто видит", "құпия ма"),
}
NO_TOPIC: Final = (
    "Айгүл",
    "Марс",
    "білмеймін",
    "сәлем",
    "привет",
    "екі балам студент",
    "150 мың",
    "Аспаз",
    "аспанда",
    "ақша",
    "акт",
)


@pytest.mark.parametrize(("topic", "asked"), [(topic, asked) for topic, ways in ASKED.items() for asked in ways])
def test_a_question_is_known_in_both_languages_and_alphabets(topic: str, asked: str) -> None:
    assert topic_of(asked) == topic


@pytest.mark.parametrize("said", NO_TOPIC)
def test_what_is_no_question_fits_no_topic(said: str) -> None:
    assert topic_of(said) is None


def test_every_topic_is_asked_about_here_and_there_are_twenty() -> None:
    assert KNOWN.keys() == ASKED.keys()
    assert len(KNOWN) >= 20


@pytest.mark.parametrize("language", Language)
def test_every_topic_is_answered_in_two_lines_at_most(language: Language) -> None:
    assert [topic for topic in KNOWN if len(texts(language).say(f"topic-{topic}").splitlines()) > 2] == []


@pytest.mark.parametrize("language", Language)
async def test_a_question_in_between_is_answered_and_the_interview_goes_on(
    telegram: Telegram, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await client.citizens_in()
    await client.says("сколько дадут на 4 детей")
    client.reads("topic-how_much")
    client.reads("topic-back", section=client.words.say("section-family"))
    await client.ticks("household", "children")
    assert (await client.answers())["household"] == ["children"]


async def test_a_pasted_message_that_asks_for_a_code_gets_the_warning(reviewer: Client) -> None:
    await reviewer.says("Сізге 45 000 теңге бөлінді. Алу үшін SMS код жіберіңіз.")
    reviewer.reads("topic-fraud")
    reviewer.reads("topic-back-review")
    assert reviewer.caption("calculate") in reviewer.last.buttons


async def test_who_asks_for_the_other_language_can_choose_it(beginner: Client) -> None:
    await beginner.says("по русски можно?")
    await beginner.taps("language-ru")
    beginner.language = Language.RU
    beginner.is_asked("region")


async def test_a_question_below_the_result_leaves_the_result_where_it_is(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    buttons = client.last.buttons
    await client.says("қандай құжат керек?")
    client.reads("topic-papers")
    assert client.last.buttons == buttons


@pytest.mark.parametrize("language", Language)
async def test_a_button_that_an_answer_names_is_called_so(telegram: Telegram, language: Language) -> None:
    client = await at_the_review(telegram, language)
    named = {"registration": "region-nowhere", "delete": "forget"}
    for topic, button in named.items():
        quoted = re.findall(r"«([^»]+)»", client.words.say(f"topic-{topic}"))
        assert client.caption(button) in quoted

"""A region is understood as people write it, and whatever may be several regions is asked again."""

import pytest

from bot.texts import Language, texts
from handlers.region_typed import is_nowhere, region_typed
from rules.regions import REGIONS
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import at_first_question

UNDERSTOOD = {
    "шымкент": "KZ-79",
    "Шымкент қаласы": "KZ-79",
    "ШЫМКЕНТ КАЛАСЫ": "KZ-79",
    " шымкент. ": "KZ-79",
    "г. Алматы": "KZ-75",
    "город алматы": "KZ-75",
    "Алматы қ.": "KZ-75",
    "Алматы облысы": "KZ-19",
    "алматинская": "KZ-19",
    "Алматинская обл.": "KZ-19",
    "алматин": "KZ-19",
    "область Абай": "KZ-10",
    "Абай облысында": "KZ-10",
    "Акмола": "KZ-11",
    "ақтөбе": "KZ-15",
    "актобе": "KZ-15",
    "Актюбинск": "KZ-15",
    "в Жамбылской области": "KZ-31",
    "жетису": "KZ-33",
    "караганд": "KZ-35",
    "Қарағанды": "KZ-35",
    "кызылорда": "KZ-43",
    "мангистау": "KZ-47",
    "туркестан": "KZ-61",
    "Улытау": "KZ-62",
    "Нур-Султан": "KZ-71",
    "нұр-сұлтан қаласы": "KZ-71",
    "западно казахстанская": "KZ-27",
    "БҚО": "KZ-27",
    "зко": "KZ-27",
    "ВКО": "KZ-63",
    "шқо": "KZ-63",
    "СКО": "KZ-59",
}
ASKED_AGAIN = (
    "Алматы",  # the city or the oblast
    "алм",
    "область",
    "облысы",
    "город",
    "ак",
    "шы",
    "Казахстан",
    "қазақстан",
    "Ташкент",
    "Шымкент Алматы",
    "шымкентский район",
    "12 7 3",
    "…",
    "",
)


@pytest.mark.parametrize("typed", UNDERSTOOD)
def test_a_region_is_understood_as_people_write_it(typed: str) -> None:
    assert region_typed(typed) == UNDERSTOOD[typed]


@pytest.mark.parametrize("typed", ASKED_AGAIN)
def test_what_may_be_several_regions_or_none_is_not_guessed(typed: str) -> None:
    assert region_typed(typed) is None


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_is_understood_by_its_name_and_where_it_is_in_both_languages(region: str) -> None:
    for said in map(texts, Language):
        assert region_typed(said.region(region)) == region
        where = said.region_in(region)
        # «в Алматы» may as well be the oblast, as people shorten it
        assert region_typed(where.upper()) == (None if where == "в Алматы" else region)


@pytest.mark.parametrize("language", list(Language))
async def test_whoever_types_a_region_goes_on_to_the_next_question(telegram: Telegram, language: Language) -> None:
    """The language of the name need not be the language of the conversation."""
    client = await at_first_question(telegram, language)
    await client.says("алматинская обл")
    client.is_asked("status")
    assert (await client.answers())["region"] == "KZ-19"


async def test_nonsense_gets_the_hint_and_the_question_again(beginner: Client) -> None:
    for typed in ("Ташкент", "Алматы", "область"):
        await beginner.says(typed)
        beginner.is_hinted("hint-press-button")
        beginner.is_asked("region")


async def test_the_name_of_a_region_is_no_answer_to_another_question(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.says("шымкент")
    beginner.is_hinted("hint-press-button")


# Registered nowhere


@pytest.mark.parametrize(
    "typed",
    [
        "нигде",
        "Нигде.",
        "нигде не прописаны",
        "нет прописки",
        "у меня нет прописки",
        "прописки нет",
        "не имею регистрации",
        "не прописан",
        "еш жерде",
        "Еш жерде тіркелмегенмін",
        "еш жерде тіркелген жоқпын",
        "тіркеуім жоқ",
        "прописка жоқ",
    ],
)
async def test_whoever_types_that_they_are_registered_nowhere_is_asked_where_they_live(
    beginner: Client, typed: str
) -> None:
    """And there the region may be typed as well."""
    await beginner.says(typed)
    beginner.is_asked("region-lived")
    await beginner.says("Алматы обл")
    beginner.is_asked("status")
    answers = await beginner.answers()
    assert (answers["region"], answers["region-lived"]) == ("nowhere", "KZ-19")


@pytest.mark.parametrize("typed", ["не прописан в Шымкенте", "нет", "жоқ", "Ташкент", "Шымкент", ""])
def test_what_may_mean_something_else_is_not_taken_for_nowhere(typed: str) -> None:
    assert not is_nowhere(typed)


async def test_nobody_lives_nowhere(beginner: Client) -> None:
    await beginner.says("нигде")
    await beginner.says("нигде")
    beginner.is_hinted("hint-press-button")
    beginner.is_asked("region-lived")

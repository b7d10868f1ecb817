"""An individual number, a card or a code that somebody types is kept nowhere, and they are told why."""

import pytest

from bot.texts import Language
from handlers.secrets_typed import holds_secret
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.offering import opens
from tests.handlers.tables import everything

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
SECRETS = [
    "ЖСН 850412 400123",
    "мой ИИН: 850412400123",
    "карта 4111 1111 1111 1111",
    "4111111111111111",
    "код 4821 келді",
    "SMS: 123456",
    "cvv 123",
    "123456 смс",
    "пароль: 4455",
]
HARMLESS = [
    "Анам 78 жаста, ауырады",
    "8 701 123 45 67 нөміріне қоңырау шалыңыз",
    "+7 (701) 123-45-67",
    "Кітапша № 123456789012345",
    "2026 жылдың 12 желтоқсанынан бері",
    "жалақы 150 000, бала 3",
    "850499123456",
    "диагноз M51.1, справка 1234",
]


@pytest.mark.parametrize("text", SECRETS)
def test_a_secret_is_recognised(text: str) -> None:
    assert holds_secret(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_phones_dates_and_sums_are_none(text: str) -> None:
    assert not holds_secret(text)


@BOTH_LANGUAGES
async def test_a_secret_in_a_reason_is_not_kept_and_the_words_before_it_stay(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-other")
    await client.says("Анам ауырады")
    await client.says("ЖСН 850412400123")
    assert client.words.say("hint-offer-secret") in client.last.text
    assert "Анам ауырады" in client.last.text
    kept = await everything(telegram)
    assert ("Анам ауырады" in kept, "850412400123" in kept) == (True, False)

"""The price of a refusal: the sum of a decision while it is paid, and otherwise an estimate that says it is one."""

import pytest

from bot.texts import Language
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import family_of_five
from tests.handlers.offering import opens

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
ESTIMATE = {"kk": "Алдын ала есеп бойынша", "ru": "По предварительному расчёту"}
DECISION = {"kk": "шешім бойынша", "ru": "по решению"}
UNKNOWN = {"kk": "Соманың қанша екенін бот білмейді", "ru": "Какая это сумма, бот не знает"}
DECIDED = {"assistance": "conditional", "monthly_tenge": 41_237, "supplement_tenge": 9_871, "paid_from": "2026-04-01"}
TODAY, YESTERDAY = "2026-05-12", "2026-05-11"


async def offered(telegram: Telegram, authority: Authority, language: Language) -> Client:
    """Return Aigul, to whom a job is offered."""
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    return client


async def price(client: Client) -> str:
    """Look at the price, and return it with ordinary spaces."""
    await opens(client)
    await client.taps("offer-refuse")
    return client.last.text.replace("\u00a0", " ")


@BOTH_LANGUAGES
async def test_without_a_decision_the_price_is_an_estimate_by_an_estimated_line(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Nobody has published the line of this quarter to the bot."""
    client = await offered(telegram, authority, language)
    await client.says("/check")
    await family_of_five(client, activity="casual")  # permanent work would exempt from the offer
    told = await price(client)
    assert ESTIMATE[language.value] in told
    assert DECISION[language.value] not in told
    estimated = client.words.say("offer-bill-line-estimate", line="|").split("|")
    assert all(part.replace("\u00a0", " ") in told for part in estimated)


@BOTH_LANGUAGES
@pytest.mark.parametrize(
    ("paid_until", "is_paid"), [(TODAY, True), ("2026-06-30", True), (None, True), (YESTERDAY, False)]
)
async def test_a_decided_sum_is_the_price_until_its_last_day(
    telegram: Telegram, authority: Authority, language: Language, paid_until: str | None, *, is_paid: bool
) -> None:
    """What ended yesterday can no longer be lost: then the sum is not known without answers."""
    client = await offered(telegram, authority, language)
    ends = {"paid_until": paid_until} if paid_until else {}
    await authority.moves_on("assigned", **DECIDED, **ends)
    told = await price(client)
    assert ("51 108 ₸" in told) is is_paid
    assert (DECISION[language.value] in told) is is_paid
    assert (UNKNOWN[language.value] in told) is not is_paid
    assert ESTIMATE[language.value] not in told


async def test_after_its_last_day_the_bill_is_an_estimate_again(telegram: Telegram, authority: Authority) -> None:
    """On both screens the same sum, and neither is that of the decision."""
    client = await offered(telegram, authority, Language.RU)
    await authority.moves_on("assigned", **DECIDED, paid_until=YESTERDAY)
    await client.says("/check")
    await family_of_five(client, activity="casual")
    assert ESTIMATE["ru"] in await price(client)
    await opens(client)
    await client.taps("offer-bill")
    assert "51\u00a0108" not in client.last.text
    assert DECISION["ru"] not in client.last.text


async def test_a_grant_is_no_wage_anywhere_in_the_chat(telegram: Telegram, authority: Authority) -> None:
    """The card says the sum without a month, and the bill counts it as no income."""
    client = await follower(telegram, authority, Language.RU, AIGUL)
    await authority.offers(measure="grant", title="Тігін цехы", wage_tenge=1_500_000)
    await opens(client)
    assert "Тігін цехы, 1\u00a0500\u00a0000\u00a0₸.\n" in client.last.text
    assert "в месяц" not in client.last.text
    await client.says("/check")
    await family_of_five(client)
    await opens(client)
    await client.taps("offer-bill")
    assert client.last.text.startswith("Сумма в предложении – не доход за месяц")
    assert "1\u00a0500\u00a0000" not in client.last.text

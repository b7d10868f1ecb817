"""What the authority reads of a refusal: that the warning was on the screen, and nothing of the interview's answers."""

import json

import pytest

from bot.api import offers as api_offers
from bot.store import cases, journal
from bot.store.entry_details import EntryDetails
from bot.store.journal import Entry
from bot.texts import Language
from bot.wording.shown_words import DECIDED as WITH_DECIDED_SUM
from bot.wording.shown_words import FROM_ANSWERS, LEFT_OUT, SUM, WITH_SUMS, without_answers
from bot.wording.shown_words import WARNING as WITH_WARNING
from tests.cast.interview import names_of_texts
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import alone, family_of_five
from tests.handlers.offering import opens

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
FOLLOWS = {"kk": "бойынша қатысуға міндетті емессіз", "ru": "По вашим ответам участвовать не обязательно"}
NOTHING_DUE = {"kk": "қазір де тиесілі емес", "ru": "она и сейчас не положена"}
WARNING = {"kk": "⚠️ Асықпаңыз.", "ru": "⚠️ Не спешите."}
FOR_EVERYBODY = {
    *(
        "offer-bill-afterwards",
        "offer-bill-basis",
        "offer-bill-columns",
        "offer-bill-gap-member",
        "offer-bill-missing",
        "offer-bill-no-answers",
    ),
    *("offer-bill-no-income", "offer-bill-no-wage", "offer-bill-refused-unknown", "offer-bill-struck-off"),
    *("offer-bill-supplement-unknown", "offer-bill-unchanged", "offer-bill-unchanged-then", "offer-bill-wage-from"),
    *("offer-bill-wage", "offer-bill-who", "offer-price-cannot", "offer-price-unknown", "offer-price-unknown-told"),
    "offer-refuse-costs-unknown",
}
"""Texts of the price that are the same whatever somebody has answered."""
HOLD_ANOTHER = {"offer-price-decided", "offer-price-exempt", "offer-price-exempt-self", "offer-price-nothing"}
DECIDED = {"assistance": "conditional", "monthly_tenge": 41_237, "supplement_tenge": 9_871, "paid_from": "2026-04-01"}


async def offered_after_answering(
    telegram: Telegram, authority: Authority, language: Language, activity: str, wage: str
) -> Client:
    """Return Aigul, who has told of her family, and to whom a job without a wage is offered."""
    client = await follower(telegram, authority, language, AIGUL)
    await client.says("/check")
    await family_of_five(client, wage, activity=activity)
    await authority.offers(wage_tenge=None)
    await authority.is_delivered()
    return client


async def refuses(client: Client) -> str:
    """Refuse with both taps, and return what was read above them."""
    await opens(client)
    await client.taps("offer-refuse")
    price = client.last.text
    await client.taps("offer-refuse_anyway")
    both = f"{price}\n{client.last.text}"
    await client.taps("offer-refuse_yes")
    return both


async def journal_of(authority: Authority) -> list[Entry]:
    """Return what happened in the case."""
    async with authority.world.database.reading() as connection:
        return await journal.of_case(connection, authority.world.cipher, await authority.id_of())


async def read_by_the_authority(telegram: Telegram, authority: Authority) -> str:
    """Return all that a case says of its offers and its history, as the API hands it out."""
    async with telegram.database.reading() as connection:
        case = await cases.load(connection, telegram.cipher, await authority.id_of())
        assert case is not None
        (seen,) = await api_offers.of_case(connection, authority.world, case)
    history = [api_offers.read_out(entry) for entry in await journal_of(authority)]
    return seen.model_dump_json() + json.dumps(history, ensure_ascii=False)


@BOTH_LANGUAGES
@pytest.mark.parametrize(
    ("activity", "wage", "said"),
    [("casual", "150000", None), ("employed", "150000", FOLLOWS), ("casual", "300000", NOTHING_DUE)],
)
async def test_what_was_worked_out_of_the_answers_never_reaches_the_authority(
    telegram: Telegram, authority: Authority, language: Language, activity: str, wage: str, said: dict[str, str] | None
) -> None:
    """The person reads sums and what follows from the answers; the proof says that a warning was shown."""
    client = await offered_after_answering(telegram, authority, language, activity, wage)
    read = await refuses(client)
    assert said[language.value] in read if said else SUM.search(read)
    told = await read_by_the_authority(telegram, authority)
    assert not SUM.search(told), SUM.findall(told)
    assert not any(words[language.value] in told for words in (FOLLOWS, NOTHING_DUE))
    warning = WARNING[language.value]
    assert (f"{warning} {LEFT_OUT}" if said else warning) in told


async def test_the_warning_keeps_its_words_and_the_decision_its_sum(telegram: Telegram, authority: Authority) -> None:
    """The authority has decided that sum itself; what all must know is no secret."""
    client = await follower(telegram, authority, Language.RU, AIGUL)
    await authority.moves_on("assigned", **DECIDED)
    await authority.offers(wage_tenge=None)
    await authority.is_delivered()
    await refuses(client)
    told = await read_by_the_authority(telegram, authority)
    assert "Если отказаться, вся семья теряет помощь до" in told
    assert "по решению 51\u00a0108\u00a0₸ в месяц" in told


async def test_what_was_kept_before_is_read_out_without_it(telegram: Telegram, authority: Authority) -> None:
    """Rows of an earlier time hold the whole screen; they are not changed, and nobody reads it."""
    client = await offered_after_answering(telegram, authority, Language.RU, "employed", "150000")
    read = await refuses(client)
    whole = "".join(part + "\n" for part in read.split("\n"))
    entries = await journal_of(authority)
    async with authority.world.database.transaction() as transaction:
        for entry in entries:
            if entry.kind in api_offers.SHOWN:
                old: EntryDetails = {**entry.details, "shown": {**entry.details["shown"], "text": whole}}
                await journal.replace(transaction, telegram.cipher, entry.number, old)
    told = await read_by_the_authority(telegram, authority)
    assert not SUM.search(told), SUM.findall(told)
    assert FOLLOWS["ru"] not in told


async def test_an_offers_own_sum_stays(telegram: Telegram, authority: Authority) -> None:
    """What the authority wrote is its own."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await client.says("/check")
    await alone(client)
    await authority.offers(wage_tenge=120_000)
    await authority.is_delivered()
    await opens(client)
    assert "120\u00a0000\u00a0₸" in client.last.text
    assert without_answers(client.last.text) == client.last.text
    assert "120\u00a0000\u00a0₸" in await read_by_the_authority(telegram, authority)


def test_of_every_text_of_the_price_it_is_said_whether_it_tells_what_was_answered() -> None:
    """Whoever writes a new one decides that, or the authority would read it."""
    of_price = {
        name for name in names_of_texts("kk") if name.startswith(("offer-bill-", "offer-price", "offer-refuse-costs"))
    }
    of_answers = {*FROM_ANSWERS, *WITH_SUMS, *WITH_DECIDED_SUM, *WITH_WARNING}
    of_both_months = {name for name in FROM_ANSWERS if name.startswith("what-if-")}
    assert {"what-if-per-person", "what-if-assistance", "what-if-total"} <= of_both_months
    assert of_price | of_both_months == of_answers | FOR_EVERYBODY | HOLD_ANOTHER

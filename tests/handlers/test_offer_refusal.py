"""Refusing a job offer in the chat: the price first, two buttons in two places, a reason, and every way back."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import pytest

from bot.sandbox.person_requests import NewMessage, Sticker
from bot.store import journal
from bot.store.journal import Entry
from bot.texts import Language, texts
from bot.wording.offer_bill import price_again
from bot.wording.phrases import plain
from handlers.offer_draft import LONGEST_TEXT
from rules.offer import OfferState
from rules.offer_bill import NOTHING, cost_of_refusing
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.families import family_of_five
from tests.handlers.files import MEDIA
from tests.handlers.offering import (
    ROWS,
    captions,
    learnt,
    opens,
    passes_until,
    presses,
    proofs,
    said,
    the_offer,
)

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
PRICE_ROWS = ["offer-cannot", "offer-refuse_anyway", "back"]
TENGE: Final = re.compile(r"[\d\u00a0]+\u00a0₸")
SIX_MONTHS_ON = {"kk": "12 қарашаға", "ru": "12 ноября"}
CONFIRM_ROWS = ["offer-no", "offer-refuse_yes"]


async def offered_in(telegram: Telegram, authority: Authority, language: Language = Language.KK) -> Client:
    """Return Aigul, to whom a job is offered; its card is the last message."""
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await opens(client)
    return client


@pytest.fixture
async def offered(telegram: Telegram, authority: Authority) -> Client:
    """Aigul, at the card."""
    return await offered_in(telegram, authority)


@pytest.fixture
async def confirming(offered: Client) -> Client:
    """Aigul, before the last button of a refusal."""
    await offered.taps("offer-refuse", "offer-refuse_anyway")
    return offered


async def journal_of(authority: Authority) -> list[Entry]:
    """Return what happened in the case."""
    async with authority.world.database.reading() as connection:
        return await journal.of_case(connection, authority.world.cipher, await authority.id_of())


@BOTH_LANGUAGES
async def test_the_price_comes_first_and_then_a_second_button_in_another_place(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    assert client.last.buttons.index(client.caption("offer-refuse")) == 3
    await client.taps("offer-refuse")
    said(client, "offer-price-cannot")
    assert SIX_MONTHS_ON[language] in client.last.text, "six months from today"
    assert client.last.buttons == captions(client, "offer-answer", *PRICE_ROWS)
    await client.taps("offer-refuse_anyway")
    confirm = said(client, "offer-refuse-confirm")
    said(client, "offer-refuse-costs-unknown", until_to=SIX_MONTHS_ON[language])
    said(client, "offer-refuse-reason-ask")
    assert confirm.buttons == captions(client, *CONFIRM_ROWS), "where the first button stood is the way back"
    assert await learnt(authority) == []
    await client.taps("offer-refuse_yes")
    said(client, "offer-refused-done")
    said(client, "offer-back-until")
    assert client.last.buttons == captions(client, "offer-take_back")
    assert await learnt(authority) == [("offer_refused", {"offer_id": "o1", "person": "p1"})]


@BOTH_LANGUAGES
async def test_with_saved_answers_the_price_is_in_tenge_on_both_screens(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await client.says("/check")
    await family_of_five(client)
    await opens(client)
    await client.taps("offer-refuse")
    assert client.last.text.count("₸") >= 2, "what is lost each month and in all"
    assert client.last.buttons == captions(client, *PRICE_ROWS)
    price = client.last.text
    await client.taps("offer-refuse_anyway")
    costs = client.last.text.splitlines()[2]
    assert SIX_MONTHS_ON[language] in costs
    (loss,) = TENGE.findall(costs)
    assert loss in price


async def test_without_answers_and_decision_the_questions_can_be_answered_from_the_price(
    telegram: Telegram, authority: Authority
) -> None:
    client = await offered_in(telegram, authority)
    await client.taps("offer-refuse", "offer-answer")
    await family_of_five(client)
    await opens(client)
    await client.taps("offer-refuse")
    assert "₸" in client.last.text
    assert await learnt(authority) == []


async def test_with_a_decision_the_price_is_what_the_decision_pays(telegram: Telegram, authority: Authority) -> None:
    client = await offered_in(telegram, authority)
    paid = {"monthly_tenge": 41_237, "supplement_tenge": 9_871, "paid_from": "2026-04-01", "paid_until": "2026-06-30"}
    await authority.moves_on("assigned", **paid)
    await client.taps("offer-refuse")
    assert client.words.money(41_237 + 9_871) in client.last.text
    assert client.words.money(6 * (41_237 + 9_871)) in client.last.text
    await client.taps("offer-refuse_anyway")
    said(client, "offer-refuse-costs", until_to=SIX_MONTHS_ON["kk"], loss=client.words.money(41_237 + 9_871))


@BOTH_LANGUAGES
def test_where_nothing_is_due_the_confirm_screen_says_that_nothing_will_be_assigned(language: Language) -> None:
    words, cost = texts(language), cost_of_refusing(date(2026, 5, 12), estimated=NOTHING)
    told = price_again(words, cost, date(2026, 5, 12))
    assert told == words.say("offer-refuse-costs-nothing", until_to=SIX_MONTHS_ON[language])
    assert "₸" not in told


async def test_the_text_of_both_refusing_screens_is_kept(authority: Authority, confirming: Client) -> None:
    shown = confirming.last
    await confirming.taps("offer-refuse_yes")
    proof = (await proofs(authority))[-1]
    assert proof["of"] == "offer_refused"
    assert proof["shown"]["message_id"] == shown.id
    assert "ұсынысынан бас тартасыз" in proof["shown"]["text"]


@pytest.mark.parametrize("way", [["back"], ["offer-refuse_anyway", "offer-no"]], ids=["price", "confirm"])
async def test_the_way_back_leads_to_the_card_and_nothing_is_said(
    authority: Authority, offered: Client, way: list[str]
) -> None:
    await offered.taps("offer-refuse", *way)
    assert offered.last.buttons == captions(offered, *ROWS)
    assert await learnt(authority) == []


async def test_from_the_price_one_gets_to_the_reasons_that_are_no_refusal(
    authority: Authority, offered: Client
) -> None:
    await offered.taps("offer-refuse", "offer-cannot")
    said(offered, "offer-cannot")
    assert await learnt(authority) == []


# The second button only just after the first, in one message


@BOTH_LANGUAGES
async def test_the_second_button_alone_refuses_nothing_and_shows_the_price(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await presses(client, "refuse_yes")
    await is_priced_again(client, authority)
    await presses(client, "refuse_yes")
    await is_priced_again(client, authority)
    await client.taps("offer-refuse_anyway", "offer-refuse_yes")
    said(client, "offer-refused-done")


async def test_the_first_button_is_taken_only_below_the_price(authority: Authority, offered: Client) -> None:
    card = offered.last
    await presses(offered, "refuse_anyway")
    await is_priced_again(offered, authority)
    await offered.presses_data("offer|1|0|refuse_anyway|", card.id, force=True)
    await is_priced_again(offered, authority)
    await offered.taps("offer-refuse_anyway", "offer-refuse_yes")
    (seen,) = [entry.details["shown"] for entry in await journal_of(authority) if entry.kind == "offer_price_seen"]
    assert plain(offered.words.say("offer-price-cannot")) in str(seen["text"]), (
        "the proof holds the price, not the card"
    )


async def test_a_double_tap_on_the_first_button_asks_once(authority: Authority, offered: Client) -> None:
    await offered.taps("offer-refuse")
    price, before = offered.last, len(offered.sees)
    for _ in range(2):
        await offered.presses_data("offer|1|0|refuse_anyway|", price.id, force=True)
    said(offered, "offer-refuse-confirm")
    assert len(offered.sees) == before
    await offered.taps("offer-refuse_yes")
    assert (await the_offer(authority)).state is OfferState.REFUSED


@pytest.mark.parametrize(
    ("minutes", "state"), [(9, OfferState.REFUSED), (10, OfferState.OPEN), (47 * 60, OfferState.OPEN)]
)
async def test_a_confirm_screen_that_was_left_lying_refuses_nothing(
    authority: Authority, confirming: Client, minutes: int, state: OfferState
) -> None:
    confirming.telegram.clock.passes(timedelta(minutes=minutes))
    await confirming.taps("offer-refuse_yes")
    assert (await the_offer(authority)).state is state
    if state is OfferState.OPEN:
        await is_priced_again(confirming, authority)


async def test_the_price_that_changed_meanwhile_is_read_before_anything_is_refused(
    authority: Authority, confirming: Client
) -> None:
    confirm = confirming.last
    await confirming.says("/offers")
    await authority.moves_on("assigned", monthly_tenge=75_000, paid_from="2026-04-01", paid_until="2026-06-30")
    confirming.telegram.clock.passes(timedelta(hours=47))
    await confirming.presses_data("offer|1|0|refuse_yes|", confirm.id)
    await is_priced_again(confirming, authority)
    assert confirming.words.money(75_000) in confirming.last.text


async def test_of_two_price_screens_the_older_ones_confirm_button_refuses_nothing(
    authority: Authority, offered: Client
) -> None:
    card = offered.last
    await offered.taps("offer-refuse", "offer-refuse_anyway")
    confirm = offered.last
    await offered.presses_data("offer|1|0|refuse|", card.id)
    await offered.taps("back")
    await offered.presses_data("offer|1|0|refuse_yes|", confirm.id)
    await is_priced_again(offered, authority)


async def test_after_the_way_back_the_same_message_refuses_nothing(authority: Authority, confirming: Client) -> None:
    confirm = confirming.last
    await confirming.taps("offer-no")
    await confirming.presses_data("offer|1|0|refuse_yes|", confirm.id, force=True)
    await is_priced_again(confirming, authority)


@pytest.mark.parametrize("word", ["open", "bill", "accept", "cannot", "refuse", "back"])
async def test_whoever_has_looked_at_the_offer_again_reads_the_price_again(
    authority: Authority, confirming: Client, word: str
) -> None:
    confirm = confirming.last
    await presses(confirming, word)
    await confirming.presses_data("offer|1|0|refuse_yes|", confirm.id, force=True)
    await is_priced_again(confirming, authority)


async def test_whoever_has_looked_at_another_offer_reads_the_price_again(
    authority: Authority, confirming: Client
) -> None:
    confirm = confirming.last
    await authority.offers("o2", title="Курс")
    await presses(confirming, "refuse", number=2)
    await confirming.taps("offer-refuse_anyway")
    await confirming.presses_data("offer|1|0|refuse_yes|", confirm.id)
    await is_priced_again(confirming, authority)
    assert (await the_offer(authority, "o2")).state is OfferState.OPEN


async def is_priced_again(client: Client, authority: Authority) -> None:
    """Check that nothing was refused, and that the last message says so above the price."""
    said(client, "offer-reply-price_first")
    said(client, "offer-price-cannot")
    assert client.caption("offer-refuse_anyway") in client.last.buttons
    assert (await the_offer(authority)).state is OfferState.OPEN
    assert await learnt(authority) == []


async def test_after_taking_back_a_refusal_needs_both_buttons_again(authority: Authority, confirming: Client) -> None:
    await confirming.taps("offer-refuse_yes", "offer-take_back")
    await presses(confirming, "refuse_yes", sequence=2)
    said(confirming, "offer-reply-price_first")
    assert (await the_offer(authority)).state is OfferState.TAKEN_BACK


# The reason


@BOTH_LANGUAGES
async def test_a_reason_is_written_before_the_last_button_and_shown_with_it(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await client.taps("offer-refuse", "offer-refuse_anyway")
    await client.says("Алыс & қымбат")
    said(client, "offer-refuse-confirm")
    said(client, "offer-refuse-reason", reason="Алыс &amp; қымбат")
    assert client.last.buttons == captions(client, *CONFIRM_ROWS)
    await client.says("Жол <жоқ>")
    said(client, "offer-refuse-reason", reason="Алыс &amp; қымбат\nЖол &lt;жоқ&gt;")
    assert await learnt(authority) == []
    await client.taps("offer-refuse_yes")
    reason = "Алыс & қымбат\nЖол <жоқ>"
    assert await learnt(authority) == [("offer_refused", {"offer_id": "o1", "person": "p1", "reason": reason})]
    assert "Жол <жоқ>" in (await proofs(authority))[-1]["shown"]["text"], "plain, as it was read"


async def test_words_that_look_like_an_answer_do_not_refuse(authority: Authority, confirming: Client) -> None:
    for text in (confirming.caption("offer-refuse_yes"), "Иә", "да", "offer|1|0|refuse_yes|"):
        await confirming.says(text)
    assert (await the_offer(authority)).state is OfferState.OPEN


async def test_too_many_words_are_not_added_and_what_was_written_stays(
    authority: Authority, confirming: Client
) -> None:
    await confirming.says("Алыс")
    await confirming.says("ө" * LONGEST_TEXT)
    said(confirming, "hint-offer-text-long", most=confirming.words.decimal(Decimal(LONGEST_TEXT)))
    said(confirming, "offer-refuse-reason", reason="Алыс")
    await confirming.taps("offer-refuse_yes")
    assert (await learnt(authority))[-1][1]["reason"] == "Алыс"


@pytest.mark.parametrize("new", [MEDIA["photo"], MEDIA["document"], NewMessage(sticker=Sticker())])
async def test_a_photo_is_no_reason_of_a_refusal(authority: Authority, confirming: Client, new: NewMessage) -> None:
    await confirming.sends(new)
    said(confirming, "hint-offer-only-words")
    assert confirming.last.buttons == captions(confirming, *CONFIRM_ROWS)
    assert await learnt(authority) == []


async def test_what_is_typed_after_the_way_back_is_no_reason(authority: Authority, confirming: Client) -> None:
    await confirming.says("Алыс")
    await confirming.taps("offer-no", "offer-refuse", "offer-refuse_anyway")
    said(confirming, "offer-refuse-reason-ask")
    await confirming.taps("offer-refuse_yes")
    assert "reason" not in (await learnt(authority))[-1][1]


@pytest.mark.parametrize("command", ["/menu", "/help", "/offers", "/case"])
async def test_a_command_leaves_the_refusal_and_what_is_typed_then_is_no_reason(
    authority: Authority, confirming: Client, command: str
) -> None:
    await confirming.says(command)
    await confirming.says("Алыс")
    assert "Алыс" not in confirming.last.text
    await confirming.taps("offer-refuse_yes")
    await is_priced_again(confirming, authority)
    await confirming.taps("offer-refuse_anyway", "offer-refuse_yes")
    assert "reason" not in (await learnt(authority))[-1][1]


async def test_a_reason_typed_long_after_the_first_button_stays_below_the_price(
    authority: Authority, confirming: Client
) -> None:
    confirming.telegram.clock.passes(timedelta(minutes=10))
    await confirming.says("Алыс")
    await is_priced_again(confirming, authority)
    await confirming.taps("offer-refuse_anyway")
    said(confirming, "offer-refuse-reason", reason="Алыс")
    await confirming.taps("offer-refuse_yes")
    assert (await learnt(authority))[-1][1]["reason"] == "Алыс"


async def test_while_a_reason_is_written_only_the_newest_confirm_screen_counts(
    authority: Authority, confirming: Client
) -> None:
    older = confirming.last
    await confirming.says("Алыс")
    said(confirming, "offer-refuse-costs-unknown", until_to=SIX_MONTHS_ON["kk"])
    await confirming.presses_data("offer|1|0|refuse_yes|", older.id)
    await is_priced_again(confirming, authority)


async def test_a_message_that_comes_again_while_a_reason_is_written_shows_no_button_that_refuses(
    authority: Authority, confirming: Client
) -> None:
    await confirming.says("Алыс")
    asked = confirming.last
    await confirming.telegram.deliver_again()
    assert confirming.last.buttons == captions(confirming, *ROWS)
    await confirming.presses_data("offer|1|0|refuse_yes|", asked.id)
    assert (await the_offer(authority)).state is OfferState.REFUSED, "the question above still stands"
    assert (await learnt(authority))[-1][1]["reason"] == "Алыс"


async def test_words_sent_after_the_deadline_are_told_that_it_is_too_late(
    authority: Authority, confirming: Client
) -> None:
    passes_until(confirming, at(15, 18))
    await confirming.says("Алыс")
    said(confirming, "offer-reply-too_late")
    assert confirming.last.buttons == []
    await confirming.says("Алыс")
    assert "Алыс" not in confirming.last.text, "from now on it is an answer to the questions"
    assert (await the_offer(authority)).state is OfferState.OPEN


async def test_the_question_on_the_screen_waits_while_a_reason_is_written(
    authority: Authority, confirming: Client
) -> None:
    question = next(bubble for bubble in confirming.sees if confirming.words.region_short("KZ-79") in bubble.buttons)
    data = question.data_of(confirming.words.region_short("KZ-79"))
    await confirming.presses_data(data, question.id)
    assert confirming.words.say("question-status") in confirming.last.text
    await confirming.says("Алыс")
    assert "Алыс" not in confirming.last.text, "it is no reason of a refusal"
    assert (await the_offer(authority)).state is OfferState.OPEN

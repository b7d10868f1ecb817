"""Refusing a job offer in the chat: the price first, two buttons in two places, a reason, and every way back."""

import pytest

from bot.sandbox.person_requests import NewMessage, Sticker
from bot.texts import Language
from handlers.answering import LONGEST_TEXT
from rules.offer import OfferState
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.families import family_of_five
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
from tests.handlers.test_robustness import MEDIA

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
PRICE_ROWS = ["back", "offer-cannot", "offer-refuse_anyway"]
CONFIRM_ROWS = ["offer-refuse_yes", "offer-no"]


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


@BOTH_LANGUAGES
async def test_the_price_comes_first_and_then_a_second_button_in_another_place(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    assert client.last.buttons.index(client.caption("offer-refuse")) == 3
    await client.taps("offer-refuse")
    said(client, "offer-price-cannot")
    assert {"kk": "12 қараша", "ru": "12 ноября"}[language] in client.last.text, "six months from today"
    assert client.last.buttons == captions(client, *PRICE_ROWS)
    await client.taps("offer-refuse_anyway")
    confirm = said(client, "offer-refuse-confirm")
    said(client, "offer-refuse-reason-ask")
    assert confirm.buttons == captions(client, *CONFIRM_ROWS), "where the first button stood is the way back"
    assert await learnt(authority) == []
    await client.taps("offer-refuse_yes")
    said(client, "offer-refused-done")
    said(client, "offer-back-until")
    assert client.last.buttons == captions(client, "offer-take_back")
    assert await learnt(authority) == [("offer_refused", {"offer_id": "o1", "person": "p1"})]


async def test_with_saved_answers_the_price_is_in_tenge(telegram: Telegram, authority: Authority) -> None:
    client = await offered_in(telegram, authority)
    await client.says("/check")
    await family_of_five(client)
    await opens(client)
    await client.taps("offer-refuse")
    assert client.last.text.count("₸") >= 2, "what is lost each month and in all"


async def test_with_a_decision_the_price_is_what_the_decision_pays(telegram: Telegram, authority: Authority) -> None:
    client = await offered_in(telegram, authority)
    paid = {"monthly_tenge": 41_237, "supplement_tenge": 9_871, "paid_from": "2026-04-01", "paid_until": "2026-06-30"}
    await authority.moves_on("assigned", **paid)
    await client.taps("offer-refuse")
    assert client.words.money(41_237 + 9_871) in client.last.text
    assert client.words.money(6 * (41_237 + 9_871)) in client.last.text


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


async def test_the_second_button_alone_refuses_nothing(authority: Authority, offered: Client) -> None:
    await presses(offered, "refuse_yes")
    said(offered, "offer-reply-outdated")
    assert (await the_offer(authority)).state is OfferState.OPEN


async def test_after_taking_back_a_refusal_needs_both_buttons_again(authority: Authority, confirming: Client) -> None:
    await confirming.taps("offer-refuse_yes", "offer-take_back")
    await presses(confirming, "refuse_yes", sequence=2)
    said(confirming, "offer-reply-outdated")
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
    assert "Жол &lt;жоқ&gt;" in (await proofs(authority))[-1]["shown"]["text"]


async def test_words_that_look_like_an_answer_do_not_refuse(authority: Authority, confirming: Client) -> None:
    for text in (confirming.caption("offer-refuse_yes"), "Иә", "да", "offer|1|0|refuse_yes|"):
        await confirming.says(text)
    assert (await the_offer(authority)).state is OfferState.OPEN


async def test_too_many_words_are_not_added_and_what_was_written_stays(
    authority: Authority, confirming: Client
) -> None:
    await confirming.says("Алыс")
    await confirming.says("ө" * LONGEST_TEXT)
    said(confirming, "hint-offer-text-long", most=str(LONGEST_TEXT))
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
    assert "reason" not in (await learnt(authority))[-1][1]


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
    assert confirming.words.say("question-household") in confirming.sees[0].text, "in its place"
    await confirming.says("Алыс")
    assert "Алыс" not in confirming.last.text, "it is no reason of a refusal"
    assert (await the_offer(authority)).state is OfferState.OPEN

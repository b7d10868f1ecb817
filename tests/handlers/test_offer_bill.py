"""What a job offer changes for the family: from the answers that are saved, or after they are given."""

import pytest

from bot.texts import Language
from rules import PovertyLines, assess
from rules.interview.household_from_answers import household_from
from rules.offer import Measure
from rules.offer_bill import Bill, bill
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import alone, family_of_five
from tests.handlers.offering import ROWS, captions, learnt, opens, presses, said
from tests.handlers.wandering import setting_of

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


async def offered(
    telegram: Telegram, authority: Authority, language: Language = Language.KK, label: str | None = AIGUL
) -> Client:
    """Return somebody who follows the case, to whom, or beside whom, a job is offered."""
    client = await follower(telegram, authority, language, label)
    await authority.offers()
    return client


async def told_by(client: Client, member: str) -> Bill:
    """Return the bill of the saved answers for a member."""
    from handlers.conversation import Conversation  # noqa: PLC0415, only here

    answers = await client.answers()
    setting = setting_of(Conversation(answers=answers))
    household = household_from(answers, setting)
    assert assess(household, setting.on, PovertyLines()) is not None
    return bill(household, member, Measure.VACANCY, 180_000, None, setting.on, PovertyLines())


def has_the_figures_of(client: Client, expected: Bill) -> None:
    """Check that the last message has the sums of both sides."""
    total = expected.cost.total
    assert expected.taken is not None
    assert total is not None
    assert client.words.money_range(*expected.taken.total) in client.last.text
    assert client.words.money_range(*total) in client.last.text


@BOTH_LANGUAGES
async def test_without_answers_it_says_what_it_needs_and_offers_to_ask(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered(telegram, authority, language)
    await opens(client)
    await client.taps("offer-bill")
    said(client, "offer-bill-no-answers")
    said(client, "offer-bill-afterwards")
    assert client.last.buttons == captions(client, "offer-answer", "back")
    await client.taps("offer-answer")
    await family_of_five(client)
    await opens(client)
    await client.taps("offer-bill")
    has_the_figures_of(client, await told_by(client, "self"))
    assert client.last.buttons == captions(client, "back")
    await client.taps("back")
    assert client.last.buttons == captions(client, *ROWS)
    assert await learnt(authority) == []


async def test_half_of_the_answers_are_not_enough(telegram: Telegram, authority: Authority) -> None:
    client = await offered(telegram, authority)
    await client.says("/check")
    await client.citizens_in()
    await opens(client)
    await client.taps("offer-bill")
    said(client, "offer-bill-no-answers")
    await client.taps("offer-answer")
    client.is_asked("household")


@BOTH_LANGUAGES
async def test_whoever_is_not_named_says_which_adult_takes_part(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered(telegram, authority, language, label=None)
    await client.says("/check")
    await family_of_five(client)
    await opens(client)
    await client.taps("offer-bill")
    asked = said(client, "offer-bill-who", person=AIGUL)
    adults = [client.words.say("person-self"), client.words.say("person-spouse")]
    assert asked.buttons == [*adults, client.caption("back")]
    await client.presses(client.words.say("person-spouse"))
    assert client.last.id == asked.id, "in place of the question"
    has_the_figures_of(client, await told_by(client, "spouse"))


async def test_whoever_lives_alone_is_not_asked_who_takes_part(telegram: Telegram, authority: Authority) -> None:
    client = await offered(telegram, authority, label=None)
    await client.says("/check")
    await alone(client)
    await opens(client)
    await client.taps("offer-bill")
    has_the_figures_of(client, await told_by(client, "self"))


@pytest.mark.parametrize("member", ["child-1", "burn", "1"])
async def test_a_made_up_member_is_asked_for_again(telegram: Telegram, authority: Authority, member: str) -> None:
    client = await offered(telegram, authority)
    await client.says("/check")
    await family_of_five(client)
    await presses(client, "bill", about=member)
    said(client, "offer-bill-who", person=AIGUL)


async def test_a_quarter_looked_at_before_changes_nothing_of_the_bill(telegram: Telegram, authority: Authority) -> None:
    client = await offered(telegram, authority)
    await client.says("/check")
    await family_of_five(client)
    await client.taps("calculate")
    await opens(client)
    await client.taps("offer-bill")
    today = client.last.text
    await client.presses_data("x|quarter|2022-Q1", client.last.id, force=True)
    await opens(client)
    await client.taps("offer-bill")
    assert client.last.text == today


async def test_an_offer_that_awaits_no_answer_has_no_bill(telegram: Telegram, authority: Authority) -> None:
    client = await offered(telegram, authority)
    await opens(client)
    card = client.last
    await authority.offers(kind="withdrawn")
    await client.presses_data(card.data_of(client.caption("offer-bill")), card.id)
    said(client, "offer-stands-withdrawn")
    assert client.last.buttons == []


async def test_the_bill_opens_the_offer_and_answers_nothing(telegram: Telegram, authority: Authority) -> None:
    client = await offered(telegram, authority)
    await presses(client, "bill")
    assert [kind for kind, _ in await authority.learns()][-1] == "offer_opened"
    assert await learnt(authority) == []

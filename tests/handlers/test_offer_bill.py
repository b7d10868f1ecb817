"""What a job offer changes for the family: from the answers that are saved, or after they are given."""

import pytest

from bot.texts import Language
from bot.wording.phrases import plain
from rules import PovertyLines, assess
from rules.interview.household_from_answers import household_from
from rules.offer import Measure
from rules.offer_bill import Bill, bill
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import alone, family_of_five
from tests.handlers.offering import ROWS, captions, learnt, opens, presses, said
from tests.handlers.wandering import assessment_day_of

BELOW = ("offer-accept", "offer-cannot", "back", "offer-refuse")
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
    assessment_day = assessment_day_of(Conversation(answers=answers))
    household = household_from(answers, assessment_day)
    assert assess(household, assessment_day.on, PovertyLines()) is not None
    return bill(household, member, Measure.VACANCY, 180_000, None, assessment_day.on, PovertyLines())


def has_the_figures_of(client: Client, expected: Bill) -> None:
    """Check that the last message has the sums of both sides, side by side."""
    total = expected.cost.total
    assert expected.taken is not None
    assert total is not None
    now, then = expected.taken.both
    rows = {
        "assistance": (now.assistance, then.assistance),
        "total": ((now.total_low, now.total_high or 0), (then.total_low, then.total_high or 0)),
    }
    for name, (before, after) in rows.items():
        told = {"now": client.words.money_range(*before), "then": client.words.money_range(*after)}
        assert plain(client.words.say(f"what-if-{name}", **told)) in client.last.text
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
    assert client.last.buttons == captions(client, *BELOW)
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


@BOTH_LANGUAGES
async def test_the_answers_stand_below_the_bill_and_each_leads_where_it_does_on_the_card(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Refusing is lowest there and not in the next message: one finger cannot refuse by pressing in one place."""
    client = await offered(telegram, authority, language)
    await client.says("/check")
    await family_of_five(client)
    for word, asked in (("accept", "offer-accept-confirm"), ("cannot", "offer-cannot")):
        await opens(client)
        await client.taps("offer-bill", f"offer-{word}")
        said(client, asked)
    await opens(client)
    bill_shown = await client.taps("offer-bill")
    assert [button["text"] for button in bill_shown.rows[-1]] == captions(client, "back", "offer-refuse")
    price = await client.taps("offer-refuse")
    assert client.caption("offer-refuse_anyway") not in [button["text"] for button in price.rows[-1]]
    assert await learnt(authority) == []

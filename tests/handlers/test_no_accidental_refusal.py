"""Whatever one or two adults tap, forge, type and send, nobody refuses a job offer but by both refusing buttons.

The first of them was pressed below the price, the second below the price too, not long after, in the same message or
where it was asked again, and without going back or elsewhere between them.
"""

from datetime import datetime, timedelta
from itertools import count
from typing import Final, NamedTuple

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from bot.casework.refusing import FIRST_TAP_LASTS
from bot.store import cases
from bot.texts import Language
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.offer_bill import price_again
from rules.offer import SETTLED, OfferState
from rules.offer_bill import NOTHING, cost_of_refusing
from tests.chat import Bubble, Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import family_of_five
from tests.handlers.files import photo
from tests.handlers.offering import the_offer

MOST_STEPS: Final = 6
HOURS_TO_ANSWER: Final = 4
WORDS: Final = (
    "open", "bill", "accept", "accept_yes", "cannot", "excuse", "send", "refuse", "refuse_anyway", "refuse_yes",
    "back", "take_back", "calendar",
)  # fmt: skip
TYPED: Final = (
    "Иә, бас тартамын", "Да, отказываюсь", "Бәрібір бас тартамын", "Иә", "Алыс", "/offers", "/menu", "/check",
    "offer|1|0|refuse_yes|",
)  # fmt: skip
OFFER_IDS: Final = count(1)

WHO: Final = st.integers(0, 1)
REFUSING: Final = ("refuse", "refuse_anyway", "refuse_yes")
FORGED: Final = st.tuples(st.sampled_from((*WORDS, *REFUSING)), st.integers(0, 3), st.sampled_from(("", "other")))
STEP: Final = st.one_of(
    st.tuples(st.just("tap"), WHO, st.integers(0, 60)),
    st.tuples(st.just("tap last"), WHO, st.integers(0, 3)),
    st.tuples(st.just("refuse on"), WHO, st.none()),
    st.tuples(st.just("refuse on"), st.just(0), st.none()),
    st.tuples(st.just("forge"), WHO, FORGED),
    st.tuples(st.just("type"), WHO, st.sampled_from(TYPED)),
    st.tuples(st.just("send a photo"), WHO, st.none()),
    st.tuples(st.just("tap again"), WHO, st.none()),
    st.tuples(st.just("wait"), WHO, st.sampled_from((1, 11, 90, 60 * HOURS_TO_ANSWER))),
    st.tuples(st.just("extend"), WHO, st.none()),
)
Step = tuple[str, int, object]


BEGUN: Final[list[Step]] = [("refuse on", 0, None), ("refuse on", 0, None)]
"""Alone at the card, somebody reads the price and taps once."""


def sent_by(bubble: Bubble) -> list[str]:
    """Return what the buttons of a message send; one that copies a number sends nothing."""
    return [button["callback_data"] for row in bubble.rows for button in row if "callback_data" in button]


class Pressed(NamedTuple):
    """A button of an offer that was pressed, or a command; when, and below which words."""

    word: str
    sequence: int
    at: datetime
    below: str


class Adult:
    """Somebody at the phone, with every button that was shown since the offer was made, and every one pressed."""

    def __init__(self, client: Client, alias: str) -> None:
        self.client = client
        self.alias = alias
        self.shown: list[tuple[int, str]] = []
        self.pressed: list[Pressed] = []

    async def begins(self, number: int) -> None:
        """Open an offer that was just made, whatever was done before."""
        await self.client.says("/menu")
        self.shown, self.pressed = [], []
        await self.presses(f"offer|{number}|0|open|", self.client.last.id)

    async def presses(self, data: str, message_id: int) -> None:
        """Press a button that is there, was there, or never was."""
        prefix, _, said = data.partition("|")
        below = next((bubble.text for bubble in self.client.sees if bubble.id == message_id), "")
        _, sequence, word, _ = said.split("|") if prefix == "offer" else ("", "0", "elsewhere", "")
        self.pressed.append(Pressed(word, int(sequence), self.client.telegram.clock(), below))
        await self.client.presses_data(data, message_id, force=True)
        self.looks()

    async def does(self, what: str, detail: object, number: int) -> None:
        """Take one step."""
        if what == "tap" and self.shown and isinstance(detail, int):
            message_id, data = self.shown[detail % len(self.shown)]
            await self.presses(data, message_id)
        elif what == "tap last" and isinstance(detail, int) and (buttons := sent_by(self.client.last)):
            await self.presses(buttons[detail % len(buttons)], self.client.last.id)
        elif what == "refuse on":
            refusing = [button for button in self.shown if any(f"|{word}|" in button[1] for word in REFUSING)]
            await self.presses(refusing[-1][1], refusing[-1][0])
        elif what == "forge" and isinstance(detail, tuple):
            word, sequence, about = detail
            await self.presses(f"offer|{number}|{sequence}|{word}|{about}", self.client.last.id)
        elif what == "type":
            if str(detail).startswith("/"):
                self.pressed.append(Pressed("elsewhere", 0, self.client.telegram.clock(), ""))
            await self.client.says(str(detail))
        elif what == "send a photo":
            await self.client.sends(photo())
        elif what == "tap again":
            await self.client.telegram.deliver_again()
        self.looks()

    def looks(self) -> None:
        """Remember every button on the screen."""
        for bubble in self.client.sees[-4:]:
            for button in [(bubble.id, sent) for sent in sent_by(bubble)]:
                if button in self.shown and bubble.id == self.client.last.id:
                    self.shown.remove(button)  # it is the newest again
                if button not in self.shown:
                    self.shown.append(button)

    def has_refused_by_both(self, sequence: int) -> bool:
        """Whether both refusing buttons of that very offer were pressed: the one below the price, then the other one.

        Not long after each other, with what it costs on the screen both times, and nothing but words between them.
        """
        *before, second = self.pressed
        first = next((tap for tap in reversed(before) if tap.word not in {"refuse_anyway", "refuse_yes"}), None)
        since_then = before[before.index(first) + 1 :] if first else before
        taps = [tap for tap in since_then if (tap.word, tap.sequence) == ("refuse_anyway", sequence)]
        return (
            (second.word, second.sequence) == ("refuse_yes", sequence)
            and any(second.at - tap.at <= FIRST_TAP_LASTS and self.is_price(tap.below) for tap in taps)
            and self.tells_costs(second)
        )

    def is_price(self, text: str) -> bool:
        """Whether a text is the price of a refusal, as it is without any answers."""
        return self.client.words.say("offer-price-cannot") in text

    def tells_costs(self, second: Pressed) -> bool:
        """Whether the confirm screen says until when the family loses the assistance, or that it loses nothing.

        How much it is stands there too once somebody has come through all the questions on the way.
        """
        today = second.at.astimezone(KAZAKHSTAN_TIME).date()
        costs = (cost_of_refusing(today, estimated=estimated) for estimated in (None, NOTHING))
        told = (price_again(self.client.words, cost, today).removesuffix(".") for cost in costs)
        return any(sentence in second.below for sentence in told)


@pytest.fixture
async def adults(telegram: Telegram, authority: Authority) -> list[Adult]:
    """Two of a family, of whom the offers name neither; both are confirmed, so both may answer."""
    found = []
    for language in Language:
        client = await follower(telegram, authority, language)
        async with telegram.database.reading() as connection:
            me = await cases.follower(connection, telegram.cipher, await authority.id_of(), client.id)
        assert me is not None
        await authority.confirms(me.alias)
        found.append(Adult(client, me.alias))
    return found


@given(steps=st.lists(STEP, min_size=1, max_size=MOST_STEPS), is_alone=st.booleans())
@example(steps=[("refuse on", 0, None)] * 3, is_alone=True)
@example(steps=[("tap last", 0, 3), ("tap last", 0, 3), ("forge", 1, ("refuse_yes", 0, ""))], is_alone=False)
@example(steps=[*BEGUN, ("wait", 0, 90), ("refuse on", 0, None)], is_alone=True)
@example(steps=[*BEGUN, ("type", 0, "/offers"), ("refuse on", 0, None)], is_alone=True)
@example(steps=[*BEGUN, ("type", 0, "Алыс"), ("wait", 0, 11), ("tap last", 0, 0)], is_alone=True)
@example(steps=[*BEGUN, ("tap last", 0, 1), ("forge", 0, ("refuse_yes", 0, ""))], is_alone=True)
@example(steps=[("forge", 0, ("refuse_anyway", 0, "")), ("forge", 0, ("refuse_yes", 0, ""))], is_alone=True)
@example(steps=[("tap last", 0, 3), ("tap last", 0, 3), ("extend", 0, None), ("tap", 0, 8)], is_alone=True)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.timeout(400)  # fifty families' stories: a busy machine needs its time
async def test_an_offer_is_refused_only_by_both_refusing_buttons_of_one_person(
    telegram: Telegram, authority: Authority, adults: list[Adult], steps: list[Step], *, is_alone: bool
) -> None:
    """In their order, both under the offer as it was: no other way leads there."""
    offer_id = f"o{next(OFFER_IDS)}"
    respond_by = telegram.clock() + timedelta(hours=HOURS_TO_ANSWER)
    await authority.offers(offer_id, respond_by=respond_by.isoformat(), member_label=AIGUL)
    offer = await the_offer(authority, offer_id)
    for adult in adults:
        await adult.begins(offer.number)
    for what, who, detail in steps:
        if what == "wait":
            telegram.clock.passes(timedelta(minutes=int(str(detail))))
        elif what == "extend":
            await extend(authority, offer_id)
        else:
            await adults[0 if is_alone else who].does(what, detail, offer.number)
        before, offer = offer, await the_offer(authority, offer_id)
        if offer.state is OfferState.REFUSED and before.state is not OfferState.REFUSED:
            event("refused")
            (refuser,) = [adult for adult in adults if adult.alias == offer.answered_by]
            assert refuser.has_refused_by_both(before.sequence)
    if offer.state not in SETTLED:
        await authority.offers(offer_id, kind="withdrawn")  # more than some may not await an answer


async def extend(authority: Authority, offer_id: str) -> None:
    """Give more time, where the offer still awaits an answer."""
    offer = await the_offer(authority, offer_id)
    later = max(offer.respond_by, authority.world.now()) + timedelta(hours=1)
    await authority.offers(offer_id, kind="extended", respond_by=later.isoformat())


async def test_whoever_has_answered_all_questions_refuses_by_the_same_two_buttons(
    authority: Authority, adults: list[Adult]
) -> None:
    adult = adults[0]
    await adult.client.says("/check")
    await family_of_five(adult.client)
    await adult.client.taps("calculate")
    await authority.offers(respond_by="2026-05-15T12:00:00+05:00", member_label=AIGUL)
    offer = await the_offer(authority)
    await adult.begins(offer.number)
    for _ in range(3):
        await adult.does("refuse on", None, offer.number)
    assert (await the_offer(authority)).state is OfferState.REFUSED
    assert adult.has_refused_by_both(offer.sequence)

"""Telegram's own means, where they help: colours of buttons, what they copy, instants, what is sent on to others."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.texts import Language
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.figures import paid_a_month
from tests.chat import Bubble, Telegram
from tests.handlers.authority import AIGUL, CASE, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import at_the_result
from tests.handlers.offering import DEADLINE, opens

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
PHONE_OF_OFFICER = "8 7252 00 00 00"


def styles(bubble: Bubble) -> dict[str, str | None]:
    """Return the colour of each button."""
    return {button["text"]: button.get("style") for row in bubble.rows for button in row}


def copied(bubble: Bubble) -> list[str]:
    """Return what the buttons of a message copy."""
    return [button["copy_text"]["text"] for row in bubble.rows for button in row if "copy_text" in button]


def coloured(client: Client, style: str) -> list[str]:
    """Return the captions of the last message that have a colour."""
    return [caption for caption, found in styles(client.last).items() if found == style]


@BOTH_LANGUAGES
async def test_a_refusal_is_red_from_the_first_button_to_the_last_and_never_stands_first(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await opens(client)
    assert coloured(client, "primary") == [client.caption("offer-bill")]
    for way in ("offer-refuse", "offer-refuse_anyway", "offer-refuse_yes"):
        assert coloured(client, "danger") == [client.caption(way)]
        assert client.last.buttons[0] != client.caption(way)
        await client.taps(way)
    assert coloured(client, "danger") == []


async def test_the_notice_of_an_offer_has_the_same_colours(telegram: Telegram, authority: Authority) -> None:
    client = await follower(telegram, authority, Language.RU, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    found = styles(client.last)
    assert found[client.caption("offer-refuse")] == "danger"
    assert found[client.caption("offer-accept")] is None


@BOTH_LANGUAGES
async def test_the_deadline_is_an_instant_that_a_phone_can_remind_of(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await opens(client)
    instant = client.last.instants[DEADLINE[language.value]]
    assert datetime.fromtimestamp(instant, KAZAKHSTAN_TIME).isoformat() == "2026-05-15T18:00:00+05:00"


@BOTH_LANGUAGES
async def test_the_day_until_which_to_apply_ends_with_its_last_minute(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    ((told, instant),) = client.last.instants.items()
    ends = datetime.fromtimestamp(instant, KAZAKHSTAN_TIME)
    assert told == client.words.day_after(ends.date(), telegram.clock().date())
    assert (ends + timedelta(minutes=1)).time().isoformat() == "00:00:00"


@BOTH_LANGUAGES
async def test_numbers_are_copied_by_a_button_that_shows_them(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Of the case, of whom to ask about an offer, of the help line, of a result."""
    client = await follower(telegram, authority, language, AIGUL)
    await client.says("/case")
    assert copied(client.last) == [CASE]
    await authority.offers()
    await opens(client)
    await client.taps("offer-accept", "offer-accept_yes")
    assert copied(client.last) == [PHONE_OF_OFFICER]
    family = await at_the_result(telegram, language)
    await family.taps("next", "paper")
    number = (await family.result()).id
    assert copied(family.last) == [number]
    assert family.words.say("button-copy", copied=number) in family.last.buttons
    await family.says("оператор")
    assert copied(family.last) == ["1414"]
    assert "1414" in family.last.text


@BOTH_LANGUAGES
@pytest.mark.parametrize(("wage", "outcome"), [("20 000", "yes"), ("400 000", "no"), ("200 000", "open")])
async def test_what_is_sent_on_is_what_the_screen_shows_and_nothing_of_the_family(
    telegram: Telegram, language: Language, wage: str, outcome: str
) -> None:
    client = await at_the_result(telegram, language, wage=wage)
    frozen, words = await client.result(), client.words
    shown = await client.taps("next", "share")
    links = {button["text"]: button["url"] for row in shown.rows for button in row if "url" in button}
    expected = [client.caption("share-result"), client.caption("share-link")]
    assert list(links) == (expected[:1] if outcome == "no" else expected), "of a no nothing is sent on but the question"
    sent = [parse_qs(urlsplit(link).query, strict_parsing=True) for link in links.values()]
    assert all(link.startswith("https://t.me/share/url?") for link in links.values())
    assert all(list(one) == ["url", "text"] for one in sent)
    bot = f"https://t.me/{(await telegram.bot.me()).username}"
    assert all(one["url"] == [bot] for one in sent)
    told, about_bot = sent[0]["text"][0], sent[-1]["text"][0]
    assert told in shown.text
    assert about_bot == words.say("share-about-bot")
    record = frozen.record["record"]
    said = {
        "yes": {"amount": paid_a_month(words, record) if outcome == "yes" else ""},
        "no": {},
        "open": {},
    }[outcome]
    assert told == words.say(f"share-{outcome}", **said)
    earned = words.money(int(wage.replace(" ", "")))
    for personal in (frozen.id, words.say("person-spouse"), words.region("KZ-79"), earned):
        assert personal not in told


async def test_nobody_sees_what_somebody_else_would_send_on(telegram: Telegram, recipient: Client) -> None:
    number = (await recipient.result()).id
    thief = await at_the_result(telegram)
    await thief.presses_data(f"w|share|{number}", thief.last.id, force=True)
    thief.reads("check-first")

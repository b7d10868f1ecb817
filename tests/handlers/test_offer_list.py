"""The list of job offers: every caption is another one, whose offer it is, and what did not fit is counted."""

import pytest

from bot.texts import Language
from handlers.keyboards import LONGEST_CAPTION
from handlers.screens.offer_list import MOST_LISTED
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.offering import TITLE, said

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
MARAT = "Марат"
LATER = "2026-05-20T18:00:00+05:00"
LATER_TO = {"kk": "20 мамырға", "ru": "20 мая"}
FIRST_TO = {"kk": "15 мамырға", "ru": "15 мая"}


async def offered(
    telegram: Telegram, authority: Authority, language: Language = Language.KK, label: str | None = AIGUL
) -> Client:
    """Return somebody of the family, to whom or beside whom Aigul is offered a job."""
    client = await follower(telegram, authority, language, label)
    await authority.offers()
    return client


async def listed(client: Client) -> list[str]:
    """Open the list and return the captions of its offers."""
    await client.says("/offers")
    return client.last.buttons[:-1]


@BOTH_LANGUAGES
async def test_two_offers_of_one_title_are_told_apart_by_their_day(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered(telegram, authority, language)
    assert await listed(client) == [TITLE]
    await authority.offers("o2", respond_by=LATER)
    expected = [
        client.words.say("button-offer-listed-until", offer=TITLE, date_to=day)
        for day in (FIRST_TO[language.value], LATER_TO[language.value])
    ]
    assert await listed(client) == expected
    opened = await client.presses(expected[1])
    assert "20 " in opened.text, "each opens its own"


async def test_two_offers_of_one_title_and_one_day_have_their_place_before_them(
    telegram: Telegram, authority: Authority
) -> None:
    """Two vacancies for a cook, from one batch."""
    client = await offered(telegram, authority)
    await authority.offers("o2", employer="№ 13 мектеп")
    first, second = await listed(client)
    assert (first[:3], second[:3]) == ("1. ", "2. ")
    assert "Аспаз" in first


@BOTH_LANGUAGES
async def test_an_offer_for_another_member_says_for_whom_it_is(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """On the line and on the button; one's own name need not be told."""
    client = await offered(telegram, authority, language, label=None)
    await authority.offers("o2", member_label=MARAT)
    captions = await listed(client)
    assert captions == [
        client.words.say("button-offer-listed-for", offer=TITLE, person=MARAT),
        client.words.say("button-offer-listed-for", offer=TITLE, person=AIGUL),
    ]
    for person in (MARAT, AIGUL):
        listed_as = client.words.say("offer-listed-for", listed="", person=person)
        assert client.last.text.count(listed_as) == 1
    own = await offered_to_aigul(telegram, authority)
    await own.says("/offers")
    assert AIGUL not in own.last.text


async def offered_to_aigul(telegram: Telegram, authority: Authority) -> Client:
    """Return Aigul herself, who joins later."""
    return await follower(telegram, authority, label=AIGUL)


async def test_a_long_title_leaves_room_for_whom_and_for_when(telegram: Telegram, authority: Authority) -> None:
    """What tells two offers apart is never what is cut off."""
    client = await follower(telegram, authority)
    long = "Балабақша тәрбиешісінің көмекшісі және аспазшы " * 4
    for number, day in enumerate(("15", "20"), start=1):
        await authority.offers(f"o{number}", title=long.strip(), respond_by=f"2026-05-{day}T18:00:00+05:00")
    captions = await listed(client)
    assert len(set(captions)) == 2
    assert all(len(caption) <= LONGEST_CAPTION for caption in captions)
    assert ["15 мамыр" in captions[0], "20 мамыр" in captions[1]] == [True, True]


@BOTH_LANGUAGES
async def test_what_does_not_fit_is_counted(telegram: Telegram, authority: Authority, language: Language) -> None:
    """With titles and names as long as they may be it is one message all the same; on a shared phone, too."""
    client = await follower(telegram, authority, language)
    for number in range(MOST_LISTED + 2):
        await authority.offers(f"o{number}", title="ә" * 200, member_label="ө" * 100, employer=f"№ {number}-мектеп")
    captions = await listed(client)
    assert len(set(captions)) == MOST_LISTED
    assert client.words.say("offers-more", count=2) in client.last.text
    await client.taps("private-on")
    await client.says("/offers")
    assert client.words.say("offers-more", count=2) in client.last.text
    assert "ә" not in client.last.text


async def test_a_list_that_holds_all_says_nothing_of_more(telegram: Telegram, authority: Authority) -> None:
    client = await offered(telegram, authority)
    for number in range(2, MOST_LISTED + 1):
        await authority.offers(f"o{number}", employer=f"№ {number}-мектеп")
    assert len(await listed(client)) == MOST_LISTED
    assert "сыймады" not in client.last.text
    said(client, "offers-list")


@BOTH_LANGUAGES
async def test_an_offer_that_is_damaged_hides_no_other_and_is_not_passed_over_in_silence(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered(telegram, authority, language)
    await authority.offers("o2", title="Тігінші")
    async with telegram.database.statement() as connection:
        await connection.fetch("update offers set details = 'damaged' where id = 'o1' returning number", {})
    assert await listed(client) == ["Тігінші"]
    assert client.last.text.endswith(client.words.say("offers-damaged"))
    async with telegram.database.statement() as connection:
        await connection.fetch("update offers set details = 'damaged' returning number", {})
    assert await listed(client) == []
    assert client.last.text == client.words.say("offers-damaged"), "not that there is none"

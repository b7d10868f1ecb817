"""What the tests of job offers share: the offer as it is stored, what the office learnt, words without their tags."""

from datetime import datetime
from typing import Any, Final

from bot.store import journal, offers
from bot.store.journal import Entry
from bot.store.offers import Offer
from bot.wording.phrases import plain
from tests.chat import Bubble
from tests.handlers.authority import OFFER, Authority
from tests.handlers.client import Client

ROWS: Final = ["offer-bill", "offer-accept", "offer-cannot", "offer-refuse"]
DEADLINE: Final = {"kk": "15 мамыр, 18:00", "ru": "18:00 15 мая"}
OFFICE: Final = {"kk": "мансап орталығы", "ru": "карьерный центр"}
TITLE: Final = str(OFFER["title"])


async def the_offer(authority: Authority, offer_id: str = "o1") -> Offer:
    """Return the offer as it is stored."""
    async with authority.world.database.reading() as connection:
        offer = await offers.find(connection, authority.world.cipher, await authority.id_of(), offer_id)
    assert offer is not None
    return offer


async def learnt(authority: Authority) -> list[tuple[str, dict[str, Any]]]:
    """Return what the office learnt of the offers, without that somebody opened them."""
    told = await authority.learns()
    return [change for change in told if change[0] not in {"joined", "left", "offer_opened"}]


async def proofs(authority: Authority) -> list[dict[str, Any]]:
    """Return under which texts buttons were pressed, in order."""
    async with authority.world.database.reading() as connection:
        found: list[Entry] = await journal.of_case(connection, authority.world.cipher, await authority.id_of())
    return [dict(entry.details) for entry in found if entry.kind == "offer_shown"]


def said(client: Client, name: str, /, **values: str | int) -> Bubble:
    """Check that the last message says a text, whatever is bold in it; the usual values need not be given."""
    language = client.language.value
    usual = {"title": "Аспаз &lt;көмекшісі&gt;", "deadline": DEADLINE[language], "office": OFFICE[language]}
    usual |= {"contact": str(OFFER["contact"]), "place": str(OFFER["place"])}
    expected = plain(client.words.say_with(name, **{**usual, "months": 6, **values}))
    assert expected in client.last.text, f"not {name}: {expected!r}, but {client.last}"
    return client.last


def captions(client: Client, *names: str) -> list[str]:
    """Return the captions of buttons."""
    return [client.caption(name) for name in names]


async def presses(client: Client, word: str, number: int = 1, sequence: int = 0, about: str = "") -> None:
    """Press a button of some notice about an offer."""
    await client.presses_data(f"offer|{number}|{sequence}|{word}|{about}", client.last.id, force=True)


async def opens(client: Client) -> Bubble:
    """Open the first offer of the list."""
    await client.says("/offers")
    return await client.presses(client.last.buttons[0])


def passes_until(client: Client, moment: datetime) -> None:
    """Let time go by until a moment."""
    client.telegram.clock.passes(moment - client.telegram.clock())

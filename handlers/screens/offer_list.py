"""The list of all job offers that concern a person: a line and a button for each."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from bot.casework import OfferView
from bot.texts import Texts, escape
from bot.texts.formats import KAZAKHSTAN_TIME
from handlers.keyboards import LONGEST_CAPTION, ButtonRow, OfOffer, keyboard, shortened, to_menu
from handlers.screens.offer import is_awaited, values_said
from handlers.screens.safety import private_switch
from handlers.screens.screen_input import Screen
from rules.offer import ANSWERABLE, OfferState

MOST_LISTED: Final = 20
LONGEST_TITLE: Final = 60  # in a line: all of them fit into one message
SHORTEST_TITLE: Final = 12
"""So much of a title is left in a caption, however long the name beside it is."""


def listing(
    texts: Texts, offers: Sequence[OfferView], now: datetime, *, is_private: bool, has_damaged: bool = False
) -> Screen:
    """Return all offers, those that await an answer first; on a shared phone nothing of what they are about.

    `has_damaged`: beside them there are some of which nothing can be shown.
    """
    newest = sorted(offers, key=lambda seen: -seen.offer.number)
    shown = sorted(newest, key=lambda seen: (not is_awaited(seen, now), _urgency(seen, now)))[:MOST_LISTED]
    told = [texts.say("offers-list")] if shown else [] if has_damaged else [texts.say("offers-none")]
    if shown and not is_private:
        told.append("\n".join(_line(texts, seen, now) for seen in shown))
    if len(offers) > len(shown):
        told.append(texts.say("offers-more", count=len(offers) - len(shown)))
    if has_damaged:
        told.append(texts.say("offers-damaged"))
    captions = _numbered(texts, shown) if is_private else _captions(texts, shown, _day(now))
    rows: list[ButtonRow] = [[(caption, _opening(seen))] for caption, seen in zip(captions, shown, strict=True)]
    last = private_switch(texts, is_private=is_private) if shown else to_menu(texts)
    return Screen("\n\n".join(told), keyboard([*rows, [last]]))


def _line(texts: Texts, seen: OfferView, now: datetime) -> str:
    offer = seen.offer
    late = offer.state in ANSWERABLE and not is_awaited(seen, now)
    state = "late" if late else "awaited" if offer.state in ANSWERABLE else str(offer.state)
    if seen.case_is_over and offer.state in ANSWERABLE | {OfferState.EXCUSE_REQUESTED}:
        state = "case_over"
    title = escape(shortened(str(offer.details["title"]), LONGEST_TITLE))
    listed = texts.say_with(f"offer-listed-{state}", **{**values_said(texts, seen, now), "title": title})
    person = escape(shortened(_person(seen)))
    return listed if seen.is_named else texts.say("offer-listed-for", listed=listed, person=person)


def _numbered(texts: Texts, shown: Sequence[OfferView]) -> list[str]:
    """Return captions that say nothing but the place in the list."""
    return [texts.say("button-offer-numbered", number=str(place)) for place, _ in enumerate(shown, start=1)]


def _captions(texts: Texts, shown: Sequence[OfferView], today: date) -> list[str]:
    """Return captions no two of which are the same: the title, for whom, of two alike the day, then the place."""
    named = [_title(texts, seen) for seen in shown]
    dated = [
        _fitted(texts, "until", caption, date_to=texts.day_to(_day(seen.offer.respond_by), today))
        if named.count(caption) > 1
        else caption
        for caption, seen in zip(named, shown, strict=True)
    ]
    return [
        _fitted(texts, "place", caption, number=str(place)) if dated.count(caption) > 1 else caption
        for place, caption in enumerate(dated, start=1)
    ]


def _title(texts: Texts, seen: OfferView) -> str:
    title = str(seen.offer.details["title"])
    return shortened(title) if seen.is_named else _fitted(texts, "for", title, person=_person(seen))


def _fitted(texts: Texts, addition: str, offer: str, **values: str) -> str:
    """Return a caption with something beside it, and so much of it as leaves room for that."""
    name = f"button-offer-listed-{addition}"
    room = LONGEST_CAPTION - len(texts.say(name, offer="", **values))
    return shortened(texts.say(name, offer=shortened(offer, max(room, SHORTEST_TITLE)), **values))


def _person(seen: OfferView) -> str:
    return str(seen.offer.details["member_label"])


def _urgency(seen: OfferView, now: datetime) -> float:
    return (seen.offer.respond_by - now).total_seconds() if is_awaited(seen, now) else 0


def _opening(seen: OfferView) -> OfOffer:
    return OfOffer(number=seen.offer.number, sequence=seen.offer.sequence, word="open")


def _day(moment: datetime) -> date:
    return moment.astimezone(KAZAKHSTAN_TIME).date()

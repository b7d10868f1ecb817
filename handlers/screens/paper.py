"""The page to take along and the pictures, from the frozen record of an assessment.

All that stands on them is written here, as any text of the chat is: only the drawing itself takes its time.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.store.assessments import FrozenAssessment
from bot.texts import Texts
from bot.wording.paper.card import card
from bot.wording.paper.page import page
from bot.wording.paper.picture import picture
from bot.wording.paper.qr import qr
from bot.wording.paper.typesetting import Drawing
from handlers.screens.result import naming_of

PIXELS_PER_POINT: Final = 3.0  # 1080 pixels wide: a phone's screen
LINK: Final = "result-"
"""How what a link to a result carries begins; its number follows."""


def page_of(languages: Sequence[Texts], frozen: FrozenAssessment, address: str, today: date) -> Drawing:
    """Return the page, in one language or with a half for each; `address` is the link to the bot."""
    record = frozen.record["record"]
    pages = [page(texts, record, naming_of(texts, frozen), frozen.id, today) for texts in languages]
    return Drawing("page.typ", {"pages": pages, "qr": qr(f"{address}?start={LINK}{frozen.id}")})


def picture_of(texts: Texts, frozen: FrozenAssessment) -> Drawing:
    """Return the picture beside "Why?"."""
    return Drawing("picture.typ", picture(texts, frozen.record["record"]), "png", PIXELS_PER_POINT)


def card_of(texts: Texts, frozen: FrozenAssessment, address: str) -> Drawing:
    """Return the picture for relatives; its link leads to the bot, and to nobody's result."""
    told = card(texts, frozen.record["record"], address.removeprefix("https://"))
    return Drawing("card.typ", {**told, "qr": qr(address)}, "png", PIXELS_PER_POINT)

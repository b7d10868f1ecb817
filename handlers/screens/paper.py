"""The page to take along and the pictures, drawn from the frozen record of an assessment.

They take tens of milliseconds: whoever calls these is no event loop.
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
from bot.wording.paper.typesetting import pdf, png
from handlers.screens.result import naming_of

PIXELS_PER_POINT: Final = 3.0  # 1080 pixels wide: a phone's screen
LINK: Final = "result-"
"""How what a link to a result carries begins; its number follows."""


def drawn_page(languages: Sequence[Texts], frozen: FrozenAssessment, address: str, today: date) -> bytes:
    """Return the page as a PDF, in one language or with a half for each; `address` is the link to the bot."""
    record = frozen.record["record"]
    pages = [page(texts, record, naming_of(texts, frozen), frozen.id, today) for texts in languages]
    return pdf("page.typ", {"pages": pages, "qr": qr(f"{address}?start={LINK}{frozen.id}")})


def drawn_picture(texts: Texts, frozen: FrozenAssessment) -> bytes:
    """Return the picture beside "Why?" as a PNG."""
    return png("picture.typ", picture(texts, frozen.record["record"]), PIXELS_PER_POINT)


def drawn_card(texts: Texts, frozen: FrozenAssessment, address: str) -> bytes:
    """Return the picture for relatives as a PNG; its link leads to the bot, and to nobody's result."""
    told = card(texts, frozen.record["record"], address.removeprefix("https://"))
    return png("card.typ", {**told, "qr": qr(address)}, PIXELS_PER_POINT)

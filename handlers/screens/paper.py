"""The page to take along, the pictures and what can be sent on, from the frozen record of an assessment.

All that stands on them is written here, as any text of the chat is: only the drawing itself takes its time.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.store.assessments import FrozenAssessment
from bot.texts import Texts, escape
from bot.wording.paper.card import card
from bot.wording.paper.curve import curve_picture
from bot.wording.paper.page import page
from bot.wording.paper.picture import picture
from bot.wording.paper.qr import qr
from bot.wording.paper.share import share_link, share_text
from bot.wording.paper.typesetting import Drawing
from handlers.keyboards import ButtonRow, DrawnRow, keyboard, leading, to_result
from handlers.screens.result import naming_of
from handlers.screens.screen_input import Screen
from handlers.screens.whose import under_its_name
from rules.extra_earnings import EarningsCurve

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


def curve_of(texts: Texts, curve: EarningsCurve) -> Drawing:
    """Return the picture of assistance and money by a new wage."""
    return Drawing("curve.typ", curve_picture(texts, curve), "png", PIXELS_PER_POINT)


@under_its_name
def share(texts: Texts, frozen: FrozenAssessment, address: str) -> Screen:
    """Return what can be sent on to somebody, word for word, and the buttons that do it: Telegram asks to whom."""
    told, about_bot = share_text(texts, frozen.record["record"]), texts.say("share-about-bot")
    rows: list[ButtonRow | DrawnRow] = [
        [leading(texts.say("button-share-result"), share_link(address, told))],
        *([[leading(texts.say("button-share-link"), share_link(address, about_bot))]] if told != about_bot else []),
        [to_result(texts, frozen.id)],
    ]
    shown = texts.say("share-shown", told=escape(told), bot=escape(address.removeprefix("https://")))
    return Screen(shown, keyboard(rows))


def card_of(texts: Texts, frozen: FrozenAssessment, address: str) -> Drawing:
    """Return the picture for relatives; its link leads to the bot, and to nobody's result."""
    told = card(texts, frozen.record["record"], address.removeprefix("https://"))
    return Drawing("card.typ", {**told, "qr": qr(address)}, "png", PIXELS_PER_POINT)

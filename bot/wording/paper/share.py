"""What somebody sends on in words: what came of the calculation, and no fact of the family beside it."""

from typing import Final
from urllib.parse import quote, urlencode

from bot.texts import Texts
from bot.wording.figures import figures, paid_a_month
from rules.income_within_line import Outcome
from rules.record import Record

SHARE: Final = "https://t.me/share/url"
"""Where Telegram asks to whom an address is to be sent, with a text that can be changed before."""


def share_text(texts: Texts, record: Record) -> str:
    """Return the outcome, and what may be paid a month, in the words of who sends it on (no HTML).

    Nobody sends on a no of the own family: that is an invitation alone.
    """
    if record["outcome"] == Outcome.REFUSED:
        return texts.say("share-no")
    together = figures(record).together
    if record["outcome"] != Outcome.ELIGIBLE or together is None or not together[1]:
        return texts.say("share-open")
    return texts.say("share-yes", amount=paid_a_month(texts, record))


def share_link(address: str, text: str) -> str:
    """Return the link of a button that sends on an address with a text before it."""
    return f"{SHARE}?{urlencode({'url': address, 'text': text}, quote_via=quote)}"

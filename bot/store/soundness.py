"""What must hold in every database of this program, looked for in the database itself."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from bot.database import Database, queries_beside
from bot.store import offers
from bot.store.cipher import Cipher
from bot.store.sealed import damaged_documents
from rules.offer import ANSWERED
from rules.regions import REGIONS

queries = queries_beside(__file__)

RULES: Final[Mapping[str, Any]] = {
    "answers are kept of nobody who has not consented": queries.drafts_without_consent,
    "a result of another family has its check": queries.results_of_no_check,
    "a decided case has its decision": queries.decisions_missing,
    "a case has its number": queries.cases_without_number,
    "every case was opened": queries.cases_never_opened,
    "an alias is one person's": queries.aliases_of_two,
    "a notice is settled or waits": queries.settled_and_waiting,
    "an offer stands somewhere": queries.offers_unknown,
    "every offer was made": queries.offers_never_made,
    "a counter is not behind its numbers": queries.numbers_behind,
}
PAGE: Final = 100


class Unsound(NamedTuple):
    """A rule that is broken, and where: the key of a row, or a table with the key."""

    rule: str
    where: str


async def unsound(database: Database, cipher: Cipher) -> list[Unsound]:
    """Return everything that breaks a rule, the damaged documents first."""
    damaged = await damaged_documents(database, cipher)
    found = [Unsound("every document can be opened", f"{one.table} {one.key}") for one in damaged]
    async with database.reading() as connection:
        for rule, query in RULES.items():
            found += [Unsound(rule, str(row["found"])) async for row in query(connection)]
    if not found:  # what is broken in other ways may not be readable
        found += await _unanswered(database, cipher)
    return found


async def _unanswered(database: Database, cipher: Cipher) -> list[Unsound]:
    """Return the offers that stand as answered and hold no answer."""
    found, number = list[Unsound](), 0
    while True:
        async with database.reading() as connection:
            page = await offers.page(connection, cipher, number, REGIONS, None, PAGE)
        for of in page.offers:
            if of.offer.state in ANSWERED and not of.offer.details.get("answer"):
                found.append(Unsound("an answered offer has its answer", str(of.offer.number)))
        if len(page.offers) < PAGE:
            return found
        number = page.reached

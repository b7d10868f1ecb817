"""What a person has written and sent to the officer, and that it is deleted when they ask to be forgotten.

Proof needs no words of theirs: it keeps who (by alias) answered what, when, and the text that the bot had on the
screen. What is still to be decided keeps words and files until then: the officer could not decide without them. Of a
case that is over nobody may ever decide: there they have a term, within which the end of the case can be corrected.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, cast

from bot.database import Connection, retry_on_deadlock
from bot.store import cases, changes, journal, notice_rewriting, offer_files, offers
from bot.store.entry_details import EntryDetails
from bot.store.offer_details import Answer, OfferDetails
from bot.store.offers import Offer
from bot.wording.shown_words import without_answers
from bot.world import World
from rules.case import OVER
from rules.offer import OfferState

OWN: Final = ("text", "reason", "files")
DELETED: Final = "…"
BATCH: Final = 100
OF_EXCUSE: Final = "offer_excuse_requested"


async def delete_words(transaction: Connection, world: World, case_id: str, alias: str) -> None:
    """Delete what a person wrote and sent in a case, of an undecided wish once the officer has decided."""
    found = await offers.of_case(transaction, world.cipher, case_id)
    needed = [offer for offer in found if _is_undecided(offer, alias)]
    for offer in needed:
        marked = sorted({*offer.details.get("delete_words_of", []), alias})
        await offers.note(transaction, world.cipher, offer, {**offer.details, "delete_words_of": marked})
    for offer in found:
        if offer not in needed:
            await _delete(transaction, world, offer, alias)


async def delete_words_once_decided(transaction: Connection, world: World, offer: Offer) -> None:
    """Delete the words of those who were forgotten, now that nothing is to be decided by them any more."""
    for alias in offer.details.get("delete_words_of", []):
        await _delete(transaction, world, offer, alias)
        offer = await offers.load(transaction, world.cipher, offer.number) or offer


async def delete_words_of_settled(world: World, settled_before: date) -> int:
    """Delete the words of those who were forgotten to wishes that nobody decides, as the case was over before a day.

    Returns of how many offers.
    """
    count = last = 0
    while True:
        async with world.database.reading() as connection:
            found = await offers.undecided_of_settled(connection, settled_before, last, BATCH)
        if not found:
            return count
        count, last = (
            count + sum([await _delete_of_settled(world, number, settled_before) for number in found]),
            found[-1],
        )


@retry_on_deadlock
async def _delete_of_settled(world: World, number: int, settled_before: date) -> bool:
    async with world.database.transaction() as transaction:
        found = await offers.load(transaction, world.cipher, number)
        case = await cases.lock(transaction, world.cipher, found.case_id) if found else None
        offer = await offers.lock(transaction, world.cipher, number)
        if case is None or offer is None or "delete_words_of" not in offer.details:
            return False
        if case.status not in OVER or case.status_on >= settled_before:  # it was corrected meanwhile
            return False
        await delete_words_once_decided(transaction, world, offer)
        return True


def _is_undecided(offer: Offer, alias: str) -> bool:
    return offer.state is OfferState.EXCUSE_REQUESTED and offer.answered_by == alias


def _is_of(answer: Mapping[str, Any] | None, alias: str) -> bool:
    return answer is not None and answer.get("person") == alias


async def _delete(transaction: Connection, world: World, offer: Offer, alias: str) -> None:
    about = [
        entry
        for entry in await journal.of_case(transaction, world.cipher, offer.case_id)
        if _is_said(entry.details, offer, alias)
    ]
    words = {str(entry.details[name]) for entry in about for name in ("text", "reason") if entry.details.get(name)}
    for entry in about:
        await journal.replace(transaction, world.cipher, entry.number, _without(entry.details, words))
    await changes.rewrite(transaction, world.cipher, offer.case_id, lambda told: _in_change(told, offer, alias, words))
    await notice_rewriting.rewrite(
        transaction, world.cipher, offer.case_id, lambda told: _in_notice(told, offer, alias)
    )
    await offers.note(transaction, world.cipher, offer, _less(offer, alias))
    files = [file["id"] for entry in about for file in entry.details.get("files", [])]
    await offer_files.delete(transaction, files)


def _less(offer: Offer, alias: str) -> OfferDetails:
    """Return the details of an offer without what a person wrote, whose words are then no longer to be deleted."""
    kept = offer.details.copy()
    others = [other for other in kept.pop("delete_words_of", []) if other != alias]
    if others:
        kept["delete_words_of"] = others
    answer = kept.get("answer")
    if answer is not None and answer["person"] == alias:
        kept["answer"] = cast("Answer", _plain(answer))
    return kept


def _plain(details: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in details.items() if name not in OWN}


def _without(details: EntryDetails, words: Iterable[str]) -> EntryDetails:
    """Return the details without what the person wrote, also where it stood on the screen."""
    kept = details.copy() if "shown" in details else cast("EntryDetails", _plain(details))
    shown = kept.get("shown")
    if shown is not None and (text := shown.get("text")):
        for written in words:  # where the screen quotes it: a single letter stands in every sentence
            for quoted in (f"«{written}»", without_answers(f"«{written}»")):  # it may repeat what the bot has said
                text = text.replace(quoted, f"«{DELETED}»")
        kept["shown"] = {**shown, "text": None if details.get("of") == OF_EXCUSE else without_answers(text)}
    return kept


def _in_change(told: EntryDetails, offer: Offer, alias: str, words: Iterable[str]) -> EntryDetails | None:
    return _without(told, words) if _is_said(told, offer, alias) else None


def _is_said(told: EntryDetails, offer: Offer, alias: str) -> bool:
    """Whether something was said of the offer by that person; what became of a notice to them was not."""
    return (told.get("offer_id"), told.get("person")) == (offer.id, alias) and "notice" not in told


def _in_notice(told: Mapping[str, Any], offer: Offer, alias: str) -> dict[str, Any] | None:
    is_about = told.get("offer_id") == offer.id and _is_of(told.get("answer"), alias)
    return {**told, "answer": _plain(told["answer"])} if is_about else None

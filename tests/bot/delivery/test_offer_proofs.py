"""Proof of notice: which words of an offer a person had on the phone, in which language, and when."""

import dataclasses
from typing import Any

from bot.delivery import UNPACED, Told
from bot.sandbox import Fault
from bot.store import journal, people
from bot.store.journal import Entry
from tests.bot.delivery.family import CASE, FATHER, MOTHER, Family

QUICK = dataclasses.replace(UNPACED, first_pause_s=0.02, longest_pause_s=0.1)


def offer_words(notice: Any) -> Told:
    """Words that differ by language, with formatting."""
    return Told({"kk": "<b>Аспаз</b>, 20 қарашаға дейін", "ru": "<b>Повар</b>, до 20 ноября"}[notice.language])


async def queue_offer(family: Family, *people: int, kind: str = "offer-made") -> None:
    """Queue a notice of an offer to some people."""
    family.words_for = offer_words
    await family.queue(*people, kind=kind, details={"offer_id": "o1"})


async def proofs(family: Family) -> list[Entry]:
    """What the journal keeps of it."""
    async with family.world.database.reading() as connection:
        entries = await journal.of_case(connection, family.world.cipher, CASE)
    return [entry for entry in entries if entry.kind == "offer_told"]


async def test_what_each_of_them_read_is_kept_in_their_language(family: Family) -> None:
    """As Telegram showed it, with the number of its message."""
    await queue_offer(family, MOTHER, FATHER)
    await family.is_told()
    kept = sorted((entry.details for entry in await proofs(family)), key=lambda details: str(details["person"]))
    assert [(one["person"], one["language"], one["text"], one["offer_id"], one["notice"]) for one in kept] == [
        ("p1", "kk", "Аспаз, 20 қарашаға дейін", "o1", "offer-made"),
        ("p2", "ru", "Повар, до 20 ноября", "o1", "offer-made"),
    ]
    for one, person_id in zip(kept, (MOTHER, FATHER), strict=True):
        assert family.telegram.chats[person_id].messages[one["message_id"] or 0]["text"] == one["text"]


async def test_the_proof_is_in_the_language_in_which_the_notice_was_sent(family: Family) -> None:
    """What was chosen before it was sent counts, what is chosen after does not change what was read."""
    await queue_offer(family, MOTHER)
    for language in ("ru", "kk"):
        async with family.world.database.statement() as connection:
            await people.choose_language(connection, MOTHER, language, family.world.now())
        if language == "ru":
            await family.is_told()
    (proof,) = await proofs(family)
    assert (proof.details["language"], proof.details["text"]) == ("ru", "Повар, до 20 ноября")


async def test_the_authority_learns_which_offer_was_delivered(family: Family) -> None:
    """As with visits, by its own id."""
    await queue_offer(family, MOTHER)
    await family.is_told()
    (change,) = await family.changes()
    assert (change.kind, change.details) == ("delivered", {"person": "p1", "notice": "offer-made", "offer_id": "o1"})


async def test_an_offer_that_cannot_be_delivered_is_a_change_of_its_own(family: Family) -> None:
    """With whether anybody else of the family was reached; it leaves no proof."""
    family.blocks(MOTHER)
    await queue_offer(family, MOTHER)
    await family.is_told()
    (change,) = await family.changes()
    assert (change.kind, change.details) == (
        "offer_undeliverable",
        {"person": "p1", "notice": "offer-made", "offer_id": "o1", "reason": "blocked", "anybody_reached": False},
    )
    assert await proofs(family) == []


async def test_a_reminder_that_cannot_be_delivered_is_no_undelivered_offer(family: Family) -> None:
    """The offer itself may have been read long ago."""
    family.blocks(MOTHER)
    await queue_offer(family, MOTHER, kind="offer-reminder-day")
    await family.is_told()
    (change,) = await family.changes()
    assert (change.kind, change.details["offer_id"]) == ("undeliverable", "o1")


async def test_a_message_that_came_twice_is_proved_once_for_each_that_was_marked(family: Family) -> None:
    """The connection breaks after Telegram took it: the notice is told again, and the second reply is the proof."""
    family.telegram.faults.order(Fault(kind="cut_after"))
    await queue_offer(family, MOTHER)
    await family.is_told(QUICK)
    assert family.sees(MOTHER) == ["Аспаз, 20 қарашаға дейін"] * 2
    (proof,) = await proofs(family)
    assert proof.details["message_id"] == max(family.telegram.chats[MOTHER].messages)


async def test_a_notice_of_something_else_leaves_no_text_behind(family: Family) -> None:
    """Only where a right can be lost is it kept what somebody has read."""
    await family.queue(MOTHER)
    await family.is_told()
    assert await proofs(family) == []

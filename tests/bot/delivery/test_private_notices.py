"""Somebody shares the phone: what a job offer is opens behind a button, as the person has wished when it is sent."""

from typing import Any

import pytest

from bot.delivery.words import words_from
from bot.store import people
from bot.world import World
from tests.bot.case_story import OFFER, kz
from tests.bot.delivery.family import FATHER, MOTHER, Clock, Family

OFFERED = {
    **OFFER,
    "offer": 7,
    "offer_id": "o1",
    "sequence": 1,
    "state": "open",
    "is_named": True,
    "respond_by": kz(2026, 11, 20, 12).isoformat(),
}


@pytest.fixture
def told(family: Family) -> Family:
    """A family that reads the bot's own words, three days before the deadline."""
    family.world = World(family.world.database, family.world.cipher, Clock(kz(2026, 11, 17, 12)))
    family.words_for = words_from(family.world)
    return family


async def wish(family: Family, person_id: int, *, private: bool) -> None:
    async with family.world.database.statement() as connection:
        if private:
            await people.keep_private(connection, person_id, family.world.now())
        else:
            await people.keep_open(connection, person_id)


def buttons(family: Family, person_id: int) -> list[str]:
    """What the buttons under the last message send."""
    messages: list[dict[str, Any]] = list(family.telegram.chats[person_id].messages.values())
    return [button["callback_data"] for row in messages[-1]["reply_markup"]["inline_keyboard"] for button in row]


async def test_an_offer_to_a_shared_phone_is_only_announced(told: Family) -> None:
    """The other adult, with a phone of their own, reads all of it."""
    await wish(told, MOTHER, private=True)
    await told.queue(MOTHER, FATHER, kind="offer-made", details=OFFERED)
    await told.is_told()
    assert told.sees(MOTHER) == ["💼 Жаңа ұсыныс бар. Жауап мерзімі: 20 қараша, 12:00 (3 күн қалды)."]
    assert buttons(told, MOTHER) == ["offer|7|1|open|"]
    assert told.sees(FATHER)[0].startswith("💼 Предложение: Аспаз, 120")
    assert buttons(told, FATHER)[0] == "offer|7|1|bill|"


async def test_the_wish_counts_when_the_notice_is_sent(told: Family) -> None:
    """Not when it was queued: who has turned it on since is not given away, who has turned it off reads it."""
    await wish(told, FATHER, private=True)
    await told.queue(MOTHER, FATHER, kind="offer-made", details=OFFERED)
    await wish(told, MOTHER, private=True)
    await wish(told, FATHER, private=False)
    await told.is_told()
    assert "Аспаз" not in told.sees(MOTHER)[0]
    assert "Аспаз" in told.sees(FATHER)[0]


async def test_of_a_visit_a_shared_phone_shows_only_when_somebody_must_open_the_door(told: Family) -> None:
    await wish(told, MOTHER, private=True)
    visit = {
        "visit": 1,
        "sequence": 0,
        "starts_at": kz(2026, 11, 18, 10).isoformat(),
        "ends_at": kz(2026, 11, 18, 12).isoformat(),
        "address": "Абай 17",
    }
    await told.queue(MOTHER, kind="visit-scheduled", details=visit)
    await told.is_told()
    assert "10:00–12:00" in told.sees(MOTHER)[0]
    assert "Абай 17" not in told.sees(MOTHER)[0]

"""The officer reads what the family will read, before it is sent: word for word what then comes to each phone."""

from datetime import timedelta
from typing import Any, Final

import pytest

from bot import casework
from bot.database import Database
from bot.store import assessments
from bot.texts import Language
from tests.chat import Telegram
from tests.databases import columns_of
from tests.handlers.authority import AIGUL, CASE, KEY, OFFER, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.families import at_the_result
from tests.handlers.tables import all_tables

MAY_AND_JUNE: Final = {"paid_from": "2026-05-01", "paid_until": "2026-06-30"}
NOTE: Final = "Құжат <керек> & анықтама"


async def all_rows(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return everything that is stored."""
    async with database.reading() as connection:
        found = {name: await connection.fetch(f"select * from {name}", {}) for name in all_tables()}  # noqa: S608, our own names
    return {name: sorted((columns_of(row) for row in rows), key=repr) for name, rows in found.items()}


class Family:
    """Aigul, who reads Kazakh and whom the link names, and somebody who reads Russian; both follow the case."""

    def __init__(self, authority: Authority, clients: dict[str, Client]) -> None:
        self.authority, self.clients = authority, clients
        self.kinds: list[str] = []

    async def reads_what_was_shown(self, kind: str, **content: Any) -> None:
        """Try an event out, see that nothing is written, send it, and compare each phone with what was shown."""
        event = self.authority.event(kind, **content)
        stored = await all_rows(self.authority.world.database)
        tried = await casework.preview(self.authority.world, KEY, event)
        assert tried.status is casework.Accepted.ACCEPTED
        assert await all_rows(self.authority.world.database) == stored, "something was written"
        seen = {alias: len(client.sees) for alias, client in self.clients.items()}
        assert await casework.accept(self.authority.world, KEY, event) is casework.Accepted.ACCEPTED
        await self.authority.is_delivered()
        for alias, client in self.clients.items():
            told = [bubble.text for bubble in client.sees[seen[alias] :]]
            assert told == [reads.texts[client.language] for reads in tried.reads if alias in reads.people]
        self.kinds += [reads.kind for reads in tried.reads]

    async def says(self, alias: str, *taps: str) -> None:
        """Let somebody open the offer and answer it."""
        client = self.clients[alias]
        await client.says("/offers")
        await client.presses(client.last.buttons[0])
        await client.taps(*taps)


@pytest.fixture
async def family(telegram: Telegram, authority: Authority) -> Family:
    aigul = await follower(telegram, authority, Language.KK, AIGUL)
    other = await follower(telegram, authority, Language.RU)
    await authority.is_delivered()
    return Family(authority, {"p1": aigul, "p2": other})


def status(family: Family, name: str, **content: Any) -> dict[str, Any]:
    return {"status": name, "on": family.authority.world.today().isoformat(), **content}


def window(day: int, hour: int) -> dict[str, Any]:
    times = {"starts_at": at(day, hour).isoformat(), "ends_at": (at(day, hour) + timedelta(hours=2)).isoformat()}
    return {"visit_id": "v1", "address": "Абай <көшесі>, 1", **times}


async def test_each_status_and_its_withdrawal_are_read_as_they_were_shown(family: Family) -> None:
    read = family.reads_what_was_shown
    await read("case.status", **status(family, "received"))
    await read("case.status", **status(family, "under_review", note=NOTE))
    await read("case.status", **status(family, "assigned", monthly_tenge=70_000, **MAY_AND_JUNE))
    await read("case.status", **status(family, "assigned", monthly_tenge=60_000, supplement_tenge=500, **MAY_AND_JUNE))
    await read("case.status", **status(family, "suspended", note=NOTE))
    await read("case.corrected", reason="mistake", note=NOTE)
    await read("offer.made", offer_id="o1", **OFFER)
    await read("case.status", **status(family, "terminated", ground="measures_refused"))
    assert family.kinds[-2:] == ["case-terminated", "offer-withdrawn"]
    assert len(family.kinds) == 9


@pytest.mark.parametrize("ground", ["income_above_line", "false_data", "commission_no_need"])
async def test_a_refusal_is_read_as_it_was_shown(family: Family, ground: str) -> None:
    await family.reads_what_was_shown("case.status", **status(family, "refused", ground=ground, note=NOTE))
    assert family.kinds == ["case-refused"]


@pytest.mark.parametrize("conclusion", ["need", "no_need", "nobody_home", "examination_refused"])
async def test_each_step_of_a_visit_is_read_as_it_was_shown(family: Family, conclusion: str) -> None:
    read = family.reads_what_was_shown
    await read("visit.scheduled", **window(14, 10), contact="8 7252 <00>")
    await read("visit.rescheduled", **window(12, 14))
    family.authority.telegram.clock.passes(timedelta(hours=4))
    await read("visit.held", visit_id="v1", conclusion=conclusion, note=NOTE)
    await read("visit.scheduled", **{**window(16, 9), "visit_id": "v2"})
    await read("visit.cancelled", visit_id="v2", note=NOTE)
    held = f"visit-held-{conclusion}".replace("_", "-")
    assert family.kinds == ["visit-scheduled", "visit-rescheduled", held, "visit-scheduled", "visit-cancelled"]


async def test_each_step_of_an_offer_is_read_as_it_was_shown(family: Family) -> None:
    read = family.reads_what_was_shown
    await read("offer.made", offer_id="o1", **OFFER)
    await read("offer.extended", offer_id="o1", respond_by="2026-05-20T18:00:00+05:00")
    await family.says("p1", "offer-cannot", "offer-excuse-long_illness", "offer-send")
    await read("offer.excused", offer_id="o1", accepted=False, note=NOTE)
    await family.says("p1", "offer-cannot", "offer-excuse-long_illness", "offer-send")
    await read("offer.excused", offer_id="o1", accepted=True)
    await read("offer.made", offer_id="o2", **{**OFFER, "member_label": "Нұрлан", "title": "Бағбан"})
    await read("offer.withdrawn", offer_id="o2", note=NOTE)
    assert family.kinds == [
        "offer-made", "offer-extended", "offer-not-excused", "offer-excused", "offer-made", "offer-withdrawn",
    ]  # fmt: skip


async def test_an_answer_that_is_taken_up_is_read_as_it_was_shown(family: Family) -> None:
    await family.reads_what_was_shown("offer.made", offer_id="o1", **OFFER)
    await family.says("p1", "offer-accept", "offer-accept_yes")
    await family.authority.is_delivered()
    await family.reads_what_was_shown("offer.acknowledged", offer_id="o1")
    assert family.kinds == ["offer-made", "offer-acknowledged"]


async def test_who_is_confirmed_or_removed_reads_what_was_shown_and_nobody_else(family: Family) -> None:
    """And whom an offer concerns from then on reads that."""
    read = family.reads_what_was_shown
    await read("offer.made", offer_id="o1", **OFFER)
    await read("follower.confirmed", person="p2")
    await read("follower.removed", person="p1")
    assert family.kinds == ["offer-made", "follower-confirmed", "follower-removed", "offer-made"]


async def test_what_tells_the_family_nothing_shows_nothing(family: Family) -> None:
    await family.reads_what_was_shown("links.revoked")
    await family.reads_what_was_shown("case.opened", case_id="79-2", region="KZ-79", applied_on="2026-05-11")
    assert family.kinds == []


async def test_whoever_joined_later_reads_what_was_shown(telegram: Telegram, family: Family) -> None:
    """Of a visit that they have seen with the case alone."""
    await family.reads_what_was_shown("visit.scheduled", **window(14, 10))
    third = await follower(telegram, family.authority, Language.RU)
    family.clients["p3"] = third
    await family.authority.is_delivered()
    await family.reads_what_was_shown("visit.cancelled", visit_id="v1")
    await family.reads_what_was_shown("visit.scheduled", **{**window(15, 10), "visit_id": "v2"})


async def test_the_authority_is_not_shown_what_a_person_has_told_the_bot_alone(
    telegram: Telegram, authority: Authority
) -> None:
    """The chat compares the decision with the person's own estimate, and names the case among several."""
    client = await at_the_result(telegram, Language.RU)
    await authority.invites(client)
    await authority.opens("61-7", "KZ-61", "2026-05-12")
    await client.says(f"/start {await authority.link('61-7', 'Гүлнар')}")
    await client.taps("join-yes")
    async with telegram.database.reading() as connection:
        estimate = await assessments.latest_of(connection, telegram.cipher, client.id, "KZ-79", "2026-Q2")
    assert estimate is not None
    decided = {"monthly_tenge": estimate.record["record"]["monthly_tenge"]["low"] - 10_000, **MAY_AND_JUNE}
    event = authority.event("case.status", status="assigned", on=authority.world.today().isoformat(), **decided)
    (reads,) = (await casework.preview(authority.world, KEY, event)).reads
    await casework.accept(authority.world, KEY, event)
    await authority.is_delivered()
    own, shown = client.last.text, reads.texts[Language.RU]
    assert client.words.say("decision-differs") in own
    assert CASE in own.splitlines()[0]
    assert client.words.say("decision-differs") not in shown
    assert CASE not in shown
    assert set(shown.splitlines()) < set(own.splitlines())

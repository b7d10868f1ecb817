"""A database in which a case's id was the authority's number: after the migration everything of it goes on."""

import hashlib
import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest

from bot import casework
from bot.casework import Accepted
from bot.casework.events import EventRejectedError
from bot.database import migrate, open_database
from bot.database.migrations import MIGRATIONS
from bot.reminders.case_reminders import remind
from bot.store import links
from bot.store.authority_keys import AuthorityKey, hash_of
from bot.store.cipher import Cipher
from bot.store.soundness import unsound
from tests.bot.case_story import AIGUL, CASE, IVAN, SHYMKENT, Story, kz

BEFORE_NUMBERS: Final = 14  # the migration from which on a case has a number beside its id
TOKEN: Final = "a-link-of-before"
NOW: Final = kz(2026, 11, 19, 20)  # the evening before the visit, the last day before the offer's deadline
VISIT_FROM, VISIT_UNTIL = "2026-11-20T10:00:00+00:00", "2026-11-20T12:00:00+00:00"
DEADLINE: Final = "2026-11-20T13:00:00+00:00"
EARLIER: Final = "2026-11-16T05:00:00+00:00"
ASTANA: Final = AuthorityKey("astana", frozenset({"KZ-71"}), frozenset({"events"}))
OPENED: Final = {
    "specversion": "1.0",
    "id": "old-1",
    "source": "/akimat/shymkent",
    "type": "kz.komek.case.opened",
    "data": {"case_id": CASE, "region": SHYMKENT, "applied_on": "2026-11-16"},
}
VISIT: Final = {"visit_id": "v1", "starts_at": VISIT_FROM, "ends_at": VISIT_UNTIL, "address": "Абай к., 1"}
OFFERED: Final = {
    "member_label": "Айгүл", "measure": "vacancy", "title": "Аспаз", "place": "Шымкент", "contact": "Сәуле",
}  # fmt: skip


def rows_of_before(cipher: Cipher) -> list[tuple[str, dict[str, Any]]]:
    """Return what a program of before has written: a case that one person follows, with a visit and an offer."""
    seal = cipher.seal
    body_hash = hashlib.sha256(json.dumps(OPENED, sort_keys=True).encode()).hexdigest()
    offer = {"number": 1, "case_id": CASE, "id": "o1", "state": "open", "sequence": 0, "announced_at": EARLIER}
    told = [
        (1, f"{CASE} visit 1 0 visit-scheduled p1", "visit-scheduled"),
        (2, f"{CASE} visit 1 0 visit-reminder-evening p1", "visit-reminder-evening"),
        (3, f"{CASE} offer 1 0 offer-made p1", "offer-made"),
        (4, f"{CASE} offer 1 offer-reminder-day {DEADLINE} p1", "offer-reminder-day"),
    ]
    journal = [("opened", {"applied_on": "2026-11-16"}), ("offer_made", {"offer_id": "o1", **OFFERED})]
    case = {"id": CASE, "region": SHYMKENT, "applied_on": "2026-11-16", "status": "opened", "status_on": "2026-11-16"}
    notice = {"person_id": AIGUL, "case_id": CASE, "urgency": 1, "due_at": EARLIER, "attempts": 0, "state": "delivered"}
    return [
        ("people", {"id": AIGUL, "language": "kk", "consented_at": EARLIER, "created_at": EARLIER}),
        ("people", {"id": IVAN, "language": "ru", "consented_at": EARLIER, "created_at": EARLIER}),
        ("cases", {**case, "opened_at": EARLIER}),
        ("inbox", {"source": f"{SHYMKENT} /akimat/shymkent", "id": "old-1", "body_hash": body_hash,
                   "received_at": EARLIER}),
        ("case_people", {"case_id": CASE, "person_id": AIGUL, "alias": "p1", "joined_at": EARLIER}),
        ("case_links", {"token_hash": hash_of(TOKEN), "case_id": CASE, "expires_at": "2026-11-23T05:00:00+00:00"}),
        ("visits", {"number": 1, "case_id": CASE, "id": "v1", "state": "scheduled", "starts_at": VISIT_FROM,
                    "ends_at": VISIT_UNTIL, "sequence": 0, "details": seal({"address": "Абай к., 1"})}),
        ("offers", {**offer, "respond_by": DEADLINE, "details": seal(OFFERED)}),
        *[("journal", {"number": number, "case_id": CASE, "at": EARLIER, "kind": kind, "details": seal(details)})
          for number, (kind, details) in enumerate(journal, start=1)],
        ("changes", {"number": 1, "at": EARLIER, "region": SHYMKENT, "case_id": CASE, "kind": "joined",
                     "details": seal({"person": "p1"})}),
        *[("outbox", {**notice, "id": number, "dedup_key": key, "kind": kind, "settled_at": EARLIER,
                      "details": seal(VISIT)})
          for number, key, kind in told],
    ]  # fmt: skip


@pytest.fixture
async def old(empty_database_url: str, cipher: Cipher, tmp_path: Path) -> AsyncIterator[Story]:
    """A story on such a database, which this program has just migrated."""
    steps = tmp_path / "steps of before"
    steps.mkdir()
    for step in MIGRATIONS.glob("*.sql"):
        if int(step.name[:4]) < BEFORE_NUMBERS:
            shutil.copy(step, steps)
    async with open_database(empty_database_url) as database:
        await migrate(database, steps)
        async with database.transaction() as transaction:
            for table, row in rows_of_before(cipher):
                values = ", ".join(f":{name}" for name in row)
                await transaction.fetch(f"insert into {table} ({', '.join(row)}) values ({values})", row)  # noqa: S608 - own names
            await transaction.fetch("update number_series set value = 4 where name <> 'person'", {})
            await transaction.fetch("update number_series set value = 1 where name = 'person'", {})
        await migrate(database)
        yield Story(database, cipher, NOW)


async def test_nothing_of_it_is_broken_and_its_id_is_its_number(old: Story) -> None:
    assert await unsound(old.database, old.cipher) == []
    case = await old.case()
    assert (case.id, case.number, case.region) == (CASE, CASE, SHYMKENT)
    (change,) = await old.changes()
    assert (change.case_number, change.region, change.kind) == (CASE, SHYMKENT, "joined")


async def test_nobody_is_reminded_again_and_what_comes_next_is_told(old: Story) -> None:
    assert await remind(old.world) == 0
    old.at = kz(2026, 11, 20, 13)
    assert await remind(old.world) == 1
    assert (await old.kinds())[-1] == "visit-reminder-hours"
    assert await remind(old.world) == 0


async def test_its_links_open_and_its_events_are_known(old: Story) -> None:
    async with old.database.reading() as connection:
        assert await links.case_of(connection, TOKEN) == CASE
    joined = await casework.join(old.world, TOKEN, IVAN)
    assert joined is not None
    assert joined.number == CASE
    assert await casework.accept(old.world, old.key, OPENED) is Accepted.DUPLICATE
    assert (await old.refused("case.opened", region=SHYMKENT, applied_on="2026-11-16"))[1] == "data.case_id"


async def test_its_visit_and_its_offer_go_on(old: Story) -> None:
    await old.send("offer.extended", offer_id="o1", respond_by="2026-11-25T18:00:00+05:00")
    assert (await old.the_offer()).respond_by.isoformat() == "2026-11-25T13:00:00+00:00"
    await old.move(kz(2026, 11, 21, 10))
    assert (await old.kinds())[-2:] == ["offer-extended", "visit-rescheduled"]
    await old.decide("received")
    assert [entry.kind for entry in await old.journal()][2:] == [
        "offer_extended",
        "visit_rescheduled",
        "status_received",
    ]


async def test_another_region_opens_a_case_of_the_same_number(old: Story) -> None:
    theirs = Story(old.database, old.cipher, NOW, key=ASTANA)
    await theirs.send("case.opened", region="KZ-71", applied_on="2026-11-16")
    await theirs.decide("received")
    assert (await old.case()).status == "opened"
    with pytest.raises(EventRejectedError):
        await theirs.cancel()
    assert (await old.the_visit()).state == "scheduled"

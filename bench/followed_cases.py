"""Families with a case each and an estimate of their own, and the notices that the authority causes for them."""

from datetime import date, datetime
from typing import Any, Final, NamedTuple

from bench.known_people import language_of
from bot.store import assessments, cases, outbox, people
from bot.store.assessments import ShownResult
from bot.store.notice_keys import Cause, NoticeKey
from bot.world import World
from rules import Birth, Household, Income, Member, PovertyLines, assess, record_of
from rules.household import Activity, IncomeKind, Relationship

REGION: Final = "KZ-79"
APPLIED_ON: Final = date(2026, 11, 2)
RECEIVED: Final = {"on": "2026-11-03", "status": "received"}
ASSIGNED: Final = {
    "on": "2026-11-10",
    "status": "assigned",
    "assistance": "unconditional",
    "monthly_tenge": 31_000,
    "supplement_tenge": 6_000,
    "paid_from": "2026-11-01",
    "paid_until": "2026-12-31",
    "applied_on": APPLIED_ON.isoformat(),
    "region": REGION,
}


class Caused(NamedTuple):
    """What the authority did, as it lies in the outbox."""

    kind: str
    details: dict[str, Any]


CAUSED: Final = (Caused("case-received", RECEIVED), Caused("case-assigned", ASSIGNED))
"""By turns: a short notice, and the longest, a decision beside the family's own estimate."""


def case_of(person_id: int) -> str:
    """Return the id of a person's case."""
    return f"79-{person_id:06}"


async def queue_by_turns(world: World, numbers: range, persons: int, due_at: datetime | None = None) -> None:
    """Queue a notice for each number, to one person after the other; due now where nothing else is said."""
    async with world.database.transaction() as transaction:
        for number in numbers:
            person_id, caused = 1 + number % persons, CAUSED[number // persons % len(CAUSED)]
            await outbox.queue(
                transaction,
                world.cipher,
                key=NoticeKey(Cause(case_of(person_id)).then(f"bench:{number}"), f"p{person_id}"),
                person_id=person_id,
                case_id=case_of(person_id),
                kind=caused.kind,
                details=caused.details,
                due_at=due_at or world.now(),
            )
    world.queued.set()


async def let_them_follow(world: World, persons: int) -> None:
    """Open a case for each person, let them join it, and keep what the bot has estimated for them."""
    record = record_of(assess(_family(), APPLIED_ON, PovertyLines()))
    estimate: ShownResult = {"record": record, "answers": {}, "base_months": []}
    async with world.database.transaction() as transaction:
        for person_id in range(1, persons + 1):
            now = world.now()
            await people.choose_language(transaction, person_id, language_of(person_id), now)
            await cases.open_case(transaction, case_of(person_id), case_of(person_id), REGION, APPLIED_ON, now)
            await cases.join(transaction, world.cipher, case_of(person_id), person_id, f"p{person_id}", None, now)
            await assessments.freeze(transaction, world.cipher, person_id, estimate, now)


def _family() -> Household:
    wage = Income(IncomeKind.WAGE, 120_000, 120_000)
    grown_up, child = Birth.at_age(35, APPLIED_ON), Birth.at_age(5, APPLIED_ON)
    members = (
        Member("self", Relationship.APPLICANT, grown_up, activity=Activity.EMPLOYED, incomes=(wage,)),
        Member("spouse", Relationship.SPOUSE, grown_up, activity=Activity.NONE),
        *(Member(f"child-{number}", Relationship.CHILD, child) for number in range(3)),
    )
    return Household(REGION, members)

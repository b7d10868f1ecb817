"""Cases: where an application stands, and who of the family follows it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NamedTuple, TypedDict, cast

from bot.database import Connection, Row, queries_beside
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from rules.case import CaseStatus

queries = queries_beside(__file__)
BY_OFFICER: Final = ""
"""The alias of nobody: who was confirmed so was confirmed by the officer."""


class Decision(TypedDict, total=False):
    """What an authority decided, as its event gave it: sums in tenge a month, days in ISO 8601.

    Its `status` and its day `on` are stored beside it; they are read as those of the case. `paid_on` is the day of the
    first payment, `account_ends_with` the last four digits of the account to which it goes.
    """

    assistance: str
    monthly_tenge: int
    supplement_tenge: int
    paid_from: str
    paid_until: str
    paid_on: str
    account_ends_with: str
    ground: str
    note: str | None


@dataclass(frozen=True)
class Case:
    """One application; `decision` is what was decided last, None before.

    `number` is what the authority and the family know it by, one for each case of its `region`; `id` is the program's.
    """

    id: str
    number: str
    region: str
    applied_on: date
    status: CaseStatus
    status_on: date
    decision: Decision | None
    opened_at: datetime


@dataclass(frozen=True)
class Follower:
    """A person of a family who follows its case; the authority knows only the alias.

    `doubted_at`: since then somebody of the family does not know this person, who answers nothing meanwhile.
    """

    case_id: str
    person_id: int
    alias: str
    member_label: str | None
    joined_at: datetime
    doubted_at: datetime | None = None


class Place(NamedTuple):
    """Where a case is found: its region and its id."""

    region: str
    id: str


async def open_case(
    transaction: Connection, case_id: str, number: str, region: str, applied_on: date, now: datetime
) -> bool:
    """Open a case; False when the region has one of that number, or there is one of that id."""
    row = await queries.open_case(
        transaction, case_id=case_id, number=number, region=region, applied_on=applied_on.isoformat(), now=to_text(now)
    )
    return row is not None


async def numbered(connection: Connection, number: str, regions: Collection[str]) -> list[Place]:
    """Return where there is a case of a number among these regions, each of which has one at most."""
    rows = queries.numbered(connection, number=number, regions=f" {' '.join(regions)} ")
    return [Place(row["region"], row["id"]) async for row in rows]


async def load(connection: Connection, cipher: Cipher, case_id: str) -> Case | None:
    """Return a case, or None."""
    row = await queries.load(connection, case_id=case_id)
    return row and _case(cipher, row)


async def lock(transaction: Connection, cipher: Cipher, case_id: str) -> Case | None:
    """Return a case that nobody else changes before the transaction ends. Take no other lock before this one."""
    row = await queries.lock(transaction, case_id=case_id)
    return row and _case(cipher, row)


async def change_status(
    transaction: Connection,
    cipher: Cipher,
    case: Case,
    status: CaseStatus,
    on: date,
    decision: Decision | None,
) -> bool:
    """Move a case on, if it still stands where it was read; False when another transaction was quicker."""
    row = await queries.change_status(
        transaction,
        case_id=case.id,
        before=case.status,
        before_on=case.status_on.isoformat(),
        status=status,
        status_on=on.isoformat(),
        decision=None if decision is None else cipher.seal(decision),
        paid_until=None if decision is None else decision.get("paid_until"),
    )
    return row is not None


async def stand_again(
    transaction: Connection,
    cipher: Cipher,
    case: Case,
    status: CaseStatus,
    on: date,
    decision: Decision | None,
) -> None:
    """Let a case stand where it stood before."""
    await queries.stand_again(
        transaction,
        case_id=case.id,
        status=status,
        status_on=on.isoformat(),
        decision=None if decision is None else cipher.seal(decision),
        paid_until=None if decision is None else decision.get("paid_until"),
    )


async def join(
    transaction: Connection, cipher: Cipher, case_id: str, person_id: int, alias: str, label: str | None, now: datetime
) -> bool:
    """Let a person follow a case; False when they follow it already. Somebody who left keeps the alias."""
    row = await queries.join(
        transaction,
        case_id=case_id,
        person_id=person_id,
        alias=alias,
        member_label=None if label is None else cipher.seal({"label": label}),
        now=to_text(now),
    )
    return row is not None


async def leave(transaction: Connection, case_id: str, person_id: int, now: datetime) -> str | None:
    """Let a person go; returns the alias, None when they did not follow the case. Nobody is confirmed by them then."""
    row = await queries.leave(transaction, case_id=case_id, person_id=person_id, now=to_text(now))
    if row is None:
        return None
    alias = str(row["alias"])
    await queries.lose_confirmations(transaction, case_id=case_id, alias=alias)
    return alias


async def confirmations(connection: Connection, case_id: str) -> dict[str, frozenset[str]]:
    """Return who may answer for others, by alias: each with whoever confirmed them, BY_OFFICER for the officer."""
    found: dict[str, frozenset[str]] = {}
    async for row in queries.confirmations(connection, case_id=case_id):
        found[row["alias"]] = found.get(row["alias"], frozenset()) | {row["by_alias"]}
    return found


async def confirm(transaction: Connection, case_id: str, alias: str, by_alias: str, now: datetime) -> bool:
    """Let a follower answer for whoever confirms them; False when they could already."""
    row = await queries.confirm(transaction, case_id=case_id, alias=alias, by_alias=by_alias, now=to_text(now))
    return row is not None


async def confirm_no_more(transaction: Connection, case_id: str, alias: str, by_alias: str) -> bool:
    """Take that back; False when there was nothing to take back."""
    return await queries.confirm_no_more(transaction, case_id=case_id, alias=alias, by_alias=by_alias) is not None


async def doubt(transaction: Connection, case_id: str, alias: str, now: datetime) -> bool:
    """Let a follower answer nothing until the officer has decided; False when that is so already."""
    return await queries.doubt(transaction, case_id=case_id, alias=alias, now=to_text(now)) is not None


async def settle_doubt(transaction: Connection, case_id: str, alias: str) -> None:
    """Let a follower answer again."""
    await queries.settle_doubt(transaction, case_id=case_id, alias=alias)


async def name_member(transaction: Connection, cipher: Cipher, case_id: str, alias: str, label: str) -> None:
    """Say whom of the family a follower is."""
    await queries.name_member(transaction, case_id=case_id, alias=alias, member_label=cipher.seal({"label": label}))


async def followers(connection: Connection, cipher: Cipher, case_id: str) -> list[Follower]:
    """Return who follows a case now, in the order of joining."""
    return [follower_of(cipher, row) async for row in queries.followers(connection, case_id=case_id)]


async def follower(connection: Connection, cipher: Cipher, case_id: str, person_id: int) -> Follower | None:
    """Return a person as a follower of a case, or None when they are none (any more)."""
    row = await queries.follower(connection, case_id=case_id, person_id=person_id)
    return row and follower_of(cipher, row)


async def followed_by(connection: Connection, cipher: Cipher, person_id: int) -> list[Case]:
    """Return the cases that a person follows, the newest first."""
    return [_case(cipher, row) async for row in queries.followed_by(connection, person_id=person_id)]


async def following(connection: Connection, cipher: Cipher, person_id: int) -> list[Follower]:
    """Return a person as a follower of each case that they follow, in the same order."""
    return [follower_of(cipher, row) async for row in queries.following(connection, person_id=person_id)]


async def ever_followed(connection: Connection, person_id: int) -> list[tuple[str, str]]:
    """Return every case that a person follows or has followed, each with their alias there."""
    return [(row["case_id"], row["alias"]) async for row in queries.ever_followed(connection, person_id=person_id)]


def _case(cipher: Cipher, row: Row) -> Case:
    return Case(
        id=row["id"],
        number=row["number"],
        region=row["region"],
        applied_on=date.fromisoformat(row["applied_on"]),
        status=CaseStatus(row["status"]),
        status_on=date.fromisoformat(row["status_on"]),
        decision=row["decision"] and cast("Decision", cipher.open(row["decision"])),
        opened_at=from_text(row["opened_at"]),
    )


def follower_of(cipher: Cipher, row: Row) -> Follower:
    """Return the follower whose columns are in a row."""
    label = row["member_label"] and cipher.open(row["member_label"])["label"]
    doubted_at = row["doubted_at"] and from_text(row["doubted_at"])
    return Follower(row["case_id"], row["person_id"], row["alias"], label, from_text(row["joined_at"]), doubted_at)

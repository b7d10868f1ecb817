"""Assessments: what was shown to a person, frozen and sealed, so that it is explained as it was shown."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NotRequired, cast

from bot.database import Connection, Row, queries_beside
from bot.errors import UnknownPersonError
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from rules.frozen_result import FrozenResult, ResultBefore
from rules.interview.narrowing import WayOut
from rules.record import Record

queries = queries_beside(__file__)

LEAST_NUMBER: Final = 10**8
NUMBERS: Final = 9 * LEAST_NUMBER
"""So many numbers of nine digits there are: a person can read them out, and nobody counts results by them."""
MOST_TRIES: Final = 20
NUMBER: Final = r"(?:[1-9][0-9]{8}|[A-Za-z0-9_-]{12})"
"""How the number of a result is written; that of one from before it could be read out has twelve letters and digits."""


class ShownResult(FrozenResult):
    """What is frozen: the result, the answers by which its members are named, the months whose income was told.

    `way_out`: what narrows an open result, where anything does. `before`: the newest result of an earlier quarter,
    where there is one. What is not required lacks in what was frozen before it
    was known.
    """

    answers: dict[str, Any]
    base_months: NotRequired[list[str]]
    way_out: NotRequired[WayOut]
    before: NotRequired[ResultBefore]


@dataclass(frozen=True)
class FrozenAssessment:
    """An assessment as it was shown; `record` is the JSON object that was frozen.

    `check`: of which other family it is (bot/store/checks.py), and what the person calls that family; 0: of their own.
    """

    id: str
    made_at: datetime
    record: ShownResult
    check: int = 0
    called: str = ""


async def freeze(
    connection: Connection, cipher: Cipher, person_id: int, record: ShownResult, now: datetime, check: int = 0
) -> str:
    """Keep the record, of the person's own family or of a check, and return its number.

    UnknownPersonError when the person is not there (any more).
    """
    sealed = cipher.seal(record)
    for _ in range(MOST_TRIES):  # by then a free number is found, or there is no such person
        number = str(LEAST_NUMBER + secrets.randbelow(NUMBERS))
        row = await queries.freeze(
            connection,
            assessment_id=number,
            person_id=person_id,
            made_at=to_text(now),
            record=sealed,
            of_check=check,
        )
        if row is not None:
            return number
    raise UnknownPersonError(person_id)


async def load(connection: Connection, cipher: Cipher, person_id: int, assessment_id: str) -> FrozenAssessment | None:
    """The person's own assessment of this id; None when there is none, or it is somebody else's."""
    row = await queries.load(connection, person_id=person_id, assessment_id=assessment_id)
    return row and _opened(cipher, row)


async def of_any(connection: Connection, cipher: Cipher, assessment_id: str) -> FrozenAssessment | None:
    """The assessment of that number, whose ever it is; None when there is none. WrongKeyError when no key opens it."""
    row = await queries.of_any(connection, assessment_id=assessment_id)
    return row and _opened(cipher, row)


async def latest(connection: Connection, cipher: Cipher, person_id: int, check: int = 0) -> FrozenAssessment | None:
    """The newest assessment of the person's own family or of a check, None before the first."""
    row = await queries.latest(connection, person_id=person_id, of_check=check)
    return row and _opened(cipher, row)


async def latest_of(
    connection: Connection, cipher: Cipher, person_id: int, region: str, quarter: str
) -> FrozenAssessment | None:
    """The newest assessment of their own family for a quarter (2026-Q4) and a region, None when there is none."""
    rows = [row async for row in queries.of_person(connection, person_id=person_id)]
    made = (_opened(cipher, row) for row in rows)
    return next((one for one in made if _is_of(one.record["record"], region, quarter)), None)


async def people_after(connection: Connection, person_id: int, batch: int) -> list[int]:
    """The next people with an assessment of their own, by their ids; all of them, when asked again from the last on."""
    return [row["person_id"] async for row in queries.people_after(connection, person_id=person_id, batch=batch)]


async def newest_of_each(
    connection: Connection, cipher: Cipher, person_id: int, check: int = 0
) -> list[FrozenAssessment]:
    """The newest assessment of their own family, or of a check, for each region and quarter it was assessed for."""
    newest: dict[tuple[str, str], FrozenAssessment] = {}
    if check:
        rows = queries.of_check(connection, person_id=person_id, of_check=check)
    else:
        rows = queries.of_person(connection, person_id=person_id)
    async for row in rows:
        made = _opened(cipher, row)
        newest.setdefault((made.record["record"]["region"], made.record["record"]["quarter"]), made)
    return list(newest.values())


def _is_of(record: Record, region: str, quarter: str) -> bool:
    return bool(record["region"] == region and record["quarter"] == quarter)


def _opened(cipher: Cipher, row: Row) -> FrozenAssessment:
    record = cast("ShownResult", cipher.open(row["record"]))
    called = str(cipher.open(row["answers"])["called"]) if row["answers"] else ""
    return FrozenAssessment(row["id"], from_text(row["made_at"]), record, row["check_number"] or 0, called)

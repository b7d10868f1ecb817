"""`komek replay`: a stored result worked out again, and what today's tables of the law say otherwise.

Nothing of a person is printed: the number, the day, the region, the quarter, the outcome and the sums.
"""

import asyncio
import sys
from collections.abc import Mapping
from typing import Any

from bot.commands.database import opened
from bot.errors import CommandError, WrongKeyError
from bot.settings import load_settings
from bot.store import assessments, poverty_lines
from bot.store.assessments import FrozenAssessment
from bot.store.cipher import cipher_for
from bot.store.sealed import has_documents
from bot.texts.formats import read_out
from rules import LawError, PovertyLines
from rules.errors import RulesError
from rules.record import Record
from rules.replay import Inputs, again, differences, frozen_inputs, tenge_of, today

SAME, DIFFERS = 0, 1


class NoResultError(CommandError):
    """There is no such result, or it cannot be worked out again; the message says which."""


def replay(typed: str) -> int:
    """Print a result as it was shown, worked out again and by today's tables; return 0 where all is the same, else 1.

    NoResultError where there is none of that number, it is damaged, or it was frozen without what it takes.
    """
    number = "".join(typed.split())
    frozen, lines = asyncio.run(_stored(number))
    if frozen is None:
        raise NoResultError(f"NUMBER: no result {typed!r}")
    record, inputs = frozen.record["record"], frozen.record.get("inputs")
    _print("result", f"{read_out(frozen.id)}, for {record['on']}, {record['region']}, {record['quarter']}")
    _print("shown", _told(record))
    if inputs is None:
        for one in _differing(record, None, lines):
            _print("differs", one)
        raise NoResultError("this result is older than what replay needs: family and law were not kept with it")
    return _compare(record, inputs, lines)


def _compare(record: Record, inputs: Inputs, lines: PovertyLines) -> int:
    """Print what comes out again, and what today's tables say otherwise."""
    try:
        frozen = frozen_inputs(record, inputs)
        replayed = again(frozen)
    except (RulesError, KeyError, TypeError, ValueError) as wrong:
        raise NoResultError(f"this result cannot be worked out again: {wrong}") from wrong
    is_same = tenge_of(replayed) == tenge_of(record)
    _print("again", "the same, by the law and the line of then" if is_same else f"{_told(replayed)}: NOT as shown")
    differing = _differing(record, inputs, lines)
    try:
        now = today(frozen, lines)
    except LawError as beyond:
        _print("today", f"not worked out: {beyond}")
        return DIFFERS
    is_now_same = tenge_of(now) == tenge_of(record)
    _print("today", "the same" if is_now_same else _told(now))
    for one in differing:
        _print("differs", one)
    if not (is_same and is_now_same) or differing:
        return DIFFERS
    _print("same", "nothing differs")
    return SAME


def _differing(record: Record, inputs: Inputs | None, lines: PovertyLines) -> list[str]:
    try:
        found = list(differences(record, inputs, lines))
    except LawError as beyond:
        return [str(beyond)]
    return [f"{one.name}: {one.then or 'not known'} then, {one.now or 'not known'} now" for one in found]


async def _stored(number: str) -> tuple[FrozenAssessment | None, PovertyLines]:
    async with opened() as database:
        cipher = cipher_for(load_settings(), may_make_key=not await has_documents(database))
        async with database.reading() as connection:
            added = await poverty_lines.published(connection)
            try:
                found = await assessments.of_any(connection, cipher, number)
            except (WrongKeyError, ValueError) as damaged:
                raise NoResultError(f"result {read_out(number)}: it is damaged, or its key is missing") from damaged
    return found, PovertyLines(added)


def _told(record: Record) -> str:
    """Return outcome and sums of a record in one line."""
    sums = {
        "a month": _span(record["monthly_tenge"]),
        "supplement": record["child_supplement_tenge"],
        "in all": _span(record["total_tenge"]),
        "large family": record["large_family_allowance_tenge"],
        "awarded mother": record["awarded_mother_allowance_tenge"],
    }
    told = ", ".join(f"{name} {'not known' if tenge is None else tenge}" for name, tenge in sums.items() if tenge != 0)
    return f"{record['outcome']}, {record['months']} months, tenge: {told or '0'}"


def _span(tenge: Mapping[str, Any]) -> int | str:
    low, high = tenge["low"], tenge["high"]
    return high if low == high else f"{low}-{high}"


def _print(what: str, told: str) -> None:
    sys.stdout.write(f"{what:8} {told}\n")

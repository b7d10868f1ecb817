"""People answer by turns, as if all of them wrote at once: whoever answers them is timed."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest
from typing import Any

from aiogram import Bot, Dispatcher

from bench.interviews import Act, Interview, update_of
from bench.stub_session import StubSession

Turn = tuple[int, Act]
Update = dict[str, Any]
Feed = Callable[[Update], Awaitable[Any]]
"""Takes an update as Telegram sends it, and returns when it is answered."""
UpdateOf = Callable[[Act, int, int], Update]
"""Returns an act of a person as the update of a number."""


@dataclass(slots=True)
class Measured:
    """Answers a second by the clock, a figure for each slice, and the seconds of every answer by kind.

    `per_core_second` counts the seconds for which cores were busy instead, where somebody has measured them.
    """

    per_second: list[float] = field(default_factory=list)
    per_core_second: list[float] = field(default_factory=list)
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


def fed_to(dispatcher: Dispatcher) -> Feed:
    """Return what feeds a dispatcher whose bot calls nobody."""
    return partial(dispatcher.feed_raw_update, Bot("1000000:bench", session=StubSession()))


def in_turns(guests: Mapping[int, Interview]) -> list[Turn]:
    """Return everybody's first act, then everybody's second, and so on."""
    by_person = [[(person_id, act) for act in interview.acts] for person_id, interview in guests.items()]
    return [turn for turns in zip_longest(*by_person) for turn in turns if turn is not None]


def updates_of(turns: Iterable[Turn], as_update: UpdateOf = update_of) -> list[tuple[int, str, Update]]:
    """Return each turn as an update, with who answers and what kind of act it is."""
    return [(person_id, act.kind, as_update(act, person_id, place)) for place, (person_id, act) in enumerate(turns, 1)]


async def play(feed: Feed, updates: Sequence[tuple[int, str, Update]], measured: Measured, at_once: int) -> None:
    """Let so many people at once be answered, each only after the answer before; note how fast it was."""
    after_the_last = {person_id: asyncio.Lock() for person_id, *_ in updates}
    waiting = iter(updates)

    async def answer() -> None:
        for person_id, kind, update in waiting:
            async with after_the_last[person_id]:
                began = time.perf_counter()
                await feed(update)
                measured.seconds[kind].append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(answer() for _ in range(at_once)))
    measured.per_second.append(len(updates) / (time.perf_counter() - began))


def ratios(ours: Iterable[float], yardstick: Iterable[float]) -> list[float]:
    """Return slice by slice what part of the yardstick was reached in the same minute."""
    return [one / other for one, other in zip(ours, yardstick, strict=True)]

"""Answers while pages are drawn: whoever is asked a question does not notice that others take a page along."""

import asyncio
import time
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Final, NamedTuple

from bench.figures import Below, Figure
from bench.over_http import Phones, answers, interview
from bench.processes import local_telegram_and_bot
from handlers.keyboards import Do, Explain

LIMIT: Final = Below(2.0)
MEASURED: Final = (
    "p99 of the answers of whole interviews, {connections} people at once as in answered_question_over_http_p99, while "
    "{families} other families have {pages} pages drawn as PDF, each asking for the next once one is there; against "
    "the p99 of as much time without, in slices by turns of the same run"
)
SLICES: Final = 4
DRAWING, AT_REST = "drawing", "at_rest"


class Pages(NamedTuple):
    """A family that has a result and the button of its page."""

    person_id: int
    message_id: int
    button: str


@dataclass
class Answers:
    """The seconds of each answer, by what went on beside it from its beginning to its end."""

    beside: str = ""
    since: float = 0.0
    seconds: dict[str, list[float]] = field(default_factory=lambda: {"": [], DRAWING: [], AT_REST: []})

    def from_now_on(self, beside: str) -> None:
        """Something else goes on from now on."""
        self.beside, self.since = beside, time.perf_counter()

    def note(self, took: float) -> None:
        """Note an answer that has just come, unless it began before the last change."""
        if time.perf_counter() - took >= self.since:
            self.seconds[self.beside].append(took)


async def beside_pages(folder: Path, connections: int = 4, families: int = 5, pages_each: int = 5) -> Figure:
    """Measure answers with and without so many pages of each family and slice being drawn."""
    person_ids, found, drawn = count(1), Answers(), list[float]()
    async with local_telegram_and_bot(folder) as base, Phones.at(base, connections + families) as phones:
        asking = [await _at_the_page(phones, next(person_ids)) for _ in range(families)]
        for family in asking:
            await _page(phones, family)  # the templates and the font are read
        playing = [asyncio.create_task(_answering(phones, person_ids, found)) for _ in range(connections)]
        for _ in range(SLICES):
            found.from_now_on(DRAWING)
            of_each = await asyncio.gather(*(_ask(phones, one, pages_each) for one in asking))
            drawn += chain.from_iterable(of_each)
            took = time.perf_counter() - found.since
            found.from_now_on(AT_REST)
            await asyncio.sleep(took)
        for one in playing:
            one.cancel()
        await asyncio.wait(playing)
    return _figure(found, sorted(drawn), connections, families)


def _figure(found: Answers, drawn: list[float], connections: int, families: int) -> Figure:
    idle, busy = sorted(found.seconds[AT_REST]), sorted(found.seconds[DRAWING])
    at_rest, beside = (seconds[len(seconds) * 99 // 100] for seconds in (idle, busy))
    return Figure(
        "answered_question_beside_pages_p99",
        beside * 1000,
        "ms",
        LIMIT,
        MEASURED.format(connections=connections, families=families, pages=len(drawn)),
        yardstick=at_rest * 1000,
        ratio=beside / at_rest,
        details={
            "answers": {"beside": len(busy), "without": len(idle)},
            "median_ms": {"beside": busy[len(busy) // 2] * 1000, "without": idle[len(idle) // 2] * 1000},
            "page_median_ms": drawn[len(drawn) // 2] * 1000,
        },
    )


async def _at_the_page(phones: Phones, person_id: int) -> Pages:
    """Play a family up to the button of its page."""
    await interview(phones, person_id)
    shown, _ = await phones.press(person_id, Do(what="calculate").pack())
    (following,) = (button for button in shown.buttons(Explain) if button.view == "next")
    shown, _ = await phones.press(person_id, following.pack())
    (page,) = (button for button in shown.buttons(Explain) if button.view == "paper")
    return Pages(person_id, phones.last_message[person_id], page.pack())


async def _page(phones: Phones, family: Pages) -> float:
    _, took = await phones.press(family.person_id, family.button, below=family.message_id)
    return took


async def _ask(phones: Phones, family: Pages, pages: int) -> list[float]:
    return [await _page(phones, family) for _ in range(pages)]


async def _answering(phones: Phones, person_ids: "count[int]", found: Answers) -> None:
    """Let one after another answer all questions, and note how long each answer took, until it is cancelled."""
    while True:
        async for took in answers(phones, next(person_ids)):
            found.note(took)

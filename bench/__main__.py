"""Measure everything, or the one figure that is named: a line for the machine, then one for each figure.

What had to be skipped has a line, too. Exit code 1 when a limit is missed.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.among_many import among_many, among_many_on_postgresql
from bench.authority_events import authority_events
from bench.beside_pages import beside_pages
from bench.beside_peers import beside_peers, beside_peers_on_postgresql
from bench.beside_renewals import beside_renewals
from bench.command_start import command_start
from bench.delivery import at_telegrams_pace, outbox_to_telegram, queued_to_telegram
from bench.evening import evening
from bench.explained_assessments import explained_assessments
from bench.extra_earnings import extra_earnings
from bench.figures import Figure, Skipped, machine
from bench.first_answer import first_answer
from bench.killed_workers import killed_workers
from bench.many_updates import many_updates
from bench.one_answer import one_answer
from bench.over_http import over_http
from bench.typed_answers import typed_answers
from bench.web_processes import web_processes

Measures = Callable[[Path], Iterable[Figure | Skipped]]
FIGURES: Final[dict[str, Measures]] = {
    "typed_answers_understood": lambda _: [typed_answers()],
    "explained_assessments": lambda _: [explained_assessments()],
    "curve_of_extra_earnings": lambda _: [extra_earnings()],
    "command_start": lambda folder: [command_start(folder)],
    "start_to_first_answer": lambda folder: [asyncio.run(first_answer(folder))],
    "one_answered_question": lambda folder: [asyncio.run(one_answer(folder))],
    "answered_question_beside_peers": lambda folder: asyncio.run(beside_peers(folder)),
    "answered_question_beside_peers_on_postgresql": lambda folder: asyncio.run(beside_peers_on_postgresql(folder)),
    "answered_question_over_http_p99": lambda folder: [asyncio.run(over_http(folder))],
    "answered_question_beside_pages_p99": lambda folder: [asyncio.run(beside_pages(folder))],
    "answered_question_beside_renewals_p99": lambda folder: [asyncio.run(beside_renewals(folder))],
    "answered_question_among_many": lambda folder: [asyncio.run(among_many(folder))],
    "answered_question_among_many_on_postgresql": lambda folder: [asyncio.run(among_many_on_postgresql(folder))],
    "memory_over_many_updates": lambda folder: [asyncio.run(many_updates(folder))],
    "updates_by_four_web_processes": lambda folder: [asyncio.run(web_processes(folder))],
    "evening_answered_within_2_s": lambda folder: [asyncio.run(evening(folder))],
    "events_through_the_api": lambda folder: [asyncio.run(authority_events(folder))],
    "outbox_to_accepted_send": lambda folder: [asyncio.run(outbox_to_telegram(folder))],
    "telegrams_pace_held": lambda folder: [asyncio.run(at_telegrams_pace(folder))],
    "queued_to_accepted_longest": lambda folder: [asyncio.run(queued_to_telegram(folder))],
    "notices_through_killed_workers": lambda folder: [asyncio.run(killed_workers(folder))],
}
"""How each is measured, with its files in a folder; one after the other in this order."""
FAMILIES: Final = 415_647
PEOPLE: Final = 2_100_000
OF_THE_COUNTRY: Final[dict[str, Measures]] = {
    "answered_question_beside_renewals_p99": lambda folder: [asyncio.run(beside_renewals(folder, FAMILIES))],
    "answered_question_among_many": lambda folder: [asyncio.run(among_many(folder, PEOPLE))],
    "answered_question_among_many_on_postgresql": lambda folder: [
        asyncio.run(among_many_on_postgresql(folder, PEOPLE))
    ],
    "memory_over_many_updates": lambda folder: [asyncio.run(many_updates(folder, 1_000_000))],
    "evening_answered_within_2_s": lambda folder: [asyncio.run(evening(folder, PEOPLE // 100, minutes=20))],
    "notices_through_killed_workers": lambda folder: [asyncio.run(killed_workers(folder, FAMILIES, kills=20))],
}
"""The same with as many families and people as the country has had at most; of an evening with a hundredth of them."""


def main(arguments: Sequence[str]) -> int:
    """Print the figures and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("figure", nargs="?", choices=FIGURES, help="this one alone")
    parser.add_argument("--country", action="store_true", help="with as many families and people as the country has")
    asked = parser.parse_args(arguments)
    figures = FIGURES | OF_THE_COUNTRY if asked.country else FIGURES
    print(machine(), flush=True)
    kept = True
    with TemporaryDirectory(prefix="komek-bench-") as folder:
        for name in [asked.figure] if asked.figure else figures:
            for figure in figures[name](Path(folder)):
                print(figure.as_json(), flush=True)
                kept = kept and figure.ok
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

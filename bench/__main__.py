"""Measure everything: a line for the machine, then one for each figure or for what had to be skipped.

Exit code 1 when a limit is missed.
"""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.beside_peers import beside_peers
from bench.delivery import at_telegrams_pace, outbox_to_telegram, queued_to_telegram
from bench.explained_assessments import explained_assessments
from bench.figures import Figure, Skipped, machine
from bench.one_answer import one_answer
from bench.over_http import over_http
from bench.typed_answers import typed_answers


def figures(folder: Path) -> Iterator[Figure | Skipped]:
    """Measure one after the other."""
    yield typed_answers()
    yield explained_assessments()
    yield asyncio.run(one_answer(folder))
    yield from asyncio.run(beside_peers(folder))
    yield asyncio.run(over_http(folder))
    yield asyncio.run(outbox_to_telegram(folder))
    yield asyncio.run(at_telegrams_pace(folder))
    yield asyncio.run(queued_to_telegram(folder))


def main() -> int:
    """Print the figures and return the exit code."""
    print(machine(), flush=True)
    kept = True
    with TemporaryDirectory(prefix="komek-bench-") as folder:
        for figure in figures(Path(folder)):
            print(figure.as_json(), flush=True)
            kept = kept and figure.ok
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

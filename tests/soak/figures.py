"""What the soak counts, as one JSON line a figure: in the form of the bench, whose limits here mostly are: none."""

import sys
import time
from collections import Counter
from collections.abc import Iterable
from typing import Final

from bench.figures import AtLeast, Below, Figure, machine

NONE: Final = Below(1)
"""For what must not happen once."""

__all__ = ["NONE", "AtLeast", "Below", "Figure", "Progress", "machine"]


class Progress:
    """Says on stderr how far a long form is, fifty times in all, and what has gone wrong as soon as it has."""

    def __init__(self, what: str, of: int) -> None:
        self.what, self.of = what, of
        self._said: Counter[str] = Counter()

    def __call__(self, done: int, wrong: Iterable[str]) -> None:
        """So much is done, and all this has gone wrong so far."""
        found = Counter(wrong)
        for which in (found - self._said).elements():
            self._say(f"wrong: {which}")
        self._said = found
        if done == self.of or done % max(1, self.of // 50) == 0:
            self._say(f"{done} of {self.of} {self.what}, {found.total()} wrong")

    def _say(self, text: str) -> None:
        print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)

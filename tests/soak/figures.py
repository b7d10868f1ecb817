"""What the soak counts, as one JSON line a figure: in the form of the bench, whose limits here mostly are: none."""

import sys
import time
from typing import Final

from bench.figures import AtLeast, Below, Figure, machine

NONE: Final = Below(1)
"""For what must not happen once."""

__all__ = ["NONE", "AtLeast", "Below", "Figure", "machine", "say_progress"]


def say_progress(what: str, done: int, of: int, wrong: int) -> None:
    """Say on stderr how far a long form is, and how much it has found, fifty times in all: who stops it has that."""
    if done == of or done % max(1, of // 50) == 0:
        print(f"{time.strftime('%H:%M:%S')} {done} of {of} {what}, {wrong} wrong", file=sys.stderr, flush=True)

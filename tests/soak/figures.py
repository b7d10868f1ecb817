"""What the soak counts, as one JSON line a figure: in the form of the bench, whose limits here mostly are: none."""

from typing import Final

from bench.figures import AtLeast, Below, Figure, machine

NONE: Final = Below(1)
"""For what must not happen once."""

__all__ = ["NONE", "AtLeast", "Below", "Figure", "machine"]

"""One step of the explanation on its way into words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from bot.telling.phrases import Name
from bot.texts import Texts
from rules.record import Record


class Telling(NamedTuple):
    """One step to be told, and all that its words may need."""

    texts: Texts
    record: Record
    name: Name
    today: date
    values: Mapping[str, Any]
    passed: bool | None

    def names(self, labels: list[str]) -> str:
        """Write members in a list; between labels that have commas themselves stand semicolons."""
        names = [self.name(label) for label in labels]
        return "; ".join(names) if any("," in name for name in names) else self.texts.list_of(names)


Tell = Callable[[Telling], list[str]]
"""What tells one kind of step, line by line."""

"""One step of the explanation on its way into words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from bot.texts import Texts, escape
from bot.wording.phrases import Name, within_line
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
        """Write members in a list; between names that are lists themselves stand semicolons."""
        names = [self._in_sentence(label) for label in labels]
        return "; ".join(names) if any("," in name or " или " in name for name in names) else self.texts.list_of(names)

    def _in_sentence(self, label: str) -> str:
        # A name of ours, «Жұбайыңыз», begins lines with a capital, but is no proper name.
        name = self.name(label)
        return name if name == escape(label) else within_line(name)


Tell = Callable[[Telling], list[str]]
"""What tells one kind of step, line by line."""

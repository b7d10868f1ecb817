"""The links to a case that people opened before they consented: in memory only, as nothing is stored of them yet.

The buttons of what they were told carry the link, too; this is for whoever writes instead of pressing.
"""

from collections import OrderedDict
from typing import Final

PEOPLE_KEPT: Final = 10_000


class OpenedLinks:
    """One token a person, the last one opened."""

    def __init__(self, most: int = PEOPLE_KEPT) -> None:
        self._most = most
        self._tokens: OrderedDict[int, str] = OrderedDict()
        self._asked_year: set[int] = set()

    def keep(self, person_id: int, token: str, *, asks_year: bool = False) -> None:
        """Keep a token, in place of that of whoever has been silent for longest.

        `asks_year`: what is typed next is the year of birth by which the link works.
        """
        (self._asked_year.add if asks_year else self._asked_year.discard)(person_id)
        self._tokens[person_id] = token
        self._tokens.move_to_end(person_id)
        if len(self._tokens) > self._most:
            dropped, _ = self._tokens.popitem(last=False)
            self._asked_year.discard(dropped)

    def asks_year(self, person_id: int) -> bool:
        """Whether a person was asked for the year by which the link works."""
        return person_id in self._asked_year

    def of(self, person_id: int) -> str:
        """Return the token that a person came with, empty when there is none."""
        return self._tokens.get(person_id, "")

    def forget(self, person_id: int) -> None:
        """Let go of a person's token: it was used, or is not wanted."""
        self._tokens.pop(person_id, None)
        self._asked_year.discard(person_id)

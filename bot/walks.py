"""The walks through the questions of those who are answering just now, so that no answer begins with the same walk."""

from collections import OrderedDict
from typing import Any, Final, NamedTuple

from rules.questionnaire import Answers, Setting, Walk

PEOPLE_KEPT: Final = 500


class Walked(NamedTuple):
    """A walk, and all that it was made from."""

    answers: Answers
    setting: Setting
    walk: Walk


class Walks:
    """One walk a person, in memory only. Whoever stops answering, or is forgotten, soon is here no more.

    It decides nothing: a walk is handed out for exactly the answers and the setting it was made from.
    """

    def __init__(self, most: int = PEOPLE_KEPT) -> None:
        self._most = most
        self._walked: OrderedDict[int, Walked] = OrderedDict()

    def take(self, person_id: int, answers: dict[str, Any], setting: Setting) -> Walk | None:
        """Hand out the walk of a person once, None when there is none of these very answers and setting."""
        last = self._walked.pop(person_id, None)
        return last.walk if last and last.answers == answers and last.setting == setting else None

    def keep(self, person_id: int, walked: Walked) -> None:
        """Keep a walk for the person's next answer, in place of that of whoever has been silent for longest."""
        self._walked[person_id] = walked
        if len(self._walked) > self._most:
            self._walked.popitem(last=False)

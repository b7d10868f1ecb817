"""What many questions of a walk rest on is worked out once, as long as the answers it rests on stay the same.

Without it a walk takes 1.6 times as long for a family of five, and 2.5 to 3 times for six people with two who earn
(interviews of tests/cast/interview.py, after every answer; 2 cores, November 2026).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from itertools import islice
from typing import Any, Concatenate, Final, ParamSpec, Self, TypeVar

from rules.interview.places import PEOPLE, Place

Answers = Mapping[str, Any]
Rest = ParamSpec("Rest")
Result = TypeVar("Result")
WorkOut = Callable[Concatenate[Answers, Rest], Result]

SAY_WHO_IS_THERE: Final = frozenset(
    {"household", "spouse-apart", "relatives", "circumstances", PEOPLE}
)  # ids of questions


def says_who_is_there(place: str) -> bool:
    """Whether the members rest on the answer at a place; they rest on no other."""
    return Place.parse(place).question in SAY_WHO_IS_THERE


class Kept(dict[str, Any]):
    """The answers that a walk keeps; they are only added to, while it goes on. Beside them, what was worked out."""

    def __init__(self, answers: Answers | None = None) -> None:
        super().__init__(answers or {})
        self.by_all_answers: dict[tuple[Any, ...], Any] = {}
        self.by_members: dict[Callable[..., Any], Any] = {}

    def __setitem__(self, place: str, answer: Any) -> None:
        """Keep one more answer, and forget what rests on it."""
        super().__setitem__(place, answer)
        self.by_all_answers.clear()
        if says_who_is_there(place):
            self.by_members.clear()

    def only(self, places: Sequence[str]) -> Self:
        """Return the first answers, those at some places, with all that was worked out and still holds."""
        first = type(self)({place: self[place] for place in places if place in self})
        if not any(says_who_is_there(place) for place in islice(self, len(first), None)):
            first.by_members.update(self.by_members)
        return first


def while_answers_stay(work_out: WorkOut[Rest, Result]) -> WorkOut[Rest, Result]:
    """Work something out once until any answer is added; anew for whatever else it takes, which must have a hash."""

    @wraps(work_out)
    def remembered(answers: Answers, /, *args: Rest.args, **named: Rest.kwargs) -> Result:
        if not isinstance(answers, Kept):
            return work_out(answers, *args, **named)
        asked = (work_out, *args, *named.items())
        if asked not in answers.by_all_answers:
            answers.by_all_answers[asked] = work_out(answers, *args, **named)
        result: Result = answers.by_all_answers[asked]
        return result

    return remembered


def while_members_stay(work_out: Callable[[Answers], Result]) -> Callable[[Answers], Result]:
    """Work something out once until an answer is added that says who is there; it must rest on nothing else."""

    @wraps(work_out)
    def remembered(answers: Answers) -> Result:
        if not isinstance(answers, Kept):
            return work_out(answers)
        if work_out not in answers.by_members:
            answers.by_members[work_out] = work_out(answers)
        result: Result = answers.by_members[work_out]
        return result

    return remembered

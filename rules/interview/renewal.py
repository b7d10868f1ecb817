"""Answers of an earlier quarter gone through again: each is confirmed, or told anew, before it counts once more."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypedDict

from rules.interview.answers import BY_LAW, ONCE, OneOf
from rules.interview.grown_older import still_may_be
from rules.interview.income_from_answers import is_by_quarter
from rules.interview.places import Place
from rules.interview.questionnaire import Asked, Context, Walk
from rules.interview.questions import Section, section_of

Answers = Mapping[str, Any]

AS_BEFORE: Final = "as_before"
"""The word of a button that takes the sum of the quarter before as the answer."""
OF_BASE_MONTHS: Final = frozenset(
    {"income-kinds", "allowance-kinds", "one-off-kinds", "earners", "amount", "month", "once", "history"}
)
"""Questions about the three months before the quarter: with a new quarter they are asked anew. A loan is among what
happened."""
NEVER_OTHERWISE: Final = frozenset({"birthday", "sex"})
"""Questions whose answer stays true for good: nobody is asked to confirm it."""
TOGETHER: Final[Mapping[str, str]] = {
    **dict.fromkeys(("region", "region-lived", "status", "not-entitled"), "place"),
    **dict.fromkeys(("household", "spouse-apart", "relatives"), "who"),
    **dict.fromkeys(("activity", "years", "cares-for", "cared-age", "small-child"), "member"),
    **dict.fromkeys(
        ("circumstances", "away", "absence", "disabled", "disability", "ill", "elders", "carers", "cared-for",
         "elsewhere", "award"),
        "circumstances",
    ),
    **dict.fromkeys(
        ("work-refused-on", "contract-broken-on", "commission", "false-data-on", "property"), "happened"
    ),
}  # fmt: skip
"""Questions whose answers are confirmed on one screen; any other answer has a screen of its own."""


class Renewal(TypedDict):
    """How far somebody has come: the places of the answers that are still to be confirmed.

    `one_by_one`: whether they have seen all of them at once, and go on line by line.
    """

    open: list[str]
    one_by_one: bool


class Step(NamedTuple):
    """What a screen of the renewal is about: the question that is to be told, or else the lines to be confirmed."""

    told: Asked | None
    lines: tuple[Asked, ...] = ()

    @property
    def first(self) -> Asked | None:
        """The first question that it is about; None where all is said."""
        return self.told or next(iter(self.lines), None)


def begun(answers: Answers) -> Renewal | None:
    """Return a renewal in which nothing is confirmed; None where nothing was told."""
    places = [place for place in answers if Place.parse(place).question not in NEVER_OTHERWISE]
    return Renewal(open=places, one_by_one=False) if places else None


def without(renewal: Renewal, places: Collection[str]) -> Renewal:
    """Return a renewal in which some more answers are confirmed or told anew."""
    return Renewal(open=[place for place in renewal["open"] if place not in places], one_by_one=renewal["one_by_one"])


def sum_before(earlier: Answers, asked: Asked) -> Any | None:
    """Return the sum of the quarter before that can be taken again as it was told; None where there is none.

    Money that came once comes again by chance alone, and a sum of the law is offered by the law of today.
    """
    told = earlier.get(asked.key)
    if asked.question.id != "amount" or is_by_quarter(asked.subject):
        return None
    is_sum = isinstance(told, list) or (isinstance(told, dict) and not told.keys() & {ONCE, BY_LAW})
    return told if is_sum else None


def next_step(walked: Walk, still_open: Collection[str]) -> Step:
    """Return what comes next of a family: the first answer in the order of the questions that is to be given again.

    `still_open`: the places of the answers that are not confirmed yet. Where nothing is left, the step is empty.
    """
    for lines in in_steps(walked).values():
        if walked.next in lines:
            break
        unsure = [asked for asked in lines if asked.key in still_open and asked.key in walked.kept]
        cannot_be = next((asked for asked in unsure if not may_be_so(walked, asked)), None)
        if cannot_be is not None:
            return Step(cannot_be)
        if unsure:
            return Step(None, tuple(asked for asked in lines if asked.key in walked.kept))
    return Step(walked.next)


def all_lines(walked: Walk, still_open: Collection[str]) -> list[Asked]:
    """Return all answers that can be confirmed at once, in the order of the screens."""
    return [
        asked
        for lines in in_steps(walked).values()
        for asked in lines
        if asked.key in still_open and asked.key in walked.kept
    ]


def may_be_so(walked: Walk, asked: Asked) -> bool:
    """Whether an answer of an earlier day can still be true: nobody is surely older, and it is still to be chosen."""
    kind = asked.question.answer(Context(walked.kept, walked.assessment_day, asked.subject))
    value = walked.kept[asked.key]
    if isinstance(kind, OneOf) and value not in kind.options:
        return False
    return still_may_be(walked.kept, asked.key, walked.assessment_day.today)


def in_steps(walked: Walk) -> dict[str, list[Asked]]:
    """Return the questions of a family as they stand on the screens, one after another."""
    found: dict[str, list[Asked]] = {}
    for asked in walked.asked:
        if asked.question.id not in NEVER_OTHERWISE or asked.key not in walked.kept:
            found.setdefault(_screen_of(walked, asked), []).append(asked)
    return found


def _screen_of(walked: Walk, asked: Asked) -> str:
    """Return the screen on which an answer is confirmed: of a member all that they do, of the family what it is."""
    together = TOGETHER.get(asked.question.id, asked.key)
    if together != "member":
        return together
    if section_of(walked, asked.key) is Section.SPECIAL:
        return "circumstances"
    return f"{together}:{asked.subject.member}"


def screen_before(walked: Walk, lines: Sequence[Asked]) -> list[Asked]:
    """Return what was on the screen before some lines; nothing before the first."""
    screens = list(in_steps(walked).values())
    at = next(number for number, screen in enumerate(screens) if lines[0] in screen)
    return screens[at - 1] if at else []


def done_of(predicted: Walk, answers: Answers, still_open: Collection[str], here: Sequence[Asked]) -> tuple[int, int]:
    """Return the number of the screen on which somebody is, and of how many.

    `predicted`: the questions as they would be with the money of the quarter before. `here`: what is on the screen.
    """
    screens = list(in_steps(predicted).values())
    done = sum(_is_done(lines, answers, still_open) for lines in screens if not set(here) & set(lines))
    return min(done + 1, len(screens)), len(screens)


def _is_done(lines: Sequence[Asked], answers: Answers, still_open: Collection[str]) -> bool:
    return all(asked.key in answers and asked.key not in still_open for asked in lines)

"""One person's conversation: the answers and what is on the screen. Pure: it is loaded, changed and saved whole.

The document in the drafts row is `Conversation.document()`; nothing else is state.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final, Self

from handlers.assessment_day import assessment_day_in, quarter_of
from handlers.offer_draft import Answering
from handlers.unlikely_amount import CHOICES, Doubt, doubt_about, is_by_month
from rules import PovertyLines, Quarter
from rules.interview import renewal
from rules.interview.answers import ANOTHER, UNKNOWN, ManyOf, NotUnderstoodError
from rules.interview.family import ages_of
from rules.interview.grown_older import OF_ONE_AGE, moved_on, told_again, with_ages_of
from rules.interview.income_from_answers import OF_MONEY
from rules.interview.older_drafts import FORM, as_meant
from rules.interview.people_told import (
    GROUP_OF_NAME,
    SELF,
    SPOUSE,
    members,
    with_answer,
    with_people,
    with_person,
    with_spouse,
    without,
)
from rules.interview.places import EARNERS, PEOPLE, Place, Subject, stored_at
from rules.interview.questionnaire import Asked, AssessmentDay, Context, Walk, parse, walk
from rules.interview.questions import QUESTIONS
from rules.interview.renewal import AS_BEFORE, OF_BASE_MONTHS, Renewal, Step
from rules.interview.typed_money import with_thousands


class View(StrEnum):
    """What the person is looking at."""

    INTERVIEW = "interview"
    EDIT = "edit"
    FAMILY = "family"
    MEMBER = "member"
    REMOVE = "remove"
    ADD = "add"
    ADD_AGE = "add_age"
    RESULT = "result"
    OFFER = "offer"
    WORD = "word"
    VERIFY = "verify"
    YEAR = "year"
    WHAT_IF = "what_if"
    NAMING = "naming"
    NOTE = "note"
    CHANGED = "changed"


ELSEWHERE: Final = frozenset({View.OFFER, View.WORD, View.VERIFY, View.YEAR, View.WHAT_IF, View.NAMING, View.NOTE})
"""What is typed is said to something else than the questions, until the person goes elsewhere."""
BELOW_RESULT: Final = frozenset({View.WHAT_IF, View.NOTE})
"""Those of them that are asked for below a result alone."""

STORED: Final = (
    "form", "answers", "view", "asking", "ticks", "doubt", "quarter", "about", "shown", "told_in", "earlier",
    "answering", "link", "buttons_after", "to_result", "called", "renewal",
)  # fmt: skip


@dataclass(slots=True)
class Conversation:
    """The answers so far, in the form that is stored today, and what is being asked.

    `asking`: the key of a question that is asked again, before the first unanswered one. `ticks`: what is ticked
    in a question of several answers. `doubt`: an amount that is asked back. `quarter`: another quarter than
    today's. `about`: the member or group a view is about. `shown`: the frozen result last shown. `told_in`: the
    quarter in which the income was told; `earlier`: what was told of it in the quarter before. `answering`: what is
    being written to a job offer. `link`: the one whose year of birth is asked for. `buttons_after`: only the buttons
    of messages after this one are taken. `to_result`: what is asked was asked for by a result, and leads to a new one
    rather than to the review. `called`: what the person calls the family, where it is not their own. `renewal`: which
    answers of an earlier quarter are still to be confirmed, until there is a result of this quarter.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    view: View = View.INTERVIEW
    asking: str | None = None
    ticks: list[str] | None = None
    doubt: Doubt | None = None
    quarter: str | None = None
    about: str = ""
    shown: str | None = None
    told_in: str | None = None
    earlier: dict[str, Any] = field(default_factory=dict)
    answering: Answering | None = None
    link: str | None = None
    buttons_after: int = 0
    to_result: bool = False
    called: str = ""
    renewal: Renewal | None = None
    form: int = FORM
    _walked: Walk | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """Read a conversation back; what a later version of the program no longer knows is left out."""
        meant = as_meant(document)
        known = {name: meant[name] for name in STORED if name in meant}
        return cls(**{**known, "view": View(known.get("view", View.INTERVIEW))})

    def document(self) -> dict[str, Any]:
        """Return the conversation as it is stored."""
        return {name: getattr(self, name) for name in STORED}

    def assessment_day(self, today: date, lines: PovertyLines) -> AssessmentDay:
        """Return the day and the lines by which the family is assessed."""
        return assessment_day_in(self.quarter, today, lines)

    def begin_quarter(self, today: date) -> None:
        """Let all that was told in an earlier quarter be confirmed or told anew.

        The income of its months is let go; its ticks and sums stay to be taken again.
        """
        now = quarter_of(today)
        if self.told_in not in {None, now}:
            old = {place for place in self.answers if Place.parse(place).question in OF_BASE_MONTHS}
            self.earlier = {**self.earlier, **{place: self.answers[place] for place in old}}
            stay = {place: value for place, value in self.answers.items() if place not in old}
            self.answers = with_ages_of(today, stay)
            self.renewal = renewal.begun(self.answers)
            self.look_at(self.view if self.view in {View.RESULT, *ELSEWHERE} else View.INTERVIEW)
        self.told_in = now

    def base_months_told(self) -> tuple[str, ...]:
        """Return the months (2026-07) for which the income was told."""
        return Quarter.parse(self.told_in).previous.months if self.told_in else ()

    # The question on the screen

    def walk(self, assessment_day: AssessmentDay) -> Walk:
        """Go through the questions with the answers so far; once, as long as no answer changes."""
        walked = self._walked
        # Answers are never changed in place: the same object is the same answers.
        if walked is None or walked.answers is not self.answers or walked.assessment_day is not assessment_day:
            walked = self._walked = walk(QUESTIONS, self.answers, assessment_day, walked)
        return walked

    def take_up(self, walked: Walk | None) -> None:
        """Go on from an earlier walk of this person, whatever has changed since."""
        self._walked = walked

    def step(self, assessment_day: AssessmentDay) -> Step:
        """Return the question on the screen, or the lines to be confirmed; neither when all is said (the review)."""
        walked = self.walk(assessment_day)
        again = walked.find(self.asking) if self.asking else None
        if again is not None or self.renewal is None:
            return Step(again or walked.next)
        return renewal.next_step(walked, self.renewal["open"])

    def current(self, assessment_day: AssessmentDay) -> Asked | None:
        """Return the question on the screen; None when there is none."""
        return self.step(assessment_day).told

    def is_complete(self, assessment_day: AssessmentDay) -> bool:
        """Whether every question has its answer, and none of them is of an earlier quarter."""
        walked = self.walk(assessment_day)
        is_confirmed = self.renewal is None or not renewal.next_step(walked, self.renewal["open"]).lines
        return walked.next is None and is_confirmed

    # Answering

    def say(self, raw: str, assessment_day: AssessmentDay) -> None:
        """Take what was typed or pressed as the answer to the current question; NotUnderstoodError with a hint."""
        asked = self.current(assessment_day)
        if asked is None:
            raise NotUnderstoodError("hint-press-button")
        if raw == AS_BEFORE and (before := renewal.sum_before(self.earlier, asked)) is not None:
            self.keep(asked, before, assessment_day)
            return
        value = parse(asked, raw, self.walk(assessment_day).kept, assessment_day)
        if value == ANOTHER:
            self.ask_who_received(asked)
            return
        if value == UNKNOWN and asked.question.id in OF_MONEY and self.doubt is None:
            self.doubt = {"kind": "dont_know", "value": None}
            return
        self.doubt = doubt_about(asked, value, assessment_day)
        if self.doubt is None:
            self.keep(asked, value, assessment_day)

    def ask_who_received(self, amount: Asked) -> None:
        """Ask who received an income of which it was taken for known."""
        place = stored_at(EARNERS, Subject(amount.subject.kind))
        self.answers = {**self.answers, place: [amount.subject.member]}
        self._walked = None  # the question that comes to be asked stands before what was asked
        to_result = self.to_result
        self.ask_again(place)
        self.to_result = to_result

    def say_ticked(self, assessment_day: AssessmentDay) -> None:
        """Take what is ticked as the answer; NotUnderstoodError when at least one is needed."""
        asked = self.current(assessment_day)
        if asked is None:
            raise NotUnderstoodError("hint-press-button")
        kind = asked.question.answer(Context(self.walk(assessment_day).kept, assessment_day, asked.subject))
        options: tuple[str, ...] = kind.options if isinstance(kind, ManyOf) else ()
        ticked = [word for word in self.ticked(assessment_day) if word in options]
        if not ticked:
            can_be_none = isinstance(kind, ManyOf) and not kind.required
            raise NotUnderstoodError("hint-tick-or-none" if can_be_none else "hint-pick-at-least-one")
        self.say(",".join(ticked), assessment_day)

    def untick_all(self, assessment_day: AssessmentDay) -> bool:
        """Take away every tick, and say whether there was one: none of these is said by another press then."""
        had_ticks = bool(self.ticked(assessment_day))
        if had_ticks:
            self.ticks = []
        return had_ticks

    def keep(self, asked: Asked, value: Any, assessment_day: AssessmentDay) -> None:
        """Keep an answer and go on.

        Answers that no longer belong stay: the walk leaves them out, and knows them again if a later answer asks for
        them once more. What was said of a member goes with the member.
        """
        if asked.question.id == PEOPLE:
            group = GROUP_OF_NAME[asked.subject.group]
            told = with_people(self.answers, group, value, assessment_day.today.isoformat())
            self.answers = moved_on(told, group)
        elif asked.question.id in OF_ONE_AGE:
            self.answers = {**self.answers, asked.key: [value, assessment_day.today.isoformat()]}
        else:
            self.answers = with_answer(self.answers, asked.key, value)
        self.asking = self.ticks = self.doubt = None
        self._settle([asked], assessment_day)

    def confirm(self, lines: Iterable[Asked], assessment_day: AssessmentDay) -> None:
        """Take answers of an earlier quarter as those of today; what cannot be so any more is asked all the same."""
        walked = self.walk(assessment_day)
        still_so = [asked for asked in lines if renewal.may_be_so(walked, asked)]
        self.answers = told_again(self.answers, [asked.key for asked in still_so], assessment_day.today)
        self._settle(still_so, assessment_day)

    def _settle(self, told: Iterable[Asked], assessment_day: AssessmentDay) -> None:
        """Note what is of this quarter now; what was told in the one before is needed until all is."""
        if self.renewal is not None:
            self.renewal = renewal.without(self.renewal, {asked.key for asked in told})
        if self.quarter is None and self.is_complete(assessment_day):
            self.earlier = {}

    def can_settle(self, choice: str) -> bool:
        """Whether a choice belongs to the amount that is asked back now."""
        return self.doubt is not None and choice in CHOICES[self.doubt["kind"]]

    def settle_doubt(self, choice: str, assessment_day: AssessmentDay) -> None:
        """Resolve an amount that was asked back: as typed, for three months, in thousands, or not known at all.

        Once it is known in full, it may be asked back for what time it is.
        """
        asked = self.current(assessment_day)
        if asked is None or self.doubt is None:
            return
        kind, typed = self.doubt["kind"], self.doubt["value"]
        value = UNKNOWN if typed is None else _settled(asked, typed, choice)
        self.doubt = doubt_about(asked, value, assessment_day, is_in_full=True) if kind == "thousands" else None
        if self.doubt is None:
            self.keep(asked, value, assessment_day)

    def tick(self, word: str, assessment_day: AssessmentDay) -> None:
        """Tick or untick one word of a question of several answers."""
        ticked = self.ticked(assessment_day)
        self.ticks = [other for other in ticked if other != word] if word in ticked else [*ticked, word]

    def ticked(self, assessment_day: AssessmentDay) -> list[str]:
        """Return what is ticked now: what was just ticked, or the earlier answer."""
        if self.ticks is not None:
            return self.ticks
        asked = self.current(assessment_day)
        before = (self.earlier | self.answers).get(asked.key) if asked else None
        return list(before) if isinstance(before, list) else []

    # Going about

    def go_back(self, assessment_day: AssessmentDay) -> None:
        """Ask the question before the current one again; an amount asked back, or a line to be confirmed, anew."""
        if self.doubt is not None:
            self.doubt = None
            return
        if self.renewal is not None and self.asking in self.renewal["open"]:
            self.look_at(View.INTERVIEW)  # it has not changed after all
            return
        asked = self.current(assessment_day)
        earlier = self.walk(assessment_day).before(asked.key) if asked else None
        if earlier is not None:
            self.ask_again(earlier.key)

    def ask_again(self, key: str) -> None:
        """Ask one question again, before anything else."""
        self.look_at(View.INTERVIEW)
        self.asking = key

    def fill_in(self, key: str) -> None:
        """Ask one question again, from a result that its answer narrows: what follows is the new result."""
        self.ask_again(key)
        self.to_result = True

    def is_filled_in(self, assessment_day: AssessmentDay) -> bool:
        """Whether everything is answered that was asked from a result, or in a new quarter."""
        leads_to_result = self.to_result or self.renewal is not None
        is_asked = self.doubt is not None or self.step(assessment_day) != Step(None)
        return leads_to_result and self.view is View.INTERVIEW and not is_asked

    def look_at(self, view: View, about: str = "") -> None:
        """Show another view."""
        self.view, self.about, self.to_result = view, about, False
        self.asking = self.ticks = self.doubt = None
        self.link = self.link if view is View.YEAR else None

    def go_on(self) -> None:
        """Go back to the questions; what is ticked or asked back there stays."""
        if self.view is not View.INTERVIEW:
            self.look_at(View.INTERVIEW)

    def write_to_offer(self, answering: Answering) -> None:
        """Take what is typed from now on as said to a job offer; the question stays as it is."""
        self.answering, self.view, self.link = answering, View.OFFER, None

    def listen_for(self, view: View, link: str | None = None) -> None:
        """Take what is typed next as said to one of ELSEWHERE; the question stays as it is."""
        self.view, self.link = view, link

    def listen_for_sum(self, about: str) -> None:
        """Take what is typed next as the sum of a change that is only looked at: no answer, and kept nowhere."""
        self.view, self.about, self.link = View.WHAT_IF, about, None

    def listen_for_name(self, number: int = 0) -> None:
        """Take what is typed next as the name of a family: of a new check, or of the one of that number."""
        seen = View.RESULT if self.view is View.RESULT else View.INTERVIEW
        self.view, self.about, self.link = View.NAMING, f"{number}|{seen}", None

    def listen_for_note(self, result: str) -> None:
        """Take what is typed next as a note to the administrator about the result of that number."""
        self.view, self.about, self.link = View.NOTE, result, None

    def listen_for_answers(self, *, drop: bool = False) -> None:
        """Take what is typed as an answer to the questions again; keep what was written to the offer, or drop it."""
        if self.view in ELSEWHERE:
            before = View(self.about.partition("|")[2]) if self.view is View.NAMING else View.INTERVIEW
            self.view = View.RESULT if self.view in BELOW_RESULT else before
            self.link = None
        if drop:
            self.answering = None

    def look_at_quarter(self, quarter: Quarter, today: date) -> None:
        """Take the same family to another quarter, or back to today's."""
        before, self.quarter = self.quarter, None if quarter == Quarter.of(today) else str(quarter)
        if self.quarter != before:
            self.look_at(View.INTERVIEW)
        self.go_on()

    # The family

    def add_spouse(self) -> None:
        """Add the spouse, and go on with what is asked about them."""
        self.answers = with_spouse(self.answers)
        self.look_at(View.INTERVIEW)

    def add_people(self, raw: str, assessment_day: AssessmentDay) -> None:
        """Add members of the group looked at, by their typed ages; NotUnderstoodError with a hint."""
        group, told_on = GROUP_OF_NAME[self.about], assessment_day.today
        for age in ages_of(group)(Context({}, assessment_day, Subject(group=group.name))).parse(raw, told_on):
            self.answers = with_person(self.answers, group, age, told_on.isoformat())
        self.look_at(View.INTERVIEW)

    def remove(self, key: str) -> None:
        """Take a member out, with everything that was said of them."""
        self.answers = without(self.answers, key)
        self.look_at(View.FAMILY)

    def can_remove(self, key: str) -> bool:
        """Whether that member is there and is not the applicant."""
        return key != SELF and key in members(self.answers)

    def has_spouse(self) -> bool:
        """Whether the spouse is a member."""
        return SPOUSE in members(self.answers)


def _settled(asked: Asked, typed: list[int], choice: str) -> Any:
    if choice in {"month", "quarter"}:
        of_question = "month" if is_by_month(asked) else "quarter"
        return typed if choice == of_question else {choice: typed}
    return with_thousands(*typed) if choice == "larger" else typed

"""Kinds of answer and conditions that the questions of every section use."""

from collections.abc import Callable, Sequence

from rules.interview.answers import Answer, Day, ManyOf, OneOf
from rules.interview.people_told import adults, living_together, members
from rules.interview.places import Subject, of_member
from rules.interview.questionnaire import Context
from rules.interview.still_matters import may_be_due


def one_of(*options: str) -> Callable[[Context], Answer]:
    """Return a kind of answer with fixed buttons."""
    answer = OneOf(options)
    return lambda _context: answer


def day_of_event(_context: Context) -> Answer:
    """Return the kind of answer for a day of the last years, which may be forgotten."""
    return Day(oldest_years=5)


def among(keys: Callable[[Context], Sequence[str]]) -> Callable[[Context], Answer]:
    """Return a kind of answer that chooses several of some members, or nobody."""
    return lambda context: ManyOf(tuple(keys(context)))


def chose(place: str, word: str) -> Callable[[Context], bool]:
    """Ask when a word was chosen in an earlier answer."""
    return lambda context: word in context.answers.get(place, [])


def still_due(place: str, word: str) -> Callable[[Context], bool]:
    """Ask when a word was chosen and income does not already rule the assistance out."""
    is_chosen = chose(place, word)
    return lambda context: is_chosen(context) and may_be_due(context.answers, context.assessment_day)


def adult_keys(context: Context) -> list[str]:
    """Return the members who may work, earn or care."""
    return adults(context.answers)


def member_keys(context: Context) -> list[str]:
    """Return all members but a spouse who has left."""
    return living_together(context.answers)


def somebody(keys: Callable[[Context], Sequence[str]], when: Callable[[Context], bool]) -> Callable[[Context], bool]:
    """Ask when there is a member to choose, and a condition holds."""
    return lambda context: bool(keys(context)) and when(context)


def each(keys: Callable[[Context], Sequence[str]]) -> Callable[[Context], list[Subject]]:
    """Ask about each of some members."""
    return lambda context: [of_member(key) for key in keys(context)]


def chosen_members(place: str) -> Callable[[Context], list[str]]:
    """Return the members that an earlier answer names, as far as they are still there."""
    return lambda context: [key for key in context.answers.get(place, []) if key in members(context.answers)]

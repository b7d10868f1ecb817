"""Who follows a case, as one of the family sees it, and what can be said of another follower."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.store.cases import BY_OFFICER, Follower
from bot.store.doubts import Doubt
from bot.texts import Texts, escape
from bot.texts.formats import KAZAKHSTAN_TIME
from handlers.keyboards import Button, ButtonRow, OfCase, OfFollower, in_columns, keyboard
from handlers.screens.screen_input import Screen

MOST_SHOWN: Final = 20  # of whom a small phone shows the buttons; a family is smaller


def followers_screen(
    texts: Texts,
    me: Follower,
    family: Sequence[Follower],
    confirmations: Mapping[str, frozenset[str]],
    now: datetime,
    *,
    first: str = "",
) -> Screen:
    """Return who follows a case, since when, and who may answer; `first` is said before it."""
    others = [other for other in family if other.alias != me.alias]
    called = _called(texts, others)
    lines = [_line(texts, texts.say("follower-self"), me, confirmations, now)]
    lines += [_line(texts, called[other.alias], other, confirmations, now) for other in others]
    told = [*([first] if first else []), "\n".join([texts.say("followers"), *lines])]
    told.append(texts.say("followers-answers" if others else "followers-alone"))
    buttons = [(called[other.alias], _of(me, other, "person")) for other in others[:MOST_SHOWN]]
    back: Button = (texts.say("button-back"), OfCase(what="show", alias=me.alias))
    return Screen("\n\n".join(told), keyboard([*in_columns(buttons), [back]]))


def person_screen(
    texts: Texts,
    me: Follower,
    other: Follower,
    family: Sequence[Follower],
    confirmations: Mapping[str, frozenset[str]],
    found: Sequence[Doubt],
    now: datetime,
) -> Screen:
    """Return one of those who follow a case, and what can be said of them."""
    called = _called(texts, [one for one in family if one.alias != me.alias])
    rows = _rows(texts, me, other, confirmations, found)
    rows.append([(texts.say("button-back"), OfCase(what="followers", alias=me.alias))])
    return Screen(_line(texts, called[other.alias], other, confirmations, now), keyboard(rows))


def doubting(texts: Texts, me: Follower, other: Follower, *, is_stopped: bool) -> Screen:
    """Return the question before the officer is told that somebody is not known; `is_stopped`: their answers stop."""
    yes: ButtonRow = [_button(texts, "doubt_yes", me, other)]
    no: ButtonRow = [(texts.say("button-follower-known"), OfCase(what="followers", alias=me.alias))]
    name = "follower-doubt-ask" if is_stopped else "follower-doubt-ask-told"
    return Screen(texts.say(name, person=name_of(texts, other)), keyboard([no, yes]))


def name_of(texts: Texts, follower: Follower) -> str:
    """Return what a follower is called: as the authority has named them, or nobody by name."""
    return escape(follower.member_label) if follower.member_label else texts.say("follower-nameless")


def _called(texts: Texts, others: Sequence[Follower]) -> dict[str, str]:
    """Return what each is called, by alias; those alike are numbered, so that a button says whom it opens."""
    names = {other.alias: name_of(texts, other) for other in others}
    alike, numbers = Counter(names.values()), Counter[str]()
    for alias, name in names.items():
        numbers[name] += 1
        if alike[name] > 1:
            names[alias] = texts.say("person-numbered", person=name, number=str(numbers[name]))
    return names


def _line(
    texts: Texts, who: str, follower: Follower, confirmations: Mapping[str, frozenset[str]], now: datetime
) -> str:
    today, joined_on = (at.astimezone(KAZAKHSTAN_TIME).date() for at in (now, follower.joined_at))
    line = texts.say("follower-line", person=who, date_from=texts.day_from(joined_on, today))
    if follower.doubted_at is not None:
        return f"{line} {texts.say('follower-stopped')}"
    is_confirmed = BY_OFFICER in confirmations.get(follower.alias, frozenset())
    return f"{line} {texts.say('follower-by-officer')}" if is_confirmed else line


def _rows(
    texts: Texts,
    me: Follower,
    other: Follower,
    confirmations: Mapping[str, frozenset[str]],
    found: Sequence[Doubt],
) -> list[list[Button]]:
    may = me.alias in confirmations.get(other.alias, frozenset())
    rows: list[list[Button]] = []
    if me.member_label is not None and me.doubted_at is None:
        rows.append([_button(texts, "may_not_answer" if may else "may_answer", me, other)])
    if not any((doubt.by_alias, doubt.alias) == (me.alias, other.alias) for doubt in found):
        rows.append([_button(texts, "doubt", me, other)])
    return rows


def _button(texts: Texts, what: str, me: Follower, other: Follower) -> Button:
    caption = texts.say_with(f"button-follower-{what}", person=name_of(texts, other))
    return caption, _of(me, other, what)


def _of(me: Follower, other: Follower, what: str) -> OfFollower:
    return OfFollower(what=what, own=me.alias, other=other.alias)

"""Who follows a case, as one of the family sees it, and what can be said of another follower."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.store.cases import BY_OFFICER, Follower
from bot.texts import Texts, escape
from bot.texts.formats import KAZAKHSTAN_TIME
from handlers.keyboards import Button, OfCase, OfFollower, Row, keyboard
from handlers.screens.scene import Screen

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
    lines = [_line(texts, me, confirmations, now, is_self=True)]
    lines += [_line(texts, other, confirmations, now) for other in others]
    told = [*([first] if first else []), "\n".join([texts.say("followers"), *lines])]
    told.append(texts.say("followers-answers" if others else "followers-alone"))
    rows = [row for other in others[:MOST_SHOWN] for row in _rows(texts, me, other, confirmations)]
    rows.append([(texts.say("button-back"), OfCase(what="show", alias=me.alias))])
    return Screen("\n\n".join(told), keyboard(rows))


def doubting(texts: Texts, me: Follower, other: Follower, *, can_stop: bool) -> Screen:
    """Return the question before the officer is told that somebody is not known; `can_stop`: and their answers stop."""
    yes: Row = [_button(texts, "doubt_yes", me, other)]
    no: Row = [(texts.say("button-follower-known"), OfCase(what="followers", alias=me.alias))]
    name = "follower-doubt-ask" if can_stop else "follower-doubt-ask-told"
    return Screen(texts.say(name, person=name_of(texts, other)), keyboard([no, yes]))


def name_of(texts: Texts, follower: Follower) -> str:
    """Return what a follower is called: as the authority has named them, or nobody by name."""
    return escape(follower.member_label) if follower.member_label else texts.say("follower-nameless")


def _line(
    texts: Texts,
    follower: Follower,
    confirmations: Mapping[str, frozenset[str]],
    now: datetime,
    *,
    is_self: bool = False,
) -> str:
    today, joined_on = (at.astimezone(KAZAKHSTAN_TIME).date() for at in (now, follower.joined_at))
    who = texts.say("follower-self") if is_self else name_of(texts, follower)
    line = texts.say("follower-line", person=who, date_from=texts.day_from(joined_on, today))
    if follower.doubted_at is not None:
        return f"{line} {texts.say('follower-stopped')}"
    is_confirmed = BY_OFFICER in confirmations.get(follower.alias, frozenset())
    return f"{line} {texts.say('follower-by-officer')}" if is_confirmed else line


def _rows(
    texts: Texts, me: Follower, other: Follower, confirmations: Mapping[str, frozenset[str]]
) -> list[list[Button]]:
    may = me.alias in confirmations.get(other.alias, frozenset())
    rows: list[list[Button]] = []
    if me.member_label is not None and me.doubted_at is None:
        rows.append([_button(texts, "may_not_answer" if may else "may_answer", me, other)])
    if other.doubted_at is None:
        rows.append([_button(texts, "doubt", me, other)])
    return rows


def _button(texts: Texts, what: str, me: Follower, other: Follower) -> Button:
    caption = texts.say_with(f"button-follower-{what}", person=name_of(texts, other))
    return caption, OfFollower(what=what, own=me.alias, other=other.alias)

"""A table of who may do what (rights.py), held against the program: all of it is played, by all of the people."""

import inspect
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, Final, NamedTuple

import pytest
from aiogram import Router
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.filters.command import Command
from magic_filter import MagicFilter

from bot.app import dispatcher_for
from bot.casework import LINK_LASTS
from bot.texts import Language, Texts, texts
from bot.wording.phrases import plain
from handlers import keyboards
from tests.chat import Telegram
from tests.handlers.cast import Cast, gathered
from tests.handlers.client import Client
from tests.handlers.rights import (
    ADDRESS,
    EVERYBODY,
    FOLLOWERS,
    GROUPS,
    NOT_BEGUN,
    STRANGER,
    TITLE,
    UNDECIDED,
    WORKSHOP,
    Right,
)  # fmt: skip
from tests.handlers.tables import changed, stored

ROWS: Final = tuple(chain(*GROUPS.values()))
SECRETS: Final = (TITLE, WORKSHOP, ADDRESS)
NO_HANDLERS: Final = {"update dispatcher._listen_update"}  # aiogram's own
VALUES: Final = ("date", "from", "to", "time", "title", "deadline", "office", "person", "case", "region_in")
GREETING: Final = {STRANGER: ("start-greeting",), UNDECIDED: ("start-about", "consent-hint")}


# The table names all that there is


def routers(router: Router) -> Iterator[Router]:
    """Return a router and all below it."""
    yield router
    for below in router.sub_routers:
        yield from routers(below)


def handlers() -> Iterator[tuple[str, Any]]:
    """Return every handler of the program under its name in the table, with its filters."""
    for router in routers(dispatcher_for(None)):  # type: ignore[arg-type] # nothing is answered
        for kind, observer in router.observers.items():
            for handler in observer.handlers:
                yield named(kind, handler.callback), [part.callback for part in handler.filters or ()]


def named(kind: str, callback: Any) -> str:
    """Return how the table calls a handler."""
    return f"{kind} {callback.__module__.rpartition('.')[2]}.{callback.__qualname__.rpartition('.')[2]}"


def test_no_filter_is_asked_in_a_thread() -> None:
    """Of a plain function aiogram does so, which costs every answer time; a magic filter is asked of seldom updates."""
    filters = [
        part
        for router in routers(dispatcher_for(None))  # type: ignore[arg-type] # as above
        for observer in router.observers.values()
        for handler in observer.handlers
        for part in handler.filters or ()
    ]
    assert [part.callback for part in filters if not (part.awaitable or part.magic)] == []


def words_of(rule: MagicFilter | None, field: str = "") -> Iterator[tuple[str, str]]:
    """Return the words that a filter of buttons compares a field with."""
    for operation in rule._operations if rule is not None else ():
        field = getattr(operation, "name", field)
        compared = [getattr(operation, "right", None), *getattr(operation, "args", ())]
        for value in compared:
            if isinstance(value, MagicFilter):
                yield from words_of(value, field)
            elif isinstance(value, str) and not value.startswith("^"):
                yield field, value
            elif isinstance(value, set | frozenset | dict | tuple):
                yield from ((field, word) for word in value if isinstance(word, str))


def test_every_handler_stands_in_the_table() -> None:
    there = {name for name, _ in handlers()} - NO_HANDLERS
    assert {row.handler for row in ROWS if row.handler} == there


def test_every_command_stands_in_the_table() -> None:
    there = {
        f"/{command}"
        for _, filters in handlers()
        for one in filters
        if isinstance(one, Command)
        for command in one.commands
    }
    assert {row.does.split()[0] for row in ROWS if row.does.startswith("/")} == there


def test_every_kind_of_button_and_every_word_in_one_stands_in_the_table() -> None:
    kinds = {
        kind.__prefix__: kind
        for _, kind in inspect.getmembers(keyboards, inspect.isclass)
        if issubclass(kind, CallbackData) and kind is not CallbackData
    }
    pressed = [re.split(r"[|:]", row.does) for row in ROWS if not row.does.startswith("/")]
    assert kinds.keys() - {parts[0] for parts in pressed} == set()
    for _, filters in handlers():
        for one in filters:
            if isinstance(one, CallbackQueryFilter):
                prefix = one.callback_data.__prefix__
                played = {word for parts in pressed if parts[0] == prefix for word in parts[1:]}
                assert {word for _, word in words_of(one.rule)} - played == set(), prefix


# The table is what the program does


@contextmanager
def seen_handlers(telegram: Telegram) -> Iterator[list[str]]:
    """Note which handlers are called, in order."""
    called: list[str] = []

    async def note(handler: Any, event: Any, data: dict[str, Any]) -> Any:
        kind = {"Message": "message", "CallbackQuery": "callback_query"}.get(type(event).__name__, "my_chat_member")
        if data["event_update"].edited_message is not None:
            kind = "edited_message"
        called.append(named(kind, data["handler"].callback))
        return await handler(event, data)

    observers = [telegram.dispatcher.observers[kind] for kind in ("message", "callback_query", "edited_message")]
    observers.append(telegram.dispatcher.observers["my_chat_member"])
    for observer in observers:
        observer.middleware.register(note)
    try:
        yield called
    finally:
        for observer in observers:
            observer.middleware.unregister(note)


def sure_words(words: Texts, name: str) -> str:
    """Return the longest piece of a text that has no values in it, as it is read."""
    values: dict[str, str | int] = dict.fromkeys(VALUES, "\0") | {"months": 6, "days": LINK_LASTS.days}
    return max(plain(words.say_with(name, **values)).split("\0"), key=len)


def is_told(shown: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one of these texts stands in what was shown, in either language: some buttons change it."""
    known = [sure_words(texts(language), name) for name in names for language in Language]
    return any(words in text for words in known for text in shown)


def refusals(row: Right, part: str) -> list[str]:
    """Return the ids of what somebody may be told who may not; none where any answer will do."""
    if part in NOT_BEGUN and not any(part in parts for parts in row.told):
        return list(GREETING[part])
    told = next((name for parts, name in row.told.items() if part in parts), "")
    return [told] if told else []


class Played(NamedTuple):
    """What came of a row that somebody has played."""

    part: str
    row: Right
    client: Client
    shown: list[str]
    differs: set[str]

    def sees(self, fact: str) -> bool:
        """Whether something was shown."""
        return any(fact in text for text in self.shown)

    def __str__(self) -> str:
        return f"{self.part}: {self.row.does}, changed {sorted(self.differs)}, shown {self.shown}"


async def played(cast: Cast, row: Right, part: str) -> Played:
    """Let somebody do what a row says."""
    client = cast.people[part]
    before = await stored(cast.telegram.database)
    shown = await cast.plays(row.does, client)
    differs = changed(before, await stored(cast.telegram.database), client.id)
    return Played(part, row, client, shown, set(differs))


def not_refused(it: Played) -> str:
    """Say how somebody got further who may not: nothing changes but what they look at, and they are told why.

    What they look at is also the link that they opened, whatever it is worth: they may consent before they answer it.
    """
    row, part = it.row, it.part
    own = {"drafts", "opened_links"} | ({"people"} & set(row.changes))
    hidden = [] if part in row.reads else [row.shows]
    hidden += [] if part in FOLLOWERS else SECRETS
    expected = refusals(row, part)
    if not it.differs <= own:
        return f"changed something: {it}"
    if [fact for fact in hidden if fact and it.sees(fact)]:
        return f"reads what is another's: {it}"
    answers = [*it.shown, it.client.last.text]  # what stood there already is not sent once more
    if not (it.shown or row.is_silent):
        return f"no answer: {it}"
    if expected and not is_told(answers, expected):
        return f"not told {expected}: {it}"
    return ""


def not_done(it: Played, called: list[str]) -> str:
    """Say what somebody did not get done who may: the row's handler answers, and leaves the traces it names."""
    row = it.row
    if row.handler and row.handler not in called:
        return f"answered by {called}: {it}"
    if not set(row.changes) <= it.differs or "others" in it.differs:
        return f"changed something else than {row.changes}: {it}"
    if not (it.shown or row.is_silent) or (
        row.shows and row.shows not in it.client.last.text and not it.sees(row.shows)
    ):
        return f"not shown {row.shows!r}: {it}"
    return ""


@pytest.mark.parametrize("group", GROUPS)
async def test_who_may_does_it_and_nobody_else(telegram: Telegram, group: str) -> None:
    """First all who may not try everything, each with what is another's; then it is done by those who may."""
    cast, found = await gathered(telegram), []
    for row in GROUPS[group]:
        found += [not_refused(await played(cast, row, part)) for part in EVERYBODY if part not in row.may]
    with seen_handlers(telegram) as called:
        for row in GROUPS[group]:
            if row.may:
                player = player_of(row)
                for first in row.before:
                    await cast.plays(first, cast.people[player])
                called.clear()
                found.append(not_done(await played(cast, row, player), called))
    assert not any(found), "\n".join(wrong for wrong in found if wrong)


def player_of(row: Right) -> str:
    """Return who plays a row, of those who may the one with the least to do with the family."""
    return next(part for part in EVERYBODY if part in (row.may - NOT_BEGUN or row.may))

"""The state's other help beside a result, drawn from the frozen record."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from bot.store.assessments import FrozenAssessment
from bot.texts import Texts
from bot.wording.one_help import one_help
from bot.wording.other_help import all_help, other_help_in_short, page_of, places_offered
from handlers.keyboards import Button, ButtonRow, OfHelp, help_line, keyboard, to_result
from handlers.screens.result import naming_of
from handlers.screens.screen_input import Screen
from handlers.screens.whose import under_its_name


@under_its_name
def in_short(texts: Texts, frozen: FrozenAssessment, _number: int, today: date) -> Screen | None:
    """Return the screen of six lines; None for a result that was frozen before the bot told of other help."""
    found = frozen.record.get("other_help")
    if found is None:
        return None
    told = other_help_in_short(texts, frozen.record["record"], found, naming_of(texts, frozen), today)
    rows = [_numbers(told.places, 1, "one", frozen.id)]
    if told.more:
        rows.append([(texts.say("button-help-all", count=told.more), OfHelp(what="all", id=frozen.id))])
    said = "\n\n".join(filter(None, [*told.opening, "\n".join(told.lines), "\n".join(told.closing)]))
    return Screen(said, keyboard([*rows, *help_line(texts, said), [to_result(texts, frozen.id)]]))


@under_its_name
def page(texts: Texts, frozen: FrozenAssessment, number: int, _today: date) -> Screen | None:
    """Return a page of all help; None where there is no such page."""
    found = frozen.record.get("other_help")
    pages = all_help(texts, found, naming_of(texts, frozen)) if found else []
    if number >= len(pages):
        return None
    told = pages[number]
    turns: list[Button] = []
    if number:
        turns.append((texts.say("button-page-back"), OfHelp(what="all", id=frozen.id, number=number - 1)))
    if number + 1 < len(pages):
        turns.append((texts.say("button-page-on"), OfHelp(what="all", id=frozen.id, number=number + 1)))
    back: ButtonRow = [(texts.say("button-help-short"), OfHelp(what="short", id=frozen.id))]
    numbers = _numbers(told.places, told.first, "one_of_all", frozen.id)
    return Screen("\n".join(told.lines), keyboard([numbers, turns, back, [to_result(texts, frozen.id)]]))


@under_its_name
def one(texts: Texts, frozen: FrozenAssessment, place: int, _today: date) -> Screen | None:
    """Return one kind of help, opened from the screen of six lines; None where nothing stands at that place."""
    return _one(texts, frozen, place, OfHelp(what="short", id=frozen.id))


@under_its_name
def one_of_all(texts: Texts, frozen: FrozenAssessment, place: int, _today: date) -> Screen | None:
    """Return one kind of help, opened from a page of the whole list, to which it leads back."""
    found = frozen.record.get("other_help")
    back = page_of(found, place) if found else 0
    return _one(texts, frozen, place, OfHelp(what="all", id=frozen.id, number=back))


def _one(texts: Texts, frozen: FrozenAssessment, place: int, back: OfHelp) -> Screen | None:
    found = frozen.record.get("other_help")
    if found is None or place not in places_offered(found):
        return None
    told = "\n\n".join(one_help(texts, found, place, naming_of(texts, frozen)))
    ways: list[ButtonRow] = [[(texts.say("button-back"), back)], [to_result(texts, frozen.id)]]
    return Screen(told, keyboard([*help_line(texts, told), *ways]))


def _numbers(places: Sequence[int], first: int, what: str, result: str) -> ButtonRow:
    """Return a button for each line that can be opened, under the number that stands before it."""
    return [(str(first + at), OfHelp(what=what, id=result, number=place)) for at, place in enumerate(places)]


SCREENS: Final[Mapping[str, Callable[[Texts, FrozenAssessment, int, date], Screen | None]]] = {
    "begin": in_short,
    "short": in_short,
    "all": page,
    "one": one,
    "one_of_all": one_of_all,
}

"""What would turn a no into a yes, in words: the nearest doors under the answer, all of them on their own screen."""

from datetime import date
from typing import Final

from bot.texts import Texts
from bot.wording.figures import figures, written
from bot.wording.phrases import Name, kinds
from rules.quarters import Quarter
from rules.record import Record
from rules.refusals import Ground
from rules.what_would_change import Change, DoorRecord, DoorsRecord, Outlook

MOST_NEAREST: Final = 2
# What is no news under the answer: the gap stands there, and nobody is told first to part from a relative.
NOT_NEAREST: Final = frozenset({Change.LOWER_INCOME, Change.LIVES_APART})


def nearest(texts: Texts, found: DoorsRecord, name: Name, today: date) -> list[str]:
    """Return the one or two most probable doors; with none that has a day, what the next quarter brings."""
    near = [door for door in found["doors"] if Change(door["change"]) not in NOT_NEAREST][:MOST_NEAREST]
    told = [_door(texts, door, name, today) for door in near]
    return ["\n".join(told)] if told else _outlook(texts, found)


def all_doors(texts: Texts, record: Record, found: DoorsRecord, name: Name, today: date) -> list[str]:
    """Return every door as a paragraph, what the next quarter brings by itself, and on what the sums rest.

    `record`: that of the result which they would change; with no door it says what of it would have to be different.
    """
    members = record["counted_members"]
    doors = [_with_months(texts, door, _door(texts, door, name, today, members)) for door in found["doors"]]
    told = [*doors, *_outlook(texts, found)]
    if not doors:
        return [*told, _none(texts, record)]
    has_sum = any(door["change"] != Change.LOWER_INCOME for door in found["doors"])
    return [*told, texts.say("doors-note")] if has_sum else told


def _none(texts: Texts, record: Record) -> str:
    match {Ground(refusal["ground"]) for refusal in record["refusals"]}:
        case grounds if Ground.NOBODY_ENTITLED in grounds:
            return texts.say("doors-none-nobody_entitled")
        case grounds if grounds == {Ground.INCOME_ABOVE_LINE}:
            return _none_for_income(texts, record)
    return texts.say("doors-none")


def _none_for_income(texts: Texts, record: Record) -> str:
    """Return below which income there is a yes, of a person and of the whole family."""
    found = figures(record)
    told = texts.say("doors-none-income", line=written(texts, found.line))
    if found.members == 1:
        return told
    of_family = texts.money_range(*(found.members * end for end in found.line if end is not None))
    return f"{told} {texts.say('doors-none-income-family', members=found.members, line=of_family)}"


def has_term(found: DoorsRecord) -> bool:
    """Whether a term that ends is among the doors: its day need not be told twice."""
    return any(door["change"] == Change.TERM_ENDS for door in found["doors"])


def _outlook(texts: Texts, found: DoorsRecord) -> list[str]:
    is_said = found["outlook"] in {Outlook.SAME, Outlook.LINE_OPEN}
    return [texts.say(f"doors-{found['outlook']}")] if is_said else []


def _door(texts: Texts, door: DoorRecord, name: Name, today: date, members: int = 1) -> str:
    """Return a door in words; `members`: how many count, so that what a person must have less is said of the family."""
    monthly, on = door["monthly_tenge"], door["on"]
    change = Change(door["change"])
    values = {"amount": texts.money_range(monthly["low"], monthly["high"])}
    if change in {Change.BIRTHDAY, Change.MEMBER_RETURNS, Change.LIVES_APART}:
        values["person"] = name(door["of"][0])
    if on is not None:
        values["date_from"] = texts.day_from(date.fromisoformat(on), today)
    if of_kinds := door["of"] if change is Change.INCOME_FALLS_OUT else door["without"]:
        values["kinds"] = kinds(texts, of_kinds)
    if door["less_tenge"] is not None:
        less = texts.money(door["less_tenge"])
        of_family = texts.money(members * door["less_tenge"])
        return texts.say(f"door-{change}", less=less, less_all=of_family, members=members)
    return texts.say_with(f"door-{change}{'-without' if door['without'] else ''}", **values)


def _with_months(texts: Texts, door: DoorRecord, told: str) -> str:
    """Say which months count then, where some money must not come in them."""
    if door["on"] is None or not (door["without"] or door["change"] == Change.INCOME_FALLS_OUT):
        return told
    months = Quarter.of(date.fromisoformat(door["on"])).previous.months
    return f"{told} {texts.say('door-months', months=texts.base_months(months))}"

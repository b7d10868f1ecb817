"""What would turn a no into a yes, in words: the nearest doors under the answer, all of them on their own screen."""

from datetime import date
from typing import Final

from bot.texts import Texts
from bot.wording.figures import figures, written
from bot.wording.phrases import Name, grounds_of, is_of_income_alone, kinds, quarter_of
from rules.quarters import MONTHS_IN_QUARTER, Quarter
from rules.record import Record
from rules.refusals import Ground
from rules.what_would_change import Change, DoorRecord, DoorsRecord, Outlook

MOST_NEAREST: Final = 2
THOUSAND: Final = 1_000
# What is no news under the answer: the gap stands there, and nobody is told first to part from a relative.
NOT_NEAREST: Final = frozenset({Change.LOWER_INCOME, Change.LIVES_APART})


def nearest(texts: Texts, record: Record, found: DoorsRecord, name: Name, today: date) -> list[str]:
    """Return the one or two most probable doors; with none that has a day, what the next quarter brings."""
    near = [door for door in found["doors"] if Change(door["change"]) not in NOT_NEAREST][:MOST_NEAREST]
    told = [_door(texts, record, found, door, name, today) for door in near]
    if not told and has_no_door(record, found):
        told = [calculate_again_below(texts, record, today)]
    return ["\n".join(told)] if told else _outlook(texts, record, found, today)


def all_doors(texts: Texts, record: Record, found: DoorsRecord, name: Name, today: date) -> list[str]:
    """Return every door as a paragraph, what the next quarter brings by itself, and on what the sums rest.

    `record`: that of the result which they would change; with no door it says what of it would have to be different.
    """
    doors = [_with_months(texts, door, _door(texts, record, found, door, name, today)) for door in found["doors"]]
    has_lower = any(door["change"] == Change.LOWER_INCOME for door in found["doors"])
    told = [*doors, *_outlook(texts, record, found, today, below=not has_lower)]
    if not doors:
        return [*told, _none(texts, record)]
    has_sum = any(door["change"] != Change.LOWER_INCOME for door in found["doors"])
    return [*told, texts.say("doors-note")] if has_sum else told


def _none(texts: Texts, record: Record) -> str:
    if Ground.NOBODY_ENTITLED in grounds_of(record):
        return texts.say("doors-none-nobody_entitled")
    return _none_for_income(texts, record) if is_of_income_alone(record) else texts.say("doors-none")


def _none_for_income(texts: Texts, record: Record) -> str:
    """Return below which income there is a yes, of a person and of the whole family."""
    found = figures(record)
    told = texts.say("doors-none-income", line=written(texts, found.line))
    if found.members == 1:
        return told
    of_family = texts.money_range(*(found.members * end for end in found.line if end is not None))
    return f"{told} {texts.say('doors-none-income-family', members=found.members, line=of_family)}"


def has_no_door(record: Record, found: DoorsRecord | None) -> bool:
    """Whether a no for income stays one in the next quarter unless there is less, as is known on its first day."""
    return found is not None and found["outlook"] == Outlook.SAME and is_of_income_alone(record)


def has_term(found: DoorsRecord) -> bool:
    """Whether a term that ends is among the doors: its day need not be told twice."""
    return any(door["change"] == Change.TERM_ENDS for door in found["doors"])


def calculate_again_below(texts: Texts, record: Record, today: date) -> str:
    """Return with which income of the quarter that goes on it is worth while to look again, and from which day.

    By the likely line of now: that of the next quarter may be another.
    """
    lowest, highest = figures(record).line
    total = thousands_below(MONTHS_IN_QUARTER * record["poverty_line"]["tenge"] * record["counted_members"])
    return texts.say(
        "calculate-again-below" if lowest == highest else "calculate-again-below-likely",
        total=texts.money(total),
        now=family_income(texts, record),
        **_of_next(texts, record, today),
    )


def _of_next(texts: Texts, record: Record, today: date) -> dict[str, str]:
    """Return from which day the next quarter's assistance is counted, and of which months it takes the income."""
    quarter = quarter_of(record)
    first, *_, last = (date.fromisoformat(f"{month}-01") for month in quarter.months)
    return {"next_period": texts.period(first, last, today), "date_from": _next_quarter_from(texts, record)}


def _next_quarter_from(texts: Texts, record: Record) -> str:
    day = quarter_of(record).next.first_day
    return texts.day_from(day, day)  # so near that its year is known


def calculate_again_then(texts: Texts, record: Record) -> str:
    """Return from which day to look again and to apply, and when the next time is, should there be as much again."""
    next_quarter = quarter_of(record).next
    first, *_, last = (date.fromisoformat(f"{month}-01") for month in next_quarter.months)
    later = next_quarter.next.first_day
    return texts.say(
        "calculate-again-then",
        date_from=_next_quarter_from(texts, record),
        later_period=texts.period(first, last, later),
        later_from=texts.day_from(later, later),
    )


def family_income(texts: Texts, record: Record) -> str:
    """Write what the family had in the base quarter: its months need not be alike."""
    return written(texts, figures(record).income)


def _outlook(texts: Texts, record: Record, found: DoorsRecord, today: date, *, below: bool = True) -> list[str]:
    """Return what the next quarter brings by itself, and when to look again: `below` which income, or simply then."""
    match found["outlook"]:
        case Outlook.SAME:
            told = [texts.say("doors-same")]
            if is_of_income_alone(record):
                then = calculate_again_then(texts, record)
                told.append(calculate_again_below(texts, record, today) if below else then)
            return [" ".join(told)]
        case Outlook.LINE_OPEN:
            return [texts.say("doors-line_open")]
    return []


def thousands_below(tenge: int) -> int:
    """Return the most whole thousands that are less: at the line itself the amount is nought."""
    return (tenge - 1) // THOUSAND * THOUSAND


def _lower_income(texts: Texts, record: Record, found: DoorsRecord, today: date) -> str:
    """Return the income of now, which comes next where only that can help, and up to which a yes is how probable."""
    first, *_, last = (date.fromisoformat(f"{month}-01") for month in record["base_months"])
    now = {"now": family_income(texts, record), "period": texts.period(first, last, today)}
    told = [texts.say("door-lower_income-now", members=record["counted_members"], **now)]
    if has_no_door(record, found):
        told.append(texts.say("door-lower_income-next", **_of_next(texts, record, today)))
    return " ".join([*told, _up_to_which_income(texts, record)])


def _up_to_which_income(texts: Texts, record: Record) -> str:
    """Return up to which income of three months a yes is sure, likely and possible, where these differ."""
    line, for_all = figures(record).line, MONTHS_IN_QUARTER * record["counted_members"]
    sure, possible = (thousands_below(for_all * (end or 0)) for end in line)
    likely = thousands_below(for_all * record["poverty_line"]["tenge"])
    told = {"sure": texts.money(sure)}
    if possible == sure:
        return texts.say("door-lower_income", **told)
    told["possible"] = texts.money(possible)
    if sure < likely < possible:
        return texts.say("door-lower_income-band-likely", likely=texts.money(likely), **told)
    return texts.say("door-lower_income-band", **told)


def _door(texts: Texts, record: Record, found: DoorsRecord, door: DoorRecord, name: Name, today: date) -> str:
    monthly, on = door["monthly_tenge"], door["on"]
    change = Change(door["change"])
    values = {"amount": texts.money_range(monthly["low"], monthly["high"])}
    if change in {Change.BIRTHDAY, Change.MEMBER_RETURNS, Change.LIVES_APART}:
        values["person"] = name(door["of"][0])
    if on is not None:
        values["date_from"] = texts.day_from(date.fromisoformat(on), today)
    if of_kinds := door["of"] if change is Change.INCOME_FALLS_OUT else door["without"]:
        values["kinds"] = kinds(texts, of_kinds)
    if change is Change.LOWER_INCOME:
        return _lower_income(texts, record, found, today)
    return texts.say_with(f"door-{change}{'-without' if door['without'] else ''}", **values)


def _with_months(texts: Texts, door: DoorRecord, told: str) -> str:
    """Say which months count then, where some money must not come in them."""
    if door["on"] is None or not (door["without"] or door["change"] == Change.INCOME_FALLS_OUT):
        return told
    months = Quarter.of(date.fromisoformat(door["on"])).previous.months
    return f"{told} {texts.say('door-months', months=texts.base_months(months))}"

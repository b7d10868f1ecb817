"""Both readings where the law or the facts leave something open: each with its condition, on the first screen."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.texts import Texts
from bot.wording.grounds import undated_grounds
from bot.wording.phrases import Name, ends, is_income_known, within_line
from rules.income_within_line import Outcome
from rules.readings import ALL_READINGS_OF, Doubt
from rules.record import Record

Reading = Mapping[str, Any]
Condition = Mapping[str, Any]


def are_open(record: Record) -> bool:
    """Whether readings are open; a record that was frozen before they were worked out has none."""
    return bool(record.get("readings"))


def is_amount_open(record: Record) -> bool:
    """Whether more is open than until when a child brings the supplement."""
    return any(_beside_supplement(reading) for reading in record.get("readings", []))


def open_to_the_commission(record: Record, doubt: Doubt) -> list[str]:
    """Return the members or kinds of income, each once, of which the commission decides whether they count."""
    conditions = (one for reading in record.get("readings", []) for one in reading["if"])
    return list(dict.fromkeys(one["of"] for one in conditions if one["doubt"] == doubt))


def supplements(record: Record) -> tuple[int, int]:
    """Return the least and the greatest supplement of a month: a child who may not count brings it or does not."""
    taken = int(record["child_supplement_tenge"] or 0)
    paid = [reading for reading in record.get("readings", []) if reading["outcome"] == Outcome.ELIGIBLE]
    found = {_supplement_each_month(record, reading) for reading in paid} or {taken}
    return min(found), max(found)


def together(record: Record) -> tuple[int, int]:
    """Return the least and the greatest payment of a month, assistance and supplement, where there is one for sure."""
    taken = int(record["child_supplement_tenge"] or 0)
    each = [(reading, _supplement_each_month(record, reading)) for reading in record.get("readings", [])]
    found = [end + supplement for reading, supplement in each for end in ends(reading["monthly_tenge"])]
    found = found or [end + taken for end in ends(record["monthly_tenge"])]
    return min(found), max(found)


def likely_payment(record: Record) -> int | None:
    """Return the likely payment of a month, assistance and supplement, in tenge; None where there is but one amount.

    None as well where more is open than an estimated line.
    """
    monthly = record["monthly_tenge"]
    likely = monthly.get("likely")
    if likely is None or monthly["low"] == monthly["high"] or are_open(record):
        return None
    return likely + supplements(record)[1]


def likely_sum(record: Record) -> int | None:
    """Return the likely payment of all months that are paid, in tenge; None where `likely_payment` is."""
    if likely_payment(record) is None:
        return None
    monthly, total = record["monthly_tenge"], record["total_tenge"]
    likely = monthly["likely"] or 0  # never None where there is a likely payment
    return total["high"] - record["months"] * (monthly["high"] - likely)


def of_readings(texts: Texts, record: Record, name: Name, today: date) -> list[str]:
    """Return what is due in each reading, and on what it depends."""
    found: Sequence[Reading] = record.get("readings", [])
    by_condition = {tuple(map(_key, _beside_supplement(reading))): reading for reading in found}
    paragraphs = [_each(texts, record, name, list(by_condition.values()))] if len(by_condition) > 1 else []
    if paragraphs and _is_many(found):
        return paragraphs
    children = open_to_the_commission(record, Doubt.SUPPLEMENT_AGE)
    return [*paragraphs, *([_supplement(texts, record, name, today, children)] if children else [])]


def _each(texts: Texts, record: Record, name: Name, found: Sequence[Reading]) -> str:
    if _is_many(found):
        first = texts.say("reading-many", doubt=_doubt(texts, name, found[0]["if"][0]))
        return first if _is_range_told(record) else f"{first} {_range(texts, record)}"
    return "\n".join([texts.say(_head(record)), *(_line(texts, record, name, reading) for reading in found)])


def _head(record: Record) -> str:
    if record["outcome"] == Outcome.ELIGIBLE:
        return "reading-open-yes"
    return "reading-open" if _is_only_open(record) else "reading-open-too"


def _is_range_told(record: Record) -> bool:
    """Whether the range from the least to the greatest result stands above already."""
    return record["outcome"] == Outcome.ELIGIBLE or not _is_only_open(record)


def _is_only_open(record: Record) -> bool:
    return is_income_known(record) and not undated_grounds(record)


def _range(texts: Texts, record: Record) -> str:
    (low, high), supplement = ends(record["monthly_tenge"]), record["child_supplement_tenge"] or 0
    return texts.say("reading-many-range", amount=texts.money_range(low and low + supplement, high + supplement))


def _is_many(found: Sequence[Reading]) -> bool:
    return len(found[0]["if"]) > ALL_READINGS_OF


def _line(texts: Texts, record: Record, name: Name, reading: Reading) -> str:
    outcome, (low, high) = Outcome(reading["outcome"]), ends(reading["monthly_tenge"])
    supplement = _supplement_each_month(record, reading)
    condition = texts.list_of([_one(texts, name, condition) for condition in _beside_supplement(reading)])
    condition = condition[:1].upper() + condition[1:]
    if outcome is Outcome.ELIGIBLE:
        amount = texts.money_range(low + supplement, high + supplement)
        return texts.say("reading-eligible", condition=condition, amount=amount)
    if outcome is Outcome.REFUSED:
        return texts.say("reading-refused", condition=condition)
    if not high:
        return texts.say("reading-undecided-no-amount", condition=condition)
    return texts.say(f"reading-{outcome}", condition=condition, amount=texts.money(high + supplement))


def _supplement_each_month(record: Record, reading: Reading) -> int:
    """Return the supplement of a month: a child who may not count brings none, a birthday is told by itself."""
    if len(_beside_supplement(reading)) < len(reading["if"]):
        return int(record["child_supplement_tenge"] or 0)
    return int(reading["supplement_total_tenge"]) // int(record["months"])


def _one(texts: Texts, name: Name, condition: Condition) -> str:
    answer = "counted" if condition["counted"] else "left-out"
    return texts.say(f"if-{condition['doubt']}-{answer}", **_whom_or_what(texts, name, condition))


def _doubt(texts: Texts, name: Name, condition: Condition) -> str:
    return texts.say(f"doubt-{condition['doubt']}", **_whom_or_what(texts, name, condition))


def _whom_or_what(texts: Texts, name: Name, condition: Condition) -> dict[str, str]:
    values = {}
    if condition["doubt"] == Doubt.INCOME:
        values["kind"] = texts.say(f"kind-{condition['of']}")
    elif condition["doubt"] == Doubt.MEMBERSHIP:
        person = name(condition["of"])
        values["person"] = within_line(person)
    return values


def _supplement(texts: Texts, record: Record, name: Name, today: date, children: Sequence[str]) -> str:
    """Return on which day each child turns 1 or 7, and what the supplement of all then is for the paid months."""
    paid = (reading for reading in record["readings"] if reading["outcome"] != Outcome.REFUSED)
    totals = sorted({reading["supplement_total_tenge"] for reading in paid})
    birthdays = [_turns(texts, record, name, today, child) for child in children]
    least, most = totals[0], totals[-1]
    if [least, most] == totals:
        sums = texts.say("reading-supplement", least=texts.money(least), most=texts.money(most))
    else:
        sums = texts.say("reading-supplement-range", amount=texts.money_range(least, most))
    return " ".join([*birthdays, sums])


def _turns(texts: Texts, record: Record, name: Name, today: date, child: str) -> str:
    day, age = _birthday(record, child)
    return texts.say("reading-birthday", child=name(child), date=texts.day(day, today), age=age)


def _birthday(record: Record, child: str) -> tuple[date, int]:
    found = {one["label"]: (one["turns_on"], one["age"]) for one in record["children"] if one["turns_on"]}
    turns_on, age = found[child]
    return date.fromisoformat(turns_on), age + 1


def _beside_supplement(reading: Reading) -> list[Condition]:
    return [condition for condition in reading["if"] if not _is_of_supplement(condition)]


def _is_of_supplement(condition: Condition) -> bool:
    return bool(condition["doubt"] == Doubt.SUPPLEMENT_AGE)


def _key(condition: Condition) -> tuple[str, str, bool]:
    return condition["doubt"], condition["of"], condition["counted"]

"""Whatever the rules say of a family can be told in both languages, and nothing else is told."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import pytest

from bot.sandbox.html_text import parse_html
from bot.texts import Language, Texts, texts
from bot.wording import children, headline, in_short, next_steps, notes, plain, why
from bot.wording.explanation.why import STEPS
from bot.wording.figures import whole
from bot.wording.phrases import grounds_of, is_of_status_alone, quarter_of, steps_of
from bot.wording.readings import supplements
from rules.income_within_line import Outcome
from rules.record import Record
from rules.refusals import Ground
from rules.result import Warn
from tests.bot.wording.records import GIVEN_BY, RECORDS, TODAY, by_each_line

LONGEST = 4096
LATIN = re.compile(r"[A-Za-z]+")
ROMAN_OR_NAME = re.compile(r"[IV]+|eGov")
MONEY = re.compile(r"(?:([\d\u00a0]+(?:,\d\d)?)–)?([\d\u00a0]+(?:,\d\d)?)\u00a0₸")
NAMED_LINE = re.compile("кедейлік ше[гк]|черт\\w+ бедности", re.IGNORECASE)
SINCE = re.compile(r"(?:\b20[12]\d жылғы 1 \w+ бастап\)|, в силе с 1 \w+ 20[12]\d года)\.$")
CITED = re.compile(r"^(?:Негізі|Основание): (.*)(?:,| \()", re.MULTILINE)

both_languages = pytest.mark.parametrize("language", list(Language))


class Told(NamedTuple):
    """All that is said of one record."""

    sentence: str
    record: Record
    headline: str
    why: list[str]
    children: list[str]
    next_steps: list[str]
    notes: list[str]

    @property
    def messages(self) -> list[str]:
        return [self.headline, *self.why, *self.children, *self.next_steps, *self.notes]


def name(label: str) -> str:
    """Return a label as a reader of either language would have it."""
    return f"«{LATIN.sub('Адам', label)}»"


@cache
def everything(language: Language) -> list[Told]:
    """Tell every record once."""
    said = texts(language)
    return [
        Told(
            sentence,
            record,
            headline(said, record, TODAY, name),
            why(said, record, name, TODAY),
            children(said, record, name),
            next_steps(said, record, date.fromisoformat(record["on"]), name),
            ["\n".join(in_short(said, record)), *notes(said, record, name)],
        )
        for sentence, record in RECORDS.items()
    ]


@both_languages
def test_every_message_can_be_sent(language: Language) -> None:
    """None is empty or too long, and Telegram can read each of them."""
    for told in everything(language):
        for message in told.messages:
            assert 0 < len(message.strip()) <= LONGEST, told.sentence
            parse_html(message)


@both_languages
def test_nothing_of_the_program_shows_through(language: Language) -> None:
    """No English word, no id, no variable."""
    for told in everything(language):
        for message in told.messages:
            ours = plain(message).replace(GIVEN_BY, "")
            strange = [word for word in LATIN.findall(ours) if not ROMAN_OR_NAME.fullmatch(word)]
            assert strange == [], told.sentence
            assert not re.search(r"[{}$_]", message), told.sentence


@both_languages
def test_the_line_has_its_name_only_under_why(language: Language) -> None:
    """Elsewhere it is the limit."""
    for told in everything(language):
        assert any(NAMED_LINE.search(message) for message in told.why), told.sentence
        elsewhere = [message for message in told.messages if message not in told.why]
        assert [message for message in elsewhere if NAMED_LINE.search(message)] == [], told.sentence


@both_languages
def test_every_sum_is_a_sum_of_the_record(language: Language) -> None:
    """Nothing is worked out on the way but amount and supplement together, and income against the line."""
    for told in everything(language):
        known = set(figures(told.record)) | together(told.record) | against_the_line(told.record)
        known |= of_family_below_the_line(told.record) | likely_of(told.record)
        known |= {*map(Decimal, by_each_line(told.record))} | monthly_income(told.record)
        known |= {Decimal(whole(figure)) for figure in known}  # "Why?" in short has whole tenge
        for message in told.messages:
            assert sums(message) <= known, (told.sentence, message)


@both_languages
def test_the_result_comes_first(language: Language) -> None:
    """A payment begins with its sum and its months, a refusal with its figures, its day or its act.

    Where nobody is entitled, it begins with who may get the assistance.
    """
    for told in everything(language):
        first, grounds = told.headline.split("\n\n")[0], grounds_of(told.record)
        if told.record["outcome"] in {"eligible", "refused"} and Ground.NOBODY_ENTITLED not in grounds:
            assert re.search(r"\d", first), told.sentence
        if told.record["outcome"] == "eligible" and told.record["monthly_tenge"]["high"]:
            sum_line, months_line, *_ = first.split("\n")
            assert sum_line.startswith("✅"), told.sentence
            assert re.search("<b>.*₸</b>", sum_line), told.sentence
            assert paid_months(told.record, texts(language)) in months_line.lower(), told.sentence


@both_languages
def test_the_result_says_that_it_is_an_estimate_and_who_decides(language: Language) -> None:
    """Until June 2023 that was another office."""
    said = texts(language)
    for told in everything(language):
        note = said.say("note-estimate", office=said.say(f"office-{told.record['edition']}"))
        estimate = said.say(f"result-estimate{'-of-status' if is_of_status_alone(told.record) else ''}")
        assert told.headline.count(estimate) == 1, told.sentence
        assert note in told.notes, told.sentence


@both_languages
def test_every_step_names_each_act_once_and_since_when(language: Language) -> None:
    """One line for each act."""
    for told in everything(language):
        for message in told.why:
            cited = CITED.findall(message)
            acts = [citation.partition(", ")[0].partition(" (")[0] for citation in cited]
            assert acts, (told.sentence, message)
            assert len(set(acts)) == len(acts), (told.sentence, message)
            assert all(SINCE.search(line) for line in message.splitlines() if CITED.match(line))


@both_languages
def test_each_step_and_each_child_has_a_message(language: Language) -> None:
    """Nobody is left out, and no step."""
    for told in everything(language):
        assert len(told.why) == len(steps_of(told.record))
        listed = told.record["children"]
        assert len(told.children) >= max(1, len({tuple(child["package"]) for child in listed}))
        told_of, called = "\n".join(told.children), Counter(name(child["label"]) for child in listed)
        assert all(told_of.count(label) >= count for label, count in called.items()), told.sentence


def test_every_step_that_has_words_is_met_in_some_record() -> None:
    """So what is tested here is everything that can be said under why."""
    assert {step["step"] for record in RECORDS.values() for step in record["steps"]} == set(STEPS)


def test_every_outcome_warning_and_ground_is_met_in_some_record() -> None:
    """So the spread of families is wide enough."""
    assert {record["outcome"] for record in RECORDS.values()} == set(Outcome)
    assert {warning for record in RECORDS.values() for warning in record["warnings"]} == set(Warn)
    assert {refusal["ground"] for record in RECORDS.values() for refusal in record["refusals"]} == set(Ground)


def sums(message: str) -> set[Decimal]:
    """Return every sum of a message, both ends of a range."""
    found = [figure for ends in MONEY.findall(message) for figure in ends if figure]
    return {Decimal(figure.replace("\u00a0", "").replace(",", ".")) for figure in found}


def figures(part: Any) -> Iterator[Decimal]:
    """Return every number of a record."""
    if isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from figures(inner)
    elif isinstance(part, int) or (isinstance(part, str) and re.fullmatch(r"-?\d+\.\d\d", part)):
        yield abs(Decimal(part))


def together(record: Record) -> set[Decimal]:
    """Return 0 and every month's assistance, the supplement beside it: of the record and of each reading."""
    supplement = record["child_supplement_tenge"] or 0
    monthly = record["monthly_tenge"]
    ends = (monthly["low"], monthly["high"], monthly.get("likely"))
    found = {Decimal(0)} | {Decimal(end + supplement) for end in ends if end is not None}
    for reading in record.get("readings", []):
        of_reading = {supplement, reading["supplement_total_tenge"] // record["months"]}
        low, high = reading["monthly_tenge"]["low"], reading["monthly_tenge"]["high"]
        found |= {Decimal(end + each) for end in (low, high) for each in of_reading}
    return found


def of_family_below_the_line(record: Record) -> set[Decimal]:
    """Return what a family of so many may have at most in three months, in whole thousands, and to be likely helped."""
    line, members = record["poverty_line"], record["counted_members"]
    lines = {line.get("low", line["tenge"]), line["tenge"], line.get("high", line["tenge"])}
    return {Decimal((3 * members * end - 1) // 1_000 * 1_000) for end in lines}


def likely_of(record: Record) -> set[Decimal]:
    """Return the likely payment of a month, with the supplement of all children that may bring it, and of all."""
    monthly, total = record["monthly_tenge"], record["total_tenge"]
    likely = monthly.get("likely")
    if likely is None:
        return set()
    return {
        Decimal(likely + supplements(record)[1]),
        Decimal(total["low"] + record["months"] * (likely - monthly["low"])),
    }


def paid_months(record: Record, said: Texts) -> str:
    """Return the months that are paid."""
    paid = quarter_of(record).months[-record["months"] :]
    first, last = (date.fromisoformat(f"{month}-01") for month in (paid[0], paid[-1]))
    return said.period(first, last, TODAY)


def monthly_income(record: Record) -> set[Decimal]:
    """Return what the family had in a month, in whole tenge."""
    income = next((step["values"] for step in record["steps"] if step["step"] == "income"), {})
    return {Decimal(income[end] // 3) for end in ("low", "high") if income.get(end) is not None}


def against_the_line(record: Record) -> set[Decimal]:
    line = [record["poverty_line"][end] for end in ("low", "tenge", "high") if end in record["poverty_line"]]
    incomes = [income for income in (record["per_capita_income"], record["per_capita_income_high"]) if income]
    return {abs(Decimal(income) - end) for income in incomes for end in line}

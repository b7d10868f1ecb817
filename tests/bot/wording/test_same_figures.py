"""Whatever the family, every place names the same tenge: message, "Why?", picture, page as printed, JSON, bill."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.texts import Language, Texts, escape, texts
from bot.wording import headline, in_short, plain
from bot.wording.offer_bill import bill_told
from bot.wording.paper.page import page
from bot.wording.paper.picture import picture
from bot.wording.paper.qr import qr
from bot.wording.paper.typesetting import Drawing, drawn
from bot.wording.phrases import is_estimated
from rules import Household, Income, PovertyLine, PovertyLines, Quarter, assess, record_of
from rules.household import Absence, History, IncomeKind
from rules.income_within_line import Outcome
from rules.offer import Measure
from rules.offer_bill import BillNotPossibleError, bill
from rules.record import Record
from rules.refusals import Ground
from tests.bot.wording.offer_bills import NAMED
from tests.cast.families import DAYS, households

FEW_TENGE: Final = st.integers(0, 400_000)
KNOWN: Final = st.builds(Income.of, st.sampled_from(IncomeKind), FEW_TENGE)
BETWEEN: Final = st.builds(
    lambda low, more: Income(IncomeKind.FARM, low, low + more), FEW_TENGE, st.integers(1, 100_000)
)
AT_LEAST: Final = st.builds(lambda low: Income(IncomeKind.WAGE, low, None), FEW_TENGE)
SUM: Final = re.compile(r"(?:([\d\u00a0]+(?:,\d\d)?)–)?([\d\u00a0]+(?:,\d\d)?)\u00a0₸")
DOTS: Final = re.compile(r"[\s.]+")
"""What may stand between a label and its figure on the page, and wherever a line ends."""
WAGE: Final = 90_000
Range = tuple[int, int]


def whole(tenge: str | int) -> int:
    """Round to the tenge as the act does; `tenge` as JSON or as a text writes it."""
    exact = Decimal(str(tenge).replace("\u00a0", "").replace(",", "."))
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def read(written: str) -> Range:
    """Read a sum, or a range."""
    low, high = SUM.findall(written)[0]
    return whole(low or high), whole(high)


def after(words: Texts, name: str, told: str) -> list[Range]:
    """Return the sums behind the first words of a text that has values, on the line of `told` that says it."""
    values = dict.fromkeys(
        ("now", "then", "together", "amount", "income", "line", "difference", "per_person", "gap"), "\0"
    )
    begins = plain(words.say_with(name, **values)).split("\n")[-1].split("\0")[0]
    (line,) = [line for line in told.split("\n") if line.startswith(begins)]
    return [(whole(low or high), whole(high)) for low, high in SUM.findall(line)]


class Expected:
    """The figures of a record as the JSON of the command line has them."""

    def __init__(self, record: Record) -> None:
        self.json: dict[str, Any] = json.loads(json.dumps(record))
        low, high = self.json["per_capita_income"], self.json["per_capita_income_high"]
        self.per_person = (whole(low), whole(low if high is None else high))
        self.line = (self.json["poverty_line"]["low"], self.json["poverty_line"]["high"])
        supplement = self.json["child_supplement_tenge"] or 0
        monthly, total = self.json["monthly_tenge"], self.json["total_tenge"]
        self.month: Range = (monthly["low"] + supplement, monthly["high"] + supplement)
        self.total: Range = (total["low"], total["high"])
        self.outcome = Outcome(self.json["outcome"])
        grounds = {refusal["ground"] for refusal in self.json["refusals"]}
        self.is_by_income = self.outcome is Outcome.REFUSED and Ground.INCOME_ABOVE_LINE in grounds
        self.is_yes = self.outcome is Outcome.ELIGIBLE and monthly["high"] > 0
        is_of_line = self.is_yes and self.month[0] != self.month[1] and not self.json["readings"]
        self.likely = monthly["likely"] + supplement if is_of_line and monthly["likely"] is not None else None


def message_has(words: Texts, record: Record, expected: Expected, on: date) -> None:
    told = plain(headline(words, record, on, escape))
    if expected.is_yes:
        first = [(whole(low or high), whole(high)) for low, high in SUM.findall(told)]
        total = expected.total
        if expected.likely is not None:
            assert first.pop(0) == (expected.likely,) * 2
            total = (expected.total[0] + expected.json["months"] * (expected.likely - expected.month[0]),) * 2
        amount = first[0]
        if expected.json["readings"]:  # each has its own sums: those of the message are what the others must say
            assert expected.json["monthly_tenge"]["low"] <= amount[0] <= amount[1]
            expected.month = amount
        assert amount == expected.month
        if expected.json["months"] > 1:  # of one month it is the same
            assert first[1] == total
    if expected.is_by_income:
        compared = SUM.findall(told.split("\n")[1])[:2]
        per_person, line = ((whole(low or high), whole(high)) for low, high in compared)
        assert line == expected.line
        assert per_person == (expected.per_person if expected.json["per_capita_income_high"] else per_person)
        assert per_person[0] == expected.per_person[0]


def why_and_picture_have(words: Texts, record: Record, expected: Expected) -> None:
    caption, drawn_is = "\n".join(in_short(words, record)), picture(words, record)
    estimate = "-estimate" if is_estimated(record) else ""
    if words.say("short-only-status") in caption:  # nothing was asked of which there could be a figure
        assert not SUM.search(caption)
        return
    assert read(drawn_is["line"]["figure"]) == expected.line
    if expected.likely is not None:  # the sums are those of one line, and its ends follow
        line = expected.json["poverty_line"]["tenge"]
        *income, told = after(words, "short-per-person-likely", caption)
        assert told == (line, line)
        if expected.json["child_supplement_tenge"]:
            assert after(words, "short-together", caption) == [(expected.likely,) * 2]
        assert f"{words.money_range(*expected.line)}" in caption
        assert f"{words.money_range(*expected.month)}" in caption
    else:
        *income, told = after(words, f"short-per-person{estimate}", caption)
        assert told == expected.line
    shown = [(whole(low or high), whole(high)) for low, high in SUM.findall(drawn_is["income"]["figure"])]
    assert income == shown  # nothing of an income that is not known at all
    if expected.json["per_capita_income_high"]:
        assert income == [expected.per_person]
    if expected.is_yes:
        assert read(drawn_is["heading"]) == expected.month
        assert f"{expected.json['counted_members']}" in drawn_is["people"]


def page_has(words: Texts, record: Record, expected: Expected, on: date) -> None:
    told = page(words, record, escape, "AbC_d-9xYz12", on)
    read_off = PdfReader(BytesIO(drawn(Drawing("page.typ", {"pages": [told], "qr": qr("https://t.me/komek")}))))
    printed = DOTS.sub("", read_off.pages[0].extract_text())
    rows = {row["label"]: row["figure"] for row in told["calculation"]}
    for label, figure in rows.items():
        assert DOTS.sub("", label + figure) in printed
    estimate = "-estimate" if is_estimated(record) else ""
    assert read(rows[words.say(f"paper-row-line{estimate}")]) == expected.line
    if expected.json["per_capita_income_high"]:
        assert read(rows[words.say("paper-row-per-person")]) == expected.per_person
    if expected.is_yes:
        assert read(rows[words.say("paper-row-month")]) == expected.month
        assert read(rows[words.say("paper-row-total", months=expected.json["months"])]) == expected.total


def bill_has(words: Texts, household: Household, expected: Expected, on: date, lines: PovertyLines) -> None:
    try:
        found = bill(household, "applicant", Measure.VACANCY, WAGE, None, on, lines)
    except BillNotPossibleError:  # an income or a day is not known: a bill that is none has no figures
        return
    assert json.loads(json.dumps(found.unchanged)) == expected.json
    told = plain(bill_told(words, found, NAMED, on))
    estimate = "-estimate" if expected.json["poverty_line"]["basis"] == "estimate" else ""
    assert after(words, f"what-if-line{estimate}", told) == [expected.line]
    if expected.json["per_capita_income_high"]:
        assert after(words, "what-if-per-person", told)[0] == expected.per_person
    if expected.is_yes:
        assert after(words, "what-if-assistance", told)[0] == expected.month
        assert found.cost.monthly == expected.month
    if expected.outcome is Outcome.REFUSED:
        assert after(words, "what-if-assistance", told)[0] == (0, 0)


def with_nothing_in_the_way(household: Household) -> Household:
    """Return a family about which income alone decides."""
    members = tuple(replace(one, absence=Absence.NONE, entitled=True) for one in household.members)
    return replace(household, members=members, history=History(), registered=True)


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.generate],  # to draw a page takes a while: what fails is told as it was found
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data(), DAYS, st.none() | st.integers(25_000, 90_000), st.sampled_from(Language))
def test_every_place_that_tells_a_result_names_the_tenge_of_the_record(
    data: st.DataObject, on: date, line: int | None, language: Language
) -> None:
    household = data.draw(households(on, KNOWN | KNOWN | KNOWN | BETWEEN | AT_LEAST))
    household = data.draw(st.sampled_from([household, *[with_nothing_in_the_way(household)] * 3]))
    published = [PovertyLine.published(household.region, Quarter.of(on), line, "akimat")] if line else []
    lines, words = PovertyLines(published), texts(language)
    record = record_of(assess(household, on, lines))
    expected = Expected(record)
    message_has(words, record, expected, on)
    why_and_picture_have(words, record, expected)
    page_has(words, record, expected, on)
    bill_has(words, household, expected, on, lines)

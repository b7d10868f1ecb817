"""Page and pictures have the figures of the chat, whatever the family; each stands on one page, with every letter."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.sandbox.files import image_size
from bot.texts import Language, Texts, escape, texts
from bot.wording import children, headline, in_short, next_steps, plain, why
from bot.wording.apply_until import last_working_day, until_when
from bot.wording.figures import figures
from bot.wording.paper.card import card
from bot.wording.paper.page import page
from bot.wording.paper.picture import picture
from bot.wording.paper.qr import qr
from bot.wording.paper.typesetting import Drawing, drawn
from bot.wording.phrases import is_of_status_alone
from rules import assess, record_of
from rules.record import Record
from tests.bot.wording.records import (
    IN_DOUBT,
    OTHERS,
    RECORDS,
    TODAY,
    by_each_line,
    child,
    family,
    husband,
    monthly,
    mother,
    wage,
)
from tests.cast.families import DAYS, KNOWN_INCOMES, estimated_incomes, households, lines_of

BOTH = pytest.mark.parametrize("language", list(Language))
MONEY: Final = re.compile(r"(?:([\d\u00a0]+(?:,\d\d)?)–)?([\d\u00a0]+(?:,\d\d)?)\u00a0₸")
NUMBER: Final = "AbC_d-9xYz12"
LINK: Final = f"https://t.me/komek_bot?start=result-{NUMBER}"

Json = dict[str, Any]
Range = tuple[int, int]


def whole(written: str) -> int:
    """Read a sum as it is written, to the whole tenge as the act rounds."""
    exact = Decimal(written.replace("\u00a0", "").replace(",", "."))
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def sums(text: str) -> set[Range]:
    """Every sum of a text, a range as its two ends."""
    return {(whole(low or high), whole(high)) for low, high in MONEY.findall(text)}


def ends_of(ranges: set[Range]) -> set[int]:
    return {end for both in ranges for end in both}


def in_chat(words: Texts, record: Record) -> str:
    """Return all that the chat tells of the calculation."""
    told = [
        headline(words, record, TODAY),
        *in_short(words, record),
        *why(words, record, str, TODAY),
        *children(words, record, str),
        *next_steps(words, record, TODAY, str),
    ]
    return plain("\n".join(told))


def laid_out(words: Texts, record: Record) -> Json:
    return page(words, record, escape, NUMBER, TODAY)


def rows_of(told: Json) -> str:
    return "\n".join(f"{row['label']}: {row['figure']}" for row in (*told["income"], *told["calculation"]))


def shown_in(told: Json) -> str:
    """Return all that stands in the picture."""
    gap = told["gap"] or {"label": ""}
    return "\n".join([told["heading"], told["income"]["figure"], told["line"]["figure"], gap["label"], *told["sums"]])


def printed(pages: list[Json]) -> PdfReader:
    return PdfReader(BytesIO(drawn(Drawing("page.typ", {"pages": pages, "qr": qr(LINK)}))))


def agree(words: Texts, record: Record) -> None:
    """Compare page, picture and caption with what the chat says of the same record: of status alone there are none."""
    if is_of_status_alone(record):
        return
    chat, told, seen = sums(in_chat(words, record)), laid_out(words, record), picture(words, record)
    total = record["total_tenge"]
    known = ends_of(chat) | by_each_line(record) | {0, total["low"], total["high"]}
    assert ends_of(sums(rows_of(told))) <= known
    assert ends_of(sums(shown_in(seen))) <= known
    described = sums("\n".join(in_short(words, record)))
    assert described <= sums(shown_in(seen)) | sums(rows_of(told)) | {(one, one) for one in by_each_line(record)}
    assert sums(" ".join(told["until"])) <= chat | {(0, 0)}
    for bar in (seen["income"], seen["line"]):
        assert 0 <= bar["low"] <= bar["most"] <= 1
    assert seen["gap"] is None or 0 <= seen["gap"]["low"] < seen["gap"]["most"] <= 1


@BOTH
def test_page_picture_and_chat_have_the_same_figures(language: Language) -> None:
    for sentence, record in RECORDS.items():
        try:
            agree(texts(language), record)
        except AssertionError as differs:
            raise AssertionError(sentence) from differs


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), DAYS, st.sampled_from(Language))
def test_of_any_family_the_figures_agree(data: st.DataObject, on: date, language: Language) -> None:
    household = data.draw(households(on, KNOWN_INCOMES | estimated_incomes()))
    record = record_of(assess(household, on, data.draw(lines_of(household, on))))
    agree(texts(language), record)
    card(texts(language), record, "t.me/komek_bot")


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), DAYS)
def test_of_any_family_the_page_is_one_and_says_the_same(data: st.DataObject, on: date) -> None:
    household = data.draw(households(on, KNOWN_INCOMES | estimated_incomes()))
    record = record_of(assess(household, on, data.draw(lines_of(household, on))))
    told = [laid_out(texts(language), record) for language in Language]
    read = printed(told)
    assert len(read.pages) == 1
    assert ends_of(sums(rows_of(told[0]))) <= ends_of(sums(read.pages[0].extract_text()))
    assert image_size(drawn(Drawing("picture.typ", picture(texts(Language.KK), record), "png", 3.0)))[0] == 1080


@BOTH
@pytest.mark.parametrize("sentence", [*list(IN_DOUBT)[:4], "fifteen members", "an unknown wage"])
def test_what_stands_on_the_page_can_be_read_off_it(language: Language, sentence: str) -> None:
    """Also of a family of fifteen with long names: all of it is on one page."""
    told = laid_out(texts(language), (IN_DOUBT | OTHERS)[sentence])
    read = printed([told])
    assert len(read.pages) == 1
    shown = "".join(read.pages[0].extract_text().split())
    for words in (*told["result"], *told["family"], *told["papers"], *told["where"], *told["estimate"], *told["until"]):
        assert "".join(words.split()) in shown, words
    assert sums(rows_of(told)) <= sums(read.pages[0].extract_text())


@pytest.mark.parametrize(("languages", "smallest"), [([Language.KK], 7), ([Language.RU], 7), (list(Language), 5)])
def test_twelve_people_fit_on_a_page_in_letters_that_can_be_read(languages: list[Language], smallest: int) -> None:
    """In points; the smallest are the sources."""
    record = family(
        mother(incomes=[*wage(190_000), monthly("alimony", 20_000)]),
        husband(),
        *(child(age) for age in range(1, 11)),
        region="KZ-62",
        line=41_000,
    )
    (only,) = printed([laid_out(texts(language), record) for language in languages]).pages
    sizes: list[float] = []

    def note(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        sizes.extend([size * matrix[0]] if text.strip() else [])

    only.extract_text(visitor_text=note)
    assert min(filter(None, sizes)) >= smallest


def test_every_letter_and_sign_is_there() -> None:
    """In a name, in both weights of the font: none is a box."""
    letters = "ӘҒҚҢӨҰҮҺІәғқңөұүһіЁё₸№–×"
    told = laid_out(texts(Language.KK), family(mother(), child(3, label=letters)))
    shown = printed([told | {"title": letters}]).pages[0].extract_text()
    assert shown.count(letters) >= 2


def test_what_somebody_typed_is_no_markup() -> None:
    """A label is a text there, whatever stands in it."""
    hostile = '#panic() $x$ *b* `r` "q" \\ <l> @a // /* [ ] {'
    record = family(mother(), child(3, label=hostile))
    shown = printed([laid_out(texts(Language.KK), record)]).pages[0].extract_text()
    assert "".join(hostile.split()) in "".join(shown.split())


@BOTH
def test_on_what_the_package_depends_stands_above_it(language: Language) -> None:
    """It ends with a colon, and a name within the line begins as within any line."""
    words = texts(language)
    begins, package = laid_out(words, family(mother(), child(9, label="Ұл"), child(12, label="Қыз")))["children"]
    assert begins == words.say("package-while-paid")
    assert package.startswith(("Ұл; қыз", "Қыз; ұл"))


@BOTH
def test_the_papers_are_those_of_this_family(language: Language) -> None:
    words = texts(language)

    def brings(record: Record) -> list[str]:
        return list(laid_out(words, record)["papers"])

    def named(*names: str) -> list[str]:
        return [words.say(f"paper-bring-{name}") for name in names]

    assert brings(family(mother(incomes=wage(40_000)))) == named("identity", "account", "income")
    alone = family(mother(incomes=[monthly("alimony", 30_000)]), husband(absence="left"), child(3))
    assert brings(alone) == named("identity", "account", "alimony", "spouse", "income")
    assert brings(family(mother(), registered=False)) == named("identity", "account", "registration", "income")
    broken = family(mother(), contract_broken_on=date(2026, 1, 20))
    assert brings(broken) == named("identity", "account", "contract", "income")


@BOTH
@pytest.mark.parametrize(
    ("applied_on", "until"),
    [
        (date(2026, 2, 11), date(2026, 2, 27)),
        (date(2026, 5, 12), date(2026, 5, 29)),
        (date(2026, 6, 30), date(2026, 6, 30)),
    ],
)
def test_the_last_working_day_of_the_month_is_the_day(language: Language, applied_on: date, until: date) -> None:
    """May of 2026 ends on a Sunday; what is lost by being late is one month."""
    words, record = texts(language), family(mother(incomes=wage(40_000)), child(9), on=applied_on, line=60_000)
    first, _ = until_when(words, record, figures(record), applied_on)
    assert words.day_after(until, applied_on) in first
    assert sums(first) == {(80_000, 80_000)}


def test_a_holiday_is_no_working_day() -> None:
    """The day of Nauryz, and a Sunday."""
    assert last_working_day(date(2026, 3, 23)) == date(2026, 3, 20)
    assert last_working_day(date(2026, 5, 31)) == date(2026, 5, 29)


@BOTH
def test_nobody_is_told_until_when_where_nothing_is_due(language: Language) -> None:
    record = family(mother(incomes=wage(400_000)), line=40_000)
    told = laid_out(texts(language), record)
    assert told["headings"]["until"] == texts(language).say("paper-doors")
    assert until_when(texts(language), record, figures(record), TODAY) == []
    assert until_when(texts(language), family(mother(), line=40_000), figures(record), date(2026, 4, 1)) == []


@BOTH
def test_the_picture_for_relatives_tells_nothing_of_the_family(language: Language) -> None:
    """Only what came of it: no people, no income, no place, no number."""
    words, record = texts(language), family(mother(incomes=wage(40_000)), child(9), line=60_000)
    told = card(words, record, "t.me/komek_bot")
    said = " ".join([told["question"], told["answer"], *told["period"], told["yours"]])
    assert sums(said) == {(80_000, 80_000), (160_000, 160_000)}
    for kept in (words.region("KZ-71"), words.region_in("KZ-71"), NUMBER, "mother", words.money(120_000)):
        assert kept not in said
    width, height = image_size(drawn(Drawing("card.typ", {**told, "qr": qr("https://t.me/komek_bot")}, "png", 3.0)))
    assert width == 1080
    assert height < 2 * width, "it is seen at once on a phone"


@BOTH
def test_the_caption_is_short_enough_for_a_picture(language: Language) -> None:
    assert max(len("\n".join(in_short(texts(language), record))) for record in RECORDS.values()) <= 1024

"""Everything that reads what strangers write, with what must hold of it whatever that is.

A reader raises what it declares and nothing else, returns nothing outside its range, and reads what the program itself
writes as what was meant. Texts are made of the words that each reader knows, and of anything between them.
"""

import csv
import json
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from aiogram.filters.callback_data import CallbackData
from cryptography.fernet import Fernet
from fastapi import HTTPException
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.api.bodies import read_json
from bot.api.changes import HIGHEST_NUMBER, cursor_of, number_of
from bot.api.offers_csv import COLUMNS, read_rows
from bot.casework.events import MOST_TENGE as MOST_IN_EVENT
from bot.casework.events import TYPES, EventRejectedError, read_event
from bot.commands.lines_file import RowError, read_lines
from bot.errors import WrongKeyError
from bot.published_lines import FIRST_QUARTER, known_quarter, last_quarter, plausible_tenge
from bot.sandbox import BotApiError
from bot.sandbox.html_text import parse_html
from bot.store.cipher import Cipher
from bot.texts import Language, escape, texts
from handlers import keyboards
from handlers.language_typed import other_language
from handlers.region_typed import is_nowhere, region_typed
from handlers.secrets_typed import holds_secret
from handlers.ticks_typed import household_typed
from rules.household_file import FieldError, read_application
from rules.interview.answers import MOST_TENGE, UNKNOWN, Ages, Day, NotUnderstoodError, Tenge, Years
from rules.interview.typed_money import WIDEST_RANGE, Period, read_money, read_period
from rules.interview.typed_words import plain, read_yes_or_no, skeleton
from rules.regions import REGIONS
from tests.family_file import ALONE, FAMILY
from tests.soak.figures import NONE, AtLeast, Figure

TODAY: Final = date(2026, 5, 12)
OLDEST: Final = 120
LETTERS_OF_BUTTON: Final = 64
FIRST_YEAR_IN_FULL: Final = 1900
CIPHER: Final = Cipher([Fernet.generate_key().decode()])


class Reader(NamedTuple):
    """What must hold of a text for a reader, and the words of which texts are made."""

    check: Callable[[str], None]
    words: tuple[str, ...]


def money(text: str) -> None:
    """A sum has its ends in order, and is read again as it is written."""
    read_period(text)
    for may_differ in (False, True):
        with suppress(NotUnderstoodError):
            said = Tenge(may_differ=may_differ, may_be_another=may_differ).parse(text, TODAY)
            for ends in said.values() if isinstance(said, dict) else [said] if isinstance(said, list) else []:
                assert 0 <= ends[0] <= ends[1] <= MOST_TENGE, (text, ends)
    typed = read_money(text)
    if typed is None or typed.high > MOST_TENGE:
        return
    assert 0 <= typed.low <= typed.high
    assert typed.period is None or typed.period in Period
    for language in Language:
        written = texts(language).money(typed.high)
        assert read_money(written) == (typed.high, typed.high, None), written
        if typed.low and typed.low < typed.high <= typed.low * WIDEST_RANGE:
            written = texts(language).money_range(typed.low, typed.high)
            assert read_money(written) == (typed.low, typed.high, None), written


def ages(text: str) -> None:
    """Ages lie between the youngest and the oldest, and are no more than are asked for."""
    for youngest, oldest, most in ((0, 17, 20), (18, OLDEST, 20), (0, OLDEST, 1)):
        with suppress(NotUnderstoodError):
            read = Ages(youngest, oldest, "hint-ages", most).parse(text, TODAY)
            assert 1 <= len(read) <= most
            assert all(youngest <= age <= oldest for age in read), (text, read)
            assert Ages(youngest, oldest, "hint-ages", most).parse(" ".join(map(str, read)), TODAY) == read
    with suppress(NotUnderstoodError):
        assert Years().youngest <= Years().parse(text, TODAY) <= Years().oldest


def days(text: str) -> None:
    """A day is no later than today and not too old, and is read again as it is written in both languages."""
    fits = (date(2025, 6, 1), TODAY)
    for kind in (Day(), Day(oldest_years=5), Day(near=fits, fits=fits)):
        with suppress(NotUnderstoodError):
            read = kind.parse(text, TODAY)
            if read == UNKNOWN:
                continue
            day = date.fromisoformat(read)
            assert date(TODAY.year - kind.oldest_years, 1, 1) <= day <= TODAY
            assert kind.near is None or kind.near[0] <= day <= kind.near[1]
            for written in (read, *(texts(language).day(day) for language in Language)):
                assert kind.parse(written, TODAY) == read, written


def words(text: str) -> None:
    """What is typed in place of a button is one of the things that it may mean, or nothing."""
    assert read_yes_or_no(text) in {True, False, None}
    assert region_typed(text) in {*REGIONS, None}
    assert is_nowhere(text) in {True, False}
    assert holds_secret(text) in {True, False}
    for language in Language:
        assert other_language(text, language) in {*Language, None} - {language}
    household_typed(text)
    assert plain(plain(text)) == plain(text)
    skeleton(text)


@cache
def kinds_of_button() -> tuple[type[CallbackData], ...]:
    """Return every kind of button that there is."""
    found = [kind for kind in vars(keyboards).values() if isinstance(kind, type) and issubclass(kind, CallbackData)]
    return tuple(kind for kind in found if kind is not CallbackData)


def buttons(text: str) -> None:
    """What a button carries is read as it was packed, or as nothing."""
    for kind in kinds_of_button():
        with suppress(TypeError, ValueError):  # by these aiogram's filter knows that it is another button
            read = kind.unpack(text)
            again = read.pack()
            assert len(again.encode()) <= LETTERS_OF_BUTTON
            assert kind.unpack(again) == read, text


def events(text: str) -> None:
    """An event is refused with its fields, or read; what was read is an event again, and the same."""
    document: Any = text
    with suppress(HTTPException):
        document = read_json(text.encode(errors="replace"))
    for candidate in (document, _grown(text)):
        with suppress(EventRejectedError):
            read = read_event(candidate)
            written = read.envelope.model_dump(mode="json", exclude_none=True)
            assert read_event(written).data == read.data
            sums = [getattr(read.data, name, None) for name in ("monthly_tenge", "supplement_tenge", "wage_tenge")]
            assert all(tenge is None or 0 <= tenge <= MOST_IN_EVENT for tenge in sums)


def _grown(text: str) -> dict[str, Any]:
    """Return an event whose type, field and value the text says, parted by |."""
    kind, _, rest = text.partition("|")
    name, _, value = rest.partition("|")
    said: Any = value
    with suppress(ValueError, RecursionError):
        said = json.loads(value)
    data = {
        "case_id": "79-1", "offer_id": "o1", "visit_id": "v1", "person": "p1", "region": "KZ-79", "on": "2026-05-01",
        "applied_on": "2026-05-01", "status": "received", "member_label": "А", "measure": "vacancy", "title": "Т",
        "place": "П", "contact": "К", "respond_by": "2026-05-15T18:00:00+05:00", "note": "Н", "reason": "mistake",
        "accepted": True, "starts_at": "2026-05-14T10:00:00Z", "ends_at": "2026-05-14T11:00:00Z", "address": "А",
        "conclusion": "need",
    }  # fmt: skip
    model = TYPES.get(f"kz.komek.{kind}")
    fields = {field: value for field, value in data.items() if model and field in model.model_fields}
    return {
        "specversion": "1.0",
        "id": "e1",
        "source": "/a",
        "type": f"kz.komek.{kind}",
        "data": {**fields, name: said},
    }


def cursors(text: str) -> None:
    """A cursor is one that the program writes, to the letter."""
    with suppress(EventRejectedError):
        assert 0 <= number_of(text) <= HIGHEST_NUMBER
        assert cursor_of(number_of(text)) == text


def quarters(text: str) -> None:
    """A quarter is one that the law reaches, and is written as it was read."""
    quarter = known_quarter(text)
    assert quarter is None or (FIRST_QUARTER <= quarter <= last_quarter() and str(quarter) == text)


def offers_of_file(text: str) -> None:
    """A file of offers is refused, or each row has only its columns; written anew it is the same file."""
    for file in (text, f"{','.join(COLUMNS)}\n{text}"):
        with suppress(EventRejectedError):
            rows = read_rows(file)
            assert all(set(row.offer) <= set(COLUMNS) for row in rows)
            whole = [row for row in rows if row.wrong is None]
            written = StringIO()
            writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(row.offer for row in whole)
            again = read_rows(written.getvalue()) if whole else []
            assert [row.offer for row in again] == [row.offer for row in whole], file


def lines_of_file(text: str) -> None:
    """A file of poverty lines is refused as a whole, or each line is possible."""
    with tempfile.NamedTemporaryFile(dir=_in_memory()) as file:
        path = Path(file.name)
        for content in (text, f"region,quarter,tenge,source\n{text}"):
            path.write_bytes(content.encode(errors="replace"))
            with suppress(RowError):
                for line in read_lines(path):
                    assert line.region in REGIONS
                    assert line.tenge in plausible_tenge(line.quarter)


@cache
def _in_memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108, a name that nobody can guess is made there


def families(text: str) -> None:
    """A family's file is refused with its field, or is a family that can be told from none."""
    for file in (text, f"{ALONE}\n{text}", f"{text}\n{FAMILY}"):
        with suppress(FieldError, tomllib.TOMLDecodeError, RecursionError):
            application = read_application(tomllib.loads(file))
            assert application.household.members
            incomes = [income for member in application.household.members for income in member.incomes]
            assert all(0 <= income.low_tenge <= (income.high_tenge or income.low_tenge) for income in incomes)


def texts_of_bot(text: str) -> None:
    """The local Bot API refuses what is no HTML of Telegram; what was escaped reads as it was."""
    with suppress(BotApiError):
        shown, entities = parse_html(text)
        assert all(entity["offset"] >= 0 and entity["length"] > 0 for entity in entities)
        assert all(entity["offset"] + entity["length"] <= 2 * len(shown) for entity in entities)
    assert parse_html(escape(text)) == (text, []), text


def sealed(text: str) -> None:
    """What was not sealed here is not opened; what was is read as it was."""
    with suppress(WrongKeyError):
        CIPHER.open(text)
    assert CIPHER.open(CIPHER.seal({"text": text})) == {"text": text}


_NUMBERS: Final = ("0", "1", "7", "12", "150", "000", "500", "9" * 12, "٣", ".", ",", " ", "\u00a0", "-", "–", "+")
_OF_MONEY: Final = (
    "мың", "тыс", "млн", "жүз", "он", "екі", "елу", "полтора", "жарым", "теңге", "₸", "айына", "в месяц",
    "за 3 месяца",
    "бір рет", "до", "дейін", "мен", "аралығында", "от", "жоқ", "ничего", "күніне", "тиын", "k", "т",
)  # fmt: skip
_OF_AGES: Final = ("жас", "лет", "год", "ай", "мес", "апта", "және", "и", "үш", "он екі", "балам бар", "полгода", "ұл")
_OF_DAYS: Final = (
    "қаңтар",
    "января",
    "жылғы",
    "года",
    "мамыр",
    "мая",
    "2019",
    "2026",
    "29",
    "02",
    "31",
    "/",
    "unknown",
)
_OF_WORDS: Final = (
    "иә", "жоқ", "да", "нет", "Шымкент", "Алматы", "облысы", "область", "Абай", "Ұлытау", "орысша",
    "русский", "қазақша",
    "балалар", "жұбайым", "мама", "код 1234", "870101300123", "4400 4302 1234 5678", "шетел", "ʼ",
)  # fmt: skip
_OF_BUTTONS: Final = (
    "a", "t", "d", "s", "b", "e", "v", "w", "x", "j", "jl", "jc", "lang", "consent", "offer", "case", "who", "leave",
    "visit", "wish", "|", ":", "region", "KZ-79", "1", "0", "kk", "ru", "open", "refuse_yes", "p1", "2147483648",
)  # fmt: skip
_OF_EVENTS: Final = (
    "case.opened", "case.status", "visit.scheduled", "offer.made", "offer.excused", "follower.confirmed", "|", "|",
    "monthly_tenge", "wage_tenge", "hours", "title", "note", "respond_by", "starts_at", "on", "region",
    "null", "true",
    "1e3", "120000.0", "-1", '"2026-05-15T18:00:00+05:00"', '"9999-12-31"', "[]", "{}", '"\\u202e"', "{", '"', ":",
)  # fmt: skip
_OF_FILES: Final = (
    ",", ";", "\n", '"', "KZ-79", "KZ-33", "2026-Q4", "2022-Q2", "2022-Q3", "45000", "an order", "case_id",
    "title", "=1+1",
    "120 000", *COLUMNS,
)  # fmt: skip
_OF_FAMILIES: Final = (
    "[[members]]\n", "[history]\n", "[property]\n", "relationship = ", '"spouse"', '"child"', "age = ", "born_on = ",
    "2020-02-29", "incomes = ", "[[members.incomes]]\n", 'kind = "wage"\n', "monthly = ", "total = ", "once = ",
    "{ on = 2023-02-14, tenge = 1 }", "months = ", "\n", "1", "-1", "9" * 30, "1e400", "nan", "true", "[]", "{}",
    "holdings = ",
)  # fmt: skip
_OF_HTML: Final = (
    "<b>", "</b>", "<i>", "</i>", '<a href="https://x">', "</a>", "<pre>", "</pre>", "&amp;", "&lt;",
    "&#128512;", "&", "<",
    ">", "<!--", "-->", "<![CDATA[", "<blockquote expandable>", "<tg-spoiler>", "😀", "&#x110000;", "&#0;",
)  # fmt: skip

READERS: Final[Mapping[str, Reader]] = {
    "money": Reader(money, (*_NUMBERS, *_OF_MONEY)),
    "ages": Reader(ages, (*_NUMBERS, *_OF_AGES)),
    "days": Reader(days, (*_NUMBERS, *_OF_DAYS)),
    "words": Reader(words, _OF_WORDS),
    "buttons": Reader(buttons, _OF_BUTTONS),
    "events": Reader(events, _OF_EVENTS),
    "cursors": Reader(cursors, ("A", "_", "-", "=", "AAAAAAAAAA", "8", "f", "g", "\n")),
    "quarters": Reader(quarters, ("2020", "2026", "-Q", "1", "5", "٢", "²", "\n")),
    "offers of a file": Reader(offers_of_file, _OF_FILES),
    "lines of a file": Reader(lines_of_file, _OF_FILES),
    "families": Reader(families, _OF_FAMILIES),
    "texts of the bot": Reader(texts_of_bot, _OF_HTML),
    "sealed": Reader(sealed, ("1.", "2.", "gAAAA", "=", ".")),
}
SIGN: Final = st.characters(exclude_categories=["Cs"])  # half a sign comes from nowhere: JSON and Telegram have none


def text_for(reader: Reader) -> st.SearchStrategy[str]:
    """Return texts of the words of a reader, with and without spaces, and of anything between them."""
    piece = st.one_of(st.sampled_from(reader.words), st.sampled_from(reader.words), st.text(SIGN, max_size=4))
    return st.tuples(st.lists(piece, max_size=12), st.sampled_from(("", " "))).map(
        lambda parts: parts[1].join(parts[0])
    )


def read_anything(name: str, examples: int, number: int) -> int:
    """Let a reader read so many texts, made anew from a seed; return how many it were. What breaks is raised."""
    reader, tried = READERS[name], Counter[str]()

    @seed(number)
    @given(text=text_for(reader))
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    def holds(text: str) -> None:
        tried[name] += 1
        reader.check(text)

    holds()
    return tried[name]


def figures(_url: str, _database: str, examples: int, number: int) -> Iterator[Figure]:
    """Let every reader read so many texts, by chance and, where atheris is installed, guided by what runs in it."""
    from tests.soak import guided  # noqa: PLC0415 - it reads these readers

    for name in READERS:
        told = f"texts read by the reader of {name}; seed {number}"
        broken = ""
        try:
            read = read_anything(name, examples, number)
        except Exception as wrong:  # noqa: BLE001, whatever a reader raises that it does not declare
            read, broken = 0, f"{type(wrong).__name__}: {wrong} {' '.join(getattr(wrong, '__notes__', []))}"
        yield Figure(
            f"parsers_{name}", read, "texts", AtLeast(examples if not broken else 1), told, details={"broken": broken}
        )
    if not guided.is_installed():
        return
    for name in READERS:
        breaks = guided.broken_by(name, examples, number)
        told = f"texts made by atheris for the reader of {name}, {examples} runs; seed {number}"
        yield Figure(f"parsers_guided_{name}", len(breaks), "faults", NONE, told, details={"broken": breaks[:5]})

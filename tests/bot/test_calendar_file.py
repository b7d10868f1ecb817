"""A visit as a file for the phone's calendar: read back by a calendar, not by looking at its text."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest
from icalendar import Calendar, Event

from bot.store.offer_details import OfferDetails
from bot.store.offers import Offer
from bot.store.visits import Visit, VisitDetails
from bot.texts import Language, texts
from bot.texts.formats import KAZAKHSTAN_TIME
from handlers.calendar_file import FILE_NAME, calendar_file, first_day_file
from rules.offer import OfferState

NOW = datetime(2026, 11, 23, 7, 0, 0, 123456, tzinfo=UTC)
STARTS_AT = datetime(2026, 11, 26, 5, 0, tzinfo=UTC)
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def visit(sequence: int = 0, **details: str | None) -> Visit:
    """Return a visit on 26 November, 10:00-12:00 in Kazakhstan."""
    ends_at = STARTS_AT + timedelta(hours=2)
    told = {"address": "Абай көшесі, 1", "contact": None, **details}
    return Visit(12, "79-000123", "v1", "scheduled", STARTS_AT, ends_at, sequence, cast("VisitDetails", told))


def read(shown: Visit, language: Language = Language.KK) -> Event:
    """Return the one event of the file."""
    calendar = Calendar.from_ical(calendar_file(shown, texts(language), NOW))
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    return event


@LANGUAGES
def test_the_visit_says_what_it_is_and_where_in_the_persons_language(language: Language) -> None:
    event, words = read(visit(), language), texts(language)
    assert event["summary"] == words.say("calendar-file-summary")
    assert event["location"] == "Абай көшесі, 1"
    assert event["description"] == words.say("calendar-file-description")


def test_the_window_stands_in_the_time_of_kazakhstan() -> None:
    event = read(visit())
    starts_at, ends_at = event.decoded("dtstart"), event.decoded("dtend")
    assert (starts_at, ends_at) == (STARTS_AT, STARTS_AT + timedelta(hours=2))
    assert f"{starts_at:%H:%M}" == "10:00"
    assert event["dtstart"].params["TZID"] == "Asia/Almaty"


def test_the_file_brings_the_time_zone_as_it_is_now_for_phones_with_an_older_table() -> None:
    calendar = Calendar.from_ical(calendar_file(visit(), texts(Language.KK), NOW))
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["tzid"] == "Asia/Almaty"
    (standard,) = zone.walk("STANDARD")
    assert standard.decoded("tzoffsetto") == timedelta(hours=5) == KAZAKHSTAN_TIME.utcoffset(None)


def test_a_visit_in_the_evening_of_one_day_in_utc_is_on_the_next_day_in_kazakhstan() -> None:
    late = datetime(2026, 12, 31, 20, 30, tzinfo=UTC)
    event = read(replace(visit(), starts_at=late, ends_at=late + timedelta(hours=1)))
    assert f"{event.decoded('dtstart'):%Y-%m-%d %H:%M}" == "2027-01-01 01:30"


def test_a_moved_visit_keeps_its_id_and_counts_its_sequence_up() -> None:
    before, after = read(visit()), read(replace(visit(sequence=1), starts_at=STARTS_AT + timedelta(hours=1)))
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert before.decoded("dtstart") != after.decoded("dtstart")


def test_the_same_visit_has_one_id_in_both_languages_and_on_every_day() -> None:
    files = [calendar_file(visit(), texts(Language.RU), NOW + timedelta(days=day)) for day in (0, 1)]
    events = [Calendar.from_ical(file).walk("VEVENT")[0] for file in files]
    assert {event["uid"] for event in events} == {read(visit())["uid"]}


@pytest.mark.parametrize("other", [{"id": "v2"}, {"case_id": "79-000124"}])
def test_another_visit_has_another_id(other: dict[str, str]) -> None:
    assert read(replace(visit(), **other))["uid"] != read(visit())["uid"]  # type: ignore[arg-type]


def test_the_id_tells_nothing_of_the_case() -> None:
    assert "79-000123" not in calendar_file(visit(), texts(Language.KK), NOW).decode()


@LANGUAGES
def test_whom_to_ask_stands_in_the_description_where_it_is_known(language: Language) -> None:
    event = read(visit(contact="8 (7252) 53-10-10, Айгүл"), language)
    assert str(event["description"]).splitlines()[-1].endswith("8 (7252) 53-10-10, Айгүл")


def test_what_the_authority_wrote_cannot_add_a_line_to_the_file() -> None:
    written = "Абай, 1; 2, кв. 3\nEND:VEVENT\r\nBEGIN:VALARM\\n"
    event = read(visit(address=written))
    assert event["location"] == written.replace("\r\n", "\n")
    assert event.subcomponents == []


def test_a_long_address_is_folded_without_breaking_a_letter() -> None:
    address = "Қаратау ауданы, " * 30
    file = calendar_file(visit(address=address), texts(Language.KK), NOW)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert read(visit(address=address))["location"] == address


def test_the_file_is_what_the_standard_asks_for() -> None:
    calendar = Calendar.from_ical(calendar_file(visit(), texts(Language.KK), NOW))
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    assert calendar["prodid"]
    event = read(visit())
    assert event.decoded("dtstamp") == NOW.replace(microsecond=0)
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"} <= set(event)
    assert FILE_NAME.endswith(".ics")


# The first day of a job


def offer(sequence: int = 1, **details: str) -> Offer:
    """Return an accepted offer that begins on the last day of a year."""
    told = {
        "title": "Аспаз, 2-разряд; түнгі",
        "place": "Шымкент, Абай көшесі, 1",
        "contact": "Сәуле, 8 7252 00 00 00",
        "starts_on": "2026-12-31",
        **details,
    }
    return Offer(
        3,
        "79-000123",
        "o1",
        OfferState.ACCEPTED,
        sequence,
        NOW,
        NOW + timedelta(days=3),
        None,
        cast("OfferDetails", told),
    )


def first_day(shown: Offer, language: Language = Language.KK) -> Event:
    """Return the one event of the file."""
    (event,) = Calendar.from_ical(first_day_file(shown, texts(language), NOW)).walk("VEVENT")
    assert isinstance(event, Event)
    return event


@LANGUAGES
def test_the_first_day_of_a_job_takes_the_whole_day(language: Language) -> None:
    event, words = first_day(offer(), language), texts(language)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event["summary"] == words.say("calendar-file-first-day", title="Аспаз, 2-разряд; түнгі")
    assert event["location"] == "Шымкент, Абай көшесі, 1"
    assert "Сәуле" in str(event["description"])


def test_a_later_file_of_the_same_offer_replaces_the_first_one() -> None:
    first, later, another = first_day(offer(1)), first_day(offer(3)), first_day(replace(offer(), id="o2"))
    assert first["uid"] == later["uid"] != another["uid"]
    assert int(str(later["sequence"])) > int(str(first["sequence"]))
    assert first["uid"] != read(visit())["uid"], "an offer is no visit"

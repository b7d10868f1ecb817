"""A visit, or the first day of a job, as an iCalendar file (RFC 5545) that phones open: a later one replaces it."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from bot.store.offers import Offer
from bot.store.visits import Visit
from bot.texts import Texts
from bot.texts.formats import KAZAKHSTAN_TIME

FILE_NAME: Final = "komek.ics"
TIME_ZONE: Final = "Asia/Almaty"
DAY: Final = timedelta(days=1)
BEFORE: Final = timedelta(hours=6)
NOW: Final = timedelta(hours=5)
ONE_TIME_SINCE: Final = datetime(2024, 3, 1)  # noqa: DTZ001, a time zone begins in its own time


def calendar_file(visit: Visit, texts: Texts, now: datetime) -> bytes:
    """Return the file for a visit, in Kazakhstan's time; its id stays, its sequence goes up with every move."""
    calendar = _calendar("visit")
    calendar.add_component(_time_zone())
    calendar.add_component(_event(visit, texts, now))
    return bytes(calendar.to_ical())


def first_day_file(offer: Offer, texts: Texts, now: datetime) -> bytes:
    """Return the file for the first day of a job offer, which takes the whole day. KeyError when there is no such day.

    Its id stays, its sequence goes up with every change of the offer.
    """
    calendar, event, starts_on = _calendar("offer"), Event(), date.fromisoformat(offer.details["starts_on"])
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'komek:{offer.case_id}:offer:{offer.id}')}@komek")
    event.add("sequence", offer.sequence)
    event.add("dtstamp", now.replace(microsecond=0))
    event.add("dtstart", starts_on)
    event.add("dtend", starts_on + DAY)
    event.add("summary", texts.say("calendar-file-first-day", title=offer.details["title"]))
    event.add("description", texts.say("calendar-file-contact", contact=offer.details["contact"]))
    event.add("location", offer.details["place"])
    event.add("status", "CONFIRMED")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(about: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//komek//{about}//KK")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def _event(visit: Visit, texts: Texts, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'komek:{visit.case_id}:{visit.id}')}@komek")
    event.add("sequence", visit.sequence)
    event.add("dtstamp", now.replace(microsecond=0))
    for name, moment in (("dtstart", visit.starts_at), ("dtend", visit.ends_at)):
        local = moment.astimezone(KAZAKHSTAN_TIME).replace(tzinfo=None, microsecond=0)
        event.add(name, local, parameters={"TZID": TIME_ZONE})
    event.add("summary", texts.say("calendar-file-summary"))
    event.add("description", _description(visit, texts))
    event.add("location", visit.details["address"])
    event.add("status", "CONFIRMED")
    return event


def _description(visit: Visit, texts: Texts) -> str:
    contact = visit.details.get("contact")
    told = [texts.say("calendar-file-description")]
    return "\n".join([*told, texts.say("calendar-file-contact", contact=contact)] if contact else told)


def _time_zone() -> Timezone:
    """Return the zone as it is since the whole country has one time: a phone's own table may be older."""
    standard = TimezoneStandard()
    standard.add("dtstart", ONE_TIME_SINCE)
    standard.add("tzoffsetfrom", BEFORE)
    standard.add("tzoffsetto", NOW)
    standard.add("tzname", "+05")
    zone = Timezone()
    zone.add("tzid", TIME_ZONE)
    zone.add_component(standard)
    return zone

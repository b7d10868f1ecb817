"""A visit as an iCalendar file (RFC 5545) that phones open: a moved visit replaces the earlier one."""

from datetime import datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from bot.formats import KAZAKHSTAN_TIME
from bot.store.visits import Visit
from bot.texts import Texts

FILE_NAME: Final = "komek.ics"
TIME_ZONE: Final = "Asia/Almaty"
BEFORE: Final = timedelta(hours=6)
NOW: Final = timedelta(hours=5)
ONE_TIME_SINCE: Final = datetime(2024, 3, 1)  # noqa: DTZ001, a time zone begins in its own time


def calendar_file(visit: Visit, texts: Texts, now: datetime) -> bytes:
    """Return the file for a visit, in Kazakhstan's time; its id stays, its sequence goes up with every move."""
    calendar = Calendar()
    calendar.add("prodid", "-//komek//visit//KK")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_time_zone())
    calendar.add_component(_event(visit, texts, now))
    return bytes(calendar.to_ical())


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

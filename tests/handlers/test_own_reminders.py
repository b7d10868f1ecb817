"""Somebody asks to be reminded of their result by one tap: it comes on its day, is listed, and can be let go."""

from datetime import date, timedelta

import pytest

from bot.reminders.case_reminders import remind
from bot.store import own_reminders
from bot.store.own_reminders import OwnReminder
from bot.texts import Language
from handlers.screens.own_reminders import day_of_reminding
from tests.chat import Telegram
from tests.handlers.authority import Authority
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, publish, sold_something

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
LAST, THREE_DAYS_BEFORE = date(2026, 5, 29), date(2026, 5, 26)
"""Of May 2026: the 30th and the 31st are a Saturday and a Sunday."""


def remind_on(client: Client, day: date, name: str = "remind") -> str:
    """The caption of the button for a day of this year."""
    return client.words.say(f"button-{name}", date=client.words.day(day, client.telegram.clock().date()))


async def asked_for(client: Client) -> list[OwnReminder]:
    """What is kept of it."""
    async with client.telegram.database.reading() as connection:
        return await own_reminders.of_person(connection, client.id)


async def until(authority: Authority, day: date, hour: int = 10) -> None:
    """Let the time go by up to an hour of a day in Kazakhstan, and everything due be told."""
    clock = authority.telegram.clock
    clock.passes(timedelta(days=(day - clock().date()).days, hours=hour - 5 - clock().hour))
    await remind(authority.world)
    await authority.is_delivered()


@BOTH_LANGUAGES
async def test_whoever_wants_to_be_reminded_before_the_deadline_is_reminded_once_and_can_say_that_it_is_done(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    words = client.words
    await client.taps("next")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE))
    client.reads("reminder-kept", date=words.day(THREE_DAYS_BEFORE, THREE_DAYS_BEFORE))
    await client.taps("menu-reminders")
    client.reads(
        "reminder-apply", date=words.day(THREE_DAYS_BEFORE, LAST), day_after=words.day_after(LAST, THREE_DAYS_BEFORE)
    )
    count = len(client.sees)
    await until(authority, THREE_DAYS_BEFORE, hour=9)
    assert len(client.sees) == count, "not before ten o'clock"
    await until(authority, THREE_DAYS_BEFORE)
    client.reads("apply-reminder", day_after=words.day_after(LAST, LAST), month=words.say("calendar-month-5"))
    await until(authority, LAST)
    assert len(client.sees) == count + 1, "once"
    assert client.last.buttons == [client.caption("applied"), client.caption("next")]
    await client.taps("applied")
    client.reads("applied")
    client.reads("applied-appeal")
    client.reads("coming-examination", date=words.day(date(2026, 6, 9), LAST), days=7)
    await client.taps("menu-case")


@BOTH_LANGUAGES
async def test_whoever_applied_days_ago_counts_the_terms_from_that_day(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    today, applied_on, words = telegram.clock().date(), date(2026, 5, 4), client.words
    await client.taps("next", "applied", "applied-earlier")
    client.reads("applied-which-day")
    assert words.day(date(2026, 5, 11), today) == client.last.buttons[0], "yesterday"
    await client.presses(words.day(applied_on, today))
    client.reads("applied-on", date=words.day(applied_on, today))
    client.reads(
        "coming-examination", date=words.day(date(2026, 5, 15), today), days=7
    )  # the 7th is a feast, the 11th a day off


async def test_of_an_application_too_long_ago_for_a_button_no_day_is_made_up(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    await client.taps("next", "applied", "applied-earlier")
    data = client.last.data_of(client.words.day(date(2026, 5, 4), telegram.clock().date()))
    await client.presses_data(data.replace("2026-05-04", "2024-01-01"), client.last.id, force=True)
    client.reads("applied-which-day")


@BOTH_LANGUAGES
async def test_a_no_that_stays_one_can_be_looked_at_again_on_the_first_day_of_the_next_quarter(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await at_the_result(telegram, language, wage="400 000")
    await client.taps("next")
    next_quarter = date(2026, 7, 1)
    await client.presses(remind_on(client, next_quarter))
    client.reads("reminder-kept", date=client.words.day(next_quarter, next_quarter))
    await until(authority, next_quarter)
    client.reads("door-reminder", date_from=client.words.day_from(next_quarter, next_quarter))


@BOTH_LANGUAGES
async def test_nobody_is_reminded_on_a_feast_but_on_the_first_working_day_after_it(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Of 2027 the 1st to the 4th of January are holidays, or days off in place of one."""
    telegram.clock.passes(date(2026, 11, 23) - telegram.clock().date())
    client = await at_the_result(telegram, language, wage="400 000")
    await client.taps("next")
    new_year, working_day = date(2027, 1, 1), date(2027, 1, 5)
    await client.presses(client.words.say("button-remind", date=client.words.day(working_day, working_day)))
    client.reads("reminder-kept-working-day", date=client.words.day(working_day, telegram.clock().date()))
    count = len(client.sees)
    await until(authority, date(2027, 1, 4))
    assert len(client.sees) == count, "nobody is woken on a holiday"
    await until(authority, working_day)
    client.reads("door-reminder", date_from=client.words.day_from(new_year, working_day))


def test_where_the_month_ends_before_the_next_working_day_the_day_itself_is_reminded_of() -> None:
    """An application of the 31st of May 2026, a Sunday, still brings May; one of Monday no longer does."""
    assert day_of_reminding(date(2026, 5, 31)) == date(2026, 5, 31)
    assert day_of_reminding(date(2026, 5, 23)) == date(2026, 5, 25)


@BOTH_LANGUAGES
async def test_a_door_can_be_reminded_of_and_leads_back_through_the_answers(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    await publish(telegram)
    client = await at_first_question(telegram, language)
    await sold_something(client)
    july = date(2026, 7, 1)
    await client.taps("doors")
    await client.presses(remind_on(client, july))
    await client.taps("result", "doors")
    assert remind_on(client, july, "remind-not") in client.last.buttons, "it is seen that it was asked for"
    await until(authority, july)
    client.reads("door-reminder", date_from=client.words.day_from(july, july))
    await client.taps("renew")
    client.reads("renewal-begun")


@BOTH_LANGUAGES
async def test_a_reminder_is_let_go_from_the_list_and_does_not_come(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    await client.taps("next")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE))
    await client.taps("menu-reminders")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE, "remind-not"))
    client.reads("reminder-dropped")
    await client.taps("menu-reminders")
    client.reads("reminders-none")
    count = len(client.sees)
    await until(authority, THREE_DAYS_BEFORE)
    assert len(client.sees) == count


async def test_whoever_has_applied_is_not_reminded_to_apply(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    await client.taps("next")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE))
    await client.taps("result", "next", "applied")
    assert await asked_for(client) == []


async def test_whoever_has_found_out_since_that_nothing_is_due_is_not_told_to_apply(
    telegram: Telegram, authority: Authority
) -> None:
    client = await at_the_result(telegram)
    await client.taps("next")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE))
    await client.taps("result", "change")
    await client.opens("line-amount-earned", person=client.words.say("person-self"), kind=client.words.say("kind-wage"))
    await client.says("400 000")
    await client.taps("calculate")
    count = len(client.sees)
    await until(authority, THREE_DAYS_BEFORE)
    assert len(client.sees) == count


async def test_a_button_whose_day_is_over_says_so_and_keeps_nothing(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    await client.taps("next")
    old = client.last.data_of(remind_on(client, THREE_DAYS_BEFORE))
    message = client.last.id
    telegram.clock.passes(timedelta(days=20))
    await client.presses_data(old, message)
    client.reads("reminder-too-late")
    await client.presses_data(old.replace("2026-05-29", "2026-06-17"), message, force=True)
    client.reads("reminder-too-late")
    assert await asked_for(client) == []


async def test_on_a_shared_phone_a_reminder_does_not_tell_of_what(telegram: Telegram, authority: Authority) -> None:
    client = await at_the_result(telegram)
    await client.taps("next")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE))
    await client.says("/menu")
    await client.taps("menu-more", "menu-private", "private-on")
    await until(authority, THREE_DAYS_BEFORE)
    assert client.last.text == client.words.say("private-reminder")
    assert client.last.buttons == [client.caption("result")]


async def test_a_bot_that_was_away_over_the_deadline_reminds_of_it_no_more(
    telegram: Telegram, authority: Authority
) -> None:
    client = await at_the_result(telegram)
    await client.taps("next")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE))
    count = len(client.sees)
    await until(authority, date(2026, 6, 2))
    assert len(client.sees) == count
    assert await asked_for(client) == []


async def test_what_somebody_is_to_be_reminded_of_is_in_their_copy_and_goes_with_them(telegram: Telegram) -> None:
    client = await at_the_result(telegram)
    await client.taps("next")
    await client.presses(remind_on(client, THREE_DAYS_BEFORE))
    (kept,) = await asked_for(client)
    assert (kept.about, kept.day, kept.remind_on) == ("apply", LAST, THREE_DAYS_BEFORE)

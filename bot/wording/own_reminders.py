"""What somebody asked to be reminded of, in words: until when to apply, or that something is different now."""

from datetime import date

from bot.store.notice_values import OwnReminderValues
from bot.wording.notice_input import Button, Matter, Told


def apply(matter: Matter[OwnReminderValues]) -> Told:
    """Tell until when an application brings the month; one button says that it was handed in, one how to do it."""
    day = date.fromisoformat(matter.values["day"])
    message = "apply-reminder-today" if day <= matter.today else "apply-reminder"
    values = {
        "day_after": matter.texts.day_after(day, matter.today),
        "month": matter.say(f"calendar-month-{day.month}"),
    }
    text = matter.texts.say_with(message, **values)
    return Told(text, [[("button-applied", "x|applied|")], [("button-next", f"w|next|{matter.values['result']}")]])


def door(matter: Matter[OwnReminderValues]) -> Told:
    """Tell that the day has come from which the assistance may be due; a button goes through the answers again."""
    day = date.fromisoformat(matter.values["day"])
    text = matter.say("door-reminder", date_from=matter.texts.day_from(day, matter.today))
    return Told(text, [[("button-renew", "renew|")], _to_result(matter)])


def private(matter: Matter[OwnReminderValues]) -> Told:
    """Tell on a shared phone only that there was something to be reminded of."""
    return Told(matter.say("private-reminder"), [_to_result(matter)])


def _to_result(matter: Matter[OwnReminderValues]) -> list[Button]:
    return [("button-result", f"w|result|{matter.values['result']}")]

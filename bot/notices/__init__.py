"""Notices to people: how they are queued, and at which hours nobody is disturbed."""

from bot.notices.queueing import (
    for_reader,
    queue,
    values_of_offer,
    values_of_visit,
    withdraw_examination_overdue,
    withdraw_of_offer,
    withdraw_of_visit,
    withdraw_reminders,
)

__all__ = [
    "for_reader",
    "queue",
    "values_of_offer",
    "values_of_visit",
    "withdraw_examination_overdue",
    "withdraw_of_offer",
    "withdraw_of_visit",
    "withdraw_reminders",
]

"""Delivery: takes notices out of the outbox, says them in the person's language and marks what became of them.

    await deliver(world, bot, words_for, stop)

A notice is leased in one statement, sent, and marked after Telegram's reply. Whatever dies in between leaves a lease
that runs out; then the notice is sent again. So it is told at least once: Telegram has no sign by which it knows a
repeated call, and a crash between its reply and our mark repeats one message.
"""

from bot.delivery.pace import UNPACED, Pace
from bot.delivery.told import Told
from bot.delivery.worker import deliver

__all__ = ["UNPACED", "Pace", "Told", "deliver"]

"""The result in words: from the record of an assessment to messages, for the bot and for the command line.

A record is the document of `rules.record_of`, perhaps read back from storage a year later: everything said of
a family is taken from it, and only terms and ages of the law are looked up, as they were on its day. The
messages are Telegram's HTML; `plain` makes them readable in a terminal.
"""

from bot.wording.allowances_and_package import brings_children_something, children
from bot.wording.citations import acts_of, how_read
from bot.wording.explanation.in_short import in_short, number_of_result
from bot.wording.explanation.why import step_by_step, why
from bot.wording.headline import headline
from bot.wording.next_steps import how_to_apply, if_awarded, if_awarded_in_short, next_steps, notes, to_apply
from bot.wording.phrases import Name, is_past, plain
from bot.wording.readings import of_readings
from bot.wording.way_out import asks_for

__all__ = [
    "Name", "acts_of", "asks_for", "brings_children_something", "children", "headline", "how_read", "how_to_apply",
    "if_awarded", "if_awarded_in_short", "in_short", "is_past", "next_steps", "notes", "number_of_result",
    "of_readings", "plain", "step_by_step", "to_apply", "why",
]  # fmt: skip

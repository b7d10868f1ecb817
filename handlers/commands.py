"""The commands, as Telegram's own menu shows them and /help lists them."""

from typing import Final

COMMANDS: Final = (
    "start", "menu", "check", "case", "offers", "language", "about", "help",
    "verify", "word", "privacy", "export", "forget", "cancel",
)  # fmt: skip

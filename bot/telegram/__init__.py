"""The way to Telegram: updates are taken up and confirmed, calls are sent again when Telegram asks for it."""

"""The bot's sentences in both languages, with money and days as they are written there."""

from bot.texts.sentences import LOCALES, Language, TextError, Texts, dated, escape, texts

__all__ = ["LOCALES", "Language", "TextError", "Texts", "dated", "escape", "texts"]

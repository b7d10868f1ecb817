"""The arguments of the command line: each is read as it was meant, or refused with what is allowed."""

from datetime import date
from typing import Annotated, Final

import typer

HIGHEST_LINE_TENGE: Final = 10_000_000
LANGUAGES: Final = ("kk", "ru")  # `bot.texts.Language`, whose module takes its time to load


def is_line_in_tenge(text: str) -> bool:
    """Whether a text is a poverty line: whole tenge without spaces, a person and month."""
    short = len(text) <= len(str(HIGHEST_LINE_TENGE))
    return short and text.isascii() and text.isdecimal() and 1 <= int(text) <= HIGHEST_LINE_TENGE


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or text != day.isoformat():
        raise typer.BadParameter(f"{text!r}; a day such as 2023-05-10 is allowed")
    return day


def _line(text: str) -> int:
    if not is_line_in_tenge(text):
        raise typer.BadParameter(f"{text!r}; whole tenge from 1 to {HIGHEST_LINE_TENGE} are allowed")
    return int(text)


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise typer.BadParameter(f"unknown language {text!r}; allowed: {', '.join(LANGUAGES)}")
    return text


Day = Annotated[date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="assess for this day instead")]
Line = Annotated[
    int | None, typer.Option(parser=_line, metavar="TENGE", help="the published line, tenge a person a month")
]
Lang = Annotated[str, typer.Option(parser=_language, metavar="kk|ru", help="language of the texts")]

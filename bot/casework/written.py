"""How a text is written: checks that pydantic has not, what they are in the API's description, signs nobody sees."""

import re
import unicodedata
from typing import Any, Final

from pydantic import AfterValidator, BeforeValidator, Field

TURNING_SIGNS: Final = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
TURNING: Final = re.compile(f"[{TURNING_SIGNS}]")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # PostgreSQL keeps no NUL, a chat shows none of them
LINE_ENDS: Final = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
FOUR_DIGITS: Final = re.compile(r"^[0-9]{4}$")

UNSEEN: Final = re.compile(f"[{TURNING_SIGNS}\\u00ad\\u180e\\u200b-\\u200d\\u2060\\ufeff]")
"""Signs without width beside those that turn the writing: they let a text look like something else than it is."""


def as_seen(text: str) -> str:
    """Return what a person wrote without signs that nobody sees: the officer reads what stood on their screen."""
    return UNSEEN.sub("", text)


def written_as(form: re.Pattern[str], example: str) -> BeforeValidator:
    """Return the check that a time is text of a form, where pydantic would also take seconds since 1970."""

    def check(text: Any) -> Any:
        if not isinstance(text, str) or not form.fullmatch(text):
            raise ValueError(f"is not written as {example}")
        return text

    return BeforeValidator(check)


def some_sign_but(controls: str) -> Any:
    """Say in the description what `Plain` refuses: these signs, those that turn the writing, and spaces alone."""
    refused = TURNING_SIGNS + controls
    return Field(json_schema_extra={"pattern": rf"^[^{refused}]*[^\s{refused}][^{refused}]*$"})


def _without_controls(text: str) -> str:
    """Refuse what no chat shows, or what would let a text look like something else than it is."""
    if CONTROL.search(text):
        raise ValueError("holds a control character")
    if TURNING.search(text):
        raise ValueError("holds a mark that turns the direction of writing")
    if not any(unicodedata.category(sign)[0] in "LMNPS" for sign in text):
        raise ValueError("holds nothing that can be read")
    return text


def _on_one_line(text: Any) -> Any:
    """Join lines and paragraphs: below an empty line the authority's words would look like the bot's own."""
    return LINE_ENDS.sub(" ", text) if isinstance(text, str) else text


def _last_digits(account: Any) -> Any:
    """Refuse the whole number of an account: the bot must not hold it, and a family knows its own by the end."""
    if not isinstance(account, str) or not FOUR_DIGITS.fullmatch(account):
        raise ValueError("allowed: the last four digits of the account, never its whole number")
    return account


def _whole(number: Any) -> Any:
    """Take 120000.0 for the whole number that it is: JSON knows but one kind of number."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


READABLE: Final = some_sign_but(r"\x00-\x08\x0e-\x1f\x7f")
"""Of a text whose lines are joined before it is read."""
READABLE_AS_SENT: Final = some_sign_but(r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f")
WHOLE: Final = BeforeValidator(_whole)
LAST_DIGITS: Final = BeforeValidator(_last_digits)
Plain: Final = AfterValidator(_without_controls)
OneLine: Final = BeforeValidator(_on_one_line)

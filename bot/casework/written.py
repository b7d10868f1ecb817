"""How a text is written: checks that pydantic has not, what they are in the API's description, signs nobody sees."""

import re
from typing import Any, Final

from pydantic import BeforeValidator, Field

TURNING_SIGNS: Final = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
TURNING: Final = re.compile(f"[{TURNING_SIGNS}]")

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


def _whole(number: Any) -> Any:
    """Take 120000.0 for the whole number that it is: JSON knows but one kind of number."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


READABLE: Final = some_sign_but(r"\x00-\x08\x0e-\x1f\x7f")
"""Of a text whose lines are joined before it is read."""
READABLE_AS_SENT: Final = some_sign_but(r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f")
WHOLE: Final = BeforeValidator(_whole)

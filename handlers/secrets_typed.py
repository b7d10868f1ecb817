"""What nobody needs to write to the bot, and what a thief asks for: it is not kept, wherever it is typed."""

import re
from datetime import date
from typing import Final

IIN: Final = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})[ -]?\d{6}(?!\d)", re.ASCII)
"""An individual number: it begins with the birth date."""
CARD: Final = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)", re.ASCII)
CODE: Final = re.compile(
    r"(?:sms|смс|cvv|cvc|pin|пин|парол\w*|құпия\s?сөз\w*|код\w*|code)\W{0,3}\d{3,8}(?!\d)|"
    r"(?<!\d)\d{3,8}\W{1,3}(?:sms|смс|cvv|cvc|pin|пин)",
    re.IGNORECASE,
)
PHONE: Final = re.compile(r"(?<!\d)(?:\+?7|8)[\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)", re.ASCII)
LONG_NUMBER: Final = re.compile(r"(?<!\d)\d{10,}(?!\d)", re.ASCII)
"""A phone or an individual number, however it was mistyped: no sum of money is as long."""


def holds_personal_number(text: str) -> bool:
    """Whether a text holds a secret, a phone, or another number that may tell who somebody is."""
    return holds_secret(text) or bool(PHONE.search(text) or LONG_NUMBER.search(text))


def holds_secret(text: str) -> bool:
    """Whether a text holds what looks like an individual number, a bank card or a code of an SMS."""
    return bool(CODE.search(text)) or any(map(_is_iin, IIN.finditer(text))) or any(map(_is_card, CARD.findall(text)))


def _is_iin(found: re.Match[str]) -> bool:
    _, month, day = (int(part) for part in found.groups())
    try:
        date(2000, month, day)  # a leap year: the century is not in the number
    except ValueError:
        return False
    return True


def _is_card(written: str) -> bool:
    """Whether the digits have the check digit of a card (ISO/IEC 7812-1, annex B: the Luhn formula)."""
    digits = [int(sign) for sign in reversed(written) if sign.isdecimal()]
    doubled = (sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0

"""Instants as they are stored: ISO 8601 text in UTC, of one width, so that their order is the text's."""

from datetime import UTC, datetime


def to_text(at: datetime) -> str:
    """The instant as text. ValueError when it has no time zone."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """The instant again, aware and in UTC."""
    return datetime.fromisoformat(text)

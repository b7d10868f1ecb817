"""What a person is writing to a job offer before it is sent: why they refuse, or why they cannot.

It is never changed in place.
"""

from typing import Final, Literal, TypedDict

LONGEST_TEXT: Final = 2_000
MOST_FILES: Final = 5

What = Literal["refuse", "excuse"]


class Album(TypedDict):
    """Photos that were sent together: Telegram's id of them, and the message by which they were answered."""

    id: str
    answer: int


class Answering(TypedDict):
    """The offer as it was, what is said of it, what was written and sent so far; `reason` is an Excuse, or empty."""

    number: int
    sequence: int
    what: What
    reason: str
    text: str
    files: list[str]
    album: Album | None


def begun(before: Answering | None, number: int, sequence: int, what: What, reason: str = "") -> Answering:
    """Return the beginning of an answer; what was written to the same end before is taken along."""
    begins: Answering = {
        "number": number,
        "sequence": sequence,
        "what": what,
        "reason": reason,
        "text": "",
        "files": [],
        "album": None,
    }
    if before is None or (before["number"], before["what"]) != (number, what):
        return begins
    return {**begins, "text": before["text"], "files": before["files"]}


def with_text(answering: Answering, text: str) -> Answering | None:
    """Return it with some more words; None when they would be too many."""
    together = "\n".join(filter(None, (answering["text"], text.strip())))
    return None if len(together) > LONGEST_TEXT else {**answering, "text": together}


def with_file(answering: Answering, file_id: str) -> Answering:
    """Return it with one more file."""
    return {**answering, "files": [*answering["files"], file_id]}


def is_of(answering: Answering | None, number: int, sequence: int, what: What) -> bool:
    """Whether somebody is writing just that: to the offer of that number as it was at that sequence."""
    return answering is not None and (answering["number"], answering["sequence"], answering["what"]) == (
        number,
        sequence,
        what,
    )

"""What can go wrong, as a tree. Every message is one line that an operator can act on and holds no secret.

KomekError
├── SettingError              a variable of the environment or of .env cannot be used
├── KeyFileError              the file with the keys cannot be used
├── WrongKeyError             none of the keys opens a stored document
├── DatabaseUnavailableError  the database cannot be opened
├── DatabaseReplacedError     another file stands where the open database was
├── CopyError                 a database cannot be copied, or is lost
├── DeadlockError             the database let another transaction go before this one
├── MigrationError            the schema of the database and this program do not fit
├── UnknownPersonError        the person has not started yet, or asked to be forgotten
├── StaleDraftError           the answers were changed by somebody quicker
├── AddressError              the address cannot be listened on
├── PutOffError               Telegram does not take the answer to a person now
├── ReplyLostError            nobody knows whether a message arrived (telegram/wire.py)
├── CommandError              what was asked for on the command line is refused
│   ├── BroadcastError        a file holds no broadcast (notices/broadcasts.py)
│   ├── FamilyFileError       a family's file cannot be assessed (commands/assess.py)
│   ├── KeyRequestError       a key cannot be made or revoked like that (commands/keys.py)
│   ├── NoNoticesError        there is no such notice (commands/outbox.py)
│   ├── NoNoteError           there is no note of that number (commands/notes.py)
│   ├── NoResultError         a result is not there, or not to be worked out again (commands/replay.py)
│   ├── RowError              a row of a file of lines is wrong (commands/lines_file.py)
│   └── UnknownNameError      there is no such parameter or provision (commands/law.py)
├── EventRejectedError        an event of the authority is not accepted (casework/events.py)
├── NotTakenError             what somebody sent to an offer cannot be kept (handlers/offer_writing.py)
├── TextError                 a text is missing or got the wrong values (texts.py)
└── SandboxError              what the local Bot API refuses (sandbox/errors.py)
"""

from pathlib import Path


class KomekError(Exception):
    """The root: whoever catches it catches every error this program raises on purpose."""


class SettingError(KomekError):
    """The variable `name` cannot be used; `problem` says what is wrong and what is allowed."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name
        self.problem = problem


class KeyFileError(KomekError):
    """The key file at `path` cannot be used; `problem` says why."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"key file {path}: {problem}")
        self.path = path
        self.problem = problem


class WrongKeyError(KomekError):
    """No key opens the document: the keys were changed or lost, or the document was damaged."""

    def __init__(self) -> None:
        super().__init__("none of the keys (DATA_KEYS or the key file) opens the stored answers")


class DatabaseUnavailableError(KomekError):
    """The database cannot be opened; `problem` says why, without its address and password."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"the database cannot be opened: {problem}")
        self.problem = problem


class DatabaseReplacedError(KomekError):
    """Nothing is written any more: it would go into a file that has no name, or another one, and be lost."""

    def __init__(self) -> None:
        super().__init__("the file of the database was moved or replaced while the program had it open: start it anew")


class CopyError(KomekError):
    """A copy of a database cannot be made or used, or the database itself is missing."""


class DeadlockError(KomekError):
    """Nothing of the transaction was done, as two waited for each other: it may begin again."""

    def __init__(self) -> None:
        super().__init__("two changes waited for each other, and the database undid this one: try again")


class AddressError(KomekError):
    """The server was asked to listen where strangers could reach it, or the port is taken."""


class PutOffError(KomekError):
    """Telegram does not take the answer now: the update is to be answered again, in so many seconds if it said so."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__("Telegram does not take the answer now")
        self.seconds = seconds


class MigrationError(KomekError):
    """The database cannot be brought to this program's schema; nothing was changed by the refusal."""


class CommandError(KomekError):
    """The program refuses what was asked for on its command line, and says why."""


class UnknownPersonError(KomekError):
    """There is no row for `person_id`. The message leaves the id out, as logs hold no personal data."""

    def __init__(self, person_id: int) -> None:
        super().__init__("this person has not started yet, or asked to be forgotten")
        self.person_id = person_id


class StaleDraftError(KomekError):
    """The draft of `person_id` no longer has `expected_version`: load it again and start from there."""

    def __init__(self, person_id: int, expected_version: int) -> None:
        super().__init__(f"the answers are no longer at version {expected_version}")
        self.person_id = person_id
        self.expected_version = expected_version

"""The questions that a person was asked in a rehearsed interview, in their order, as a form knows them beforehand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import groupby
from typing import Any, Final, TypeVar

from bench.interviews import TYPED, Act, Interview
from bench.stub_session import Shown
from handlers.keyboards import Choose, Ready, Settle, Tick

Button = TypeVar("Button")
COLUMNS: Final = 2
HINT: Final = "Түсініксіз. Мысалы: 150 000"
DONE: Final = "Рақмет, бәрі жазылды."


class Way(StrEnum):
    """How a question is answered; a typed one may have buttons beside it."""

    CHOOSE = "choose"
    TICK = "tick"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Option:
    """A button: the word that it stands for, and its caption."""

    word: str
    caption: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its text and buttons: `words` answer it at once, `ticks` only when `ready` is pressed."""

    key: str
    way: Way
    text: str
    words: tuple[Option, ...]
    ticks: tuple[Option, ...] = ()
    ready: str = ""

    def typed(self, text: str) -> Any:
        """Return what a typed text says; ValueError where it says nothing."""
        return READ[TYPED[_kind(self.key)]](text)


Course = tuple[Question, ...]


def course_of(interview: Interview) -> Course:
    """Return the questions that an interview answers."""
    return tuple(_question(acts[0].seen) for acts in _by_question(interview))


def answers_in(interview: Interview) -> dict[str, Any]:
    """Return what a form must have kept when the interview is over."""
    answers: dict[str, Any] = {}
    for acts in _by_question(interview):
        question, last = _question(acts[0].seen), acts[-1]
        match last.kind:
            case "ready":
                answers[question.key] = [Tick.unpack(act.sent).word for act in acts[:-1]]
            case "choose":
                answers[question.key] = Choose.unpack(last.sent).word
            case "settle":
                answers[question.key] = Settle.unpack(last.sent).choice
            case _:
                answers[question.key] = question.typed(last.sent)
    return answers


def ticked_or_not(option: Option, ticked: Sequence[str]) -> str:
    """Return the caption of a button that can be ticked."""
    return f"✅ {option.caption}" if option.word in ticked else option.caption


def in_rows(buttons: Sequence[Button]) -> list[list[Button]]:
    """Return buttons in rows of two."""
    return [list(buttons[place : place + COLUMNS]) for place in range(0, len(buttons), COLUMNS)]


def _by_question(interview: Interview) -> Iterator[Sequence[Act]]:
    for _, acts in groupby(interview.acts, key=lambda act: id(act.seen)):
        yield list(acts)


def _question(seen: Shown) -> Question:
    captions = {button["callback_data"]: button["text"] for row in seen.markup["inline_keyboard"] for button in row}
    words = [(button, button.word) for button in seen.buttons(Choose)]
    settled = [(button, button.choice) for button in seen.buttons(Settle)]
    ready = seen.buttons(Ready)
    key = next(data.split("|")[1] for data in captions)
    typed = _kind(key) in TYPED and not settled
    return Question(
        key,
        Way.TICK if ready else Way.TYPE if typed else Way.CHOOSE,
        seen.text,
        tuple(Option(word, captions[button.pack()]) for button, word in [*words, *settled]),
        tuple(Option(button.word, captions[button.pack()]) for button in seen.buttons(Tick)),
        captions[ready[0].pack()] if ready else "",
    )


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _whole(text: str) -> int:
    return int(text.replace(" ", ""))


READ: Final[dict[str, Callable[[str], Any]]] = {
    "ages": lambda text: [int(age) for age in text.split()],
    "age": int,
    "amount": _whole,
    "day": lambda text: datetime.strptime(text, "%d.%m.%Y").replace(tzinfo=UTC).date().isoformat(),
}

"""A person with a phone, over the HTTP API of the local Telegram and with nothing but the standard library.

aigul = Person.arrives("http://127.0.0.1:8080")
aigul.says("/start")
aigul.presses("Қазақша")
print(aigul.sees().text)
"""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Self, TypeVar

ANSWER_SECONDS: Final = 60.0  # the bot may just be starting, on a machine that has much else to do
GLANCE_SECONDS: Final = 0.01
GLANCE_SHARE: Final = 0.1  # of what was waited already: who waits for Telegram's pace need not look a hundred times
Found = TypeVar("Found")

Step = tuple[str, str]
FAMILY_OF_FIVE: Final[tuple[Step, ...]] = (
    ("says", "/start"),
    ("presses", "Қазақша"),
    ("presses", "Рұқсат"),
    ("presses", "Шымкент"),
    ("presses", "Иә, бәрі"),
    ("presses", "Жұбайым"),
    ("presses", "Балаларым"),
    ("presses", "Дайын"),
    ("says", "4 9 14"),
    ("presses", "Үй шаруасында"),
    ("presses", "Тұрақты"),
    ("presses", "Жалақы"),
    ("presses", "Дайын"),
    ("says", "150 мың"),
    ("presses", "Ешқайсысы"),
    ("presses", "Ешқайсысы"),
    ("presses", "Есептеу"),
)
"""The way of one family in Kazakh, from the first word to the result: two parents, three children, one wage."""


@dataclass(frozen=True)
class Shown:
    """One message on the screen; `buttons` are what each caption sends."""

    id: int
    text: str
    buttons: dict[str, str]
    is_bots: bool

    @classmethod
    def of(cls, message: dict[str, Any]) -> Self:
        """Read a message as the Bot API writes it."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = {button["text"]: button.get("callback_data", "") for row in rows for button in row}
        return cls(message["message_id"], message.get("text", ""), buttons, message["from"]["is_bot"])


class Person:
    """Somebody who writes, presses and looks at the screen."""

    def __init__(self, address: str, person_id: int) -> None:
        self.address = address
        self.id = person_id

    @classmethod
    def arrives(
        cls, address: str, first_name: str = "Айгүл", language: str = "kk", person_id: int | None = None
    ) -> Self:
        """Somebody new, who has not written to the bot yet."""
        named = {"first_name": first_name, "language_code": language}
        if person_id is not None:
            named |= {"id": person_id}  # type: ignore[dict-item]
        return cls(address, request(address, "POST", "people", named)["id"])

    def chat(self) -> list[Shown]:
        """Return everything in the chat, oldest first."""
        chat = request(self.address, "GET", f"chats/{self.id}/messages")
        return [Shown.of(message) for message in chat["messages"]]

    def answers(self) -> list[Shown]:
        """Return what the bot has in the chat, oldest first."""
        return [message for message in self.chat() if message.is_bots]

    def sees(self) -> Shown:
        """Return the newest message."""
        return self.chat()[-1]

    def writes(self, text: str) -> int:
        """Write without waiting for an answer; return the number of the message."""
        number: int = request(self.address, "POST", f"people/{self.id}/messages", {"text": text})["message_id"]
        return number

    def says(self, text: str) -> Shown:
        """Write, and return the bot's first answer below it."""
        number = self.writes(text)
        return until(lambda: next((shown for shown in self.answers() if shown.id > number), None), f"answer to {text}")

    def taps(self, caption: str) -> None:
        """Press the newest button whose caption begins so, as soon as it is there, without waiting for what comes."""
        shown, data = until(lambda: self._button(caption), f"button {caption}")
        request(self.address, "POST", f"people/{self.id}/presses", {"message_id": shown.id, "data": data})

    def presses(self, caption: str) -> Shown:
        """Press such a button, and return the newest message once it is another, or reads otherwise.

        What is shortened above it may come later, and is nothing to wait for.
        """
        until(lambda: self._button(caption), f"button {caption}")
        before = self.sees()
        self.taps(caption)
        until(lambda: self.sees() != before, f"what follows {caption}")
        return self.sees()

    def goes(self, *steps: Step) -> None:
        """Take one step after another, each after the answer to the one before."""
        for does, what in steps:
            {"says": self.says, "presses": self.presses}[does](what)

    def _button(self, caption: str) -> tuple[Shown, str] | None:
        for shown in reversed(self.answers()):
            for text, data in shown.buttons.items():
                if text.lstrip("✓ ").startswith(caption):
                    return shown, data
        return None


def request(address: str, method: str, path: str, body: Any = None) -> Any:
    """Ask the person's side for something; a refusal is an AssertionError that tells the reason."""
    content = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(f"{address}/{path}", content, headers, method=method)  # noqa: S310, http on loopback
    try:
        with urllib.request.urlopen(asked, timeout=ANSWER_SECONDS) as answer:  # noqa: S310, as above
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            raise AssertionError(f"{method} /{path}: {refused.status} {refused.read().decode()}") from None


def order_fault(address: str, kind: str, **more: Any) -> None:
    """Let something go wrong with the bot's next calls: see `bot.sandbox.faults.Fault`."""
    request(address, "POST", "faults", {"kind": kind, **more})


def until(look: Callable[[], Found | None], what: str, seconds: float = ANSWER_SECONDS) -> Found:
    """Look again and again until there is something, and return it."""
    began = time.monotonic()
    while not (found := look()):
        waited = time.monotonic() - began
        assert waited < seconds, f"still not there after {seconds} seconds: {what}"
        time.sleep(max(GLANCE_SECONDS, waited * GLANCE_SHARE))
    return found

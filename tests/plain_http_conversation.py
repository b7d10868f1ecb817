"""Plays a whole conversation with the bot over plain HTTP, against the local Bot API of a running program.

    python tests/plain_http_conversation.py http://127.0.0.1:8080 [--crash]

Nothing but Python's standard library is used. Every step is printed with what the bot answered, and the exit code
is 0 when the conversation came to its end. With --crash it waits, in the middle, for a line on its standard input:
time to kill the program and to start it again on the same port.
"""

import json
import re
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NoReturn

ANSWER_SECONDS: Final = 60.0  # a bot may send one message a second to a person, and waits where it has sent more
GLANCE_SECONDS: Final = 0.2
SEVEN_YEARS_AND_A_BIT: Final = timedelta(days=7 * 366 + 100)
MONEY: Final = re.compile(r"\d{1,3}(?:\N{NO-BREAK SPACE}\d{3})*(?=\N{NO-BREAK SPACE}₸)")
CRASH_NOW: Final = "Kill the program, start it again on the same port, then press Enter."

Message = dict[str, Any]


class Phone:
    """A person who writes, presses buttons and looks at the chat."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self.id: int = self._ask("POST", "/people", {"first_name": "Айгүл", "language_code": "kk"})["id"]

    def types(self, text: str, then: str) -> str:
        """Write, and return the bot's answer, which must hold `then`."""
        number = self._ask("POST", f"/people/{self.id}/messages", {"text": text})["message_id"]
        return self._told(f"“{text}”", then, lambda shown: shown["message_id"] > number)

    def presses(self, caption: str, then: str) -> str:
        """Press the button called or beginning so, and return what the bot shows, which must hold `then`."""
        shown = self.last()
        found = [one for one in buttons(shown) if one["text"] == caption]
        found = found or [one for one in buttons(shown) if one["text"].startswith(caption)]
        if len(found) != 1:
            give_up(f"no one button “{caption}” among {[one['text'] for one in buttons(shown)]}")
        press = {"message_id": shown["message_id"], "data": found[0]["callback_data"]}
        self._ask("POST", f"/people/{self.id}/presses", press)
        return self._told(f"[{found[0]['text']}]", then, lambda now: now != shown)

    def last(self) -> Message:
        """Return the bot's last message."""
        chat = self._ask("GET", f"/chats/{self.id}/messages")["messages"]
        own = [message for message in chat if message["from"]["is_bot"]]
        return own[-1] if own else {"message_id": 0}

    def _told(self, done: str, then: str, is_answer: Callable[[Message], bool]) -> str:
        deadline = time.monotonic() + ANSWER_SECONDS
        while not (is_answer(shown := self.last()) and then in words(shown)):
            if time.monotonic() > deadline:
                give_up(f"after {done} came no “{then}”, but:\n{words(shown)}")
            time.sleep(GLANCE_SECONDS)
        say(f"> {done}\n{words(shown)}\n")
        return str(shown.get("text", ""))

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        content = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, content, headers, method=method)  # noqa: S310, loopback
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:  # noqa: S310, as above
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            give_up(f"{method} {path}: {refused.status} {refused.read().decode()}")


def buttons(message: Message) -> list[Message]:
    """Return the buttons below a message, row by row."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def words(message: Message) -> str:
    """Return everything that a person can read of a message: its text and its buttons."""
    return "\n".join([message.get("text", ""), *(f"  [{button['text']}]" for button in buttons(message))])


def first_money(text: str) -> int:
    """Return the first amount in a text, in tenge."""
    amount = MONEY.search(text)
    if amount is None:
        give_up(f"no amount in:\n{text}")
    return int(amount[0].replace("\N{NO-BREAK SPACE}", ""))


def born_seven_years_ago() -> str:
    """Return the day of birth, as people write it, of a child who is seven today."""
    return (datetime.now(UTC) - SEVEN_YEARS_AND_A_BIT).strftime("%d.%m.%Y")


def tells_of_the_family(phone: Phone) -> None:
    """In Kazakh, from the first word to the review: two adults, three children, one wage."""
    phone.types("/start", then="Қазақша")
    phone.presses("Қазақша", then="Рұқсат беремін")
    phone.presses("Рұқсат беремін", then="Шымкент")
    phone.presses("Шымкент", then="қандас")
    phone.presses("Иә, бәрі", then="Жұбайым")
    phone.presses("Жұбайым", then="✓ Жұбайым")
    phone.presses("Балаларым", then="✓ Балаларым")
    phone.presses("Дайын", then="12 7 3")
    phone.types("3 7 12", then="Үй шаруасында")
    phone.presses("Үй шаруасында", then="Жұбайыңыз")
    phone.presses("Тұрақты жұмыста", then="Жалақы")
    phone.presses("Жалақы", then="✓ Жалақы")
    phone.presses("Дайын", then="150 мың")
    phone.types("150 мың", then="Ешқайсысы жоқ")
    phone.presses("Ешқайсысы жоқ", then="Несие")
    phone.presses("Ешқайсысы жоқ", then="туған күн")
    phone.types(born_seven_years_ago(), then="450\N{NO-BREAK SPACE}000")


def corrects_the_wage(phone: Phone) -> None:
    """From the review: it was 120 000 a month."""
    phone.presses("Ақша", then="2. Жұбайыңыз: жалақы")
    phone.presses("2", then="150 мың")
    phone.types("120 мың", then="360\N{NO-BREAK SPACE}000")


def corrects_it_in_russian(phone: Phone) -> str:
    """Once more, from the result: 130 000 a month; return the new result."""
    phone.presses("К результату", then="Исправить")
    phone.presses("Исправить", then="Деньги")
    phone.presses("Деньги", then="2. Супруг(а): зарплата")
    phone.presses("2", then="150 тыс")
    phone.types("130 тыс", then="390\N{NO-BREAK SPACE}000")
    return phone.presses("Посчитать", then="Почему так?")


def play(address: str, *, crash: bool) -> None:
    """Play the conversation; a step that goes another way ends the program with exit code 1."""
    phone = Phone(address)
    tells_of_the_family(phone)
    corrects_the_wage(phone)
    in_kazakh = first_money(phone.presses("Есептеу", then="Неге бұлай?"))
    phone.presses("Неге бұлай?", then="Нәтижеге оралу")
    phone.types("/language", then="Русский")
    phone.presses("Русский", then="Почему так?")
    phone.presses("Почему так?", then="К результату")
    if crash:
        say(CRASH_NOW)
        sys.stdin.readline()
    in_russian = first_money(corrects_it_in_russian(phone))
    if in_kazakh - in_russian != 10_000:  # the wage is that much higher, and the assistance fills up to the line
        give_up(f"{in_kazakh} with 120 000 a month, {in_russian} with 130 000")
    say("The conversation came to its end.")


def say(line: str) -> None:
    """Print at once: somebody may be reading along."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def give_up(reason: str) -> NoReturn:
    """End with one reason."""
    raise SystemExit(reason)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    addresses = [argument for argument in arguments if not argument.startswith("--")]
    if len(addresses) != 1 or not set(arguments) - set(addresses) <= {"--crash"}:
        give_up("usage: python plain_http_conversation.py http://127.0.0.1:PORT [--crash]")
    play(addresses[0], crash="--crash" in arguments)

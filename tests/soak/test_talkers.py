"""What a talker of `python -m tests.soak wide` says, as the rules are told of it afterwards."""

from typing import Any

from bench.interviews import Act
from bench.stub_session import Shown
from handlers.keyboards import Ready, Tick
from tests.soak.conversations import said_by

KEY = "earners:wage"


def question(*ticked: str) -> Shown:
    """Return who received a wage, as it is asked with these members ticked."""
    rows: list[list[dict[str, Any]]] = [
        [{"text": f"✓ {who}" if who in ticked else who, "callback_data": Tick(key=KEY, word=who).pack()}]
        for who in ("self", "spouse")
    ]
    rows.append([{"text": "Дайын", "callback_data": Ready(key=KEY).pack()}])
    return Shown("Жалақыны кім алды?", {"inline_keyboard": rows})


def acts(shown: Shown, *words: str) -> list[Act]:
    ticks = [Act("tick", Tick(key=KEY, word=word).pack(), shown) for word in words]
    return [*ticks, Act("ready", Ready(key=KEY).pack(), shown)]


def test_who_was_ticked_before_is_said_as_well() -> None:
    """That another received it is asked with the one ticked who was taken for certain."""
    assert said_by(acts(question("spouse"), "self"), question("spouse")) == ["spouse", "self"]


def test_who_is_pressed_a_second_time_is_said_no_more() -> None:
    assert said_by(acts(question("spouse"), "spouse", "self"), question("spouse")) == ["self"]


def test_without_ticks_from_before_it_is_what_was_pressed() -> None:
    assert said_by(acts(question(), "self"), question()) == ["self"]

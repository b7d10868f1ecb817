"""Updates as Telegram writes them."""

from typing import Any, Final

AIGUL: Final = 1001


def update(number: int, text: str = "сәлем", person_id: int = AIGUL) -> dict[str, Any]:
    """Return an update of that number: somebody says something."""
    chat = {"id": person_id, "type": "private", "first_name": "Айгүл"}
    sender = {"id": person_id, "is_bot": False, "first_name": "Айгүл"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": text},
    }

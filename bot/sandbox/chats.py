"""Persons and chats."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, TypeAlias

Json: TypeAlias = dict[str, Any]
Message: TypeAlias = Json
"""As the Bot API describes it; `reply_markup` may also be a reply keyboard, which only the person sees."""


@dataclass
class Person:
    """Somebody with a phone."""

    id: int
    first_name: str
    language_code: str = "kk"
    last_name: str | None = None
    username: str | None = None
    started: bool = False
    """Whether the person has written to the bot: before that the bot may not write first."""
    blocked: bool = False
    deactivated: bool = False
    """Whether the person has deleted the Telegram account."""

    def as_user(self) -> Json:
        """The person as the Bot API describes one."""
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language_code}

    def as_chat(self) -> Json:
        """The person's private chat."""
        return {"id": self.id, "type": "private", **self._names()}

    def as_json(self) -> Json:
        """Everything, for the person's side."""
        return asdict(self)

    def _names(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value is not None}


@dataclass
class Chat:
    """A private chat, whose id is the person's, or a group, whose id is negative."""

    id: int
    type: Literal["private", "group"]
    members: list[int]
    title: str | None = None
    keyboard: Json | None = None
    """The reply keyboard that the person sees now."""
    messages: dict[int, Message] = field(default_factory=dict)

    def row(self) -> Json:
        """The chat without its messages, for the journal."""
        return {"id": self.id, "type": self.type, "members": self.members} | {
            "title": self.title,
            "keyboard": self.keyboard,
        }


@dataclass
class Press:
    """A press on an inline button, waiting for the bot's answer."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    data: str
    pressed_at: float
    answered: bool = False
    text: str | None = None
    show_alert: bool = False
    url: str | None = None

    def as_json(self) -> Json:
        """Everything, for the person's side."""
        return asdict(self)

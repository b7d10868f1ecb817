"""What the person's side takes: the bodies of its requests."""

from typing import Annotated, Literal, Self

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
LanguageCode = Annotated[str, StringConstraints(pattern="^[a-z]{2,3}(-[A-Za-z]{2,8})?$")]


class Request(BaseModel):
    """The person's side is strict too: an unknown field is a mistake of the script that sends it."""

    model_config = ConfigDict(extra="forbid")


class NewPerson(Request):
    """Somebody with a phone; without an id the next free one."""

    id: int | None = Field(default=None, ge=1, lt=2**52)
    first_name: Name
    last_name: Name | None = None
    username: str | None = None
    language_code: LanguageCode = "kk"


class ChangedPerson(Request):
    """What the person changes about the phone."""

    first_name: Name | None = None
    language_code: LanguageCode | None = None


class Upload(Request):
    """A file; `content` is base64."""

    file_name: str = "file"
    mime_type: str | None = None
    content: Base64Bytes


class Voice(Request):
    """A voice message."""

    seconds: int = Field(default=3, ge=1)


class Sticker(Request):
    """A sticker."""

    emoji: str = "🙂"


class Contact(Request):
    """A contact card: the sender's own, or somebody else's where a name is given."""

    phone_number: str = Field(default="+77000000000", min_length=1, max_length=32)
    first_name: Name | None = None


class Forward(Request):
    """A message of this chat by its id, or a text that somebody else wrote."""

    message_id: int | None = None
    text: str | None = None
    sender: Name = "Бейтаныс"


class NewMessage(Request):
    """One of text, photo, document, voice, sticker, contact, forward."""

    chat_id: int | None = None
    """A group; the chat with the bot when absent."""
    reply_to: int | None = None
    caption: str | None = None
    media_group_id: str | None = None
    """Photos or files that are sent together have the same one."""
    text: str | None = None
    photo: Upload | None = None
    document: Upload | None = None
    voice: Voice | None = None
    sticker: Sticker | None = None
    contact: Contact | None = None
    forward: Forward | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        kinds = (self.text, self.photo, self.document, self.voice, self.sticker, self.contact, self.forward)
        if sum(kind is not None for kind in kinds) != 1:
            raise ValueError("send one of: text, photo, document, voice, sticker, contact, forward")
        return self


class NewAlbum(Request):
    """Photos or files that are sent together: the bot gets a message for each, with the same `media_group_id`."""

    kind: Literal["photo", "document"]
    files: list[Upload] = Field(min_length=2, max_length=10)
    caption: str | None = None
    """Below the first."""

    def messages(self, media_group_id: str) -> list[NewMessage]:
        """Return what it is to the bot, in order."""
        return [
            NewMessage.model_validate(
                {self.kind: file, "media_group_id": media_group_id, "caption": None if number else self.caption}
            )
            for number, file in enumerate(self.files)
        ]


class NewPress(Request):
    """A press on an inline button."""

    message_id: int
    data: str
    chat_id: int | None = None
    force: bool = False
    """Press even though the message has no such button any more, as a phone with an old screen does."""


class EditedText(Request):
    """The new text of an own message."""

    text: str
    chat_id: int | None = None


class NewGroup(Request):
    """A group of these persons and the bot; the first member founds it."""

    title: Name
    members: list[int] = Field(min_length=1)

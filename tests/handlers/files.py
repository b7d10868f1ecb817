"""What people send that is no text, and the files that the bot has sent them."""

import base64
import struct
import zlib
from typing import Any

from bot.sandbox.person_requests import NewMessage, Sticker, Upload, Voice
from tests.handlers.client import Client


def picture() -> bytes:
    """Return the smallest picture there is: one white point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")
    )


def upload(name: str, content: bytes) -> Upload:
    return Upload(file_name=name, content=base64.b64encode(content))


MEDIA = {
    "sticker": NewMessage(sticker=Sticker()),
    "voice": NewMessage(voice=Voice()),
    "photo": NewMessage(photo=upload("id.png", picture())),
    "photo with a caption": NewMessage(photo=upload("id.png", picture()), caption="150 000"),
    "document": NewMessage(document=upload("anyktama.pdf", b"%PDF-1.4")),
}


def photo(group: str | None = None, caption: str | None = None) -> NewMessage:
    """Return a photo, alone or one of several."""
    return NewMessage(photo=upload("id.png", picture()), media_group_id=group, caption=caption)


def files_of(client: Client) -> dict[str, bytes]:
    """Return the files that the bot has sent to somebody, by name."""
    local, found = client.telegram.local, {}
    for message in local.chats[client.id].messages.values():
        if message["from"]["is_bot"] and "document" in message:
            file = local.files.by_id(message["document"]["file_id"])
            assert file is not None
            found[message["document"]["file_name"]] = file.content
    return found


def said_of_files(client: Client) -> list[str]:
    """Return what stands below each file that the bot has sent to somebody."""
    messages = client.telegram.local.chats[client.id].messages.values()
    return [message["caption"] for message in messages if message["from"]["is_bot"] and "document" in message]


def photos_of(client: Client) -> list[tuple[bytes, dict[str, Any]]]:
    """Return the pictures that the bot has sent to somebody, each with its message."""
    local = client.telegram.local
    sent = [one for one in local.chats[client.id].messages.values() if one["from"]["is_bot"] and "photo" in one]
    files = [(local.files.by_id(message["photo"][-1]["file_id"]), message) for message in sent]
    return [(file.content, message) for file, message in files if file is not None]

"""Files of the chat: what the bot and the persons sent."""

import base64
import struct
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.journal import Journal

TABLE = "files"
PNG, PNG_HEADER = b"\x89PNG\r\n\x1a\n", 24
GIF, GIF_HEADER = (b"GIF87a", b"GIF89a"), 10
JPEG = b"\xff\xd8"
JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the segments that hold the size."""


@dataclass(frozen=True)
class StoredFile:
    """One file: the same for the bot, which knows it by `file_id`, and for the page."""

    number: int
    folder: str
    name: str
    mime_type: str
    content: bytes

    @property
    def file_id(self) -> str:
        """What the Bot API calls it."""
        return f"local-{self.folder}-{self.number}"

    @property
    def path(self) -> str:
        """Where the bot downloads it: /file/bot<token>/<path>."""
        return f"{self.folder}/file_{self.number}{PurePath(self.name).suffix}"

    def described(self) -> dict[str, Any]:
        """The fields that every kind of file has in the Bot API."""
        unique = f"u{self.number}"
        return {"file_id": self.file_id, "file_unique_id": unique, "file_size": len(self.content)}


class Files:
    """Keeps files and finds them by their two names."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        for row in journal.tables.get(TABLE, {}).values():
            self._add(StoredFile(**{**row, "content": base64.b64decode(row["content"])}))

    def keep(self, folder: str, name: str, mime_type: str, content: bytes) -> StoredFile:
        """Store a new file; `folder` is Telegram's: photos, documents, voice, stickers."""
        file = StoredFile(len(self._by_id) + 1, folder, name, mime_type, content)
        self._add(file)
        self._journal.put(TABLE, file.file_id, {**vars(file), "content": base64.b64encode(content).decode()})
        return file

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file that the Bot API calls so."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file that is downloaded from there."""
        return self._by_path.get(path)

    def _add(self, file: StoredFile) -> None:
        self._by_id[file.file_id] = file
        self._by_path[file.path] = file


def image_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, GIF or JPEG; anything else is no photo to Telegram."""
    if content.startswith(PNG) and len(content) >= PNG_HEADER:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith(GIF) and len(content) >= GIF_HEADER:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(JPEG):
        return _jpeg_size(content)
    raise bad_request("IMAGE_PROCESS_FAILED")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Walk the segments up to the frame header, which holds the size."""
    place = 2
    while place + 9 <= len(content):
        marker, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        place += 2 + length
    raise bad_request("IMAGE_PROCESS_FAILED")

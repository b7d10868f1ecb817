"""Telegram's HTML: what a bot may send with parse_mode=HTML, read as strictly as its documentation says.

Only Telegram's tags, properly nested; `<`, `>` and `&` of the text written as entities. The real server
lets a lone `>` or `&` pass although its documentation demands the escape; here it is refused, because it
always means that somebody forgot to escape a value.
"""

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Any, NoReturn

from bot.sandbox.errors import BotApiError, bad_request

Entity = dict[str, Any]
Attributes = list[tuple[str, str | None]]

ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "tg-time": "date_time",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "span": "spoiler",
    "blockquote": "blockquote",
}
UNESCAPED_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)")
LINK = re.compile(r"(?i)(?:https?|tg|tel|mailto):.")
UNIX_TIME = re.compile(r"[0-9]{1,12}")
TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
BLANK = " \t\r\n"


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts; a character outside the first plane is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities; 400 when the source is not Telegram's HTML."""
    if "<" not in source and "&" not in source and ">" not in source:
        return source, []
    if found := UNESCAPED_AMPERSAND.search(source):
        raise _cannot_parse(f'Character "&" must be escaped at byte offset {_bytes(source, found.start())}')
    reader = _Reader(source)
    reader.feed(source)
    return reader.finish()


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blank space around the text, as Telegram delivers it; entities move and shrink with it."""
    shift = utf16_length(text) - utf16_length(text.lstrip(BLANK))
    text = text.strip(BLANK)
    end = utf16_length(text)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        stop = min(end, entity["offset"] - shift + entity["length"])
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return text, kept


@dataclass
class _OpenTag:
    name: str
    offset: int
    """Where its text starts, in UTF-16 units."""
    entity: Entity


class _Reader(HTMLParser):
    """Collects text and entities; anything that is not Telegram's raises at once."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []

    def finish(self) -> tuple[str, list[Entity]]:
        if self.rawdata:
            raise _cannot_parse(f"Unclosed start tag at byte offset {self._here()}")
        if self._open:
            tag = self._open[-1].name
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self._text), self._entities

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag not in ENTITY_OF_TAG:
            self._unsupported(tag)
        if "<" in (self.get_starttag_text() or "")[1:]:
            raise _cannot_parse(f"Unclosed start tag at byte offset {self._here()}")
        if tag == "span" and dict(attrs).get("class") != "tg-spoiler":
            raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._here()}')
        if tag == "tg-time" and not _is_time(dict(attrs)):
            raise _cannot_parse(f'Tag "tg-time" must have a time and a known format at byte offset {self._here()}')
        self._open.append(_OpenTag(tag, self._length, _entity(tag, dict(attrs))))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        del attrs
        self._unsupported(f"{tag}/")

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            raise _cannot_parse(f"Unexpected end tag at byte offset {self._here()}")
        opened = self._open.pop()
        if opened.name != tag:
            expected = f'expected "</{opened.name}>", found "</{tag}>"'
            raise _cannot_parse(f"Unmatched end tag at byte offset {self._here()}, {expected}")
        self._close(opened)

    def _close(self, tag: _OpenTag) -> None:
        outer = self._open[-1].name if self._open else ""
        if tag.name == "code" and outer == "pre" and "language" in tag.entity:
            self._open[-1].entity["language"] = tag.entity["language"]
        if tag.name == "code":
            tag.entity.pop("language", None)
        inside_code = any(opened.name in {"code", "pre"} for opened in self._open)
        if self._length > tag.offset and tag.entity and not inside_code:
            self._keep(tag)

    def _keep(self, tag: _OpenTag) -> None:
        if tag.name in {"code", "pre"}:  # code holds no other formatting
            self._entities = [entity for entity in self._entities if entity["offset"] < tag.offset]
        self._entities.append({**tag.entity, "offset": tag.offset, "length": self._length - tag.offset})

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self._unsupported("")
        if ">" in data:
            raise _cannot_parse(f'Character ">" must be escaped at byte offset {self._here()}')
        self._append(data)

    def handle_entityref(self, name: str) -> None:
        self._append(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._append(unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        del data
        self._unsupported("!--")

    def handle_decl(self, decl: str) -> None:
        self._unsupported(f"!{decl}")

    def unknown_decl(self, data: str) -> None:
        self._unsupported(f"![{data}")

    def handle_pi(self, data: str) -> None:
        self._unsupported(f"?{data}")

    def _append(self, text: str) -> None:
        self._text.append(text)
        self._length += utf16_length(text)

    def _unsupported(self, tag: str) -> NoReturn:
        raise _cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self._here()}')

    def _here(self) -> int:
        line, column = self.getpos()
        before = sum(len(text) + 1 for text in self._source.split("\n")[: line - 1])
        return _bytes(self._source, before + column)


def _entity(tag: str, attributes: dict[str, str | None]) -> Entity:
    """The entity of a tag; empty for a link that leads nowhere, which Telegram shows as plain text."""
    if tag == "a":
        url = attributes.get("href") or ""
        return {"type": "text_link", "url": url} if LINK.match(url) else {}
    if tag == "code" and (language := attributes.get("class")):
        return {"type": "code", "language": language.removeprefix("language-")}
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    if tag == "tg-time":
        written = attributes.get("format") or ""
        return {
            "type": "date_time",
            "unix_time": int(attributes.get("unix") or 0),
            **({"date_time_format": written} if written else {}),
        }
    return {"type": ENTITY_OF_TAG[tag]}


def _is_time(attributes: dict[str, str | None]) -> bool:
    unix, written = attributes.get("unix") or "", attributes.get("format") or ""
    return bool(UNIX_TIME.fullmatch(unix) and TIME_FORMAT.fullmatch(written))


def _bytes(source: str, index: int) -> int:
    return len(source[:index].encode())


def _cannot_parse(reason: str) -> BotApiError:
    return bad_request(f"can't parse entities: {reason}")

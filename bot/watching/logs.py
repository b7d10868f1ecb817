"""Logs without personal data: JSON lines on stderr, readable ones on a terminal.

Our own events pass an allow-list: a key that is not in ALLOWED is dropped, and so is a text that does not
look technical. Other libraries may only say that something went wrong, and where: of their records, from
WARNING up, come the logger, the place in the code and the class of the error. Their words are dropped,
whether ready-made or with arguments, because a ready-made sentence and one with a name in it look alike.
Errors are logged as classes and places, because their messages often quote the value that was wrong.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any, TextIO

import structlog

from bot.watching.origin import origin

ALLOWED = frozenset(
    {
        "event", "level", "timestamp", "logger", "place", "error", "cause", "trace",
        "update_id", "question", "method", "status", "code", "duration_ms", "retry_after_s",
        "attempts", "count", "notice", "version", "migration", "edition", "backend", "port", "signal",
        "quarter", "regions_without_line", "coming_count", "coming_regions_without_line",
        "tables", "command", "region", "days", "seconds", "ahead_s",
        "drafts", "checks", "results", "files", "notices", "events", "changes", "people", "damaged", "links", "words",
        "template", "origin",
    }
)  # fmt: skip
TECHNICAL = re.compile(r"(?=.*[A-Za-z])[\w.:+<>-]{1,120}", re.ASCII)  # a word: place, class, method, instant
EVENT = re.compile(r"[a-z][a-z0-9_]{0,60}")  # an event is a name_like_this, not a sentence
FRAMES = 12  # innermost frames of a trace that are worth a line

Event = MutableMapping[str, Any]


def configure_logs(level: str, stream: TextIO | None = None) -> None:
    """Send our events from the level up, and other libraries' warnings, to the stream (stderr)."""
    stream = stream or sys.stderr
    renderer = _renderer(stream)
    structlog.configure(
        processors=[
            add_origin,
            _add_level_and_time,
            _describe_error,
            keep_allowed,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(stream),
        cache_logger_on_first_use=False,  # loggers made before this call follow it, too
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_ForeignFormatter(renderer))
    logging.captureWarnings(capture=True)
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))


def _renderer(stream: TextIO) -> Any:
    if stream.isatty():
        return structlog.dev.ConsoleRenderer()
    return structlog.processors.JSONRenderer(ensure_ascii=False)


def keep_allowed(_logger: Any, _method: str, event: Event) -> Event:
    """Keep only what ALLOWED names and what looks technical; the rest leaves no trace."""
    kept = {key: value for key, value in event.items() if key in ALLOWED and _is_technical(value)}
    if not EVENT.fullmatch(str(event.get("event", ""))):
        kept["event"] = "unnamed"
    return kept


def _is_technical(value: Any) -> bool:
    if isinstance(value, list):
        return all(_is_technical(item) for item in value)
    if isinstance(value, str):
        return TECHNICAL.fullmatch(value) is not None
    return value is None or isinstance(value, int | float)


def _add_level_and_time(logger: Any, method: str, event: Event) -> Event:
    event["timestamp"] = datetime.now(UTC).isoformat(timespec="milliseconds")
    return structlog.processors.add_log_level(logger, method, event)


def _describe_error(_logger: Any, _method: str, event: Event) -> Event:
    """Turn exc_info into class, cause and places."""
    given = event.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else sys.exc_info()[1] if given else None
    if error is not None:
        cause = error.__cause__ or error.__context__
        event.update(error=_class_of(error), trace=_places(error.__traceback__))
        event["cause"] = _class_of(cause) if cause else None
    return event


def _class_of(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _places(trace: TracebackType | None) -> list[str]:
    """Where it happened, innermost first."""
    frames = list(walk_tb(trace))[::-1]
    return [
        f"{Path(frame.f_code.co_filename).name}:{line}:{frame.f_code.co_name}" for frame, line in islice(frames, FRAMES)
    ]


def add_origin(_logger: Any, _level: str, event: Event) -> Event:
    """Add what the running work came of (bot/watching/origin.py), unless the line names it itself."""
    if (came_of := origin()) is not None:
        event.setdefault("origin", came_of)
    return event


class _ForeignFormatter(logging.Formatter):
    """Says which library warns, from where and of which error, and not a word more."""

    def __init__(self, renderer: Any) -> None:
        super().__init__()
        self._renderer = renderer

    def format(self, record: logging.LogRecord) -> str:
        event: Event = {
            "event": "library_warning",
            "logger": record.name,
            "place": f"{record.filename}:{record.lineno}:{record.funcName}",
            "exc_info": record.exc_info[1] if record.exc_info else None,
        }
        for processor in (add_origin, _add_level_and_time, _describe_error, keep_allowed):
            event = processor(None, record.levelname.lower(), event)
        return str(self._renderer(None, "", event))

"""Logs help the operator and never tell who somebody is, what they wrote or what they earn."""

import ast
import asyncio
import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import structlog

import bot.watching.logs
from bot.errors import SettingError
from bot.reminders.retention import Deleted
from bot.watching.logs import configure_logs

PERSONAL = [
    "Айгүл",
    "Aigul Ermekova",
    "120 000",
    "120000",
    "+7 701 123 45 67",
    "7000000001",
    "my husband left",
]


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    """Where the log goes; whatever was configured before comes back afterwards."""
    handlers, level = logging.root.handlers[:], logging.root.level
    stream = io.StringIO()
    configure_logs("INFO", stream)
    yield stream
    logging.captureWarnings(capture=False)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def assert_nothing_personal(out: io.StringIO) -> None:
    text = out.getvalue()
    assert text
    assert not [word for word in PERSONAL if word in text]


def test_whatever_the_program_logs_comes_out() -> None:
    """A field that is not allowed leaves no trace: the operator would read an event that says nothing."""
    root, lost = Path(bot.watching.logs.__file__).parents[2], []
    for path in [*root.glob("bot/**/*.py"), *root.glob("handlers/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log."):
                names = {keyword.arg for keyword in node.keywords if keyword.arg is not None}
                lost += [f"{path.name}: {name}" for name in sorted(names - bot.watching.logs.ALLOWED)]
    assert lost == []
    assert {field.name for field in fields(Deleted)} <= bot.watching.logs.ALLOWED


def test_an_event_comes_out_with_its_technical_fields(out: io.StringIO) -> None:
    structlog.get_logger().info(
        "answer_saved",
        update_id=7,
        question="members.2.wage",
        duration_ms=3.5,
        status=None,
        method="sendMessage",
    )
    (line,) = lines(out)
    assert line.pop("timestamp").endswith("+00:00")
    assert line == {
        "event": "answer_saved", "level": "info", "update_id": 7, "question": "members.2.wage",
        "duration_ms": 3.5, "status": None, "method": "sendMessage",
    }  # fmt: skip


@pytest.mark.parametrize("word", PERSONAL)
def test_no_name_amount_or_text_comes_out_by_whatever_key(out: io.StringIO, word: str) -> None:
    log = structlog.get_logger()
    log.info("answer_saved", text=word, name=word, answer={"said": word}, amount_tenge=120_000)
    log.bind(person_id=7_000_000_001, user=word).warning("answer_refused", update_id=7)
    log.info(f"saved for {word}")  # noqa: G004 - the slip that is tried
    log.info("saved %s", word)
    log.info("answer_saved", trace=[f"{word} and more"])
    assert_nothing_personal(out)
    assert [line["event"] for line in lines(out)] == [
        "answer_saved", "answer_refused", "unnamed", "unnamed", "answer_saved",
    ]  # fmt: skip


@pytest.mark.parametrize("word", PERSONAL)
def test_a_text_does_not_come_out_by_an_allowed_key_either(out: io.StringIO, word: str) -> None:
    structlog.get_logger().info("answer_saved", method=word, question=word, code=word, cause=word)
    assert_nothing_personal(out)
    assert lines(out)[0].keys() == {"event", "level", "timestamp"}


@pytest.mark.parametrize("word", PERSONAL)
def test_an_error_is_logged_by_class_and_place_without_its_message(out: io.StringIO, word: str) -> None:
    def parse() -> None:
        try:
            int(f"{word}!")
        except ValueError as error:
            raise SettingError("HTTP_PORT", word) from error

    try:
        parse()
    except SettingError:
        structlog.get_logger().exception("update_failed", update_id=7)
    assert_nothing_personal(out)
    (line,) = lines(out)
    assert (line["error"], line["cause"]) == ("bot.errors.SettingError", "builtins.ValueError")
    assert line["trace"][0].startswith("test_logs.py:")
    assert line["trace"][0].endswith(":parse")


@pytest.mark.parametrize("word", PERSONAL)
def test_other_libraries_say_where_and_of_which_error_but_none_of_their_words(out: io.StringIO, word: str) -> None:
    log = logging.getLogger("aiogram.event")
    log.warning("cannot parse %s", word)
    log.error(f"cannot parse {word}")  # noqa: G004 - as libraries do
    try:
        int(word + "!")
    except ValueError:
        log.exception("failed: %s", word)
    assert_nothing_personal(out)
    written = lines(out)
    assert [line["level"] for line in written] == ["warning", "error", "error"]
    assert {line["event"] for line in written} == {"library_warning"}
    assert written[0]["logger"] == "aiogram.event"
    assert written[0]["place"].startswith("test_logs.py:")
    assert written[2]["error"] == "builtins.ValueError"


def test_a_warning_of_python_is_a_line_on_stderr_without_its_words() -> None:
    program = (
        "import warnings, bot.watching.logs; bot.watching.logs.configure_logs('INFO'); warnings.warn('about Айгүл')"
    )
    ran = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == ""
    line = json.loads(ran.stderr)
    assert (line["event"], line["logger"], line["level"]) == ("library_warning", "py.warnings", "warning")
    assert "Айгүл" not in ran.stderr


async def test_a_task_that_failed_unheard_tells_no_personal_data(out: io.StringIO) -> None:
    asyncio.get_running_loop().call_exception_handler(
        {"message": "Task exception was never retrieved for Айгүл", "exception": ValueError("120000")}
    )
    assert_nothing_personal(out)
    assert lines(out)[0]["error"] == "builtins.ValueError"


def test_other_libraries_are_heard_from_warnings_up(out: io.StringIO) -> None:
    for name in ("aiogram", "uvicorn.access", "asyncio", "asyncpg"):
        logging.getLogger(name).info("hello")
        logging.getLogger(name).debug("hello")
    assert out.getvalue() == ""


def test_the_level_is_obeyed_by_both_kinds() -> None:
    stream = io.StringIO()
    handlers, level = logging.root.handlers[:], logging.root.level
    configure_logs("ERROR", stream)
    structlog.get_logger().warning("not_heard")
    logging.getLogger("aiogram").warning("not heard")
    structlog.get_logger().error("heard")
    logging.captureWarnings(capture=False)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()
    assert [line["event"] for line in lines(stream)] == ["heard"]


class Terminal(io.StringIO):
    """A stream that somebody is looking at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("out")
def test_a_terminal_gets_lines_to_read_and_nothing_personal() -> None:
    terminal = Terminal()
    configure_logs("INFO", terminal)
    structlog.get_logger().info("answer_saved", text="Айгүл", update_id=7)
    logging.getLogger("aiogram").warning("about %s", "Айгүл")
    assert "answer_saved" in terminal.getvalue()
    assert "library_warning" in terminal.getvalue()
    assert not terminal.getvalue().startswith("{")
    assert_nothing_personal(terminal)

"""The whole conversation over plain HTTP, by a script that can import nothing of the project."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.running import Running

SCRIPT: Final = Path(__file__).with_name("plain_http_conversation.py")
CRASH_NOW: Final = "Kill the program"
END: Final = "The conversation came to its end.\n"


class Playing:
    """The script in a process of its own, isolated from the project's folder and from the environment."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.said: list[str] = []
        self._process = subprocess.Popen(  # noqa: S603, this interpreter, our script
            [sys.executable, "-I", "-X", "utf8", str(SCRIPT), *arguments],
            cwd=folder,
            env={"PATH": os.environ["PATH"]},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def lines(self) -> Iterator[str]:
        """Yield what it says, line by line, until it ends."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said.append(line)
            yield line

    def goes_on(self) -> None:
        """Press Enter."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def exit_code(self) -> int:
        """Wait for its end, which has come once it says nothing more."""
        with self._process:
            return self._process.wait()


@pytest.fixture
def komek(tmp_path: Path) -> Iterator[Running]:
    """The program in a folder of its own."""
    with Running(tmp_path) as running:
        yield running


def test_a_conversation_over_plain_http_goes_on_after_the_program_was_killed(komek: Running, tmp_path: Path) -> None:
    """Kazakh, review, correction, result, Why, Russian, kill -9 and a new start, correction, result."""
    address = komek.address
    playing = Playing(tmp_path, address, "--crash")
    crashes = 0
    for line in playing.lines():
        if line.startswith(CRASH_NOW):
            crashes += 1
            komek.kill()
            komek.settings["HTTP_PORT"] = address.rpartition(":")[2]
            komek.start()
            assert komek.address == address
            playing.goes_on()
    told = "".join(playing.said)
    assert playing.exit_code() == 0, told + komek.log
    assert playing.said[-1] == END
    assert crashes == 1
    assert "handler_failed" not in komek.log


def test_the_script_says_in_one_line_how_it_is_called(tmp_path: Path) -> None:
    """A wrong call is no traceback."""
    for arguments in ((), ("--help",), ("http://127.0.0.1:1", "http://127.0.0.1:2")):
        playing = Playing(tmp_path, *arguments)
        assert [*playing.lines()] == ["usage: python plain_http_conversation.py http://127.0.0.1:PORT [--crash]\n"]
        assert playing.exit_code() == 1


def test_the_script_imports_nothing_but_the_standard_library() -> None:
    """Neither a library nor a file of ours: whoever has Python can run it."""
    nodes = [*ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8")))]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names

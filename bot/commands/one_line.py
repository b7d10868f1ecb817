"""Whatever the command line refuses is said in one line on stderr, and the exit code is 2."""

import sys
from typing import Any, Never

import typer
from typer.core import TyperGroup

REFUSED = 2


class OneLineGroup(TyperGroup):
    """The root of the commands; it says a wrong argument as shortly as the commands say a wrong file."""

    def main(self, *args: Any, **settings: Any) -> Never:
        """Run the command that the arguments name and leave with its exit code."""
        settings["standalone_mode"] = False  # the errors come here instead of being drawn in a box
        try:
            sys.exit(super().main(*args, **settings) or 0)
        except typer.TyperException as wrong:
            refuse(_problem(wrong))


def refuse(problem: str) -> Never:
    """Say a problem in one line and leave. An empty one was said already: the help was shown for no arguments."""
    if problem:
        sys.stderr.write(f"komek: {problem}\n")
    raise SystemExit(REFUSED)


def _problem(wrong: typer.TyperException) -> str:
    option = getattr(wrong, "param", None)
    if isinstance(wrong, typer.BadParameter) and option is not None and wrong.message:
        return in_one_line(f"{option.opts[0]}: {wrong.message}")
    return in_one_line(wrong.format_message())


def in_one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())


def what_is_wrong(wrong: Exception) -> str:
    """Say why a file cannot be used; what Python says of it tells nobody what to do."""
    if isinstance(wrong, OSError):
        return wrong.strerror or "cannot be read"
    if isinstance(wrong, UnicodeDecodeError):
        return "is no text in UTF-8"
    if isinstance(wrong, RecursionError):
        return "its lists or tables are nested too deeply"
    return str(wrong)

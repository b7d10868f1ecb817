"""The command line: `komek ...`, which is `python -m bot ...`. Nothing here imports aiogram but `run`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.arguments import Day, Lang, Line
from bot.commands.one_line import OneLineGroup, in_one_line, refuse

app = typer.Typer(
    cls=OneLineGroup,
    help="Kömek: targeted social assistance in Kazakhstan, explained.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
law = typer.Typer(help="The numbers and provisions of the law.", no_args_is_help=True)
lines = typer.Typer(help="Published poverty lines.", no_args_is_help=True)
app.add_typer(law, name="law")
app.add_typer(lines, name="lines")


@app.command()
def assess(
    files: Annotated[list[Path], typer.Argument(help="families, a TOML file each")],
    on: Day = None,
    line: Line = None,
    lang: Lang = "kk",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line")] = False,
) -> None:
    """Assess families and explain the result."""
    from bot.commands.assess import print_assessments  # noqa: PLC0415, each command loads what it needs

    _in_one_line(lambda: print_assessments(files, on, line, lang, as_json=as_json))


@app.command()
def run() -> None:
    """Start the bot; with no BOT_TOKEN also the local Bot API with its chat page."""
    _in_one_line(_run)


@law.command("gaps")
def law_gaps() -> None:
    """List everything that is neither read in the act nor official, with what depends on it."""
    from bot.commands.law import print_gaps  # noqa: PLC0415, as above

    print_gaps()


@law.command("show")
def law_show(name: Annotated[str, typer.Argument(help="a parameter or a provision")]) -> None:
    """Show a number of the law with its dates and sources, or a provision."""
    from bot.commands.law import print_one  # noqa: PLC0415, as above

    _in_one_line(lambda: print_one(name))


@lines.command("list")
def lines_list() -> None:
    """List the published poverty lines, those of the law's files and those added."""
    from bot.commands.lines import print_lines  # noqa: PLC0415, as above

    _in_one_line(print_lines)


@lines.command("import")
def lines_import(file: Annotated[Path, typer.Argument(help="CSV: region,quarter,tenge,source")]) -> None:
    """Add published poverty lines from a CSV file: all rows or none."""
    from bot.commands.lines import import_lines  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.write(f"{import_lines(file)} lines added\n"))


def _run() -> None:
    from bot.settings import load_settings  # noqa: PLC0415, as above

    settings = load_settings()  # a bad setting is said before aiogram takes its seconds to load
    import asyncio  # noqa: PLC0415, as above

    from bot.app import run as run_bot  # noqa: PLC0415, as above

    asyncio.run(run_bot(settings))


def _in_one_line(command: Callable[[], object]) -> None:
    """Run a command; what it refuses is said in one line, and the exit code is 2."""
    from bot.errors import KomekError  # noqa: PLC0415, as above

    try:
        command()
    except (KomekError, ValueError) as refused:
        refuse(in_one_line(str(refused)))


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()

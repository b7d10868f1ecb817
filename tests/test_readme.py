"""What the README tells a newcomer is so."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LINKS = re.findall(r"\]\(([^)#:]+)\)", README)


def block(language: str, beginning: str) -> str:
    """The code block of a language that begins so."""
    found = [text for text in re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL) if text.startswith(beginning)]
    assert len(found) == 1
    text: str = found[0]
    return text


def settings_told() -> dict[str, tuple[str, str]]:
    """Default and description of every assessment_day in the table."""
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.+?) \| (.+) \|$", README, re.MULTILINE)
    return {name: (default.strip("`"), text) for name, default, text in rows}


def test_it_begins_with_what_the_bot_is_and_a_picture_and_the_two_commands() -> None:
    """A newcomer reads one sentence, sees it, and starts it."""
    picture, run, tests = README.index("!["), README.index("make run "), README.index("make test ")
    assert README.index("A Telegram bot") < picture < run < tests


def test_the_settings_are_those_of_the_program() -> None:
    """Names, defaults and descriptions."""
    fields = {name.upper(): field for name, field in Settings.model_fields.items()}
    defaults = {name: "none" if field.default in {None, ()} else str(field.default) for name, field in fields.items()}
    expected = {name: (defaults[name], field.description) for name, field in fields.items()}
    assert settings_told() == expected


def test_every_make_command_exists() -> None:
    """`make help` knows what the README names."""
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))
    known = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE))
    assert {"run", "test", "help"} <= named <= known


def test_every_command_of_komek_is_told() -> None:
    """And none that is not there."""
    below = "gaps|show|backtest|list|missing|import|add|revoke-links|revoke|retry|followers|confirm|remove|done"
    words = re.findall(rf"^komek (\w+)(?: ({below})(?![\w-]))?", README, re.MULTILINE)
    told = {" ".join(names) for names in words}
    group = get_command(app)
    commands = {
        f"{name} {inner}".strip()
        for name, command in group.commands.items()  # type: ignore[attr-defined]  # a group has commands
        for inner in [*getattr(command, "commands", {}), *([""] if _says_something_alone(command) else [])]
    }
    assert {line.strip() for line in told} == commands


def _says_something_alone(command: object) -> bool:
    """Whether a command does something without the name of a command below it."""
    return not hasattr(command, "commands") or bool(getattr(command, "invoke_without_command", False))


def test_every_option_of_assess_is_told() -> None:
    """Options with their values."""
    options = {option for parameter in get_command(app).commands["assess"].params for option in parameter.opts}  # type: ignore[attr-defined]  # as above
    assert {option for option in options if option.startswith("--")} <= set(re.findall(r"--[a-z]+", README))


def test_the_family_of_the_readme_can_be_assessed(tmp_path: Path) -> None:
    """The example is no decoration."""
    family = tmp_path / "family.toml"
    family.write_text(block("toml", "applied_on"), encoding="utf-8")
    assert tomllib.loads(family.read_text(encoding="utf-8"))["members"][0]["label"] == "mother"
    shown = CliRunner().invoke(app, ["assess", str(family), "--json"])
    assert shown.exit_code == 0
    assert '"outcome":"eligible"' in shown.stdout


def test_the_notebook_of_the_readme_runs_with_nothing_but_python(tmp_path: Path) -> None:
    """Isolated, and without the site's packages."""
    session = tmp_path / "session.txt"
    session.write_text(block("python", ">>> from"), encoding="utf-8")
    run = "import doctest, sys; sys.path.insert(0, {0!r}); tried = doctest.testfile({1!r}, False); print(tried)"
    alone = [sys.executable, "-I", "-S", "-c", run.format(str(ROOT), str(session))]
    done = subprocess.run(alone, capture_output=True, text=True, check=True)  # noqa: S603, our own line
    assert done.stdout.strip() == "TestResults(failed=0, attempted=10)"


@pytest.mark.parametrize("link", sorted(set(LINKS)))
def test_every_link_leads_somewhere(link: str) -> None:
    """Files and folders of the repository."""
    assert (ROOT / link).exists()


def test_every_file_that_a_trail_or_a_recipe_names_is_there() -> None:
    """Whoever follows one opens no file in vain."""
    named = set(re.findall(r"`((?:rules|bot|handlers|locales|tests|docs|bench)/[\w./-]+)`", README))
    assert len(named) > 40
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_every_package_is_in_the_map() -> None:
    """And every loose file of bot/ that the others rest on has its line or its docstring."""
    packages = {f"bot/{path.name}" for path in (ROOT / "bot").iterdir() if (path / "__init__.py").exists()}
    assert packages - {link.rstrip("/") for link in LINKS} == set()


def test_every_folder_of_the_program_is_in_the_map() -> None:
    """The map shows all of the top level."""
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    source = {name for name in folders if any((ROOT / name).rglob("*.py")) or any((ROOT / name).rglob("*.ftl"))}
    assert source - {"var"} <= set(LINKS)


def test_the_project_speaks_of_itself_alone() -> None:
    """No address of a package registry, no path of one machine."""
    for path in [ROOT / "README.md", ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / ".ci" / "run"]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"pypi|pythonhosted|/home/|/root/", text), path
        assert str(ROOT) not in text, path

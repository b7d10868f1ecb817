"""`komek` itself: how it starts, what it loads, how a slip in an argument is answered, how it ends."""

import json
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.bot.commands.terminal import ROOT, file_of, komek, python, refusal, refusal_of
from tests.family_file import ALONE, FAMILY

COMMANDS = ("assess", "run", "law", "lines")
# Loading these takes seconds or opens what the command line has no use for.
HEAVY = {"aiogram", "aiohttp", "asyncpg", "aiosqlite", "uvicorn", "starlette", "cryptography", "handlers"}
LISTING = """
import sys
from bot.__main__ import main
try:
    main()
finally:
    print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["assess"], "Missing argument 'files'."),
        (["assess", "a.toml", "--on", "2023-13-01"], "--on: '2023-13-01'; a day such as 2023-05-10 is allowed"),
        (["assess", "a.toml", "--on", "10.05.2023"], "--on: '10.05.2023'; a day such as 2023-05-10 is allowed"),
        (["assess", "a.toml", "--on", "20230510"], "--on: '20230510'; a day such as 2023-05-10 is allowed"),
        (["assess", "a.toml", "--on", ""], "--on: ''; a day such as 2023-05-10 is allowed"),
        (["assess", "a.toml", "--on"], "Option '--on' requires an argument."),
        (["assess", "a.toml", "--line", "0"], "--line: '0'; whole tenge from 1 to 10000000 are allowed"),
        (["assess", "a.toml", "--line", "-5"], "--line: '-5'; whole tenge from 1 to 10000000 are allowed"),
        (["assess", "a.toml", "--line", "40000.5"], "--line: '40000.5'; whole tenge from 1 to 10000000 are allowed"),
        (["assess", "a.toml", "--line", "1e5"], "--line: '1e5'; whole tenge from 1 to 10000000 are allowed"),
        (["assess", "a.toml", "--line", "10000001"], "--line: '10000001'; whole tenge from 1 to 10000000 are allowed"),
        (["assess", "a.toml", "--lang", "en"], "--lang: unknown language 'en'; allowed: kk, ru"),
        (["assess", "a.toml", "--lang", "KK"], "--lang: unknown language 'KK'; allowed: kk, ru"),
        (["assess", "a.toml", "--jsn"], "No such option: --jsn (Possible options: --json, --on)"),
        (["assesst", "a.toml"], "No such command 'assesst'. Did you mean 'assess'?"),
        (["law", "gap"], "No such command 'gap'. Did you mean 'gaps'?"),
        (["law", "show"], "Missing argument 'name'."),
        (["law", "gaps", "now"], "Got unexpected extra argument(s) (now)"),
        (["lines", "import"], "Missing argument 'file'."),
    ],
)
def test_a_slip_in_an_argument_is_answered_in_one_line(arguments: list[str], said: str) -> None:
    file_of(FAMILY, "a.toml")
    assert refusal(*arguments) == said


@pytest.mark.parametrize("arguments", [(), ("law",), ("lines",)])
def test_without_a_command_the_help_is_shown_and_the_call_counts_as_wrong(arguments: tuple[str, ...]) -> None:
    said = komek(*arguments)
    assert "Commands" in said.out
    assert (said.err, said.code) == ("", 2)


def test_every_command_and_option_has_a_word_of_help() -> None:
    overview = komek("--help")
    assert overview.code == 0
    assert all(command in overview.out for command in COMMANDS)
    said = komek("assess", "--help")
    assert said.code == 0
    assert all(option in said.out for option in ("--on", "--line", "--lang", "--json", "YYYY-MM-DD", "kk|ru"))


def test_a_process_ends_with_0_and_with_2_as_the_calls_in_this_process_do() -> None:
    good, bad = file_of(FAMILY, "good.toml"), file_of("region = 1", "bad.toml")
    said = python("-m", "bot", "assess", good, "--json")
    assert (said.err, said.code) == ("", 0)
    assert json.loads(said.out)["outcome"] == "eligible"
    assert refusal_of(python("-m", "bot", "assess", good, bad)) == refusal("assess", good, bad)
    assert refusal_of(python("-m", "bot", "assess", good, "--on", "soon")).startswith("--on: 'soon'; ")


def test_a_wrong_setting_stops_the_start_of_the_bot_in_one_line_before_it_loads_anything_heavy() -> None:
    said = python("-c", LISTING, "run", HTTP_PORT="eighty")
    line, loaded, _ = said.err.split("\n")
    assert line == "komek: HTTP_PORT: not a port; allowed is a whole number from 0 to 65535"
    assert (said.code, HEAVY & set(loaded.split())) == (2, set())


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "family.toml"),
        ("assess", "family.toml", "--json"),
        ("law", "gaps"),
        ("law", "show", "L5"),
        ("lines", "list"),
        ("lines", "missing"),
        ("--help",),
    ],
)
def test_no_command_but_run_loads_telegram_a_server_a_driver_or_the_cipher(arguments: tuple[str, ...]) -> None:
    file_of(FAMILY)
    said = python("-c", LISTING, *arguments)
    assert said.code == 0
    assert "bot" in said.err.split()
    assert set() == HEAVY & set(said.err.split())


def test_json_with_a_line_given_needs_no_event_loop_no_texts_and_no_settings() -> None:
    file_of(FAMILY)
    loaded = set(python("-c", LISTING, "assess", "family.toml", "--json", "--line", "40000").err.split())
    assert set() == {*HEAVY, "asyncio", "babel", "fluent", "pydantic_settings"} & loaded


def test_the_console_script_is_the_same_program() -> None:
    (script,) = entry_points(group="console_scripts", name="komek")
    assert script.value == "bot.__main__:main"
    assert script.load() is main
    said = subprocess.run(  # noqa: S603 - our own program
        [Path(sys.executable).with_name("komek"), "assess", file_of(ALONE), "--json"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert json.loads(said.stdout)["counted_members"] == 1


def test_letters_are_printed_whatever_the_locale_of_the_terminal() -> None:
    file_of(FAMILY)
    said = python("-m", "bot", "assess", "family.toml", LC_ALL="C")
    assert (said.err, said.code) == ("", 0)
    assert "₸" in said.out


def test_a_reader_who_goes_away_is_no_error_worth_a_traceback() -> None:
    names = [file_of(FAMILY, f"{number}.toml").name for number in range(200)]
    running = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", "assess", *names, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert running.stdout
    assert running.stderr
    running.stdout.readline()
    running.stdout.close()
    assert b"Traceback" not in running.stderr.read()
    running.stderr.close()
    running.wait(timeout=30)

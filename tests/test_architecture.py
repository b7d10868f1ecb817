"""The shape of the program: who may import whom, how long things may be, what they may not be called."""

import ast
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house import circle_in, floors, imports_of_files, loose_files, rooms

ROOT = Path(__file__).resolve().parent.parent
OURS = ("rules", "bot", "handlers", "bench")
DRIVERS = {"aiosqlite", "asyncpg", "aiosql", "sqlite3"}
MAY_IMPORT_AIOGRAM = (
    "handlers/",
    "bot/sandbox/",
    "bench/",
    "bot/app.py",
    "bot/telegram/",
    "bot/delivery/",
)
COMPOSE = {"bot/app.py", "bot/__main__.py"}
VAGUE = {"utils", "util", "manager", "helper", "helpers", "service", "repository", "dto", "common", "misc", "info"}
LONGEST_FUNCTION = 50
LONGEST_MODULE = 400
MEDIAN_FUNCTION = 10
MEDIAN_MODULE = 120
MOST_ROOMS = 24
MOST_FLOORS = 9
MOST_LOOSE_FILES = 10


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its path."""
    paths = [path for package in OURS for path in sorted((ROOT / package).rglob("*.py"))]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def packages(tree: ast.Module) -> set[str]:
    return {name.partition(".")[0] for name in imports(tree)}


def importers_of(names: set[str]) -> set[str]:
    return {path for path, tree in modules().items() if packages(tree) & names}


def functions() -> Iterator[tuple[str, int]]:
    """Name and length in lines of every function; the lines of its docstring are not counted."""
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
                told = (first.end_lineno or 0) - first.lineno + 1 if is_text else 0
                yield f"{path}: {node.name}", (node.end_lineno or 0) - node.lineno + 1 - told


def lines_of(path: str) -> int:
    return len((ROOT / path).read_text(encoding="utf-8").splitlines())


def test_the_rules_know_nothing_but_python_and_themselves() -> None:
    """The law is pure: it can be read and run without the machine around it."""
    allowed = set(sys.stdlib_module_names) | {"rules"}
    strangers = {path: packages(tree) - allowed for path, tree in modules().items() if path.startswith("rules/")}
    assert {path: names for path, names in strangers.items() if names} == {}


def test_the_rules_have_no_clock_and_no_event_loop() -> None:
    """Every function of the law takes the day from its caller."""
    forbidden = {"asyncio", "time", "locale", "random", "os", "threading"}
    law = {path: tree for path, tree in modules().items() if path.startswith("rules/")}
    assert {path for path, tree in law.items() if packages(tree) & forbidden} == set()
    calls = [
        f"{path}:{node.lineno}"
        for path, tree in law.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}
        if not (isinstance(node.value, ast.Attribute | ast.Name) and "assessment_day" in ast.unparse(node.value))
    ]
    assert calls == []


def test_the_law_knows_nothing_of_the_questions() -> None:
    """What is asked follows from the law, never the law from what is asked."""
    law = {path: tree for path, tree in modules().items() if path.startswith("rules/") and "/interview/" not in path}
    assert {
        path for path, tree in law.items() if any(name.startswith("rules.interview") for name in imports(tree))
    } == set()


def test_there_is_no_float_in_the_law() -> None:
    """Money is whole tenge, shares are decimal fractions: a float would round somebody's money."""
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        if path.startswith("rules/")
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert found == []


def test_only_the_composition_root_imports_the_handlers() -> None:
    """The machine never depends on the conversation."""
    importers = {path for path in importers_of({"handlers"}) if path.startswith("bot/")}
    assert importers <= COMPOSE


def test_the_rules_are_imported_by_the_others_and_import_none_of_them() -> None:
    """The way goes from the conversation to the machine to the law."""
    assert {path for path in importers_of({"bot", "handlers", "bench"}) if path.startswith("rules/")} == set()
    assert {path for path in importers_of({"bench"}) if not path.startswith("bench/")} == set()


def test_only_the_database_and_the_store_know_the_drivers() -> None:
    """Whoever wants something stored calls a function of the store."""
    allowed = ("bot/database/", "bot/store/")
    assert {path for path in importers_of(DRIVERS) if not path.startswith((*allowed, "bench/"))} == set()


def test_only_what_speaks_with_telegram_imports_aiogram() -> None:
    """Importing it takes seconds: the law, the store, the texts and the command line stay free of it."""
    assert {path for path in importers_of({"aiogram"}) if not path.startswith(MAY_IMPORT_AIOGRAM)} == set()


def test_no_files_import_each_other_in_a_circle() -> None:
    """Whoever reads one file after the other, the imported first, never comes back to where they were."""
    assert circle_in(imports_of_files()) == []
    assert circle_in(rooms()) == []


def test_nothing_is_imported_from_a_test() -> None:
    """What tests share stands in a file named by what it is: so a test can be changed or moved by itself."""
    borrowed = {
        str(path.relative_to(ROOT)): sorted(names)
        for folder in ("tests", "bench")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (names := {name for name in imports(ast.parse(path.read_text(encoding="utf-8"))) if ".test_" in f".{name}"})
    }
    assert borrowed == {}


def test_the_house_has_few_rooms_few_arrows_and_few_floors() -> None:
    """`python -m tests.house` prints them; a loose file of bot/ belongs to no trade alone."""
    graph = rooms()
    assert len(graph) <= MOST_ROOMS
    assert max(floors(graph).values()) <= MOST_FLOORS
    assert len(loose_files()) <= MOST_LOOSE_FILES


def test_nothing_unpacks_a_file_or_draws_a_picture() -> None:
    """What a stranger sends may burst when it is opened: it is kept and handed on as it came."""
    unpackers = {"zipfile", "tarfile", "gzip", "zlib", "bz2", "lzma", "shutil", "PIL"}
    assert {path for path in importers_of(unpackers) if not path.startswith("bench/")} == set()


def test_no_function_is_long() -> None:
    """A function fits on a screen, and the usual one is ten lines."""
    lengths = dict(functions())
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}
    assert statistics.median(lengths.values()) <= MEDIAN_FUNCTION


def test_no_module_is_long() -> None:
    """A module is read in one sitting."""
    lengths = {path: lines_of(path) for path in modules()}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}
    assert statistics.median(lengths.values()) <= MEDIAN_MODULE


def test_nothing_has_a_vague_name() -> None:
    """A name says what a thing is, in the words of its field."""
    stems = {path for path in modules() if set(Path(path).with_suffix("").parts) & VAGUE}
    classes = {
        f"{path}: {node.name}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name.lower().endswith(tuple(VAGUE))
    }
    assert stems | classes == set()


def test_every_exception_is_in_one_of_the_two_trees() -> None:
    """`bot/errors.py` and `rules/errors.py` draw them; what undoes a transaction on purpose is private."""
    drawn = "".join(
        ast.get_docstring(modules()[path]) or ""
        for path in ("bot/errors.py", "rules/errors.py", "bot/sandbox/errors.py")
    )
    raised = [
        (path, node.name)
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} & {"Exception", "ValueError"}
        if not node.name.startswith("_")
    ]
    assert set(raised) == {("bot/errors.py", "KomekError"), ("rules/errors.py", "RulesError")}
    errors = {
        node.name
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Error") for base in node.bases)
    }
    assert {name for name in errors if not name.endswith("Error")} == set()
    assert {name for name in errors if name not in drawn} == set()


def test_every_module_says_at_its_top_what_it_is() -> None:
    """Someone new finds the place for a change by the first lines."""
    silent = [path for path, tree in modules().items() if not ast.get_docstring(tree) and lines_of(path)]
    assert silent == []


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_the_locks_pin_hashes_and_name_no_host(lock: str) -> None:
    """The same files are installed everywhere, wherever they come from."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = [line for line in text.splitlines() if "==" in line and not line.lstrip().startswith("#")]
    assert pinned
    assert text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text


def test_the_tests_are_at_least_as_long_as_the_code() -> None:
    """What is not tried out is not known to work."""
    tests = sum(lines_of(str(path.relative_to(ROOT))) for path in (ROOT / "tests").rglob("*.py"))
    assert tests >= sum(lines_of(path) for path in modules())

"""The house as its imports draw it: rooms, arrows between them, floors, circles. `python -m tests.house` prints it.

A room is a package with all that is below it, or a loose file of `bot/`; it stands a floor above all that it imports.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGES: Final = ("rules", "bot", "handlers", "bench")
LOOSE: Final = "bot"

Graph = Mapping[str, frozenset[str]]


@cache
def files() -> Mapping[str, Path]:
    """Every file of the program by its dotted name."""
    found = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in found}


def imports_of_files() -> dict[str, frozenset[str]]:
    """Which files each file imports. A package's face only hands names on: it counts as a file like any other."""
    return {name: frozenset(_imported(name, path)) for name, path in files().items()}


def _imported(name: str, path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            wanted = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        else:
            continue
        for full in wanted:
            found = _file_of(full)
            if found and found != name:
                yield found


def _file_of(dotted: str) -> str:
    while dotted and dotted not in files():
        dotted = dotted.rpartition(".")[0]
    return dotted


def room_of(name: str) -> str:
    """The room in which a file stands."""
    first, _, rest = name.partition(".")
    return f"{LOOSE}.{rest.partition('.')[0]}".rstrip(".") if first == LOOSE else first


def rooms() -> dict[str, frozenset[str]]:
    """Which rooms each room imports."""
    found: dict[str, set[str]] = {}
    for name, imported in imports_of_files().items():
        room = room_of(name)
        found.setdefault(room, set()).update({room_of(other) for other in imported} - {room, LOOSE})
    found.pop(LOOSE, None)  # the package itself holds nothing
    return {room: frozenset(others) for room, others in found.items()}


def circle_in(graph: Graph) -> list[str]:
    """Names that import each other in a circle; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        return list(circle.args[1])
    return []


def floors(graph: Graph) -> dict[str, int]:
    """The floor of each room, 1 for the ground; the graph has no circle."""
    found: dict[str, int] = {}
    for room in TopologicalSorter(graph).static_order():
        found[room] = 1 + max((found[other] for other in graph.get(room, ())), default=0)
    return found


def loose_files() -> list[str]:
    """The files that stand in `bot/` itself."""
    return sorted(path.name for path in (ROOT / LOOSE).glob("*.py") if path.name != "__init__.py")


def plan() -> Iterator[str]:
    """The house in lines, the top floor first."""
    graph = rooms()
    at = floors(graph)
    arrows = sum(map(len, graph.values()))
    yield f"{len(graph)} rooms, {arrows} arrows, {max(at.values())} floors, {len(loose_files())} loose files in bot/"
    for floor in range(max(at.values()), 0, -1):
        yield f"{floor:>2}  {', '.join(sorted(room for room, its in at.items() if its == floor))}"
    yield f"circle: {' -> '.join(circle_in(imports_of_files())) or 'none'}"


if __name__ == "__main__":
    sys.stdout.write("\n".join([*plan(), ""]))

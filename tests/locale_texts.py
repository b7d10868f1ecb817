"""The sentences of the locale files as rules read them: every variant written out, with file and line."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

PLURAL_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})

Entries = Mapping[str, ast.Message | ast.Term]


class Selector(NamedTuple):
    """What a text chooses by, and between which keys."""

    variable: str | None  # None when it is no plain variable
    keys: frozenset[str]

    @property
    def is_plural(self) -> bool:
        return bool(self.keys & PLURAL_CATEGORIES)


class Text(NamedTuple):
    """A message or an attribute."""

    language: str
    name: str  # message, or message.attribute
    place: str  # file:line
    variants: tuple[str, ...]  # what can be read, a variable as {$name}
    variables: frozenset[str]
    selectors: tuple[Selector, ...]

    @property
    def is_button(self) -> bool:
        return self.name.startswith("button-") or self.name.endswith(".short")


@cache
def texts_in(folder: Path) -> tuple[Text, ...]:
    """Read all files of a language, once; the folder is named after it."""
    sources = {str(path): path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))}
    return tuple(texts_of(folder.name, sources))


def texts_of(language: str, sources: Mapping[str, str]) -> list[Text]:
    """Read the sources by their paths."""
    parsed = {path: FluentParser().parse(source).body for path, source in sources.items()}
    entries = {
        _name(entry): entry for body in parsed.values() for entry in body if isinstance(entry, ast.Message | ast.Term)
    }
    return [
        Text(language, name, f"{path}:{_line(sources[path], node)}", *_read(pattern, entries))
        for path, body in parsed.items()
        for entry in body
        if isinstance(entry, ast.Message | ast.Term)
        for name, pattern, node in _patterns(entry)
    ]


def _name(entry: ast.Message | ast.Term) -> str:
    return ("-" if isinstance(entry, ast.Term) else "") + entry.id.name


def _patterns(entry: ast.Message | ast.Term) -> Iterator[tuple[str, ast.Pattern, ast.SyntaxNode]]:
    if entry.value is not None:
        yield _name(entry), entry.value, entry.id
    for attribute in entry.attributes:
        yield f"{_name(entry)}.{attribute.id.name}", attribute.value, attribute.id


def _line(source: str, node: ast.SyntaxNode) -> int:
    return source.count("\n", 0, node.span.start if node.span else 0) + 1


def _read(pattern: ast.Pattern, entries: Entries) -> tuple[tuple[str, ...], frozenset[str], tuple[Selector, ...]]:
    found = _Found()
    found.visit(pattern)
    return tuple(_written(pattern, entries)), frozenset(found.variables), tuple(found.selectors)


class _Found(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.selectors: list[Selector] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802, named by fluent.syntax
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802, named by fluent.syntax
        chosen = node.selector.id.name if isinstance(node.selector, ast.VariableReference) else None
        keys = (key.name for key in (variant.key for variant in node.variants) if isinstance(key, ast.Identifier))
        self.selectors.append(Selector(chosen, frozenset(keys)))
        self.generic_visit(node)


def _written(pattern: ast.Pattern, entries: Entries) -> list[str]:
    written = [""]
    for element in pattern.elements:
        ways = [element.value] if isinstance(element, ast.TextElement) else _ways(element.expression, entries)
        written = [start + way for start in written for way in ways]
    return written


def _ways(expression: object, entries: Entries) -> list[str]:
    match expression:
        case ast.StringLiteral():
            return [expression.parse()["value"]]
        case ast.Placeable():
            return _ways(expression.expression, entries)
        case ast.VariableReference():
            return [f"{{${expression.id.name}}}"]
        case ast.SelectExpression():
            return [way for variant in expression.variants for way in _written(variant.value, entries)]
        case ast.TermReference() | ast.MessageReference():
            return _referred(expression, entries)
    return ["{}"]


def _referred(reference: ast.TermReference | ast.MessageReference, entries: Entries) -> list[str]:
    name = ("-" if isinstance(reference, ast.TermReference) else "") + reference.id.name
    wanted = name + (f".{reference.attribute.name}" if reference.attribute else "")
    found = {way[0]: way[1] for way in _patterns(entries[name])} if name in entries else {}
    return _written(found[wanted], entries) if wanted in found else [f"{{{wanted}}}"]

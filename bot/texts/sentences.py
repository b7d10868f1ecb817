"""Every sentence of the bot, in Kazakh and Russian, from Fluent files used strictly.

All `locales/<language>/*.ftl` files of a language are one bundle. A sentence that is missing, lacks a value
or gets one too many is an error at once: nobody is ever answered in the other language or with `{$amount}`.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import MAX_PART_LENGTH
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.errors import KomekError
from bot.texts.formats import Formats

LOCALES: Final = Path(__file__).resolve().parents[2] / "locales"
PLURAL_CATEGORIES: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
OF_ANOTHER: Final = "-theirs"
"""How the name of a message ends that stands in place of the one without it where the family is not one's own."""
PLACE: Final = "\ue000"  # of a value in a template: a letter that no text has
COUNTS_KEPT: Final = 1_000  # sentences about an age or a number of people, which come again and again


class Language(StrEnum):
    """A language that the bot speaks; the name of its folder in `locales/`."""

    KK = "kk"
    RU = "ru"


class TextError(KomekError):
    """A text is missing or malformed, or got the wrong values: our fault, always. It tells no value."""


def escape(text: str) -> str:
    """Make a text safe inside HTML: use it on every value that a person or the authority has typed.

    Labels of family members, names, addresses, titles of offers, contacts. Not for figures, days and regions
    written by `Texts`, not for texts from `locales/`, and not for the labels of buttons, which are no HTML.
    """
    return html.escape(text, quote=False)


def dated(told: str, moment: datetime) -> str:
    """Return what is told of an instant (aware) as HTML: a phone shows it in its own zone, and can remind of it.

    The words stay as they are written; a phone that knows nothing of it shows them alone.
    """
    return f'<tg-time unix="{int(moment.timestamp())}">{told}</tg-time>'


@cache
def texts(language: Language) -> "Texts":
    """Return the texts of a language, read once."""
    return Texts(language)


@cache
def texts_of_another(language: Language) -> "Texts":
    """Return the texts of a language as they are said of a family that is not the person's own, read once.

    What is asked about the applicant is asked as about any member; a message with a twin in `-theirs` is that one.
    """
    return Texts(language, is_of_another=True)


class Texts(Formats):
    """The sentences of one language, and how figures, days and places are written in it."""

    def __init__(self, language: Language, folder: Path = LOCALES, *, is_of_another: bool = False) -> None:
        locale = Locale.parse(f"{language}_KZ")  # plain `ru` prints the code KZT instead of ₸
        super().__init__(locale)
        self.language = language
        entries = _of_the_bot(language) if folder == LOCALES else _read(folder / language)
        self._entries = _of_another(entries) if is_of_another else entries
        self._bundle = FluentBundle([str(locale)], use_isolating=False)
        self._bundle.add_resource(ast.Resource([found.entry for found in self._entries.values()]))
        self._sentences: dict[str, _Sentence] = {}
        self._counted = lru_cache(maxsize=COUNTS_KEPT, typed=True)(self._chosen)

    def say(self, message_id: str, /, **values: str | int) -> str:
        """Return the message, or the attribute as `message.attribute`, with exactly the values it names.

        A value is a finished text, or a whole number, which alone can choose a plural form. As Python has no
        hyphens in names, `per_person` is the variable `$per-person`. Raises TextError.
        """
        sentence = self._sentences.get(message_id) or self._compile(message_id)
        if not values and sentence.plain is not None:
            return sentence.plain
        if sentence.template is not None and values.keys() == sentence.names and _are_short_texts(values):
            return sentence.template % values
        if any(isinstance(value, str) for value in values.values()):
            return self._chosen(message_id, **values)
        return self._counted(message_id, **values)

    def say_with(self, message_id: str, /, **possible: str | int) -> str:
        """Return the message with those of the values that it names: for messages chosen by what is asked."""
        sentence = self._sentences.get(message_id) or self._compile(message_id)
        return self.say(message_id, **{name: value for name, value in possible.items() if name in sentence.names})

    def __contains__(self, message_id: str) -> bool:
        """Whether there is such a message or attribute."""
        message, _, attribute = message_id.partition(".")
        found = self._entries.get(message)
        return found is not None and _pattern(found.entry, attribute) is not None

    def pieces(self) -> Iterator[str]:
        """Yield what stands in the sentences between their values: for recognising them in a pasted text."""
        found = _Pieces()
        for entry in self._entries.values():
            found.visit(entry.entry)
        yield from found.pieces

    def _check(self, message_id: str, sentence: "_Sentence", values: Mapping[str, str | int]) -> None:
        if values.keys() != sentence.variables:
            missing = ", ".join(sorted(sentence.variables - values.keys())) or "nothing"
            unknown = ", ".join(sorted(values.keys() - sentence.variables)) or "nothing"
            raise TextError(f"{self.language}: {message_id}: missing {missing}, superfluous {unknown}")
        for name, value in values.items():
            wanted = int if name in sentence.numbers else str | int
            if not isinstance(value, wanted):
                kind = type(value).__name__  # the value itself may be somebody's income
                raise TextError(f"{self.language}: {message_id}: ${name} is of type {kind}")

    def _compile(self, message_id: str) -> "_Sentence":
        seen = _Variables(self._entries)
        try:
            seen.look_into(message_id)
        except KeyError as missing:
            raise TextError(f"{self.language}: there is no {missing.args[0]}") from None
        message, _, attribute = message_id.partition(".")
        compiled = self._bundle.get_message(message)
        pattern = compiled.attributes[attribute] if attribute else compiled.value
        names = frozenset(name.replace("-", "_") for name in seen.variables)
        template = None if seen.chooses else self._template(message_id, pattern, seen.variables)
        plain = template % {} if template is not None and not names else None
        sentence = _Sentence(pattern, frozenset(seen.variables), frozenset(seen.numbers), names, template, plain)
        self._sentences[message_id] = sentence
        return sentence

    def _template(self, message_id: str, pattern: Any, variables: Iterable[str]) -> str:
        written = self._write(message_id, pattern, {name: f"{PLACE}{name}{PLACE}" for name in variables})
        text = written.replace("%", "%%")
        for name in variables:
            text = text.replace(f"{PLACE}{name}{PLACE}", f"%({name.replace('-', '_')})s")
        return text

    def _chosen(self, message_id: str, /, **values: str | int) -> str:
        sentence = self._sentences[message_id]
        arguments = {name.replace("_", "-"): value for name, value in values.items()}
        self._check(message_id, sentence, arguments)
        return self._write(message_id, sentence.pattern, arguments)

    def _write(self, message_id: str, pattern: Any, values: Mapping[str, str | int]) -> str:
        written, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors or not isinstance(written, str):
            raise TextError(f"{self.language}: {message_id}: {errors}")
        return written


class _Sentence(NamedTuple):
    """What is known of a message before it is said."""

    pattern: Any  # compiled by fluent.runtime
    variables: frozenset[str]
    numbers: frozenset[str]  # choose a plural form: must be whole numbers
    names: frozenset[str]  # of the variables, as Python writes them
    template: str | None  # the text with %(name)s for each value, unless the values choose its words
    plain: str | None  # the text itself where it takes no value


def _are_short_texts(values: Mapping[str, str | int]) -> bool:
    return all(isinstance(value, str) and len(value) <= MAX_PART_LENGTH for value in values.values())


class _Entry(NamedTuple):
    entry: ast.Message | ast.Term
    place: str  # file and line


class _Pieces(Visitor):
    """Collects the texts of patterns."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802, as fluent.syntax names it
        """Keep a piece of text."""
        self.pieces.append(node.value)


class _Variables(Visitor):
    """Collects the variables of a message and of all that it refers to; KeyError for a dead reference."""

    def __init__(self, entries: Mapping[str, _Entry]) -> None:
        self.variables: set[str] = set()
        self.numbers: set[str] = set()
        self.chooses = False  # between words, or how a value is written
        self._entries = entries
        self._visited: set[str] = set()

    def look_into(self, name: str) -> None:
        if name in self._visited:
            return
        self._visited.add(name)
        entry, _, attribute = name.partition(".")
        pattern = _pattern(self._entries[entry].entry, attribute) if entry in self._entries else None
        if pattern is None:
            raise KeyError(name)
        self.visit(pattern)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802, named by fluent.syntax
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802, named by fluent.syntax
        self.look_into(node.id.name + (f".{node.attribute.name}" if node.attribute else ""))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802, named by fluent.syntax
        # what a term calls variables are its own arguments, so they are not wanted from outside
        _Variables(self._entries).look_into("-" + node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802, named by fluent.syntax
        self.chooses = True
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802, named by fluent.syntax
        self.chooses = True
        keys = {variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)}
        if isinstance(node.selector, ast.VariableReference) and keys & PLURAL_CATEGORIES:
            self.numbers.add(node.selector.id.name)
        self.generic_visit(node)


def _pattern(entry: ast.Message | ast.Term, attribute: str) -> ast.Pattern | None:
    if not attribute:
        return entry.value
    return next((found.value for found in entry.attributes if found.id.name == attribute), None)


@cache
def _of_the_bot(language: Language) -> dict[str, _Entry]:
    """Return the entries of a language, read once for one's own family and for another: to parse them takes longest."""
    return _read(LOCALES / language)


def _read(folder: Path) -> dict[str, _Entry]:
    """Read every file of a language; terms have a hyphen before their name. TextError with file and line."""
    entries: dict[str, _Entry] = {}
    for path in sorted(folder.glob("*.ftl")):
        for name, found in _entries_of(path):
            if name in entries:
                raise TextError(f"{found.place}: {name} stands already in {entries[name].place}")
            entries[name] = found
    if not entries:
        raise TextError(f"{folder}: no texts here")
    return entries


def _of_another(entries: dict[str, _Entry]) -> dict[str, _Entry]:
    """Return the same names with what is said where the applicant is somebody else than who reads it."""
    of_member = re.compile(r"(question-.+)-self")
    anew = dict(entries)
    for name, found in entries.items():
        asked = of_member.fullmatch(name)
        said = entries.get(f"{name}{OF_ANOTHER}") or (asked and entries.get(f"{asked[1]}-member"))
        if said:
            anew[name] = _Entry(ast.Message(found.entry.id, said.entry.value, said.entry.attributes), said.place)
    return anew


def _entries_of(path: Path) -> list[tuple[str, _Entry]]:
    source = path.read_text(encoding="utf-8")
    entries = []
    for entry in FluentParser().parse(source).body:
        start = entry.span.start if entry.span else 0
        place = f"{path}:{source.count(chr(10), 0, start) + 1}"
        if isinstance(entry, ast.Junk):
            raise TextError(f"{place}: {entry.annotations[0].message}")
        if isinstance(entry, ast.Message | ast.Term):
            name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            entries.append((name, _Entry(entry, place)))
    return entries

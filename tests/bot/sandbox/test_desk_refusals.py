"""Every refusal of the API has a sentence of its own at the desk, in the officer's language.

The API's sentences are looked for in its code, so that a new one without words is found here.
"""

import ast
import importlib
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from pydantic import BaseModel, ValidationError

import bot.sandbox
from bot.api.cases import LinkWanted
from bot.api.lines import LinePublished
from bot.api.unavailable import AWAY
from bot.casework.events import TYPES, Envelope
from bot.published_lines import sums_allowed
from rules.quarters import Quarter

ROOT: Final = Path(bot.__file__).parent
PAGE: Final = ROOT / "sandbox" / "page"
API: Final = [
    *sorted((ROOT / "api").glob("*.py")), *sorted((ROOT / "casework").glob("*.py")),
    ROOT / "published_lines.py",
]  # fmt: skip
SAMPLES: Final = ("7", "KZ-79", "received", "2026-11-23")
NOT_READ: Final = {"api/health.py"}
"""What no officer reads: whether the program is well is asked by other programs."""
HANDED_ON: Final = {
    "api/offers_csv.py": {"wrong[0]": ["'wage' is unknown"], "allowed": ["the first row names the columns: case_id"]},
    "api/lines.py": {"sums_allowed(known)": [sums_allowed(Quarter.parse("2026-Q4"))]},
    "api/bodies.py": {"', '.join(allowed)": ["application/json, text/csv"], "wrong": ["is nested too deeply"]},
    "casework/offer_events.py": {"stands": ["", ", and its answer is acknowledged"], "ALIKE": ["member and title"]},
    "casework/offer_batch.py": {"ALIKE": ["member and title"]},
    "casework/events.py": {"', '.join(allowed)": ["need, no_need"]},
}
"""Parts of sentences that stand in no literal, with what they may be."""
MODELS: Final = {"casework/events.py", "casework/written.py"}
"""What pydantic hands on as it was said."""
WHOLE: Final = {"*wrong[0]"}
"""Sentences that were made elsewhere, where they are looked for as well, or by pydantic."""
WRONG_VALUES: Final[list[Any]] = [
    None, "", " ", 5, -1, 10**12, 1.5, True, "x" * 5_000, "a b", "a\x07b", "a\u202eb", "\u0301", [], {}, "nonsense",
    "2026-13-45", "2026-11-23", "2026-11-23T10:00:00", "2026-11-23T10:00:00+06:00", "2026-11-23T25:00:00+05:00",
    "1999-01-01", "1999-01-01T10:00:00Z",
]  # fmt: skip


def patterns() -> list[tuple[str, str]]:
    """Return the patterns of the page in their order, each with the key of its words."""
    return re.findall(r"^  \[/(\^.+)/, \"(\w+)\"\],$", (PAGE / "desk-refusals.js").read_text("utf-8"), re.MULTILINE)


def words_for(message: str) -> str | None:
    """Return the key of the words that the page has for a sentence."""
    return next((key for pattern, key in patterns() if re.search(pattern, message)), None)


def sentences(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield every sentence of a module with which it refuses something: where it is, and what it may be."""
    name, tree = str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        told = _message_of(node, is_model=name in MODELS)
        if told is not None and ast.unparse(told) not in WHOLE:
            yield f"{name}:{told.lineno}", list(_variants(told, path, name))


def _message_of(node: ast.AST, *, is_model: bool) -> ast.expr | None:
    """Return the sentence of a refusal; what a model finds wrong is one, elsewhere it is told within another."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        place = {"EventRejectedError": 1, "HTTPException": 1, **({"ValueError": 0} if is_model else {})}.get(
            node.func.id
        )
        if place is not None and node.args:
            return node.args[min(place, len(node.args) - 1)]
    if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
        return node.value.elts[1]
    return None


def _variants(told: ast.expr, path: Path, name: str) -> Iterator[str]:
    if isinstance(told, ast.Constant):
        yield str(told.value)
    elif isinstance(told, ast.JoinedStr):
        parts = [list(_part(part, path, name)) for part in told.values]
        yield from ("".join(chosen) for chosen in itertools.product(*parts))
    elif ast.unparse(told) in HANDED_ON.get(name, {}):
        yield from HANDED_ON[name][ast.unparse(told)]
    else:
        module = importlib.import_module("bot." + name.removesuffix(".py").replace("/", "."))
        yield str(eval(ast.unparse(told), vars(module), {"status": _Status()}))  # noqa: S307, our own code


class _Status:
    phrase = "Unauthorized"


def _part(part: ast.expr, path: Path, name: str) -> Iterator[str]:
    if isinstance(part, ast.FormattedValue):
        known = HANDED_ON.get(name, {}).get(ast.unparse(part.value))
        yield from known if known is not None else SAMPLES
    else:
        yield from _variants(part, path, name)


def every_sentence() -> list[tuple[str, list[str]]]:
    return [found for path in API if str(path.relative_to(ROOT)) not in NOT_READ for found in sentences(path)]


def test_every_sentence_with_which_the_api_refuses_has_words_at_the_desk() -> None:
    found = every_sentence()
    assert len(found) > 50
    assert [(place, told) for place, told in found if not any(map(words_for, told))] == []


def test_a_sentence_that_is_not_known_is_found() -> None:
    """The test above can fail."""
    assert words_for("the moon is full") is None
    assert words_for("the visit is held") == "visitIs"
    assert words_for("the offer is accepted, and its answer is acknowledged") == "offerTaken"
    assert words_for("several regions have a case of this id (KZ-71, KZ-79): name one") == "whichRegion"


@pytest.mark.parametrize("model", [*TYPES.values(), Envelope, LinkWanted, LinePublished], ids=lambda one: one.__name__)
def test_whatever_stands_in_a_field_its_refusal_has_words(model: type[BaseModel]) -> None:
    """Also those that pydantic makes."""
    told = set()
    for field in [*model.model_fields, "unheard"]:
        for value in WRONG_VALUES:
            try:
                model.model_validate({field: value})
            except ValidationError as wrong:
                told |= {error["msg"].removeprefix("Value error, ") for error in wrong.errors(include_url=False)}
    assert len(told) > 2
    assert {message for message in told if words_for(message) is None} == set()


@pytest.mark.parametrize(
    "status", ["Not Found", "Method Not Allowed", "Too Many Requests", "Internal Server Error", AWAY]
)
def test_what_the_server_itself_says_has_words(status: str) -> None:
    assert words_for(status) is not None


def test_the_words_of_refusals_name_no_place_that_the_sentence_does_not_fill() -> None:
    """{0} and {1} are what the pattern has caught."""
    groups = {key: re.compile(pattern).groups for pattern, key in patterns()}
    script = (PAGE / "desk-words.js").read_text("utf-8")
    for language in script.split("const RUSSIAN"):
        refusals = language.partition("refusals: {")[2].partition("},\n")[0]
        texts = dict(re.findall(r'(\w+): "([^"]+)"', refusals))
        assert set(groups) <= set(texts)
        asked = {
            key: max([int(place) + 1 for place in re.findall(r"\{(\d)\}", texts[key])], default=0) for key in groups
        }
        assert {key: count for key, count in asked.items() if count > groups[key]} == {}

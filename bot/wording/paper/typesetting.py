"""Typst: from a template and what stands in it to a PDF or a picture.

Compiling leaves Python's lock alone, so that a thread can do it while others are answered. What somebody typed
reaches the template as a text of JSON, and is never read as markup.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import typst

TEMPLATES: Final = Path(__file__).parent
FONT: Final = "font_source_sans_pro"
"""The package whose font has every Kazakh letter and the tenge sign: Source Sans Pro, SIL Open Font License."""
POINTS_PER_INCH: Final = 72.0


class Drawing(NamedTuple):
    """What is to be drawn: a template and what stands in it; as a picture with so many pixels a point."""

    template: str
    told: dict[str, Any]
    kind: Literal["pdf", "png"] = "pdf"
    scale: float = 1.0


def drawn(drawing: Drawing) -> bytes:
    """Return the document, or the one picture. It takes tens of milliseconds: whoever calls this is no event loop."""
    made = typst.compile(
        TEMPLATES / drawing.template,
        root=TEMPLATES,
        font_paths=fonts(),
        format=drawing.kind,
        ppi=POINTS_PER_INCH * drawing.scale,
        sys_inputs={"told": json.dumps(drawing.told, ensure_ascii=False)},
    )
    if not isinstance(made, bytes):
        raise TypeError(f"{drawing.template} has several pages")
    return made


@cache
def fonts() -> typst.Fonts:
    """Return the one font, found once; the machine's own are left alone, so that a page looks alike everywhere."""
    spec = find_spec(FONT)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"no module named {FONT!r}", name=FONT)
    files = Path(spec.origin).with_name("files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[files])

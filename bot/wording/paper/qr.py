"""The square that a camera reads, as SVG: it stays sharp whatever the printer."""

from functools import lru_cache
from io import BytesIO
from typing import Final

import segno

MARGIN: Final = 2  # modules of white around it; the page is white as well
MASK: Final = 3
LINKS_KEPT: Final = 100  # the same result is drawn as page, in two languages, and page again


@lru_cache(maxsize=LINKS_KEPT)
def qr(link: str) -> str:
    """Return the picture of a link; a crease or a spot of a sixth of it does no harm."""
    drawn = BytesIO()
    # to look for the best of eight masks takes ten times as long as all the rest; each can be read
    segno.make(link, error="m", micro=False, mask=MASK).save(drawn, kind="svg", border=MARGIN, xmldecl=False)
    return drawn.getvalue().decode()

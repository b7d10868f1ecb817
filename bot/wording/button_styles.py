"""Which buttons are coloured, by what a press on them sends: what costs the family something never looks like the way.

A phone that knows no colours shows every button alike, so that nothing hangs on them.
"""

import re
from typing import Final

STYLES: Final = {
    # money, the answers, or the notices of a case are lost by it
    "danger": r"offer\|\d+\|\d+\|refuse(_anyway|_yes)?\||x\|(forget_yes|forget_now|start_over_yes)\||leave\|",
    # the last word to something that binds
    "success": r"offer\|\d+\|\d+\|accept_yes\|",
    # the way that most people go from there
    "primary": r"offer\|\d+\|\d+\|bill\||x\|calculate\||w\|next\||visit\|\d+\|\d+\|home$",
}
OF_PRESSES: Final = re.compile("|".join(f"(?P<{style}>{ways})" for style, ways in STYLES.items()))


def style_of(sent: str) -> str | None:
    """Return the colour of the button that sends this; None for most."""
    found = OF_PRESSES.match(sent)
    return found.lastgroup if found else None

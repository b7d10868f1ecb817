"""The regions of Kazakhstan by ISO 3166-2:KZ, with the three that were formed in 2022."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

COUNTRY: Final = "KZ"
FORMED_IN_2022_ON: Final = date(2022, 6, 8)


class Formed(NamedTuple):
    """From which day a region exists, and which region its places belonged to before."""

    on: date
    out_of: str


REGIONS: Final = (
    "KZ-71", "KZ-75", "KZ-79",
    "KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35",
    "KZ-39", "KZ-43", "KZ-47", "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63",
)  # fmt: skip

FORMED: Final[Mapping[str, Formed]] = {
    "KZ-10": Formed(FORMED_IN_2022_ON, "KZ-63"),
    "KZ-33": Formed(FORMED_IN_2022_ON, "KZ-19"),
    "KZ-62": Formed(FORMED_IN_2022_ON, "KZ-35"),
}


def exists(region: str, day: date) -> bool:
    """Whether a region existed on a day."""
    return region not in FORMED or day >= FORMED[region].on


def region_of_that_day(region: str, day: date) -> str:
    """Return the region that a place of today's `region` belonged to on a day."""
    return region if exists(region, day) else FORMED[region].out_of

"""The long forms of the tests, one JSON line a figure; exit code 1 when anything is lost, doubled or broken.

    python -m tests.soak                        everything, as `make soak`: about two hours on two cores
    python -m tests.soak kills --count 200 --database sqlite
    python -m tests.soak updates --count 100000
    python -m tests.soak parsers --count 20000
    python -m tests.soak routes --count 500
    python -m tests.soak hour --count 60
    python -m tests.soak wide --count 20000

`--database` is sqlite, postgresql (tests/postgres_server.py) or both, `--seed` what makes a run the same again.
"""

import argparse
import secrets
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from tests.databases import empty_database
from tests.postgres_server import postgres_dsn
from tests.soak import hostile, kills, parsers, routes, slow_hour, wide
from tests.soak.figures import Figure, machine


class Trial(NamedTuple):
    """A long form: what it measures on a database, and how often it does that unless told otherwise."""

    figures: Callable[[str, str, int, int], Iterator[Figure]]
    """Of the address of an empty database, its name, the count and the seed."""
    times: int
    databases: tuple[str, ...] = ("sqlite", "postgresql")
    """On which of them it is measured; one that needs none is named with the first."""


TRIALS: Final[Mapping[str, Trial]] = {
    "kills": Trial(kills.figures, 200),
    "updates": Trial(hostile.figures, 100_000),
    "parsers": Trial(parsers.figures, 20_000, databases=()),
    "routes": Trial(routes.figures, 500),
    "hour": Trial(slow_hour.figures, 60),
    "wide": Trial(wide.figures, 20_000, databases=("postgresql",)),
}


def main() -> int:
    """Print the figures and return the exit code."""
    asked = arguments()
    databases = ["sqlite", "postgresql"] if asked.database == "both" else [asked.database]
    if "postgresql" in databases:
        try:
            postgres_dsn()
        except OSError as missing:
            print(f"{missing}: its figures are left out", file=sys.stderr)
            databases.remove("postgresql")
    print(machine(), flush=True)
    is_well = True
    for name in [asked.trial] if asked.trial else TRIALS:
        trial = TRIALS[name]
        for database in [one for one in databases if one in trial.databases] if trial.databases else databases[:1]:
            with empty_database(database) as url:
                for figure in trial.figures(url, database, asked.count or trial.times, asked.seed):
                    print(figure.as_json(), flush=True)
                    is_well = is_well and figure.ok
    return 0 if is_well else 1


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("trial", nargs="?", choices=TRIALS)
    parser.add_argument("--count", type=int)
    parser.add_argument("--database", default="both", choices=["sqlite", "postgresql", "both"])
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

"""`make audit`: whether a hole is known in one of the locked libraries; needs the network, so no test does it.

    python -m tests.audit PIP_AUDIT requirements.lock

pip-audit says that nothing is known of what it could not look up, and that all is well. Here that is no answer.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

UNREACHED: Final = "the list of known holes cannot be reached: nothing is known of {libraries}"
FOUND, NOT_LOOKED_UP = 1, 2


def main(program: str, lock: str) -> int:
    """Look all of a lock file up, print what is known, and return the exit code."""
    asked = [program, "--disable-pip", "--require-hashes", "-r", lock, "--progress-spinner", "off", "--format", "json"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603, the Makefile's
    except OSError:  # it could not be installed
        said = ""
    lines, code = verdict(said)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return code


def verdict(report: str) -> tuple[list[str], int]:
    """Return the lines for a report of pip-audit, and the exit code: 0 only when every library was looked up."""
    try:
        libraries: Sequence[Mapping[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        libraries = []
    unknown = [library["name"] for library in libraries if "vulns" not in library]
    holes = [
        f"{library['name']} {library['version']}: {hole['id']}, repaired in {', '.join(hole['fix_versions']) or 'none'}"
        for library in libraries
        for hole in library.get("vulns", ())
    ]
    if not libraries or unknown:
        told = UNREACHED.format(libraries=f"{len(unknown)} of {len(libraries)} libraries" if libraries else "any")
        return [*holes, told], FOUND if holes else NOT_LOOKED_UP
    return holes or [f"no hole is known in {len(libraries)} libraries"], FOUND if holes else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

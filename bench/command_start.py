"""`komek assess` from its start to its end, beside a bare Python that loads much of what it comes with."""

import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Final

from bench.figures import Below, Figure
from bench.turns import ratios

LIMIT: Final = Below(8)
YARDSTICK: Final = (
    "import asyncio, csv, doctest, email.message, http.server, logging.config, multiprocessing.pool, pydoc, sqlite3, "
    "tarfile, unittest.mock, xml.dom.minidom, xmlrpc.client, zipfile"
)
FAMILY: Final = """
applied_on = 2023-05-10
region = "KZ-75"
[[members]]
label = "mother"
relationship = "applicant"
age = 34
incomes = [{ kind = "wage", monthly = 60_000 }]
"""
MEASURED: Final = (
    "a family of one assessed and told in Russian by a process of its own, whose modules are compiled already, against "
    "a process that imports much of the standard library; each once a round; processor seconds of both, medians"
)


def command_start(folder: Path, rounds: int = 15) -> Figure:
    """Measure a start; the first of each, which compiles what was not compiled yet, does not count."""
    family = folder / "family.toml"
    family.write_text(FAMILY, encoding="utf-8")
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(rounds + 1):
        ours.append(_processor_seconds("-m", "bot", "assess", str(family), "--lang", "ru"))
        bare.append(_processor_seconds("-c", YARDSTICK))
    del ours[0], bare[0]
    return Figure(
        "command_start",
        median(ours),
        "s of the processor",
        LIMIT,
        MEASURED,
        yardstick=median(bare),
        ratio=median(ratios(ours, bare)),
    )


def _processor_seconds(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603 - our own program
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

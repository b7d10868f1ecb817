"""A figure with what it is held against, and the machine on which it was measured."""

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A limit from below."""

    at_least: float

    def holds(self, value: float) -> bool:
        """Whether a value keeps the limit."""
        return value >= self.at_least


@dataclass(frozen=True, slots=True)
class Below:
    """A limit from above."""

    below: float

    def holds(self, value: float) -> bool:
        """Whether a value keeps the limit."""
        return value < self.below


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    With a `yardstick`, in the same unit and from the same run, the limit holds for `ratio`, otherwise for the
    figure itself. `measured` says in words what was done; `details` are further figures without a limit.
    """

    name: str
    figure: float
    unit: str
    limit: AtLeast | Below
    measured: str
    yardstick: float | None = None
    ratio: float | None = None
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the limit is kept."""
        return self.limit.holds(self.figure if self.ratio is None else self.ratio)

    def as_json(self) -> str:
        """Return the figure as one line, numbers with four digits that count."""
        return json.dumps(_rounded({**asdict(self), "ok": self.ok}), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not measured, and why; no limit is missed by that."""

    skipped: str
    why: str
    ok: bool = True

    def as_json(self) -> str:
        """Return it as one line."""
        return json.dumps({"skipped": self.skipped, "why": self.why}, ensure_ascii=False)


def machine() -> str:
    """Return a line that names the machine, and how busy it is with other work."""
    named = {
        "cpus": os.cpu_count(),
        "model": _processor(),
        "python": platform.python_version(),
        "system": platform.system(),
        "load": round(os.getloadavg()[0], 2),
    }
    return json.dumps({"machine": named}, ensure_ascii=False)


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(part) for name, part in value.items()}
    return float(f"{value:.4g}") if isinstance(value, float) else value

"""The log of what the bot asked for."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from aiogram.types import BufferedInputFile


@dataclass
class LoggedCall:
    """One call as it was received; uploads are shown by name and size."""

    number: int
    """Counts from 1 and goes up by one with every call."""
    method: str
    parameters: dict[str, Any]
    status: int | None = None
    """HTTP status of the answer; None while the call runs, and when the connection was cut."""
    description: str | None = None
    """Telegram's sentence when the call was refused."""

    def as_json(self) -> dict[str, Any]:
        """The call for GET /calls."""
        return asdict(self)


class CallLog:
    """The latest calls, oldest first."""

    def __init__(self, size: int) -> None:
        self._calls: deque[LoggedCall] = deque(maxlen=size)
        self._count = 0

    def __iter__(self) -> Iterator[LoggedCall]:
        return iter(self._calls)

    def __len__(self) -> int:
        return len(self._calls)

    def add(self, method: str, parameters: Mapping[str, Any]) -> LoggedCall:
        """Note a call that has just come in."""
        self._count += 1
        shown = {name: _shown(value) for name, value in parameters.items()}
        call = LoggedCall(self._count, method, shown)
        self._calls.append(call)
        return call

    def of(self, method: str) -> list[LoggedCall]:
        """The calls of one method."""
        return [call for call in self._calls if call.method.lower() == method.lower()]

    def after(self, number: int) -> list[LoggedCall]:
        """The calls that came after this one."""
        return [call for call in self._calls if call.number > number]

    def clear(self) -> None:
        """Forget the calls; numbers go on."""
        self._calls.clear()


def _shown(value: Any) -> Any:
    if isinstance(value, BufferedInputFile):
        return {"file_name": value.filename, "size": len(value.data)}
    return value

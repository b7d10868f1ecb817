"""Misfortunes that a test orders for the calls to come."""

import random
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Fault(BaseModel):
    """What goes wrong with which calls. `cut_after` takes effect before the connection is cut.

    `deactivated` and `chat_not_found` are what Telegram says of a person whose account is gone.
    """

    model_config = ConfigDict(extra="forbid")

    kind: Literal[
        "too_many_requests", "server_error", "slow", "cut_before", "cut_after", "deactivated", "chat_not_found"
    ]
    times: int = Field(default=1, ge=1)
    """How many calls suffer it."""
    method: str | None = None
    """Only calls of this method; None is every method but getUpdates."""
    chat_id: int | None = None
    """Only calls that name this chat."""
    probability: float = Field(default=1.0, gt=0, le=1)
    """Of each call that fits; the rest go through and are not counted."""
    seed: int = 0
    """Makes the probability the same in every run."""
    retry_after: int = Field(default=1, ge=1)
    """Seconds; for too_many_requests."""
    seconds: float = Field(default=1.0, ge=0)
    """For slow: how long the call waits before it takes effect."""


class Faults:
    """The faults that are still to happen, in the order in which they were ordered."""

    def __init__(self) -> None:
        self._ordered: list[tuple[Fault, random.Random]] = []

    def order(self, fault: Fault) -> None:
        """Let this happen to the next calls that fit."""
        self._ordered.append((fault.model_copy(), random.Random(fault.seed)))  # noqa: S311  no secret

    def pending(self) -> list[Fault]:
        """What has been ordered and has not happened yet; `times` counts down."""
        return [fault for fault, _ in self._ordered]

    def clear(self) -> None:
        """Let nothing more go wrong."""
        self._ordered.clear()

    def strike(self, method: str, parameters: Mapping[str, Any]) -> Fault | None:
        """The fault that this call suffers, used up once; None when it is lucky."""
        for place, (fault, chance) in enumerate(self._ordered):
            if _fits(fault, method, parameters) and chance.random() < fault.probability:
                fault.times -= 1
                if not fault.times:
                    del self._ordered[place]
                return fault
        return None


def _fits(fault: Fault, method: str, parameters: Mapping[str, Any]) -> bool:
    called = method.lower()
    fits_method = called != "getupdates" if fault.method is None else called == fault.method.lower()
    return fits_method and (fault.chat_id is None or str(parameters.get("chat_id")) == str(fault.chat_id))

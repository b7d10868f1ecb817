"""Every call of the authority's API as its own description has it, and against it: what is answered fits too.

Where schemathesis finds that a request which the description allows was refused, the reason must be one that no
description can hold; each of these stands in `BEYOND_A_SCHEMA` with why.
"""

import asyncio
import re
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, Self

import schemathesis
from cryptography.fernet import Fernet
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from bot.api import api_app
from bot.api.authentication import Rate, WrongKeys
from bot.database import migrate, open_database
from bot.store import authority_keys, cases
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.store.cipher import Cipher
from bot.world import World
from rules.regions import REGIONS
from tests.bot.api.authority import NOON, Clock, served
from tests.soak.figures import NONE, AtLeast, Figure

START_SECONDS: Final = 30
ONE_IN: Final = 10
"""So many requests that the description allows, one of which is sent again with a key that is none."""
FOR_ALL: Final = list(HealthCheck)
KNOWN: Final = {"case_id": "79-1", "region": "KZ-79", "quarter": "2026-Q4"}
OPERATIONS: Final = (
    ("/v1/events", "POST"),
    ("/v1/cases/{case_id}/link", "POST"),
    ("/v1/cases/{case_id}", "GET"),
    ("/v1/cases", "GET"),
    ("/v1/waiting", "GET"),
    ("/v1/changes", "GET"),
    ("/v1/offers", "GET"),
    ("/v1/offers.csv", "GET"),
    ("/v1/offers/batch", "POST"),
    ("/v1/files/{file_id}", "GET"),
    ("/v1/poverty-lines", "GET"),
    ("/v1/poverty-lines/{region}/{quarter}", "PUT"),
)
BEYOND_A_SCHEMA: Final = {
    # what day it is
    r"lies in the (past|future)": "the clock",
    r"lies more than (a year|\d+ days) ahead": "the clock",
    r"allowed: 2000 to 2099": "a format has no range of years",
    # how fields stand to each other
    r"does not go with the status \w+": "another field",
    r"is needed: .*": "another field",
    r"is before paid_from": "another field",
    r"lies more than 366 days from the decision": "another field",
    r"is not after starts_at": "another field",
    r"a visit lasts 12 hours at most": "another field",
    r"KZ-\d\d exists from .*": "another field: the region is younger than the quarter",
    r"whole tenge from \d+ to \d+ are allowed for .*": "another field: what a quarter's line may be",
    # what a text may be
    r"holds nothing that can be read": "the kinds of signs of Unicode have no short form in a pattern",
    r"String should have at (least|most) .*": "the length is that without the spaces around",
    r"is not written as .*": "RFC 3339 allows a small t, and a space, between day and time",
    r"Input should be a valid (datetime|date).*": "a leap second, which no clock here has",
    r"has an offset that Kazakhstan no longer has.*": "from 1 March 2024 on alone",
    # a file is text: which columns it needs, the description says in words
    r"the file is empty; .*": "the form of a CSV file",
    r".*; the first row names the columns: .*": "the form of a CSV file",
    r"the file has no offers: .*": "the form of a CSV file",
    r"line \d+ is no CSV: .*": "the form of a CSV file",
}  # fmt: skip
"""By the form of a message, why no description can say beforehand that it comes."""


class Aside:
    """The API in a thread of its own, for a client that blocks."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.address = self.key = ""
        self._ready, self._loop = threading.Event(), asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.Runner(loop_factory=lambda: self._loop).run(self._serve())
        )

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(START_SECONDS)
        return self

    def __exit__(self, *exception: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._loop.close()

    @property
    def described(self) -> Any:
        """The API's own description, read from it."""
        return schemathesis.openapi.from_url(f"{self.address}/openapi.json")

    async def _serve(self) -> None:
        async def bot_name() -> str:
            return "komek_bot"

        async with open_database(self.url) as database:
            await migrate(database)
            world = World(database, Cipher([Fernet.generate_key().decode()]), Clock())
            key = AuthorityKey("all", frozenset(REGIONS), frozenset(SCOPES))
            async with database.statement() as connection:
                await cases.open_case(
                    connection, KNOWN["case_id"], KNOWN["case_id"], KNOWN["region"], NOON.date(), NOON
                )
                self.key = str(await authority_keys.add(connection, key, world.now()))
            rate = Rate(a_second=100_000, at_once=100_000)
            app = api_app(world, bot_name, rate)
            app.state.wrong_keys = WrongKeys(rate)
            async with served(app) as self.address:
                self._ready.set()
                await self._stop.wait()


class Trial(NamedTuple):
    """So many requests to one call: by its description, or against it."""

    path: str
    method: str
    mode: GenerationMode
    examples: int
    seed: int | None
    """None is the same requests every time."""


def try_out(aside: Aside, described: Any, trial: Trial) -> Counter[str]:
    """Send the requests of a trial; count them by the status of the answer. A mismatch is raised."""
    statuses = Counter[str]()
    places = {name: value for name, value in KNOWN.items() if name in trial.path} if trial.mode.is_positive else {}
    cases_of = described[trial.path][trial.method].as_strategy(
        generation_mode=trial.mode, path_parameters=places or None
    )

    @given(case=cases_of)
    @settings(
        max_examples=trial.examples,
        deadline=None,
        derandomize=trial.seed is None,
        database=None,
        suppress_health_check=FOR_ALL,
    )
    def is_answered(case: Any) -> None:
        statuses[str(answer_of(case, aside.key).status_code)] += 1
        if trial.mode.is_positive and statuses.total() % ONE_IN == 0:
            assert case.call(headers={"Authorization": f"Bearer {aside.key}x"}).status_code == 401
            statuses["401"] += 1

    (is_answered if trial.seed is None else seed(trial.seed)(is_answered))()
    return statuses


def answer_of(case: Any, key: str) -> Any:
    """Send one request and check the answer; with the key, unless a header is what is wrong with the request."""
    header = case.meta and case.meta.components.get(ParameterLocation.HEADER)
    headers = {} if header and header.mode.is_negative else {"Authorization": f"Bearer {key}"}
    response = case.call(headers=headers)
    excluded = [check for check, is_so in BESIDE_A_SCHEMA if is_so(response)]
    case.validate_response(response, headers=headers, excluded_checks=excluded)
    return response


def is_beyond_a_schema(response: Any) -> bool:
    """Whether a request was refused for nothing but what no description can say."""
    if response.status_code != 422:
        return False
    messages = [error["message"] for error in response.json()["errors"]]
    return bool(messages) and all(any(re.fullmatch(form, said) for form in BEYOND_A_SCHEMA) for said in messages)


def is_batch_with_a_refusal(response: Any) -> bool:
    """Whether it is a batch, which is answered event by event, or row by row, and something of it was refused."""
    if response.status_code == 207:
        return any(answer["status"] == "refused" for answer in response.json())
    sent = response.request.headers.get("Content-Type", "")
    return bool(
        response.status_code == 200 and sent.startswith("text/csv") and response.json()["totals"]["refused"] > 0
    )


BESIDE_A_SCHEMA: Final = (
    (positive_data_acceptance, is_beyond_a_schema),
    (negative_data_rejection, is_batch_with_a_refusal),
)


def figures(url: str, database: str, examples: int, seed: int) -> Iterator[Figure]:
    """Try all calls out, `examples` requests by the description and as many against it for each of them."""
    statuses, mismatches = Counter[str](), 0
    with Aside(url) as aside:
        for path, method in OPERATIONS:
            for mode in GenerationMode:
                try:
                    statuses += try_out(aside, aside.described, Trial(path, method, mode, examples, seed))
                except* (FailureGroup, AssertionError) as found:
                    mismatches += 1
                    print(f"{method} {path}, {mode.value}:\n{found.exceptions}", file=sys.stderr)
    told = f"requests to {len(OPERATIONS)} calls on {database}, by the description and against it; seed {seed}"
    details = {"answers": dict(sorted(statuses.items()))}
    yield Figure(f"routes_{database}_requests", statuses.total(), "requests", AtLeast(1), told, details=details)
    yield Figure(f"routes_{database}_mismatches", mismatches, "calls", NONE, f"mismatches among these {told}")

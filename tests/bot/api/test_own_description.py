"""The API keeps to its own description at /openapi.json, whatever is sent, and /docs shows it to people."""

import asyncio
import os
import secrets
import threading
from collections.abc import Iterator
from typing import Any, Self

import pytest
import schemathesis
from cryptography.fernet import Fernet
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from bot.api import api_app
from bot.api.authentication import Rate
from bot.database import Database
from bot.privacy import Cipher
from bot.store import authority_keys, cases
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.world import World
from rules.regions import REGIONS
from tests.bot.api.authority import NOON, OPENED, Authority, Clock, served
from tests.conftest import run_on_postgres

FOR_ALL = list(HealthCheck)


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
        assert self._ready.wait(30)
        return self

    def __exit__(self, *exception: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._loop.close()

    async def _serve(self) -> None:
        async def bot_name() -> str:
            return "komek_bot"

        async with Database.opened(self.url) as database:
            await database.migrate()
            world = World(database, Cipher([Fernet.generate_key().decode()]), Clock())
            key = AuthorityKey("all", frozenset(REGIONS), frozenset(SCOPES))
            async with database.statement() as connection:
                await cases.open_case(connection, "79-1", "79-1", "KZ-79", NOON.date(), NOON)
                self.key = str(await authority_keys.add(connection, key, world.now()))
            app = api_app(world, bot_name, Rate(a_second=100_000, at_once=100_000))
            async with served(app) as self.address:
                self._ready.set()
                await self._stop.wait()


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def aside(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aside]:
    """The API on a database of the module's own."""
    if request.param == "sqlite":
        with Aside(f"sqlite:///{tmp_path_factory.mktemp('api')}/komek.sqlite3") as aside:
            yield aside
        return
    dsn = os.environ.get("TEST_POSTGRES_DSN")
    if not dsn:
        pytest.skip("TEST_POSTGRES_DSN is not set")
    schema = f"test_{secrets.token_hex(6)}"
    asyncio.run(run_on_postgres(dsn, f"create schema {schema}"))
    with Aside(f"{dsn}{'&' if '?' in dsn else '?'}search_path={schema}") as aside:
        yield aside
    asyncio.run(run_on_postgres(dsn, f"drop schema {schema} cascade"))


@pytest.fixture(scope="module")
def described(aside: Aside) -> Any:
    return schemathesis.openapi.from_url(f"{aside.address}/openapi.json")


# A description cannot say what the clock and the stored case allow, nor that a batch is answered whatever is in it,
# that a query may hold more than is read of it, what a cursor looks like, or which control characters no text has.
UNFAIR = {
    ("/v1/events", "POST"): [positive_data_acceptance, negative_data_rejection],
    ("/v1/cases/{case_id}/link", "POST"): [positive_data_acceptance],
    ("/v1/cases", "GET"): [negative_data_rejection],
    ("/v1/waiting", "GET"): [negative_data_rejection],
    ("/v1/changes", "GET"): [positive_data_acceptance, negative_data_rejection],
    ("/v1/offers", "GET"): [positive_data_acceptance, negative_data_rejection],
    ("/v1/offers.csv", "GET"): [negative_data_rejection],
    ("/v1/offers/batch", "POST"): [positive_data_acceptance, negative_data_rejection],
    ("/v1/files/{file_id}", "GET"): [positive_data_acceptance],
    ("/v1/poverty-lines", "GET"): [positive_data_acceptance, negative_data_rejection],
    ("/v1/poverty-lines/{region}/{quarter}", "PUT"): [positive_data_acceptance],
}
WITHOUT_INPUT = [("/healthz", "GET"), ("/readyz", "GET")]
OPERATIONS = [
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
]


@pytest.mark.parametrize(("path", "method"), WITHOUT_INPUT)
def test_health_is_as_described(described: Any, path: str, method: str) -> None:
    described[path][method].Case().call_and_validate()


@pytest.mark.parametrize("derandomize", [True, False], ids=["always_the_same", "at_random"])
@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_whatever_is_sent_the_answer_is_one_of_those_described(
    aside: Aside, described: Any, path: str, method: str, mode: schemathesis.GenerationMode, *, derandomize: bool
) -> None:
    """No 5xx, no status, type or shape that the description does not name; requests by it and against it."""
    known = {"case_id": "79-1", "region": "KZ-79", "quarter": "2026-Q4"} if mode.is_positive else {}
    headers = {"Authorization": f"Bearer {aside.key}"}
    places = {name: value for name, value in known.items() if name in path}

    @given(case=described[path][method].as_strategy(generation_mode=mode, path_parameters=places or None))
    @settings(max_examples=25, deadline=None, derandomize=derandomize, database=None, suppress_health_check=FOR_ALL)
    def is_answered(case: Any) -> None:
        case.call_and_validate(headers=headers, excluded_checks=UNFAIR.get((path, method), []))

    is_answered()


async def test_the_description_names_every_call_and_what_an_event_may_be(akimat: Authority) -> None:
    openapi = (await akimat.asks("GET", "/openapi.json")).body
    assert {(method.upper(), path) for path, methods in openapi["paths"].items() for method in methods} == {
        ("POST", "/v1/events"),
        ("POST", "/v1/cases/{case_id}/link"),
        ("GET", "/v1/cases/{case_id}"),
        ("GET", "/v1/cases"),
        ("GET", "/v1/waiting"),
        ("GET", "/v1/changes"),
        ("GET", "/v1/offers"),
        ("GET", "/v1/offers.csv"),
        ("POST", "/v1/offers/batch"),
        ("GET", "/v1/files/{file_id}"),
        ("GET", "/v1/poverty-lines"),
        ("PUT", "/v1/poverty-lines/{region}/{quarter}"),
        ("GET", "/healthz"),
        ("GET", "/readyz"),
    }
    event = openapi["paths"]["/v1/events"]["post"]["requestBody"]["content"]["application/cloudevents+json"]["schema"]
    assert event["discriminator"]["mapping"][OPENED["type"]] == "#/components/schemas/CaseOpenedEvent"
    held = openapi["components"]["schemas"]["VisitHeld"]["properties"]["conclusion"]["enum"]
    assert held == ["need", "no_need", "nobody_home", "examination_refused"]
    status = openapi["components"]["schemas"]["CaseStatusChanged"]["properties"]["status"]["enum"]
    assert status == ["received", "under_review", "assigned", "refused", "suspended", "terminated"]


async def test_every_call_but_health_and_documentation_needs_a_key(akimat: Authority) -> None:
    openapi = (await akimat.asks("GET", "/openapi.json")).body
    open_to_all = {
        path for path, methods in openapi["paths"].items() for told in methods.values() if "security" not in told
    }
    assert open_to_all == {"/healthz", "/readyz"}


async def test_the_documentation_is_a_page_that_says_something_even_without_the_network(akimat: Authority) -> None:
    async with akimat.web.get(f"{akimat.base}/docs") as answer:
        page = await answer.text()
    assert (answer.status, answer.content_type) == (200, "text/html")
    assert "SwaggerUIBundle" in page
    for told in ("POST /v1/events", "GET /v1/changes", "PUT /v1/poverty-lines/{region}/{quarter}", "komek key add"):
        assert told in page

"""The API keeps to its own description at /openapi.json, whatever is sent, and /docs shows it to people."""

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from schemathesis import GenerationMode

from bot.api import api_app
from bot.world import World
from tests.bot.api.authority import OPENED, Authority
from tests.databases import empty_database, skip_without_postgres
from tests.soak.routes import OPERATIONS, Aside, Trial, try_out


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def aside(request: pytest.FixtureRequest) -> Iterator[Aside]:
    """The API on a database of the module's own."""
    if request.param == "postgresql":
        skip_without_postgres()
    with empty_database(request.param) as url, Aside(url) as aside:
        yield aside


@pytest.fixture(scope="module")
def described(aside: Aside) -> Any:
    return aside.described


WITHOUT_INPUT = [("/healthz", "GET"), ("/readyz", "GET")]


@pytest.mark.parametrize(("path", "method"), WITHOUT_INPUT)
def test_health_is_as_described(described: Any, path: str, method: str) -> None:
    described[path][method].Case().call_and_validate()


@pytest.mark.parametrize("at_random", [False, True], ids=["always_the_same", "at_random"])
@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_whatever_is_sent_the_answer_is_one_of_those_described(
    aside: Aside, described: Any, path: str, method: str, mode: GenerationMode, *, at_random: bool
) -> None:
    """No 5xx, no status, type or shape that the description does not name; requests by it and against it."""
    seed = secrets.randbelow(2**32) if at_random else None
    assert try_out(aside, described, Trial(path, method, mode, 10, seed)).total() >= 1, f"seed {seed}"


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


def test_the_description_is_made_once(world: World) -> None:
    """It takes long to make, and anybody may ask for it as often as they like."""
    api = api_app(world, no_name)
    assert api.openapi() is api.openapi()


async def no_name() -> str:
    return ""


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

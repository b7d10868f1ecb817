"""GET /docs: the API for people. Swagger's page comes from the network; without it a plain list stays visible."""

from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse

PLACE = '<div id="swagger-ui">'


def docs_page(app: FastAPI) -> HTMLResponse:
    """Return the page; Swagger replaces the list with its own as soon as it has come."""
    page = get_swagger_ui_html(openapi_url="openapi.json", title=app.title, swagger_favicon_url="data:,")
    described = bytes(page.body).decode().replace(PLACE, PLACE + _list(app.openapi()), 1)
    return HTMLResponse(described)


def _list(described: dict[str, Any]) -> str:
    operations = "".join(
        f"<dt><code>{method.upper()} {escape(path)}</code></dt><dd>{escape(operation.get('description', ''))}"
        f"<br>{', '.join(sorted(operation['responses']))}</dd>"
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    )
    about, title = escape(described["info"]["description"]), escape(described["info"]["title"])
    return f'<h1>{title}</h1><p>{about}</p><p><a href="openapi.json">openapi.json</a></p><dl>{operations}</dl>'

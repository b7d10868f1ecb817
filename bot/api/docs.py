"""GET /docs: the API for people, in Swagger's page, whose files are served from here; without scripts a plain list."""

from html import escape
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

PLACE: Final = '<div id="swagger-ui">'
FILES: Final = "docs/files"


def serve_docs(app: FastAPI) -> None:
    """Let an app serve the page with its script and style, which ask no other host for anything."""
    app.mount(f"/{FILES}", StaticFiles(packages=[("fastapi_offline", "static")]))

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return docs_page(app)


def docs_page(app: FastAPI) -> HTMLResponse:
    """Return the page; Swagger replaces the list with its own as soon as it has come."""
    page = get_swagger_ui_html(
        openapi_url="openapi.json",
        title=app.title,
        swagger_js_url=f"{FILES}/swagger-ui-bundle.js",
        swagger_css_url=f"{FILES}/swagger-ui.css",
        swagger_favicon_url="data:,",
        swagger_ui_parameters={"validatorUrl": None},  # else it shows the description to a site of its makers
    )
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

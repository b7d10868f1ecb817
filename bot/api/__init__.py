"""The authority's API over HTTP: events in, changes out. `api_app` is the whole of it, for any ASGI server."""

from bot.api.app import api_app, beside, health_app

__all__ = ["api_app", "beside", "health_app"]

"""For tests of what only one of the databases does."""

from typing import Final

import pytest

ON_POSTGRESQL: Final = pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
"""SQLite has one writer at a time and no connection that breaks off."""

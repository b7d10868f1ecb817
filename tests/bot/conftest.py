"""A case to play with, for whoever tests what happens in one."""

import pytest

from bot.database import Database
from bot.store.cipher import Cipher
from tests.bot.case_story import Story, kz


@pytest.fixture
def story(database: Database, cipher: Cipher) -> Story:
    """A story that begins on a Monday morning in November, before anything was sent."""
    return Story(database, cipher, kz(2026, 11, 16, 10))

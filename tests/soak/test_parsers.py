"""The short form of `python -m tests.soak parsers`: every reader, some texts, the same each time."""

import pytest

from tests.soak.parsers import READERS, read_anything

TEXTS = 60


@pytest.mark.parametrize("name", READERS)
def test_a_reader_raises_what_it_declares_and_reads_what_was_written(name: str) -> None:
    assert read_anything(name, TEXTS, number=20_261_129) >= TEXTS

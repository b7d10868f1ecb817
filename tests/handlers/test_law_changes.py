"""A result that was shown stays as it was explained, whatever the tables of the law say since."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.texts import Language
from rules import law_in_force, parameters
from rules.replay import again, frozen_inputs, tenge_of, today
from rules.sources import LAW
from tests.chat import Telegram
from tests.handlers.families import at_the_result

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
LINE = AddedLine("KZ-79", "2026-Q2", 61_000, "Әкімдік", date(2026, 5, 20))
INDEX = "value = 4_325"


def forget_what_was_read() -> None:
    for cached in (parameters.parameters, parameters.value_of, law_in_force.law_in_force):
        cached.cache_clear()


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The tables of the law, to be changed."""
    copy = tmp_path / "law"
    shutil.copytree(LAW, copy)
    monkeypatch.setattr(parameters, "LAW", copy)
    forget_what_was_read()
    yield copy
    monkeypatch.undo()
    forget_what_was_read()


@BOTH_LANGUAGES
async def test_why_gives_the_same_figures_after_the_tables_have_changed(
    telegram: Telegram, law: Path, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    result = await client.result()
    await client.taps("why")
    why = client.last.text
    await client.taps("result")
    steps = await client.reads_step_by_step()

    index = law / "monthly_calculation_index.toml"
    index.write_text(index.read_text(encoding="utf-8").replace(INDEX, "value = 5_000"), encoding="utf-8")
    forget_what_was_read()
    async with telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [LINE])
    telegram.restarted()

    await client.taps("result")
    assert (await client.result()).id == result.id
    await client.taps("why")
    assert client.last.text == why
    await client.taps("result")
    assert await client.reads_step_by_step() == steps

    record = result.record["record"]
    frozen = frozen_inputs(record, result.record["inputs"])
    assert tenge_of(again(frozen)) == tenge_of(record)
    now = today(frozen, await telegram.another_process().lines())
    assert now["child_supplement_tenge"] == 7_500
    assert now["monthly_tenge"]["high"] == 5 * LINE.tenge - 150_000
    assert tenge_of(now) != tenge_of(record)

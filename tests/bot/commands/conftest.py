"""Every command runs in an empty folder of its own, with no setting of this machine."""

from pathlib import Path

import pytest

from bot.settings import Settings


@pytest.fixture(autouse=True)
def _empty_folder_and_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A SQLite file that the commands are told to use and that is not there yet."""
    file = tmp_path / "kept" / "komek.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    return file

"""The operator sets variables; what is wrong stops the start with one line that names it."""

import re
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import ValidationError

from bot.errors import KomekError, SettingError
from bot.settings import Role, Settings, expect_enough_for, load_settings

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw-"
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def _empty_folder_and_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_without_any_setting_the_program_has_all_it_needs() -> None:
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.telegram_api_base == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///var/komek.sqlite3"
    assert settings.key_file == Path("var/komek.key")
    assert (settings.http_host, settings.http_port) == ("127.0.0.1", 8080)
    assert settings.log_level == "INFO"


def test_the_names_are_those_that_the_operator_was_promised() -> None:
    promised = [
        "BOT_TOKEN", "TELEGRAM_API_BASE", "DATABASE_URL", "DATA_KEYS", "HTTP_HOST", "HTTP_PORT",
        "WEBHOOK_URL", "WEBHOOK_SECRET", "LOG_LEVEL",
        "DOUBLE_TAP_SECONDS", "KEEP_DRAFTS_DAYS", "KEEP_RESULTS_DAYS", "KEEP_FILES_DAYS", "KEEP_NOTICES_DAYS",
        "KEEP_EVENTS_DAYS", "KEEP_CHANGES_DAYS",
    ]  # fmt: skip
    assert promised == NAMES


def test_every_setting_describes_itself() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    for name, value in {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": "http://127.0.0.1:8081/",
        "DATABASE_URL": "postgresql://komek:secret@db.example/komek",
        "DATA_KEYS": f"{first}, {second}",
        "HTTP_HOST": "0.0.0.0",  # noqa: S104 - set on purpose, nothing listens here
        "HTTP_PORT": "0",
        "LOG_LEVEL": "debug",
    }.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.telegram_api_base == "http://127.0.0.1:8081"
    assert settings.key_file == Path("var/komek.key")
    assert [key.get_secret_value() for key in settings.data_keys] == [first, second]
    assert (settings.http_port, settings.log_level) == (0, "DEBUG")


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("HTTP_PORT=9000\nLOG_LEVEL=ERROR\nCOMPOSE_PROJECT_NAME=komek\nHTTP_PROXY=x\n")
    monkeypatch.setenv("HTTP_PORT", "9001")
    settings = load_settings()
    assert (settings.http_port, settings.log_level) == (9001, "ERROR")


def test_an_empty_variable_counts_as_not_set() -> None:
    Path(".env").write_text("BOT_TOKEN=\nDATA_KEYS=\nHTTP_PORT=\n")
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.data_keys == ()
    assert settings.http_port == 8080


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "hush-not-a-token"),
        ("BOT_TOKEN", "123456789:hush"),
        ("TELEGRAM_API_BASE", "hush"),
        ("TELEGRAM_API_BASE", "http://hush.example"),
        ("TELEGRAM_API_BASE", "https://[hush"),
        ("DATABASE_URL", "mysql://user:hush@localhost/komek"),
        ("DATABASE_URL", "postgresql://user:hush@localhost"),
        ("DATABASE_URL", "postgresql://user:hush@[localhost/komek"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "sqlite:////"),
        ("DATA_KEYS", "hush"),
        ("DATA_KEYS", f"{'A' * 43}=,hush"),
        ("HTTP_HOST", "hush.example"),
        ("HTTP_PORT", "65536"),
        ("HTTP_PORT", "-1"),
        ("HTTP_PORT", "80.5"),
        ("HTTP_PORT", "hush"),
        ("LOG_LEVEL", "hush"),
        ("WEBHOOK_URL", "hush"),
        ("WEBHOOK_URL", "http://hush.example/telegram"),
        ("WEBHOOK_URL", "https://komek.example/v1/hush"),
        ("WEBHOOK_SECRET", "hush"),
        ("WEBHOOK_SECRET", "hush-hush-hush-hush!"),
    ],
)
def test_a_bad_value_is_refused_in_one_line_that_names_it_and_keeps_it_secret(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as refusal:
        load_settings()
    assert refusal.value.name == name
    assert re.fullmatch(rf"{name}: [^\n]+; allowed is [^\n]+", str(refusal.value))
    assert "hush" not in str(refusal.value)
    assert refusal.value.__suppress_context__


ENOUGH = {
    "BOT_TOKEN": TOKEN,
    "DATABASE_URL": "postgresql://komek@db.example/komek",
    "DATA_KEYS": Fernet.generate_key().decode(),
    "WEBHOOK_URL": "https://komek.example/telegram",
    "WEBHOOK_SECRET": "sixteen-or-more-characters",
}


@pytest.mark.parametrize(
    ("role", "missing", "named"),
    [
        ("web", (), None),
        ("worker", ("WEBHOOK_URL", "WEBHOOK_SECRET"), None),
        ("all", (), None),
        ("all", ("DATABASE_URL", "DATA_KEYS"), None),
        ("all", tuple(ENOUGH), None),
        ("web", ("DATABASE_URL",), "DATABASE_URL"),
        ("worker", ("DATABASE_URL",), "DATABASE_URL"),
        ("web", ("WEBHOOK_URL",), "WEBHOOK_URL"),
        ("web", ("WEBHOOK_SECRET",), "WEBHOOK_SECRET"),
        ("all", ("WEBHOOK_SECRET",), "WEBHOOK_SECRET"),
        ("all", ("WEBHOOK_URL",), "WEBHOOK_URL"),
        ("all", ("BOT_TOKEN",), "BOT_TOKEN"),
        ("web", ("DATA_KEYS",), "DATA_KEYS"),
        ("worker", ("BOT_TOKEN",), "BOT_TOKEN"),
    ],
)
def test_a_role_has_all_it_needs_or_names_in_one_line_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch, role: str, missing: tuple[str, ...], named: str | None
) -> None:
    for name in ENOUGH.keys() - set(missing):
        monkeypatch.setenv(name, ENOUGH[name])
    if named is None:
        expect_enough_for(Role(role), load_settings())
        return
    with pytest.raises(SettingError) as refusal:
        expect_enough_for(Role(role), load_settings())
    assert re.fullmatch(rf"{named}: [^\n]+", str(refusal.value))


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("DATABASE_ULR", "DATABASE_URL"), ("BOT_TOKE", "BOT_TOKEN"), ("data_key", "DATA_KEYS")],
)
def test_a_misspelt_name_in_the_file_is_told_with_the_one_that_was_meant(slip: str, meant: str) -> None:
    Path(".env").write_text(f"{slip}=hush\n")
    with pytest.raises(SettingError) as refusal:
        load_settings()
    assert str(refusal.value) == f"{slip.upper()}: unknown variable in .env, did you mean {meant}?"


def test_an_error_is_caught_as_one_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PORT", "none")
    with pytest.raises(KomekError):
        load_settings()


def test_printed_settings_show_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    key = Fernet.generate_key().decode()
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATA_KEYS", key)
    monkeypatch.setenv("DATABASE_URL", "postgresql://komek:hush@localhost/komek")
    printed = repr(load_settings()) + str(load_settings())
    assert all(secret not in printed for secret in (TOKEN, key, "hush"))


def test_settings_never_change_while_the_program_runs() -> None:
    settings = load_settings()
    with pytest.raises(ValidationError, match="frozen"):
        settings.http_port = 1


@pytest.mark.parametrize(
    ("url", "key_file"),
    [
        ("sqlite:///var/komek.sqlite3", Path("var/komek.key")),
        ("sqlite:////srv/komek/data.db", Path("/srv/komek/data.key")),
        ("postgresql://komek@localhost/komek", Path("var/komek.key")),
    ],
)
def test_the_key_file_lies_beside_the_database(monkeypatch: pytest.MonkeyPatch, url: str, key_file: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert load_settings().key_file == key_file

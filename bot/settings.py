"""Settings, from the environment and from a `.env` file in the working directory; the environment wins."""

import base64
import binascii
import ipaddress
import re
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingError

SQLITE_SCHEME = "sqlite:///"
POSTGRES_SCHEMES = ("postgresql://", "postgres://")
OF_THE_API = ("/v1", "/docs", "/openapi.json", "/healthz", "/readyz")
KEY_BYTES = 32
HIGHEST_PORT = 65_535
MISSPELT = 0.75  # likeness of two names; HTTP_PROXY, which is not ours, stays below it


class Settings(BaseSettings):
    """All that can be set. The variable is the field's name in capitals; an empty one counts as not set."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_file=".env",
        env_ignore_empty=True,
        extra="allow",  # refuse_misspelt_names sees them and lets none through
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = Field(
        default=None,
        description="token from @BotFather; without it the program talks to its own local Bot API",
    )
    telegram_api_base: str = Field(
        default="https://api.telegram.org",
        description="address of the Bot API; https, or http on loopback",
    )
    database_url: str = Field(
        default="sqlite:///var/komek.sqlite3",
        description="`sqlite:///PATH` (four slashes for an absolute path) or `postgresql://...`",
        repr=False,  # may hold a password
    )
    data_keys: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        default=(),
        description="keys, comma-separated: the first encrypts, all decrypt; without them a key file",
    )
    http_host: str = Field(
        default="127.0.0.1",
        description="IP address to listen on; anything but loopback is open to others",
    )
    http_port: int = Field(default=8080, description="TCP port, 0 to 65535; 0 takes any free one")
    webhook_url: str | None = Field(
        default=None,
        description="address to which Telegram sends updates, of this program or of what stands before it; https, or "
        "http on loopback; without it updates are polled",
    )
    webhook_secret: SecretStr | None = Field(
        default=None,
        description="what Telegram shows with each update: 16 to 256 of A-Z, a-z, 0-9, _ and -",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = Field(
        default="INFO",
        description="least level that is logged: DEBUG, INFO, WARNING, ERROR or CRITICAL",
    )
    double_tap_seconds: float = Field(
        default=1.0,
        ge=0,
        description="so long after a message has become another question no press on it is taken",
    )

    keep_drafts_days: int = Field(
        default=30,
        ge=1,
        description="days without a word after which answers are deleted, another family with its results",
    )
    keep_results_days: int = Field(
        default=400,
        ge=1,
        description="days for which a result is kept, with what it was worked out from and the notes about it",
    )
    keep_files_days: int = Field(
        default=90,
        ge=1,
        description="days after an offer's deadline for which files are kept; words to an undecided wish of somebody "
        "who is deleted: days after the case was refused or terminated",
    )
    keep_notices_days: int = Field(default=400, ge=90, description="days for which settled notices are kept")
    keep_events_days: int = Field(default=400, ge=1, description="days for which the authority's event ids are kept")
    keep_changes_days: int = Field(
        default=400, ge=1, description="days for which a change is kept that the authority has read; others stay"
    )

    @property
    def key_file(self) -> Path:
        """Where the key is kept when DATA_KEYS is not set: beside the SQLite file, otherwise in var/."""
        database = sqlite_path(self.database_url)
        return database.with_suffix(".key") if database else Path("var/komek.key")

    @model_validator(mode="before")
    @classmethod
    def refuse_misspelt_names(cls, given: dict[str, Any]) -> dict[str, Any]:
        """A name in .env that nearly is one of ours is a slip; others belong to other programs."""
        known = list(cls.model_fields)
        for name in given.keys() - known:
            if alike := get_close_matches(name.lower(), known, n=1, cutoff=MISSPELT):
                raise SettingError(name.upper(), f"unknown variable in .env, did you mean {alike[0].upper()}?")
        return {name: given[name] for name in known if name in given}

    @field_validator("bot_token")
    @classmethod
    def token_has_its_form(cls, token: SecretStr | None) -> SecretStr | None:
        """A slip in copying is told now, not by a refused first request."""
        if token and not re.fullmatch(r"\d{5,}:[\w-]{30,}", token.get_secret_value(), re.ASCII):
            raise ValueError("not a bot token; allowed is what @BotFather gave: digits, a colon, 35 characters")
        return token

    @field_validator("telegram_api_base")
    @classmethod
    def token_travels_safely(cls, address: str) -> str:
        """The token is part of every request's address, so plain http is for this machine alone."""
        parts = split(address)
        loopback = parts.scheme == "http" and is_loopback(parts.hostname or "")
        if not parts.hostname or parts.query or not (parts.scheme == "https" or loopback):
            raise ValueError("not an address of a Bot API; allowed is https://..., or http://... on loopback")
        return address.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def database_is_supported(cls, url: str) -> str:
        """The address names one of the two databases, and a file or a name in it."""
        if sqlite_path(url) or (url.startswith(POSTGRES_SCHEMES) and split(url).path.strip("/")):
            return url
        raise ValueError("not a database; allowed is sqlite:///PATH or postgresql://USER@HOST/NAME")

    @field_validator("data_keys", mode="before")
    @classmethod
    def keys_are_separated_by_commas(cls, keys: Any) -> Any:
        """Spaces around a comma do no harm."""
        return [key.strip() for key in keys.split(",")] if isinstance(keys, str) else keys

    @field_validator("data_keys")
    @classmethod
    def keys_have_their_form(cls, keys: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        """A key that is no key is told by its place, never by its text."""
        for place, key in enumerate(keys, start=1):
            if not is_key(key.get_secret_value()):
                raise ValueError(f"key {place} is no key; allowed is 32 bytes as 44 characters of URL-safe base64")
        return keys

    @field_validator("http_host")
    @classmethod
    def host_is_an_address(cls, host: str) -> str:
        """A name would have to be looked up, and could turn out to be any address."""
        if host != "localhost" and not is_ip_address(host):
            raise ValueError("not an address; allowed is localhost or an IP address such as 127.0.0.1")
        return host

    @field_validator("http_port", mode="before")
    @classmethod
    def port_exists(cls, port: Any) -> int:
        """Zero is a port, too: the system then takes a free one."""
        if not re.fullmatch(r"\d{1,5}", str(port), re.ASCII) or int(port) > HIGHEST_PORT:
            raise ValueError(f"not a port; allowed is a whole number from 0 to {HIGHEST_PORT}")
        return int(port)

    @field_validator("webhook_url")
    @classmethod
    def webhook_is_reached_safely(cls, address: str | None) -> str | None:
        """The secret and what people write travel there; its path must be left to it."""
        parts = split(address or "")
        loopback = parts.scheme == "http" and is_loopback(parts.hostname or "")
        if address and (not parts.hostname or parts.fragment or not (parts.scheme == "https" or loopback)):
            raise ValueError("not an address of a webhook; allowed is https://HOST/PATH, or http://... on loopback")
        if any(parts.path == taken or parts.path.startswith(f"{taken}/") for taken in OF_THE_API):
            raise ValueError(
                f"its path is the authority's; allowed is any that begins with none of {', '.join(OF_THE_API)}"
            )
        return address

    @field_validator("webhook_secret")
    @classmethod
    def secret_has_its_form(cls, secret: SecretStr | None) -> SecretStr | None:
        """As Telegram takes it, and long enough that nobody guesses it."""
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value(), re.ASCII):
            raise ValueError("not a secret of a webhook; allowed is 16 to 256 of A-Z, a-z, 0-9, _ and -")
        return secret

    @field_validator("log_level", mode="before")
    @classmethod
    def level_is_known(cls, level: Any) -> str:
        """Small letters will do."""
        name = str(level).upper()
        if name not in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
            raise ValueError("not a level; allowed is DEBUG, INFO, WARNING, ERROR or CRITICAL")
        return name


class Role(StrEnum):
    """What a process does: all of it, or one part beside others at the same database."""

    ALL = "all"
    WEB = "web"
    """Telegram's webhook, whose updates it answers, and the authority's API."""
    WORKER = "worker"
    """Notices, reminders, and deleting what is old."""

    @property
    def answers(self) -> bool:
        """Whether it answers people and the authority."""
        return self is not Role.WORKER

    @property
    def works(self) -> bool:
        """Whether it delivers and reminds."""
        return self is not Role.WEB


def expect_enough_for(role: Role, settings: Settings) -> None:
    """SettingError that names the first variable which a process in that role needs and has not."""
    needed = {
        "WEBHOOK_URL": role is Role.WEB and settings.webhook_url is None,
        "WEBHOOK_SECRET": role.answers and settings.webhook_url is not None and settings.webhook_secret is None,
        "BOT_TOKEN": (role is not Role.ALL or settings.webhook_url is not None) and settings.bot_token is None,
        "DATA_KEYS": role is not Role.ALL and not settings.data_keys,
    }
    if role is not Role.ALL and sqlite_path(settings.database_url):
        raise SettingError("DATABASE_URL", f"a {role} shares its database with others: allowed is postgresql://...")
    if missing := next((name for name, is_missing in needed.items() if is_missing), None):
        raise SettingError(missing, f"missing; {WHY_NEEDED[missing].format(role=role)}")
    if role is Role.ALL and settings.webhook_secret is not None and settings.webhook_url is None:
        raise SettingError("WEBHOOK_URL", "missing, though WEBHOOK_SECRET is set: updates would be polled")


WHY_NEEDED = {
    "WEBHOOK_URL": "a {role} has its updates from Telegram's webhook",
    "WEBHOOK_SECRET": "by it an update that comes to WEBHOOK_URL is known to be Telegram's",
    "BOT_TOKEN": "the program's own Telegram is for one process that polls",
    "DATA_KEYS": "a {role} needs the keys of all others: a key file is made for one process",
}


def load_settings() -> Settings:
    """Read the settings. SettingError names the first variable that is wrong, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper()
        raise SettingError(name, first["msg"].removeprefix("Value error, ")) from None


def sqlite_path(url: str) -> Path | None:
    """The file that a `sqlite:///PATH` address names; None when it names no file."""
    path = url.removeprefix(SQLITE_SCHEME)
    return Path(path) if url.startswith(SQLITE_SCHEME) and path.strip("/") and path != ":memory:" else None


def split(url: str) -> SplitResult:
    """The parts of an address, empty ones when it has no form at all: the error itself would quote it."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def is_key(text: str) -> bool:
    """Whether the text decodes to a key, told without loading the cipher itself."""
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == KEY_BYTES
    except (binascii.Error, ValueError):
        return False


def is_ip_address(host: str) -> bool:
    """Whether the host is written as an IPv4 or IPv6 address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether the host is this machine, seen by itself alone."""
    return host == "localhost" or (is_ip_address(host) and ipaddress.ip_address(host).is_loopback)

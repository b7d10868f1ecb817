"""What the bot tells of itself: its commands and descriptions, per language."""

import re

from aiogram import methods
from aiogram.types import BotCommand, BotCommandScopeDefault

from bot.sandbox.chats import Json, Person
from bot.sandbox.errors import bad_request
from bot.sandbox.telegram import BOT, LocalTelegram

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
MOST_COMMANDS = 100
MOST_COMMAND_DESCRIPTION = 256
MOST_DESCRIPTION = 512
MOST_SHORT_DESCRIPTION = 120


def shown_to(telegram: LocalTelegram, person: Person) -> Json:
    """What this person's phone shows of the bot: the narrowest scope first, then the person's language."""
    language = person.language_code
    scopes = (f"chat:{person.id}", "all_private_chats", "default")
    commands = [telegram.get_for_bot("commands", f"{scope}:{code}") for scope in scopes for code in (language, "")]
    texts = {
        kind: telegram.get_for_bot(kind, language) or telegram.get_for_bot(kind, "") or ""
        for kind in ("description", "short_description")
    }
    return BOT | texts | {"commands": next(filter(None, commands), [])}


def set_my_commands(telegram: LocalTelegram, call: methods.SetMyCommands) -> bool:
    """The commands behind the menu button, per language."""
    if len(call.commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in call.commands:
        _check(command)
    commands = [command.model_dump(mode="json", exclude_none=True) for command in call.commands]
    telegram.set_for_bot("commands", _scope_and_language(call), commands or None)
    return True


def get_my_commands(telegram: LocalTelegram, call: methods.GetMyCommands) -> list[Json]:
    """The commands of exactly this scope and language."""
    return telegram.get_for_bot("commands", _scope_and_language(call)) or []


def delete_my_commands(telegram: LocalTelegram, call: methods.DeleteMyCommands) -> bool:
    """No commands of this scope and language any more."""
    telegram.set_for_bot("commands", _scope_and_language(call), None)
    return True


def set_my_description(telegram: LocalTelegram, call: methods.SetMyDescription) -> bool:
    """What a person reads before the start."""
    return _describe(telegram, "description", call.description, call.language_code, MOST_DESCRIPTION)


def set_my_short_description(telegram: LocalTelegram, call: methods.SetMyShortDescription) -> bool:
    """What a person reads beside the bot's name."""
    text = call.short_description
    return _describe(telegram, "short_description", text, call.language_code, MOST_SHORT_DESCRIPTION)


def get_my_description(telegram: LocalTelegram, call: methods.GetMyDescription) -> Json:
    """The description of exactly this language."""
    return {"description": telegram.get_for_bot("description", call.language_code or "") or ""}


def get_my_short_description(telegram: LocalTelegram, call: methods.GetMyShortDescription) -> Json:
    """The short description of exactly this language."""
    return {"short_description": telegram.get_for_bot("short_description", call.language_code or "") or ""}


def _check(command: BotCommand) -> None:
    if not COMMAND.fullmatch(command.command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description) <= MOST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _describe(telegram: LocalTelegram, kind: str, text: str | None, language: str | None, most: int) -> bool:
    if len(text or "") > most:
        raise bad_request(f"{kind.replace('_', ' ')} is too long")
    telegram.set_for_bot(kind, _checked_language(language), text or None)
    return True


def _scope_and_language(
    call: methods.SetMyCommands | methods.GetMyCommands | methods.DeleteMyCommands,
) -> str:
    scope = (call.scope or BotCommandScopeDefault()).model_dump(mode="json", exclude_none=True)
    return ":".join([*map(str, scope.values()), _checked_language(call.language_code)])


def _checked_language(code: str | None) -> str:
    if not LANGUAGE.fullmatch(code or ""):
        raise bad_request("invalid language code specified")
    return code or ""

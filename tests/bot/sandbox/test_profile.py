"""What the bot tells of itself, per language."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from tests.bot.sandbox.playing import Phone


def commands(*names: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=f"Сипаттама {name}") for name in names]


async def shown(person: Phone) -> list[str]:
    return [command["command"] for command in (await person.does("GET", "bot"))["commands"]]


async def test_commands_are_kept_per_language(bot: Bot, person: Phone) -> None:
    await bot.set_my_commands(commands("start", "menu"))
    await bot.set_my_commands(commands("help"), language_code="ru")
    assert [command.command for command in await bot.get_my_commands()] == ["start", "menu"]
    assert [command.command for command in await bot.get_my_commands(language_code="ru")] == ["help"]
    assert await bot.get_my_commands(language_code="kk") == []
    assert await shown(person) == ["start", "menu"]
    await person.does("PATCH", "", {"language_code": "ru"})
    assert await shown(person) == ["help"]


async def test_the_narrowest_scope_is_shown(bot: Bot, person: Phone) -> None:
    await bot.set_my_commands(commands("anyone"))
    await bot.set_my_commands(commands("private"), scope=BotCommandScopeAllPrivateChats())
    assert await shown(person) == ["private"]
    await bot.set_my_commands(commands("own"), scope=BotCommandScopeChat(chat_id=person.id))
    assert await shown(person) == ["own"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=person.id))
    await bot.delete_my_commands(scope=BotCommandScopeAllPrivateChats())
    assert await shown(person) == ["anyone"]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (BotCommand(command="Start", description="x"), "BOT_COMMAND_INVALID"),
        (BotCommand(command="a" * 33, description="x"), "BOT_COMMAND_INVALID"),
        (BotCommand(command="көмек", description="x"), "BOT_COMMAND_INVALID"),
        (BotCommand(command="help", description=""), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (BotCommand(command="help", description="а" * 257), "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_command_that_telegram_would_not_take(bot: Bot, command: BotCommand, reason: str) -> None:
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.set_my_commands([command])


async def test_there_are_at_most_a_hundred_commands_in_real_languages(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="BOT_COMMANDS_TOO_MUCH"):
        await bot.set_my_commands(commands(*(f"c{number}" for number in range(101))))
    with pytest.raises(TelegramBadRequest, match="invalid language code"):
        await bot.set_my_commands(commands("a"), language_code="kazakh")


async def test_descriptions_are_kept_per_language(bot: Bot, person: Phone) -> None:
    await bot.set_my_description("Сипаттама")
    await bot.set_my_description("Описание", language_code="ru")
    await bot.set_my_short_description("Қысқа", language_code="kk")
    assert (await bot.get_my_description(language_code="ru")).description == "Описание"
    assert (await bot.get_my_short_description(language_code="kk")).short_description == "Қысқа"
    seen = await person.does("GET", "bot")
    assert (seen["description"], seen["short_description"]) == ("Сипаттама", "Қысқа")


async def test_descriptions_have_a_length(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="description is too long"):
        await bot.set_my_description("а" * 513)
    with pytest.raises(TelegramBadRequest, match="short description is too long"):
        await bot.set_my_short_description("а" * 121)


async def test_the_bot_is_a_bot_without_the_right_to_read_groups(bot: Bot) -> None:
    me = await bot.me()
    assert (me.is_bot, me.can_join_groups, me.can_read_all_group_messages) == (True, True, False)


async def test_an_unknown_action_is_refused(bot: Bot, person: Phone) -> None:
    with pytest.raises(TelegramBadRequest, match="wrong parameter action in request"):
        await bot.send_chat_action(person.id, "dancing")

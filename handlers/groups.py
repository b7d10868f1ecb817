"""In a group the bot says once a day that it answers in private only, and nothing to what is no text."""

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.texts import Texts
from bot.world import World
from handlers import replies
from handlers.remembered import Remembered
from handlers.replies import Event


async def answer_group(
    event: Event, bot: Bot, words: Texts, world: World, remembered: Remembered, update_id: int
) -> None:
    """Say where the bot answers, unless it was said today."""
    if isinstance(event, CallbackQuery):
        await replies.hint(event)
    elif event.text is not None and await remembered.groups.is_first(event.chat.id, world.today(), update_id):
        me = await bot.me()
        await replies.say(event, words.say("group-chat", link=f"https://t.me/{me.username}"))

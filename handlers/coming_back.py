"""Somebody has let the bot write again: what did not reach them and still holds is told."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import IS_MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated

from bot import casework
from bot.world import World

router = Router(name="coming_back")


@router.my_chat_member(ChatMemberUpdatedFilter(IS_MEMBER), F.chat.type == ChatType.PRIVATE)
async def come_back(event: ChatMemberUpdated, world: World) -> None:
    """Tell it at once, without waiting for a word of theirs."""
    async with world.turn_of(event.from_user.id):
        await casework.come_back(world, event.from_user.id)

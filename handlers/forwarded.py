"""A forwarded message: the bot says whether it was its own."""

from aiogram import Bot, F, Router
from aiogram.types import Message, MessageOriginHiddenUser, MessageOriginUser

from bot.texts import Texts
from handlers import replies
from handlers.verify import sent

router = Router(name="forwarded")


@router.message(F.forward_origin)
async def verify(message: Message, bot: Bot, words: Texts) -> None:
    """Say whether a forwarded message was sent by this bot."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser) and origin.sender_user.id == bot.id:
        text = sent(words, "verify-sent", origin.date)
    elif isinstance(origin, MessageOriginHiddenUser):
        text = words.say("verify-unknown")
    else:
        text = words.say("verify-not-sent")
    await replies.say(message, text)

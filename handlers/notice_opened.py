"""A press on a button below a notice tells the authority that the person has opened it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery, TelegramObject

from bot import casework


async def tell_opened(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> Any:
    """Tell it before the press is answered; below any other message, or a second time, a press tells nothing."""
    if isinstance(event, CallbackQuery) and event.message is not None:
        await casework.open_notice(data["world"], event.from_user.id, event.message.message_id)
    return await handler(event, data)

"""A shared phone: whether job offers open behind a button."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.store import people
from handlers import replies
from handlers.keyboards import Do, Show
from handlers.person import HasBegun, Visitor
from handlers.screens import offer as screens

router = Router(name="private_notices")
router.callback_query.filter(HasBegun())


@router.callback_query(Show.filter(F.view == "private"))
async def privacy(query: CallbackQuery, visitor: Visitor) -> None:
    """Show how it is, and the switch."""
    async with visitor.world.database.reading() as connection:
        person = await people.find(connection, visitor.id)
    is_private = person is not None and person.private_since is not None
    await replies.show_below(query, *screens.privacy(visitor.texts, is_private=is_private))


@router.callback_query(Do.filter((F.what == "private") & F.about.in_({"on", "off"})))
async def switch(query: CallbackQuery, callback_data: Do, visitor: Visitor) -> None:
    """Turn it on or off, from the next notice on."""
    world, is_private = visitor.world, callback_data.about == "on"
    async with world.database.statement() as connection:
        if is_private:
            await people.keep_private(connection, visitor.id, world.now())
        else:
            await people.keep_open(connection, visitor.id)
    await replies.show_below(query, *screens.privacy(visitor.texts, is_private=is_private))

"""Whether somebody wants to be told when the law changes their result: shown, asked for and let go by one tap."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.store import law_changes
from handlers import replies
from handlers.keyboards import Do, Show
from handlers.screens import law_changes as screens
from handlers.session import HasBegun, Session

router = Router(name="law_changes")
router.callback_query.filter(HasBegun())


@router.callback_query(Show.filter(F.view == "law_changes"))
async def show(query: CallbackQuery, session: Session) -> None:
    """Show whether the person is told, with the button that changes it."""
    async with session.world.database.reading() as connection:
        is_asked = await law_changes.is_asked(connection, session.id)
    await replies.show_below(query, *screens.law_changes(session.texts, is_asked=is_asked))


@router.callback_query(Do.filter((F.what == "law_changes") & F.about.in_({"on", "off"})))
async def choose(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Tell the person from now on, or no more."""
    is_asked = callback_data.about == "on"
    async with session.world.database.statement() as connection:
        if is_asked:
            await law_changes.ask(connection, session.id, session.world.now())
        else:
            await law_changes.let_go(connection, session.id)
    await replies.show_below(query, *screens.law_changes(session.texts, is_asked=is_asked))

"""What would change a no: shown from the frozen result, as the result itself."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import replies
from handlers.keyboards import NUMBER, Explain
from handlers.screens import doors as screens
from handlers.screens import result
from handlers.session import HasBegun, Session

router = Router(name="doors")
router.callback_query.filter(HasBegun())


@router.callback_query(Explain.filter((F.view == "doors") & F.id.regexp(NUMBER)))
async def show(query: CallbackQuery, callback_data: Explain, session: Session) -> None:
    """Show what would change one result; the result itself where nothing was looked for."""
    frozen, texts, today = await session.result(callback_data.id), session.texts, session.assessment_day.today
    if frozen is None:
        await replies.show_below(query, *session.no_result)
    elif screens.has_doors(frozen):
        name = result.naming_of(texts, frozen)
        asked = await session.reminders()
        await replies.show_below(query, *screens.doors(texts, frozen, name, today, asked))
    else:
        await replies.show_below(query, *result.headline(texts, frozen, today))

"""After a no of the bot: to apply all the same, and how to complain of the decision; from the frozen result."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import replies
from handlers.keyboards import NUMBER, Explain
from handlers.screens import appeal as screens
from handlers.screens import result
from handlers.session import HasBegun, Session

router = Router(name="appeal")
router.callback_query.filter(HasBegun())


@router.callback_query(Explain.filter(F.view.in_({"apply-anyway", "complain"}) & F.id.regexp(NUMBER)))
async def show(query: CallbackQuery, callback_data: Explain, session: Session) -> None:
    """Show one of both of a result that is a no; any other result itself."""
    frozen, texts, today = await session.result(callback_data.id), session.texts, session.assessment_day.today
    if frozen is None:
        await replies.show_below(query, *session.no_result)
    elif callback_data.view in screens.views_after_no(frozen, today):
        await replies.show_below(query, *screens.SCREENS[callback_data.view](texts, frozen, today))
    else:
        await replies.show_below(query, *result.headline(texts, frozen, today))

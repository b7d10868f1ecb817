"""The state's other help beside a result: in six lines, all of it page by page, and each kind by itself."""

from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import replies
from handlers.interview import is_old
from handlers.keyboards import NUMBER, OfHelp
from handlers.screens.other_help import SCREENS
from handlers.session import HasBegun, Session

router = Router(name="other_help")
router.callback_query.filter(HasBegun())

BEGIN: Final = "begin"
"""Pressed on the result, which stays where it is; whatever else is pressed changes its own message."""


@router.callback_query(OfHelp.filter(F.what.in_({"begin", "short", "all", "one", "one_of_all"}) & F.id.regexp(NUMBER)))
async def tell(query: CallbackQuery, callback_data: OfHelp, session: Session) -> None:
    """Tell of the help that was frozen beside one result."""
    frozen = await session.result(callback_data.id)
    if frozen is None:
        await replies.show_below(query, *session.no_result)
        return
    told = SCREENS[callback_data.what](session.texts, frozen, callback_data.number, session.assessment_day.today)
    if told is None:
        await is_old(query, session)
    elif callback_data.what == BEGIN:
        await replies.show_below(query, *told)
    else:
        await replies.show(query, *told)

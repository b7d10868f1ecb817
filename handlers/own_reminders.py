"""Reminders of one's own result: asked for by one tap, listed, let go; and what comes after applying."""

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.store import own_reminders
from bot.store.own_reminders import OwnReminder
from handlers import replies
from handlers.keyboards import Do, Remind, Show
from handlers.screens import own_reminders as screens
from handlers.session import HasBegun, Session

router = Router(name="own_reminders")
router.callback_query.filter(HasBegun())


@router.callback_query(Remind.filter(F.wanted))
async def ask(query: CallbackQuery, callback_data: Remind, session: Session) -> None:
    """Keep that the person wants to be reminded, as far as the result still has that day to come."""
    frozen, today = await session.result(callback_data.id), session.assessment_day.today
    if frozen is None:
        await replies.show_below(query, *session.no_result)
        return
    meant = (callback_data.about, date.fromisoformat(callback_data.day))
    possible = [*screens.offered(frozen, today), *screens.of_next_quarter(frozen, today)]
    wanted = next((one for one in possible if (one.about, one.day) == meant), None)
    if wanted is None:
        await replies.show_below(query, session.texts.say("reminder-too-late"))
        return
    async with session.world.database.statement() as connection:
        is_kept = await own_reminders.ask(connection, session.id, wanted, session.world.now())
    if is_kept:
        await replies.show_below(query, *screens.kept(session.texts, wanted, today))
    else:
        await replies.show_below(query, *session.no_result)


@router.callback_query(Remind.filter(~F.wanted))
async def let_go(query: CallbackQuery, callback_data: Remind, session: Session) -> None:
    """Remind the person of it no more."""
    day = date.fromisoformat(callback_data.day)
    meant = OwnReminder(callback_data.id, callback_data.about, day, day)
    async with session.world.database.statement() as connection:
        await own_reminders.drop(connection, session.id, meant)
    await replies.show_below(query, *screens.dropped(session.texts, meant))


@router.callback_query(Show.filter(F.view == "reminders"))
async def show_all(query: CallbackQuery, session: Session) -> None:
    """Show all that the person is still to be reminded of."""
    await replies.show_below(
        query, *screens.all_asked(session.texts, await session.reminders(), session.assessment_day.today)
    )


@router.callback_query(Do.filter(F.what == "applied"))
async def applied(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Show what comes next, and remind of no application any more."""
    async with session.world.database.statement() as connection:
        await own_reminders.drop_of_application(connection, session.id)
    today, said = session.assessment_day.today, callback_data.about
    known = {"": today} | {day.isoformat(): day for day in screens.days_of_applying(today)}
    on = known.get(said)
    shown = screens.which_day(session.texts, today) if on is None else screens.applied(session.texts, on, today)
    await replies.show_below(query, *shown)


@router.callback_query(Do.filter(F.what == "applied_earlier"))
async def applied_earlier(query: CallbackQuery, session: Session) -> None:
    """Ask on which day the application was handed in."""
    await replies.show_below(query, *screens.which_day(session.texts, session.assessment_day.today))

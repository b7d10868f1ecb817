"""What a family answers to a visit: at home, another time, nobody came; and the visit for the phone's calendar."""

from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot import casework
from bot.casework import Answered
from bot.store import cases
from bot.store.visits import Visit
from bot.world import World
from handlers import replies
from handlers.calendar_file import FILE_NAME, calendar_file
from handlers.keyboards import ButtonRow, OfVisit, Wish, keyboard
from handlers.notice_opened import tell_opened
from handlers.replies import Event
from handlers.screens import visit as screens
from handlers.screens.screen_input import Screen
from handlers.session import HasBegun, Session
from handlers.visit_windows import MOST_TICKS, ticked_of, windows_after

router = Router(name="visits")
router.callback_query.filter(HasBegun())
router.callback_query.middleware(tell_opened)

ANSWERS: Final = {"home": casework.confirm_visit, "nobody": casework.nobody_came}
MOVE: Final = "visit_move_requested"


@router.callback_query(OfVisit.filter(F.word.in_(ANSWERS)))
async def answer(query: CallbackQuery, callback_data: OfVisit, session: Session) -> None:
    """Note that somebody will be at home, or that nobody came."""
    await note(query, session, callback_data, query.id)


async def note(event: Event, session: Session, said: OfVisit, press: str) -> None:
    """Note what was pressed or typed; the same press again, by its id, changes nothing."""
    world, words = session.world, session.texts
    answered = await ANSWERS[said.word](world, said.number, said.sequence, session.id, press)
    visit = await casework.visit_of(world, said.number, session.id)
    if answered is not Answered.DONE or visit is None:
        await _not_done(event, session, visit, said.sequence, answered)
        return
    window = screens.window_of_visit(words, visit, world.today())
    if said.word == "nobody":
        window |= {"date": words.day(world.today(), world.today()), "time": words.time(world.now())}
    await replies.show_below(event, words.say_with(f"answer-{said.word}", **window))


@router.callback_query(OfVisit.filter(F.word == "calendar"))
async def to_calendar(query: CallbackQuery, callback_data: OfVisit, session: Session) -> None:
    """Send the visit, as it is planned now, as a file that the phone's calendar opens."""
    world, words = session.world, session.texts
    visit = await casework.visit_of(world, callback_data.number, session.id)
    refused = await _cannot_move(visit, None, world)
    if refused is not None or visit is None:
        await _not_done(query, session, visit, callback_data.sequence, refused or Answered.NOT_YOURS)
        return
    caption = words.say("calendar-file-sent", **screens.window_of_visit(words, visit, world.today()))
    await replies.send_file(query, calendar_file(visit, words, world.now()), FILE_NAME, caption)


@router.callback_query(OfVisit.filter(F.word == "move"))
async def offer_windows(query: CallbackQuery, callback_data: OfVisit, session: Session) -> None:
    """Offer windows of the next working days, none ticked yet."""
    visit = await casework.visit_of(session.world, callback_data.number, session.id)
    refused = await _cannot_move(visit, callback_data.sequence, session.world)
    if refused is not None or visit is None:
        await _not_done(query, session, visit, callback_data.sequence, refused or Answered.NOT_YOURS)
        return
    await replies.show_below(query, *await _offer(session, visit, 0))


@router.callback_query(Wish.filter(F.what.in_({"show", "send", "drop"}) & (F.ticked <= MOST_TICKS)))
async def wish(query: CallbackQuery, callback_data: Wish, session: Session) -> None:
    """Tick or untick a window, send what is ticked, or drop it."""
    world, words, ticked = session.world, session.texts, callback_data.ticked
    visit = await casework.visit_of(world, callback_data.number, session.id)
    refused = await _cannot_move(visit, callback_data.sequence, world)
    if refused is not None or visit is None:
        await _not_done(query, session, visit, callback_data.sequence, refused or Answered.NOT_YOURS)
    elif callback_data.what == "drop":
        window = screens.window_of_visit(words, visit, world.today())
        await replies.show(query, words.say("wish-dropped", **window))
    elif callback_data.first_day != screens.first_day_of(windows_after(world.today())):
        text, buttons = await _offer(session, visit, 0)
        await replies.show(query, text, buttons, toast=words.say("wish-renewed"))
    elif callback_data.what == "show":
        await replies.show(query, *await _offer(session, visit, ticked))
    elif not ticked:
        await replies.hint(query, words.say("hint-pick-at-least-one"))
    else:
        await _send(query, session, visit, ticked)


async def _send(query: CallbackQuery, session: Session, visit: Visit, ticked: int) -> None:
    world, today = session.world, session.world.today()
    wished = [window.wished() for window in ticked_of(windows_after(today), ticked)]
    answered = await casework.ask_to_move_visit(world, visit.number, visit.sequence, session.id, wished, query.id)
    if answered is Answered.DONE:
        await replies.show(query, *screens.wished(session.texts, visit, today, ticked))
    else:
        await _not_done(query, session, visit, visit.sequence, answered)


async def _offer(session: Session, visit: Visit, ticked: int) -> Screen:
    world = session.world
    async with world.database.reading() as connection:
        case = await cases.load(connection, world.cipher, visit.case_id)
    applied_on = case.applied_on if case else world.today()
    return screens.wish(session.texts, visit, applied_on, world.today(), ticked)


async def _cannot_move(visit: Visit | None, sequence: int | None, world: World) -> Answered | None:
    if visit is None:
        return Answered.NOT_YOURS
    return await casework.why_not(world, visit, visit.sequence if sequence is None else sequence, MOVE)


async def _not_done(event: Event, session: Session, visit: Visit | None, sequence: int, answered: Answered) -> None:
    """Say why nothing was written down; where the visit has moved, offer the answers to it as it is now."""
    words, world = session.texts, session.world
    if answered is Answered.ALREADY:
        await replies.remark(event, words.say("answer-already"))
        return
    name, rows = f"answer-{answered}", list[ButtonRow]()
    if visit is not None and answered is Answered.OUTDATED and await _has_moved(visit, sequence, world):
        name, rows = "answer-moved", screens.rows_of_visit(words, visit, world.now())
    window = screens.window_of_visit(words, visit, world.today()) if visit else {}
    await replies.show_below(event, words.say_with(name, **window), keyboard(rows) if rows else None)


async def _has_moved(visit: Visit, sequence: int, world: World) -> bool:
    return visit.sequence != sequence and await _cannot_move(visit, None, world) is None

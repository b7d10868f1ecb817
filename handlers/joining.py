"""A link to a case: language and consent first, then the question, then the case. The buttons carry the token."""

import re
from typing import Final

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot import casework
from bot.casework import LINK_LASTS, Invitation
from bot.store import drafts, people
from bot.texts import Language, Texts, escape, texts
from bot.world import World
from handlers import replies
from handlers.case import file_of
from handlers.conversation import View
from handlers.keyboards import Consent, ConsentThenJoin, Join, SpeakThenJoin, keyboard
from handlers.remembered import Remembered
from handlers.screens.case import case_screen
from handlers.screens.joining import year_screen
from handlers.session import Session
from handlers.start import explain, greet, start, without_consent
from rules.interview.typed_words import read_yes_or_no

router = Router(name="joining")
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
ANSWERS: Final = (("yes", True), ("no", False))
MOST_SENT: Final = 64  # characters that Telegram takes behind ?start=


@router.message(CommandStart(deep_link=True))
async def open_link(
    message: Message,
    command: CommandObject,
    world: World,
    remembered: Remembered,
    known: drafts.KnownPerson | None,
    session: Session | None,
    words: Texts,
) -> None:
    """Ask whether to follow the case of a link, after language and consent; say it when the link does not work."""
    token = (command.args or "")[:MOST_SENT]
    invitation = await casework.invitation(world, token, known.person_id if known else 0)
    if invitation is None:
        await replies.say(message, words.say("join-link-does-not-work", days=LINK_LASTS.days))
        await start(message, known, session, words, remembered)
    elif session is not None:
        await ask(message, words, world, remembered, token, invitation)
    else:
        await towards_consent(message, known, words, remembered, token)


@router.callback_query(SpeakThenJoin.filter())
async def speak(
    query: CallbackQuery, callback_data: SpeakThenJoin, session: Session | None, world: World, remembered: Remembered
) -> None:
    """Remember the language, and go on towards the case."""
    async with world.database.statement() as connection:
        await people.choose_language(connection, query.from_user.id, callback_data.language.value, world.now())
    words = texts(callback_data.language)
    if session is None:
        await remembered.opened_links.keep(query.from_user.id, callback_data.token)
        await explain(query, words, remembered)
    else:
        await ask_if_it_works(query, words, world, remembered, callback_data.token)


async def came_by_link(query: CallbackQuery, remembered: Remembered) -> dict[str, str] | bool:
    """Let through whoever opened a link and then pressed a button of a message from before it."""
    token = await remembered.opened_links.of(query.from_user.id)
    return {"token": token} if token else False


@router.callback_query(ConsentThenJoin.filter())
async def consent(
    query: CallbackQuery,
    callback_data: ConsentThenJoin,
    known: drafts.KnownPerson | None,
    session: Session | None,
    world: World,
    remembered: Remembered,
) -> None:
    """Go on to the question once it is allowed to keep the answers."""
    await consent_to(query, known, session, world, remembered, callback_data.token, given=callback_data.given)


@router.callback_query(Consent.filter(), came_by_link)
async def consent_after_link(
    query: CallbackQuery,
    callback_data: Consent,
    known: drafts.KnownPerson | None,
    session: Session | None,
    world: World,
    remembered: Remembered,
    token: str,
) -> None:
    """Do the same after a press on a button that does not know of the link yet."""
    await consent_to(query, known, session, world, remembered, token, given=callback_data.given)


async def consent_to(
    query: CallbackQuery,
    known: drafts.KnownPerson | None,
    session: Session | None,
    world: World,
    remembered: Remembered,
    token: str,
    *,
    given: bool,
) -> None:
    """Note the answer about consent, and ask the question of the link."""
    if known is None:
        await towards_consent(query, known, texts(Language.KK), remembered, token)
        return
    words = texts(Language(known.language))
    if session is None and not given:
        await without_consent(query, words, world, remembered)
        return
    if session is None:
        async with world.database.statement() as connection:
            await people.give_consent(connection, known.person_id, world.now())
    await remembered.opened_links.forget(query.from_user.id)
    await ask_if_it_works(query, words, world, remembered, token)


async def towards_consent(
    event: replies.Event, known: drafts.KnownPerson | None, words: Texts, remembered: Remembered, token: str
) -> None:
    """Keep the link in mind, and greet or explain: first the language, then consent."""
    if event.from_user is not None:
        await remembered.opened_links.keep(event.from_user.id, token)
    await (greet(event, remembered) if known is None else explain(event, words, remembered))


@router.callback_query(Join.filter(F.yes))
async def join(
    query: CallbackQuery,
    callback_data: Join,
    known: drafts.KnownPerson | None,
    session: Session | None,
    words: Texts,
    remembered: Remembered,
) -> None:
    """Follow the case, and show where it stands."""
    if session is None:
        await towards_consent(query, known, words, remembered, callback_data.token)
        return
    await follow(query, session, callback_data.token)


async def follow(event: replies.Event, session: Session, token: str, year: int | None = None) -> None:
    """Follow the case of a link, and show where it stands; first, where the link asks for it, the year of birth."""
    world, words = session.world, session.texts
    await session.remembered.opened_links.forget(session.id)
    invitation = await casework.invitation(world, token, session.id)
    asks_year = invitation is not None and invitation.asks_birth_year
    if asks_year and year is None:
        await ask_year(event, session, token, "join-ask-year")
        return
    case = await casework.join(world, token, session.id, year) if invitation else None
    if case is None and asks_year and await casework.invitation(world, token, session.id) is not None:
        await ask_year(event, session, token, "join-wrong-year")
        return
    await leave_year(session)
    file = await file_of(world, case.id, session.id) if case else None
    if invitation is None or file is None:
        await does_not_work(event, words)
        return
    first = words.say("join-already" if invitation.is_followed else "joined")
    await replies.show(event, *case_screen(words, file, first=first))


async def ask_year(event: replies.Event, session: Session, token: str, name: str) -> None:
    """Ask for the year of birth by which a link works: what is typed next is the answer, also after a restart."""
    session.conversation.listen_for(View.YEAR, link=token)
    await session.save()
    await replies.show(event, *year_screen(session.texts, token, name))


async def take_year(message: Message, session: Session) -> bool:
    """Take the year of birth by which a link works; what holds no year is asked once more, a no leaves all as it is."""
    token, text, words = session.conversation.link, message.text or "", session.texts
    if token is None:
        session.conversation.listen_for_answers()
        return False
    years = YEAR.findall(text)
    if len(years) == 1:
        await session.save()  # the same update again is then known: a wrong year counts once, a right one is no amount
        await follow(message, session, token, int(years[0]))
    elif read_yes_or_no(text) is False or text.strip().casefold() == words.say("button-join-no").casefold():
        await leave_year(session)
        await replies.say(message, words.say("join-not-now"))
    else:
        await ask_year(message, session, token, "join-ask-year")
    return True


async def leave_year(session: Session) -> None:
    """Let what is typed answer the questions again, where the year of birth was asked for."""
    if session.conversation.view is View.YEAR:
        session.conversation.listen_for_answers()
        await session.save()


async def answer_in_words(message: Message, session: Session, token: str, *, yes: bool) -> None:
    """Take yes or no, typed below the question of a link."""
    await session.remembered.opened_links.forget(session.id)
    if yes:
        await follow(message, session, token)
    else:
        await replies.say(message, session.texts.say("join-not-now"))


@router.callback_query(Join.filter(~F.yes))
async def not_now(query: CallbackQuery, session: Session | None, words: Texts, remembered: Remembered) -> None:
    """Leave everything as it is: the link stays good."""
    await remembered.opened_links.forget(query.from_user.id)
    if session is not None:
        await leave_year(session)
    await replies.show(query, words.say("join-not-now"))


async def ask_if_it_works(query: CallbackQuery, words: Texts, world: World, remembered: Remembered, token: str) -> None:
    """Ask the question, unless the link has been used or has expired in the meantime."""
    invitation = await casework.invitation(world, token, query.from_user.id)
    if invitation is None:
        await does_not_work(query, words)
    else:
        await ask(query, words, world, remembered, token, invitation)


async def ask(
    event: replies.Event, words: Texts, world: World, remembered: Remembered, token: str, invitation: Invitation
) -> None:
    """Ask whether to follow a case, and show which it is where no year of birth has to be known first.

    Whoever follows it already sees where it stands.
    """
    case = invitation.case
    file = await file_of(world, case.id, event.from_user.id) if invitation.is_followed and event.from_user else None
    if file is not None:
        await replies.show(event, *case_screen(words, file, first=words.say("join-already")))
        return
    if event.from_user is not None:
        await remembered.opened_links.keep(event.from_user.id, token)  # for whoever types the answer
    buttons = keyboard([[(words.say(f"button-join-{name}"), Join(yes=yes, token=token))] for name, yes in ANSWERS])
    if invitation.asks_birth_year:  # a link that went astray shows nothing of the case to who does not know the year
        await replies.show(event, words.say("join-ask-closed"), buttons)
        return
    region, day = words.region_in(case.region, case.applied_on), words.day(case.applied_on, world.today())
    told = [words.say("join-ask", case=escape(case.number), region_in=region, date=day)]
    if invitation.member_label:
        told.insert(0, words.say("join-for", person=escape(invitation.member_label)))
    await replies.show(event, "\n\n".join(told), buttons)


async def does_not_work(event: replies.Event, words: Texts) -> None:
    """Say that a link works no more, and how to get a new one."""
    await replies.show(event, words.say("join-link-does-not-work", days=LINK_LASTS.days))

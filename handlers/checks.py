"""Checks of other families, one after another: begun with a name, opened, renamed, deleted; none mixed with another.

One family is open at a time; what is typed belongs to it. A button belongs to the family for which it was drawn.
"""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.store import checks, drafts
from bot.store.checks import OWN
from bot.store.drafts import Draft
from handlers import replies
from handlers.conversation import Conversation
from handlers.keyboards import (
    Consent,
    ConsentThenJoin,
    Do,
    Explain,
    Join,
    Leave,
    OfCase,
    OfCheck,
    OfFollower,
    OfHelp,
    OfNews,
    OfOffer,
    OfVisit,
    Remind,
    Renew,
    Show,
    Speak,
    SpeakThenJoin,
    Wish,
    kind_of_button,
    read_button,
)
from handlers.replies import Event
from handlers.screens import checks as screens
from handlers.screens.checks import FEWEST, LONGEST, Checked
from handlers.secrets_typed import holds_secret
from handlers.session import HasBegun, Session
from rules.interview.typed_words import read_yes_or_no

router = Router(name="checks")
router.callback_query.filter(HasBegun())

NAME: Final = re.compile(r"[^\W_]+(?:[ .,()№–-]{1,2}[^\W_]+)*[.)]?")
"""Words and small numbers in one line: no markup, no link."""
LONG_NUMBER: Final = re.compile(r"\d(?:[ -]?\d){5,}")
"""A phone number, or what is somebody's own in another way."""
OF_NO_FAMILY: Final = frozenset(
    {
        Speak, Consent, SpeakThenJoin, ConsentThenJoin, Join, OfCase, OfFollower, Leave, OfVisit, Wish, OfOffer, OfNews,
        Renew, OfCheck, Explain, OfHelp, Remind,
    }
)  # fmt: skip
"""Kinds of buttons that touch nobody's answers: of the person, of their case, or of a result that they name."""
DONE_BY_PERSON: Final = frozenset(
    {
        "applied", "applied_earlier", "check", "clear", "clear_yes", "export", "forget", "forget_back", "forget_now",
        "forget_yes", "law_changes", "privacy", "private", "protect", "resume", "verify", "word", "word_change",
        "word_remove",
    }
)  # fmt: skip
SEEN_BY_PERSON: Final = frozenset(
    {
        "about", "case", "checks", "consent", "fraud", "help", "language", "law_changes", "menu", "offers", "private",
        "reminders", "result",
    }
)  # fmt: skip


def is_of_another(carried: str | None, whose: int, open_now: int) -> bool:
    """Whether a press is about a family, the one for which its button was drawn, while another one is open."""
    pressed = read_button(carried)
    is_its_result = whose != OWN and isinstance(pressed, Show) and pressed.view == "result"
    return whose != open_now and (is_its_result or is_of_a_family(carried))


def is_of_a_family(carried: str | None) -> bool:
    """Whether a press is about the answers of one family; one that nobody knows is taken for that, too."""
    kind = kind_of_button(carried)
    if kind is None or kind in OF_NO_FAMILY:
        return False
    pressed = read_button(carried)
    if isinstance(pressed, Do):
        return pressed.what not in DONE_BY_PERSON
    return not (isinstance(pressed, Show) and pressed.view in SEEN_BY_PERSON)


async def say_whose(query: CallbackQuery, session: Session, number: int) -> None:
    """Say that a button belongs to another family than the one that is open: nothing is done by it."""
    families = {family.number: family for family in await _families(session)}
    if number not in families:
        await replies.show_below(query, *screens.gone(session.texts))
        return
    told = screens.of_another(session.texts, families[number], families[session.check])
    await replies.show_below(query, *told)


@router.callback_query(Show.filter(F.view == "checks"))
async def show_all(query: CallbackQuery, session: Session) -> None:
    """Show the families; to whoever checks none yet, ask for the name of the first."""
    families = await _families(session)
    if len(families) == 1:
        await _ask_for_name(query, session, is_first=True)
    else:
        await replies.show_below(query, *screens.listed(session.texts, families, session.check))


@router.callback_query(OfCheck.filter(F.what == "new"))
async def begin(query: CallbackQuery, session: Session) -> None:
    """Ask for the name of another family."""
    if len(await _families(session)) > checks.MOST:
        await replies.show_below(query, *screens.too_many(session.texts))
    else:
        await _ask_for_name(query, session)


@router.callback_query(OfCheck.filter(F.what == "one"))
async def show_one(query: CallbackQuery, callback_data: OfCheck, session: Session) -> None:
    """Show one check, with what can be done with it."""
    family = await _family(session, callback_data.number)
    shown = screens.one(session.texts, family, session.world.keeps.drafts_days) if family else None
    await replies.show(query, *(shown or screens.gone(session.texts)))


@router.callback_query(OfCheck.filter(F.what == "open"))
async def open_family(query: CallbackQuery, callback_data: OfCheck, session: Session) -> None:
    """Go on with a family where it was left; their own by number 0."""
    if not await session.turn_to(callback_data.number):
        await replies.show_below(query, *screens.gone(session.texts))
        return
    await session.show_below(query, session.texts.say("check-back-own") if session.check == OWN else "")


@router.callback_query(OfCheck.filter(F.what == "rename"))
async def rename(query: CallbackQuery, callback_data: OfCheck, session: Session) -> None:
    """Ask for another name of a check; the one before stands until there is one."""
    family = await _family(session, callback_data.number)
    if family is None or family.is_damaged:
        await replies.show_below(query, *screens.gone(session.texts))
        return
    await _ask_for_name(query, session, callback_data.number)


@router.callback_query(OfCheck.filter(F.what == "delete"))
async def ask_to_delete(query: CallbackQuery, callback_data: OfCheck, session: Session) -> None:
    """Ask whether a check shall really be deleted."""
    family = await _family(session, callback_data.number)
    if family is None:
        await replies.show_below(query, *screens.gone(session.texts))
        return
    await session.save()  # its instant tells a second tap from an answer
    await replies.show(query, *screens.deletion(session.texts, family))


@router.callback_query(OfCheck.filter(F.what == "delete_yes"))
async def delete(query: CallbackQuery, callback_data: OfCheck, session: Session) -> None:
    """Delete a check with its results; never by a second tap. Whoever had it open is with their own family again."""
    if session.is_quick:
        await replies.hint(query, session.texts.say("double-tap"))
        return
    family = await _family(session, callback_data.number)
    if family is None:
        await replies.show_below(query, *screens.gone(session.texts))
        return
    if family.number == session.check:
        await session.turn_to(OWN)
    async with session.world.database.transaction() as transaction:
        await checks.delete(transaction, session.id, family.number)
    families = await _families(session)
    told = screens.listed(session.texts, families, session.check)
    await replies.show(query, *told, toast=session.texts.say("check-deleted"))


async def take(message: Message, session: Session) -> bool:
    """Take what was typed as the name of a family; False for yes and no, which may be said to what was told meanwhile.

    What can be no name is asked for anew.
    """
    typed = message.text or ""
    if read_yes_or_no(typed) is not None:
        session.conversation.listen_for_answers()
        return False
    number = int(session.conversation.about.partition("|")[0] or OWN)
    called = " ".join(unicodedata.normalize("NFC", typed).split())
    families = await _families(session)
    hint = _why_not(called, [family for family in families if family.number not in {OWN, number}])
    if hint:
        await session.save()
        await replies.say(message, *screens.name_asked(session.texts, hint, is_first=len(families) == 1))
    elif number == OWN:
        await _begin(message, session, called)
    else:
        await _rename(message, session, number, called)
    return True


async def _begin(message: Message, session: Session, called: str) -> None:
    if not await session.begin_check(called):
        await session.save()
        await replies.say(message, *screens.too_many(session.texts))
        return
    shown = await session.screen()
    session.conversation.buttons_after = message.message_id
    await session.save()
    await replies.say(message, session.texts.say("check-begun"))
    session.has_buttons(await replies.say(message, *shown))


async def _rename(message: Message, session: Session, number: int, called: str) -> None:
    world = session.world
    session.conversation.listen_for_answers()
    if number == session.check:
        session.conversation.called = called
        await session.save()
    else:
        await session.save()
        async with world.database.transaction() as transaction:
            draft = await checks.find(transaction, world.cipher, session.id, number)
            if draft is not None:
                document = replace(Conversation.of(draft.document), called=called).document()
                await checks.keep_document(transaction, world.cipher, session.id, number, draft, document)
    family = await _family(session, number)
    shown = screens.one(session.texts, family, world.keeps.drafts_days) if family else screens.gone(session.texts)
    await replies.say(message, *shown)


async def _ask_for_name(event: Event, session: Session, number: int = OWN, *, is_first: bool = False) -> None:
    """Ask for a name: what is typed next is taken as it."""
    session.conversation.listen_for_name(number)
    await session.save()
    asked = screens.name_asked(session.texts, is_first=is_first, is_rename=number != OWN)
    await replies.show_below(event, *asked)


def _why_not(called: str, others: list[Checked]) -> str:
    """Return the id of the sentence that says why something can be no name; empty where it can."""
    if holds_secret(called) or LONG_NUMBER.search(called):
        return "check-name-secret"
    if not FEWEST <= len(called) <= LONGEST or not NAME.fullmatch(called):
        return "check-name-not-taken"
    is_there = called.casefold() in {other.called.casefold() for other in others}
    return "check-name-there" if is_there else ""


async def _family(session: Session, number: int) -> Checked | None:
    """Return one check; None where it is not there any more."""
    return next((family for family in await _families(session) if family.number == number != OWN), None)


async def _families(session: Session) -> list[Checked]:
    """Return the person's own family and those that they check, as they are now."""
    world = session.world
    async with world.database.reading() as connection:
        own = await drafts.own(connection, world.cipher, session.id)
        others = await checks.of_person(connection, world.cipher, session.id)
    told = [await _checked(session, OWN, own)]
    return told + [await _checked(session, number, draft, is_damaged=draft is None) for number, draft in others]


async def _checked(session: Session, number: int, draft: Draft | None, *, is_damaged: bool = False) -> Checked:
    screen_input = session.screen_input_of(draft, number)
    return Checked(
        number,
        screen_input.conversation.called,
        is_begun=bool(screen_input.conversation.answers),
        is_complete=screen_input.conversation.is_complete(screen_input.assessment_day),
        result=None if is_damaged else await session.latest_of(number),
        is_damaged=is_damaged,
    )

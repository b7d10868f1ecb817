"""The beginning: the greeting in both languages, the language, consent."""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message, Update

from bot.store import drafts, people
from bot.texts import Language, Texts, texts
from bot.world import World
from handlers import replies
from handlers.keyboards import (
    Button,
    ButtonRow,
    Consent,
    ConsentThenJoin,
    Do,
    Show,
    Speak,
    keyboard,
    languages,
    to_menu,
)
from handlers.progress import progress_of
from handlers.remembered import Remembered
from handlers.screens.menu import menu
from handlers.screens.renewal import is_all_at_once
from handlers.screens.screen_input import Screen
from handlers.session import Session, session_of
from handlers.topics import topic_of
from rules.interview.questions import Section, section_of
from rules.interview.typed_words import read_yes_or_no

router = Router(name="start")


@router.message(CommandStart())
async def start(
    message: Message, known: drafts.KnownPerson | None, session: Session | None, words: Texts, remembered: Remembered
) -> None:
    """Greet a stranger; take up where somebody known stopped."""
    if session is not None:
        await welcome_back(message, session)
    elif known is not None:
        await explain(message, words, remembered)
    else:
        await greet(message, remembered)


@router.message(Command("language"))
async def ask_language(message: Message, words: Texts) -> None:
    """Offer both languages."""
    await replies.say(message, words.say("language-choose"), languages(words))


@router.callback_query(Show.filter(F.view == "language"))
async def ask_language_by_button(query: CallbackQuery, words: Texts) -> None:
    """Offer both languages."""
    await replies.show(query, words.say("language-choose"), languages(words))


@router.callback_query(Speak.filter())
async def speak(
    query: CallbackQuery,
    callback_data: Speak,
    session: Session | None,
    known: drafts.KnownPerson | None,
    world: World,
    remembered: Remembered,
) -> None:
    """Remember the language, and go on in it where the person was."""
    async with world.database.statement() as connection:
        await people.choose_language(connection, query.from_user.id, callback_data.language.value, world.now())
    words = texts(callback_data.language)
    if session is not None:
        session.texts = words
        await replies.show(query, words.say("language-switched"))
        await session.show_below(query, toast=None)
    elif known is not None:
        await replies.show(query, words.say("language-switched"))
        await explain(query, words, remembered)
    else:
        await explain(query, words, remembered)


@router.callback_query(Consent.filter())
async def consent(
    query: CallbackQuery,
    callback_data: Consent,
    known: drafts.KnownPerson | None,
    session: Session | None,
    world: World,
    remembered: Remembered,
    words: Texts,
    event_update: Update,
) -> None:
    """Begin with the questions once they are allowed."""
    if known is None:
        await greet(query, remembered)
    elif not callback_data.given and session is None:
        await without_consent(query, words, world, remembered)
    elif session is not None:
        await replies.show(query, *await session.screen())
    else:
        await with_consent(query, known, event_update.update_id, world, remembered)


async def said_before_consent(
    message: Message, known: drafts.KnownPerson, words: Texts, world: World, remembered: Remembered, update_id: int
) -> None:
    """Take consent or its refusal in words; answer a question; anything else gets one line and the two buttons."""
    text = message.text or ""
    if text.startswith("/"):
        await explain(message, words, remembered)
        return
    given, token = read_yes_or_no(text), await opened_link(message, remembered)
    if given and not token:
        await with_consent(message, known, update_id, world, remembered)
    elif given is False:
        await without_consent(message, words, world, remembered)
    else:
        topic = topic_of(text)
        told = [f"topic-{topic}" if topic else "consent-hint", *(["join-after-consent"] if token else [])]
        buttons = keyboard([consent_buttons(words, token)])
        await replies.say(message, "\n\n".join(words.say(name) for name in told), buttons)


async def with_consent(
    event: replies.Event, known: drafts.KnownPerson, update_id: int, world: World, remembered: Remembered
) -> None:
    """Keep the consent and ask the first question."""
    async with world.database.statement() as connection:
        await people.give_consent(connection, known.person_id, world.now())
    newcomer = await session_of(known, update_id, world, remembered)
    if isinstance(event, CallbackQuery):
        newcomer.question_in = event.message.message_id if event.message else 0
        await newcomer.save()  # its instant tells a second tap from an answer
        await replies.show(event, *await newcomer.screen())
    else:
        await newcomer.show_below(event)


async def greet(event: replies.Event, remembered: Remembered) -> None:
    """Say the first message, in both languages at once; the buttons carry the link by which somebody came."""
    both = "\n\n".join(texts(language).say("start-greeting") for language in Language)
    await replies.show_below(event, both, languages(texts(Language.KK), await opened_link(event, remembered)))


async def explain(event: replies.Event, words: Texts, remembered: Remembered) -> None:
    """Say what the bot does, that it is an estimate, what it never asks; ask for consent."""
    token = await opened_link(event, remembered)
    told = [words.say(name) for name in ("start-about", "start-consent", *(["join-after-consent"] if token else []))]
    more: Button = (words.say("button-consent-more"), Show(view="consent"))
    await replies.show(event, "\n\n".join(told), keyboard([consent_buttons(words, token), [more]]))


@router.callback_query(Show.filter(F.view == "consent"))
async def explain_more(query: CallbackQuery, words: Texts, remembered: Remembered) -> None:
    """Say more of what is asked, what is never asked, and who decides; ask for consent again."""
    told = [words.say(name) for name in ("start-about", "start-estimate", "start-never-asks", "start-consent")]
    buttons = keyboard([consent_buttons(words, await opened_link(query, remembered))])
    await replies.show(query, "\n\n".join(told), buttons)


def consent_buttons(words: Texts, token: str) -> list[Button]:
    """Return the two buttons; they carry the link by which somebody came."""
    return [
        (
            words.say(f"button-consent-{word}"),
            ConsentThenJoin(given=given, token=token) if token else Consent(given=given),
        )
        for word, given in (("yes", True), ("no", False))
    ]


async def opened_link(event: replies.Event, remembered: Remembered) -> str:
    """Return the token of the link by which somebody came who has not consented yet; empty when there is none."""
    return await remembered.opened_links.of(event.from_user.id) if event.from_user else ""


async def without_consent(event: replies.Event, words: Texts, world: World, remembered: Remembered) -> None:
    """Forget somebody who does not consent; tell what can be told without asking anything, and the way back."""
    if event.from_user is None:
        return
    await remembered.opened_links.forget(event.from_user.id)
    async with world.database.transaction() as transaction:
        await people.forget(transaction, event.from_user.id)
    told = [words.say(name) for name in ("start-no-consent", "topic-who_gets", "topic-how_much", "topic-where")]
    again: Button = (words.say("button-start-again"), Show(view="language"))
    await replies.show(event, "\n\n".join(told), keyboard([[again]]))


async def welcome_back(message: Message, session: Session) -> None:
    """Offer to go on, or go on at once where nothing was answered yet; first what else the person wants next."""
    screen_input, progress = session.screen_input, await progress_of(session)
    if progress.is_awaited or (progress.asked is None and (progress.result or progress.has_case)):
        await replies.say(message, *session.of_family(menu(session.texts, progress, "menu-welcome")))
        return
    if not screen_input.walked.kept or is_all_at_once(screen_input):
        session.begin_today()
        await session.show_below(message)
        return
    next_asked = screen_input.conversation.step(screen_input.assessment_day).first
    section = section_of(screen_input.walked, next_asked.key) if next_asked else Section.CHECK
    buttons: list[ButtonRow] = [
        [(session.texts.say("button-resume"), Do(what="resume"))],
        [(session.texts.say("button-start-over"), Do(what="start_over"))],
        [to_menu(session.texts)],
    ]
    told = session.texts.say("resume", section=session.texts.say(f"section-{section}"))
    await replies.say(message, *session.of_family(Screen(told, keyboard(buttons))))

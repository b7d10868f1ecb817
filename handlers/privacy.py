"""What the bot keeps of a person: told, handed out as files, and deleted."""

import json
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.store import checks, drafts
from bot.store.checks import OWN
from bot.store.drafts import Draft
from bot.texts import Texts
from bot.wording.phrases import plain
from bot.world import World
from handlers import replies
from handlers.export import export_of
from handlers.forgetting import ask_screen
from handlers.keyboards import Do, keyboard
from handlers.replies import Event
from handlers.screens import result
from handlers.screens.review import review
from handlers.screens.whose import headed
from handlers.session import HasBegun, Session

router = Router(name="privacy")
JSON_NAME: Final = "komek.json"
TEXT_NAME: Final = "komek.txt"
HOLDS: Final = {
    (True, True): "export-text",
    (True, False): "export-text-answers",
    (False, True): "export-text-result",
    (False, False): "export-text-nothing",
}
"""What is said of the text that is handed out, by whether there are answers and a result."""


@router.message(Command("privacy"))
async def tell_privacy(message: Message, words: Texts, world: World, session: Session | None) -> None:
    """Tell what is kept, why, how long, and who sees it."""
    await _tell(message, words, world, has_begun=session is not None)


@router.callback_query(Do.filter(F.what == "privacy"))
async def tell_privacy_by_button(query: CallbackQuery, words: Texts, world: World, session: Session | None) -> None:
    """Tell the same after a press on the menu."""
    await replies.hint(query)
    await _tell(query, words, world, has_begun=session is not None)


async def _tell(event: Event, words: Texts, world: World, *, has_begun: bool) -> None:
    """Say it in several messages, so that the way to one's data stands on the screen of a small phone."""
    keeps = world.keeps
    days = {
        "drafts": keeps.drafts_days,
        "results": keeps.results_days,
        "files": keeps.files_days,
        "notices": keeps.notices_days,
    }
    rows = [
        [(words.say("button-export"), Do(what="export"))],
        [(words.say("button-menu-forget"), Do(what="forget"))],
    ]
    await replies.say(event, "\n\n".join(words.say(name) for name in ("privacy-what", "privacy-why", "privacy-who")))
    of_others = words.say("privacy-checks", days=keeps.drafts_days)
    await replies.say(event, "\n\n".join([words.say("privacy-long", **days), of_others]))
    await replies.say(event, words.say("privacy-delete"), keyboard(rows) if has_begun else None)


@router.message(Command("export"), HasBegun())
async def export(message: Message, session: Session) -> None:
    """Hand out what is kept."""
    await _hand_out(message, session)


@router.callback_query(Do.filter(F.what == "export"), HasBegun())
async def export_by_button(query: CallbackQuery, session: Session) -> None:
    """Do the same after a press."""
    await replies.hint(query)
    await _hand_out(query, session)


@router.message(Command("forget"), HasBegun())
async def forget(message: Message, session: Session) -> None:
    """Ask whether everything shall really be deleted."""
    await session.save()
    await replies.say(message, *await ask_screen(session.world, session.texts, session.id))


async def _hand_out(event: Event, session: Session) -> None:
    """Send a text to read and a file with everything as it is stored."""
    kept = await export_of(session.world, session.id)
    told, holds = await _in_words(session)
    stored = json.dumps(kept, ensure_ascii=False, indent=2).encode()
    await replies.send_file(event, "\n\n".join(told).encode(), TEXT_NAME, session.texts.say(holds))
    await replies.send_file(event, stored, JSON_NAME, session.texts.say("export-json"))


async def _in_words(session: Session) -> tuple[list[str], str]:
    """Return what is kept as the person has read it, the answers so far and the last result; and what says which.

    Below that of their own family each that they check, under its name.
    """
    texts, world = session.texts, session.world
    told = [texts.say("export-head", date=texts.day(session.assessment_day.today, session.assessment_day.today))]
    async with world.database.reading() as connection:
        own = await drafts.own(connection, world.cipher, session.id)
        others = await checks.of_person(connection, world.cipher, session.id)
    of_own, holds = await _of_family(session, OWN, own)
    told += of_own or [texts.say("export-text-nothing")]
    for number, draft in others:
        if draft is not None:
            of_other, _ = await _of_family(session, number, draft)
            told += of_other or [plain(headed(texts, draft.document["called"], texts.say("export-text-nothing")))]
    return told, holds


async def _of_family(session: Session, number: int, draft: Draft | None) -> tuple[list[str], str]:
    """Return the answers and the last result of a family in words, under its name; and what says which there are."""
    screen_input, told = session.screen_input_of(draft, number), []
    has_answers = "status" in screen_input.walked.kept
    if has_answers:
        told.append(plain(headed(session.texts, screen_input.conversation.called, review(screen_input).text)))
    frozen = await session.latest_of(number)
    if frozen is not None:
        told.append(plain(result.headline(session.texts, frozen, session.assessment_day.today).text))
    return told, HOLDS[has_answers, frozen is not None]

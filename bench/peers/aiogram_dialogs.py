"""The form with aiogram_dialog, kept in Redis: a window for each way to answer, its buttons are the library's widgets.

The library keeps what was answered after it has shown the next question, and offers no other order: so here an answer
is durable when its update is done, and not before the person sees it taken.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from operator import attrgetter
from typing import Any, Final, NamedTuple

from aiogram import Bot, Dispatcher
from aiogram.enums import ContentType
from aiogram.filters import Command, CommandObject
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import DefaultKeyBuilder, StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Multiselect, Select
from aiogram_dialog.widgets.text import Format

from bench.interviews import Act, message_update, update_of
from bench.peers import Peer, Storage
from bench.peers.form import Form, answers_kept
from bench.stub_session import StubSession
from handlers.keyboards import Choose, Ready, Settle, Tick
from rules.interview.answers import NotUnderstoodError

WORD, TICK, READY = "a", "t", "d"  # ids of widgets
COLUMNS: Final = 2


class Windows(StatesGroup):
    """How the question that a person sees is answered: by ticks, or by a word that is pressed or typed."""

    ticking = State()
    saying = State()


class Option(NamedTuple):
    """A button: the word that it stands for, and its caption."""

    word: str
    caption: str


class DialogForm:
    """The windows and what is done in them."""

    def __init__(self, storage: RedisStorage) -> None:
        self._storage = storage
        self._bot = Bot("1000000:bench", session=StubSession())
        self._dispatcher = Dispatcher(storage=storage)
        self._dispatcher.message.register(self._begin, Command("start"))
        self._dispatcher.include_router(self._dialog())
        setup_dialogs(self._dispatcher)
        self._intents: dict[int, str] = {}

    async def begin(self, person_id: int, language: str) -> None:
        """Let a person see the first question."""
        await self.feed(message_update(person_id, 1, f"/start {language}"))
        self._intents[person_id] = await self._intent_of(person_id)

    def update_of(self, act: Act, person_id: int, update_id: int) -> dict[str, Any]:
        """Return an act as the update that Telegram sends, with the button as the library has drawn it."""
        update = update_of(act, person_id, update_id)
        if act.is_press:
            update["callback_query"]["data"] = f"{self._intents[person_id]}\x1d{_widget(act)}"
        return update

    async def feed(self, update: dict[str, Any]) -> None:
        """Answer an update."""
        await self._dispatcher.feed_raw_update(self._bot, update)

    async def answers_of(self, person_id: int) -> dict[str, Any]:
        """Return the answers of a person that are kept."""
        kept = await self._storage.get_data(self._key_of(person_id, f"context:{await self._intent_of(person_id)}"))
        return answers_kept(kept.get("dialog_data", {}))

    async def _intent_of(self, person_id: int) -> str:
        """Return the id that the library has given a person's dialog; it stands in every button."""
        intent: str = (await self._storage.get_data(self._key_of(person_id, "stack:")))["intents"][-1]
        return intent

    def _key_of(self, person_id: int, what: str) -> StorageKey:
        return StorageKey(self._bot.id, person_id, person_id, destiny=f"aiogd:{what}")

    def _dialog(self) -> Dialog:
        text, by_word, caption = Format("{text}"), attrgetter("word"), Format("{item.caption}")
        words = Group(Select(caption, WORD, by_word, "words", on_click=self._choose), width=COLUMNS)
        ticks: Any = Multiselect(Format("✓ {item.caption}"), caption, TICK, by_word, "ticks")
        ready = Button(Format("{ready}"), READY, on_click=self._ready)
        typed = MessageInput(self._type, ContentType.TEXT)
        return Dialog(
            Window(text, words, Group(ticks, width=COLUMNS), ready, state=Windows.ticking, getter=_shown),
            Window(text, typed, words, state=Windows.saying, getter=_shown),
        )

    async def _begin(self, _message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
        form = Form.begun(command.args or "")
        await dialog_manager.start(_window(form), form.kept(), mode=StartMode.RESET_STACK)

    async def _choose(self, query: CallbackQuery, _widget: Any, manager: DialogManager, word: str) -> None:
        form = _form(manager)
        if form.asked is None:
            return
        if form.conversation.doubt is None:
            await self._press(query, manager, form, Choose(key=form.asked.key, word=word))
        else:
            await self._press(query, manager, form, Settle(key=form.asked.key, choice=word))

    async def _ready(self, query: CallbackQuery, _widget: Any, manager: DialogManager) -> None:
        form = _form(manager)
        ticks: Any = manager.find(TICK)
        form.conversation.ticks = ticks.get_checked()
        if form.asked is not None:
            await self._press(query, manager, form, Ready(key=form.asked.key))
            await ticks.reset_checked()

    async def _press(
        self, query: CallbackQuery, manager: DialogManager, form: Form, pressed: Choose | Ready | Settle
    ) -> None:
        try:
            form.press(pressed)
        except NotUnderstoodError as why:
            await query.answer(form.hint(why))
            return
        await _keep(form, manager)

    async def _type(self, message: Message, _widget: Any, manager: DialogManager) -> None:
        form = _form(manager)
        try:
            form.type(message.text or "")
        except NotUnderstoodError as why:
            await message.answer(form.hint(why))
            return
        await _keep(form, manager)


def _form(manager: DialogManager) -> Form:
    begun: Any = manager.start_data
    return Form.of(manager.dialog_data or begun)


async def _keep(form: Form, manager: DialogManager) -> None:
    manager.dialog_data.update(form.kept())
    await manager.switch_to(_window(form))


def _window(form: Form) -> State:
    return Windows.ticking if form.screen.keyboard and _of(form.screen.keyboard, Tick) else Windows.saying


async def _shown(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what a window needs of the screen."""
    text, keyboard = _form(dialog_manager).screen
    markup = keyboard or InlineKeyboardMarkup(inline_keyboard=[])
    words = [*_of(markup, Choose), *_of(markup, Settle)]
    ready = _of(markup, Ready)
    return {"text": text, "words": words, "ticks": _of(markup, Tick), "ready": ready[0].caption if ready else ""}


def _of(keyboard: InlineKeyboardMarkup, kind: type[Choose | Tick | Ready | Settle]) -> list[Option]:
    start = kind.__prefix__ + kind.__separator__
    buttons = [button for row in keyboard.inline_keyboard for button in row]
    carried = [(button.callback_data or "", button.text) for button in buttons]
    return [Option(data.rpartition(kind.__separator__)[2], text) for data, text in carried if data.startswith(start)]


def _widget(act: Act) -> str:
    match act.kind:
        case "tick":
            return f"{TICK}:{Tick.unpack(act.sent).word}"
        case "ready":
            return READY
        case "settle":
            return f"{WORD}:{Settle.unpack(act.sent).choice}"
    return f"{WORD}:{Choose.unpack(act.sent).word}"


@asynccontextmanager
async def opened(storage: Storage) -> AsyncIterator[Peer]:
    """Open the form with the dialogs in a Redis."""
    redis = RedisStorage.from_url(storage.redis, key_builder=DefaultKeyBuilder(with_destiny=True, prefix="dialog"))
    try:
        yield DialogForm(redis)
    finally:
        await redis.close()

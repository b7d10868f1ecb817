"""The form with python-telegram-bot's ConversationHandler, kept with PicklePersistence and flushed before each reply.

The library's file holds everybody and is written anew for each answer, so it becomes slower with every person it knows.
By itself it only writes; here the file is synced as well, or it would not be durable as a synced log is.
"""

import asyncio
import os
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    ExtBot,
    MessageHandler,
    PersistenceInput,
    PicklePersistence,
    filters,
)
from telegram.warnings import PTBUserWarning

from bench.interviews import BEGUN_ON, message_update, update_of
from bench.peers import Peer, Storage
from bench.peers.form import Form, answers_kept, question_ids
from handlers.presses import pressed_on_question
from rules.interview.answers import NotUnderstoodError

NAME: Final = "form"
FILE: Final = "conversations.pickle"
ME: Final = {"id": 1_000_000, "is_bot": True, "first_name": "Kömek", "username": "komek_local_bot"}
SENT: Final = {"message_id": 1, "date": BEGUN_ON, "chat": {"id": 1, "type": "private"}, "text": "."}
ENDED: Final[int] = -1  # ConversationHandler.END


class CallsNobody:
    """In the place of HTTP: every call is answered at once with a result that was made before."""

    read_timeout = None

    async def initialize(self) -> None:
        """Nothing is to be opened."""

    async def shutdown(self) -> None:
        """Nothing is open."""

    async def post(self, url: str, **_: Any) -> Any:
        """Return the sent message, the bot, or that it was done."""
        method = url.rpartition("/")[2]
        return ME if method == "getMe" else SENT if method in {"sendMessage", "editMessageText"} else True


class ConversationForm:
    """The handlers; an answer is in the file before the next question is shown, and so is the state."""

    update_of = staticmethod(update_of)

    def __init__(self, storage: Storage) -> None:
        nobody: Any = CallsNobody()
        bot = ExtBot("1000000:bench", request=nobody, get_updates_request=nobody)
        kept = PersistenceInput(bot_data=False, chat_data=False, callback_data=False)
        self._persistence: Any = PicklePersistence(storage.folder / FILE, kept, on_flush=True)
        self.application: Any = (
            Application.builder().bot(bot).updater(None).job_queue(None).persistence(self._persistence).build()
        )
        self.application.add_handler(self._conversation())

    async def begin(self, person_id: int, language: str) -> None:
        """Let a person see the first question."""
        update = message_update(person_id, 1, f"/start {language}")
        update["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": len("/start")}]
        await self.feed(update)

    async def feed(self, update: dict[str, Any]) -> None:
        """Answer an update."""
        await self.application.process_update(Update.de_json(update, self.application.bot))

    async def answers_of(self, person_id: int) -> dict[str, Any]:
        """Return the answers of a person that stand in the file, read anew."""
        written: Any = PicklePersistence(self._persistence.filepath, self._persistence.store_data)
        written.set_bot(self.application.bot)
        return answers_kept((await written.get_user_data()).get(person_id, {}))

    def _conversation(self) -> Any:
        press = CallbackQueryHandler(self._press)
        typed = MessageHandler(filters.TEXT & ~filters.COMMAND, self._type)
        states: Any = {question_id: [press, typed] for question_id in question_ids()}
        with warnings.catch_warnings():
            # It warns that presses are told apart by person and not by message: that is what is wanted here.
            warnings.simplefilter("ignore", PTBUserWarning)
            begin: Any = [CommandHandler("start", self._begin)]
            return ConversationHandler(begin, states, [], allow_reentry=True, name=NAME, persistent=True)

    async def _begin(self, update: Any, context: Any) -> Any:
        form = Form.begun(context.args[0])
        state = await self._keep(form, update, context)
        shown = form.screen
        await update.message.reply_text(shown.text, reply_markup=drawn(shown.keyboard))
        return state

    async def _press(self, update: Any, context: Any) -> Any:
        query, form = update.callback_query, Form.of(context.user_data)
        pressed: Any = pressed_on_question(query.data)
        state = form.asked.question.id if form.asked else ENDED
        try:
            is_taken = form.press(pressed)
        except NotUnderstoodError as why:
            await query.answer(form.hint(why))
            return state
        if is_taken:
            state = await self._keep(form, update, context)
            shown = form.screen
            await query.edit_message_text(shown.text, reply_markup=drawn(shown.keyboard))
        await query.answer()
        return state

    async def _type(self, update: Any, context: Any) -> Any:
        form = Form.of(context.user_data)
        try:
            form.type(update.message.text)
        except NotUnderstoodError as why:
            await update.message.reply_text(form.hint(why))
            return form.asked.question.id if form.asked else ENDED
        state = await self._keep(form, update, context)
        shown = form.screen
        await update.message.reply_text(shown.text, reply_markup=drawn(shown.keyboard))
        return state

    async def _keep(self, form: Form, update: Any, context: Any) -> Any:
        """Write the file, with the state that the handler will return: by itself it would be written later."""
        person_id, asked = update.effective_user.id, form.asked
        context.user_data.update(form.kept())
        state = asked.question.id if asked else None
        await self._persistence.update_user_data(person_id, context.user_data)
        await self._persistence.update_conversation(NAME, (person_id, person_id), state)
        await self._persistence.flush()
        await asyncio.to_thread(_sync, self._persistence.filepath)
        return ENDED if state is None else state


def drawn(keyboard: Any) -> InlineKeyboardMarkup | None:
    """Return buttons as this library has them."""
    if keyboard is None:
        return None
    rows = [
        [InlineKeyboardButton(button.text, callback_data=button.callback_data) for button in row]
        for row in keyboard.inline_keyboard
    ]
    return InlineKeyboardMarkup(rows)


def _sync(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


@asynccontextmanager
async def opened(storage: Storage) -> AsyncIterator[Peer]:
    """Open the form with its file in a folder."""
    form = ConversationForm(storage)
    await form.application.initialize()
    try:
        yield form
    finally:
        await form.application.shutdown()

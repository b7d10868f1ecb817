"""The form with python-telegram-bot's ConversationHandler, kept with PicklePersistence and flushed before each reply.

The library's file holds everybody and is written anew for each answer, so it becomes slower with every person it knows.
By itself it only writes; here the file is synced as well, or it would not be durable as a synced log is.
"""

import asyncio
import os
import warnings
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
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
from bench.peers.course import DONE, HINT, Course, Question, Way, in_rows, ticked_or_not

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


class Conversation:
    """The handlers; an answer is in the file before the next question is shown, and so is the state."""

    def __init__(self, courses: Sequence[Course], storage: Storage) -> None:
        self._courses = courses
        nobody: Any = CallsNobody()
        bot = ExtBot("1000000:bench", request=nobody, get_updates_request=nobody)
        kept = PersistenceInput(bot_data=False, chat_data=False, callback_data=False)
        self._persistence: Any = PicklePersistence(storage.folder / FILE, kept, on_flush=True)
        self.application: Any = (
            Application.builder().bot(bot).updater(None).job_queue(None).persistence(self._persistence).build()
        )
        self.application.add_handler(self._conversation())

    async def begin(self, person_id: int, course: int) -> None:
        """Let a person see the first question of a course."""
        update = message_update(person_id, 1, f"/start {course}")
        update["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": len("/start")}]
        await self.feed(update)

    update_of = staticmethod(update_of)

    async def feed(self, update: dict[str, Any]) -> None:
        """Answer an update."""
        await self.application.process_update(Update.de_json(update, self.application.bot))

    async def answers_of(self, person_id: int) -> dict[str, Any]:
        """Return the answers of a person that stand in the file, read anew."""
        written: Any = PicklePersistence(self._persistence.filepath, self._persistence.store_data)
        written.set_bot(self.application.bot)
        answers: dict[str, Any] = (await written.get_user_data()).get(person_id, {}).get("answers", {})
        return answers

    def _conversation(self) -> Any:
        choose = CallbackQueryHandler(self._choose, r"^[as]\|")
        states: Any = {
            Way.CHOOSE: [choose],
            Way.TICK: [choose, CallbackQueryHandler(self._tick, r"^t\|"), CallbackQueryHandler(self._ready, r"^d\|")],
            Way.TYPE: [choose, MessageHandler(filters.TEXT & ~filters.COMMAND, self._type)],
        }
        with warnings.catch_warnings():
            # It warns that presses are told apart by person and not by message: that is what is wanted here.
            warnings.simplefilter("ignore", PTBUserWarning)
            begin: Any = [CommandHandler("start", self._begin)]
            return ConversationHandler(begin, states, [], allow_reentry=True, name=NAME, persistent=True)

    async def _begin(self, update: Any, context: Any) -> Way:
        course = int(context.args[0])
        first = self._courses[course][0]
        context.user_data.update(course=course, place=0, answers={}, ticked=[])
        await self._flush(update, context, first.way)
        await update.message.reply_text(first.text, reply_markup=drawn(first))
        return first.way

    async def _choose(self, update: Any, context: Any) -> Any:
        _, key, word = update.callback_query.data.split("|", 2)
        return await self._pressed(update, context, key, word)

    async def _ready(self, update: Any, context: Any) -> Any:
        _, key = update.callback_query.data.split("|", 1)
        return await self._pressed(update, context, key, context.user_data["ticked"])

    async def _tick(self, update: Any, context: Any) -> Way:
        query, kept = update.callback_query, context.user_data
        _, key, word = query.data.split("|", 2)
        question = self._asked(kept)
        if question is not None and question.key == key:
            ticked = kept["ticked"]
            kept["ticked"] = [one for one in ticked if one != word] if word in ticked else [*ticked, word]
            await self._flush(update, context, Way.TICK)
            await query.edit_message_text(question.text, reply_markup=drawn(question, kept["ticked"]))
        await query.answer()
        return Way.TICK

    async def _pressed(self, update: Any, context: Any, key: str, answer: Any) -> Any:
        """Take a press as the answer; one on an older question is none."""
        query: CallbackQuery = update.callback_query
        question = self._asked(context.user_data)
        if question is None or question.key != key:
            await query.answer()
            return question.way if question else ENDED
        following = await self._keep(update, context, question, answer)
        await query.edit_message_text(following.text if following else DONE, reply_markup=drawn(following))
        await query.answer()
        return following.way if following else ENDED

    async def _type(self, update: Any, context: Any) -> Any:
        question = self._asked(context.user_data)
        if question is None:
            return ENDED
        try:
            answer = question.typed(update.message.text)
        except ValueError:
            await update.message.reply_text(HINT)
            return question.way
        following = await self._keep(update, context, question, answer)
        await update.message.reply_text(following.text if following else DONE, reply_markup=drawn(following))
        return following.way if following else ENDED

    async def _keep(self, update: Any, context: Any, question: Question, answer: Any) -> Question | None:
        kept = context.user_data
        kept["answers"][question.key] = answer
        kept["place"], kept["ticked"] = kept["place"] + 1, []
        following = self._asked(kept)
        await self._flush(update, context, following.way if following else None)
        return following

    async def _flush(self, update: Any, context: Any, state: Way | None) -> None:
        """Write the file, with the state that the handler will return: by itself it would be written later."""
        person_id = update.effective_user.id
        await self._persistence.update_user_data(person_id, context.user_data)
        await self._persistence.update_conversation(NAME, (person_id, person_id), state)
        await self._persistence.flush()
        await asyncio.to_thread(_sync, self._persistence.filepath)

    def _asked(self, kept: dict[str, Any]) -> Question | None:
        course = self._courses[kept["course"]]
        return course[kept["place"]] if kept["place"] < len(course) else None


def drawn(question: Question | None, ticked: Sequence[str] = ()) -> InlineKeyboardMarkup | None:
    """Return the buttons of a question."""
    if question is None:
        return None
    words = [InlineKeyboardButton(one.caption, callback_data=f"a|{question.key}|{one.word}") for one in question.words]
    ticks = [
        InlineKeyboardButton(ticked_or_not(one, ticked), callback_data=f"t|{question.key}|{one.word}")
        for one in question.ticks
    ]
    rows = in_rows([*words, *ticks])
    if question.ready:
        rows.append([InlineKeyboardButton(question.ready, callback_data=f"d|{question.key}")])
    return InlineKeyboardMarkup(rows)


def _sync(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


@asynccontextmanager
async def opened(storage: Storage, courses: Sequence[Course]) -> AsyncIterator[Peer]:
    """Open the form with its file in a folder."""
    form = Conversation(courses, storage)
    await form.application.initialize()
    try:
        yield form
    finally:
        await form.application.shutdown()

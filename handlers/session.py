"""The person behind an update, with the conversation: loaded before a handler, saved by it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, TelegramObject

from bot import casework
from bot.database import Connection
from bot.store import assessments, checks, drafts, own_reminders
from bot.store.assessments import FrozenAssessment, ShownResult
from bot.store.checks import OWN
from bot.store.own_reminders import OwnReminder
from bot.texts import Language, Texts, texts
from bot.world import World
from handlers import replies
from handlers.conversation import Conversation, View
from handlers.offer_draft import Answering
from handlers.presses import pressed_on_question
from handlers.remembered import LastAnswer, Remembered
from handlers.replies import Event
from handlers.screens import Screen, ScreenInput, amount_check, offer, result, screen, what_if
from handlers.screens.joining import year_screen
from handlers.screens.whose import headed, of_family, said_below_name, words_for
from handlers.shown_result import shown_result, with_before
from rules import Quarter
from rules.interview.questionnaire import AssessmentDay

SECONDS_FOR_TWO_MESSAGES: Final = 2.0  # to one chat: Telegram takes about one message or edit a second


@dataclass(slots=True)
class Session:
    """Somebody who has chosen a language and consented; `update_id` is the update being answered.

    `question_in`: the message with the buttons of the question on the screen, as far as this process knows; 0 if not.
    `answered_at`: when the conversation was saved last. `check`: whose answers the conversation holds: those of the
    person's own family (0), or of another one (bot/store/checks.py). `is_new_quarter`: whether this is the first
    that is heard of them in a quarter: what they answer is a question of the one before. `has_opened_link`: they came
    by a link to a case, and have not said yet whether to follow it.
    """

    id: int
    texts: Texts
    conversation: Conversation
    assessment_day: AssessmentDay
    version: int
    update_id: int
    is_repeat: bool
    is_quick: bool
    world: World
    remembered: Remembered
    question_in: int = 0
    answered_at: datetime | None = None
    check: int = OWN
    is_new_quarter: bool = False
    has_opened_link: bool = False

    @property
    def is_in_a_hurry(self) -> bool:
        """Whether the answer before came so short ago that Telegram's pace allows only the next question."""
        since = None if self.answered_at is None else (self.world.now() - self.answered_at).total_seconds()
        return since is not None and 0 <= since < SECONDS_FOR_TWO_MESSAGES

    @property
    def screen_input(self) -> ScreenInput:
        """What screens are drawn from."""
        return ScreenInput(self.conversation, words_for(self.texts, self.check), self.assessment_day)

    @property
    def no_result(self) -> Screen:
        """What stands in place of a result that is not there, or is not this person's."""
        return result.none_yet(self.texts)

    def of_family(self, shown: Screen) -> Screen:
        """Return a screen as one of the family that is open: its name at the head, its number in the buttons."""
        return of_family(shown, self.texts, self.check, self.conversation.called)

    def headed(self, text: str) -> str:
        """Return a text below the name of the family that is open, where that is not the person's own."""
        return headed(self.texts, self.conversation.called, text)

    async def screen(self) -> Screen:
        """Return what belongs on the screen now."""
        if self.conversation.view is View.RESULT and self.conversation.shown:
            frozen = await self.result(self.conversation.shown)
            if frozen is not None:
                return result.headline(self.texts, frozen, self.assessment_day.today)
        if self.conversation.view is View.OFFER and self.conversation.answering is not None:
            return await self._offer(self.conversation.answering)
        if self.conversation.view is View.YEAR and self.conversation.link is not None:
            return year_screen(self.texts, self.conversation.link)
        if self.conversation.view is View.WHAT_IF:
            return self.of_family(
                what_if.sum_asked(self.screen_input.texts, self.conversation.about, self.screen_input.names)
            )
        if self.conversation.view is View.NOTE:
            frozen = await self.result(self.conversation.about)
            return amount_check.note_asked(self.texts, frozen) if frozen else self.no_result
        return self.of_family(screen(self.screen_input))

    async def _offer(self, answering: Answering) -> Screen:
        seen = await casework.offer_seen(self.world, answering["number"], self.id)
        if seen is None or not seen.may_answer:
            return Screen(self.texts.say("offer-reply-not_yours"), None)
        return offer.being_written(self.texts, seen, answering, self.world.now())

    async def result(self, assessment_id: str) -> FrozenAssessment | None:
        """Return one of the person's own results, as it was shown."""
        async with self.world.database.reading() as connection:
            return await assessments.load(connection, self.world.cipher, self.id, assessment_id)

    async def latest_result(self) -> FrozenAssessment | None:
        """Return the result that was calculated last of the family that is open."""
        return await self.latest_of(self.check)

    async def latest_of(self, check: int) -> FrozenAssessment | None:
        """Return the result that was calculated last of the person's own family, or of a check."""
        async with self.world.database.reading() as connection:
            return await assessments.latest(connection, self.world.cipher, self.id, check)

    async def own_conversation(self) -> Conversation:
        """Return what the person has told of their own family, whichever family is open."""
        if self.check == OWN:
            return self.conversation
        async with self.world.database.reading() as connection:
            return self._taken_up(await drafts.own(connection, self.world.cipher, self.id))

    def screen_input_of(self, draft: drafts.Draft | None, check: int) -> ScreenInput:
        """Return what the screens of another family than the one that is open are drawn from; nothing is opened."""
        conversation = self._taken_up(draft)
        assessment_day = conversation.assessment_day(self.assessment_day.today, self.assessment_day.lines)
        return ScreenInput(conversation, words_for(self.texts, check), assessment_day)

    def _taken_up(self, draft: drafts.Draft | None) -> Conversation:
        conversation = Conversation.of(draft.document) if draft else Conversation()
        conversation.begin_quarter(self.assessment_day.today)
        return conversation

    async def begin_check(self, called: str) -> bool:
        """Begin a check of a family of that name, and open it; False where the person has as many as they may."""
        world = self.world
        anew = Conversation(answering=self.conversation.answering, called=called)
        self.conversation.listen_for_answers()
        async with world.database.transaction() as transaction:
            await self.save_on(transaction)
            number = await checks.begin(
                transaction, world.cipher, self.id, anew.document(), self.update_id, world.now()
            )
        if number is None:
            return False
        self._take_up(number, anew, 1)
        return True

    async def turn_to(self, number: int) -> bool:
        """Go on with another family, the person's own (0) or a check; False where that is not there any more."""
        world, answering = self.world, self.conversation.answering
        self.conversation.listen_for_answers()
        async with world.database.transaction() as transaction:
            await self.save_on(transaction)
            if not await checks.turn_to(transaction, self.id, number):
                return False
            draft = await checks.find(transaction, world.cipher, self.id, number)
            conversation = self._taken_up(draft)
            conversation.listen_for_answers()
            conversation.answering = answering  # an offer is the person's, whichever family they look at
            self._take_up(number, conversation, draft.version if draft else 0)
            await self.save_on(transaction)  # a repeated update is one that this family has seen as well
        return True

    def _take_up(self, check: int, conversation: Conversation, version: int) -> None:
        self.check, self.conversation, self.version, self.question_in = check, conversation, version, 0
        self.take_up_quarter()

    async def reminders(self) -> list[OwnReminder]:
        """Return what the person has asked to be reminded of."""
        async with self.world.database.reading() as connection:
            return await own_reminders.of_person(connection, self.id)

    async def freeze_result(self, record: ShownResult) -> FrozenAssessment:
        """Keep a result, and that it is what the person looks at now, in one transaction."""
        world, now = self.world, self.world.now()
        is_of_today = self.conversation.quarter is None
        async with world.database.transaction() as transaction:
            if is_of_today:
                made = await assessments.newest_of_each(transaction, world.cipher, self.id, self.check)
                record = with_before(record, made)
                self.conversation.renewal = None
            shown = await assessments.freeze(transaction, world.cipher, self.id, record, now, self.check)
            self.conversation.look_at(View.RESULT)
            self.conversation.shown = shown
            await self.save_on(transaction)
        return FrozenAssessment(shown, now, record, self.check, self.conversation.called)

    async def save(self) -> None:
        """Save the conversation in one durable statement; StaleDraftError when another update was quicker.

        Whoever goes on with it has left the question of a link: their next word is no answer to that.
        """
        if self.has_opened_link:
            await self.remembered.opened_links.forget(self.id)
            self.has_opened_link = False
        async with self.world.database.statement() as connection:
            await self.save_on(connection)
        walked = self.conversation.walk(self.assessment_day)
        self.remembered.recent.keep(self.id, LastAnswer(walked, self.question_in, self.check, self.update_id))

    async def save_on(self, connection: Connection) -> None:
        """Save the conversation on a connection, with whatever else belongs to it; StaleDraftError as above."""
        document, now = self.conversation.document(), self.world.now()
        self.version = await drafts.save(
            connection, self.world.cipher, self.id, document, self.version, self.update_id, now, self.check
        )

    async def show_below(self, event: Event, toast: str | None = "") -> None:
        """Show the screen as a new message: from now on it alone takes presses, no copy above it.

        A press is answered with the toast; None where it was answered before.
        """
        if isinstance(event, CallbackQuery) and toast is not None:
            await replies.hint(event, toast)
        self.question_in = await replies.say(event, *await self.screen())
        self.conversation.buttons_after = self.question_in - 1
        await self.save()

    async def show_again(self, event: Event) -> None:
        """Show the screen to somebody whose update came a second time: nobody knows whether it was answered.

        What stands below the message of an answer is shown below it once more, anything else in place.
        """
        asked = self.conversation.current(self.assessment_day)
        pressed = pressed_on_question(event.data) if isinstance(event, CallbackQuery) else None
        was_answer = pressed is not None and (asked is None or pressed.key != asked.key)
        await (replies.show_below if was_answer else replies.show)(event, *await self.screen())

    async def ask_next(self, event: Event, said_back: str = "") -> None:
        """Show the next question as a new message, below what was kept of the last answer.

        Where the last one was asked from a result, the new result comes instead of the review.
        """
        if self.conversation.is_filled_in(self.assessment_day):
            await self.freeze_result(shown_result(self.conversation, self.assessment_day))
        shown = await self.screen()
        text = said_below_name(self.conversation.called, said_back, shown.text)
        self.has_buttons(await replies.say(event, text, shown.keyboard))

    def has_buttons(self, message_id: int) -> None:
        """Note which message has the buttons of the question now."""
        self.question_in = message_id
        self.remembered.recent.asks_in(self.id, message_id)

    def begin_today(self) -> None:
        """Ask the questions, for today's quarter."""
        self.conversation.look_at_quarter(Quarter.of(self.assessment_day.today), self.assessment_day.today)
        self.take_up_quarter()

    def take_up_quarter(self) -> None:
        """Take up the quarter that the conversation was moved to."""
        self.assessment_day = self.conversation.assessment_day(self.assessment_day.today, self.assessment_day.lines)


async def session_of(
    known: drafts.KnownPerson,
    update_id: int,
    world: World,
    remembered: Remembered,
    last: LastAnswer | None = None,
    *,
    is_claimed: bool = False,
) -> Session:
    """Return the session of an update: it goes on from the last answer, if nobody has answered the person since.

    `is_claimed`: the update was claimed one by one with others of the person, and was not polled.
    """
    now, draft = world.now(), known.draft
    last = last if last is not None and draft is not None and last.is_of(known.check, draft.last_update_id) else None
    conversation, today = Conversation.of(draft.document) if draft else Conversation(), world.today()
    told_in = conversation.told_in
    conversation.begin_quarter(today)
    was_told_before = told_in is not None and told_in != conversation.told_in
    assessment_day = conversation.assessment_day(today, await world.lines(known.lines_version))
    conversation.take_up(last and last.walk)
    return Session(
        id=known.person_id,
        texts=texts(Language(known.language)),
        conversation=conversation,
        assessment_day=assessment_day,
        version=draft.version if draft else 0,
        update_id=update_id,
        is_repeat=draft is not None
        and (draft.was_left_by(update_id) if is_claimed else draft.has_seen(update_id, now)),
        is_quick=draft is not None and 0 <= (now - draft.updated_at).total_seconds() < world.double_tap_seconds,
        world=world,
        remembered=remembered,
        question_in=last.question_in if last else 0,
        answered_at=draft.updated_at if draft else None,
        check=known.check,
        is_new_quarter=was_told_before,
        has_opened_link=known.has_opened_link,
    )


class HasBegun(Filter):
    """Lets through whoever has consented; anybody else is greeted by the handlers at the end of menu.py."""

    async def __call__(self, event: TelegramObject, session: Session | None = None) -> bool:
        """Say whether somebody has consented."""
        del event
        return session is not None

"""The menu, with what a person wants next on top; and what the bot tells of the programme and of itself."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple

from bot.casework import OfferView
from bot.store.cases import Follower
from bot.store.visits import Visit
from bot.texts import Texts
from bot.texts.formats import KAZAKHSTAN_TIME
from handlers.commands import COMMANDS
from handlers.keyboards import Button, ButtonRow, Do, Explain, OfCase, OfOffer, Show, keyboard
from handlers.screens.screen_input import Screen
from handlers.screens.visit import window_of_visit
from rules.interview.questions import Section

ABOUT: Final = ("about-now", "about-rules", "about-bot")
HISTORY: Final = (
    ("about-history-2020", "about-programme-1", "about-programme-2", "about-programme-3"),
    ("about-history-2020", "about-programme-4", "about-2019"),
    ("about-history-since", "about-today", "about-sources"),
)
"""The announcement of 2020, its figures, and what has changed since: a page each."""
HELP: Final = ("help-can", "topic-human")
FRAUD: Final = ("topic-fraud", "fraud-check")
MORE: Final = (
    ("checks", Show(view="checks")),
    ("offers", Show(view="offers")),
    ("reminders", Show(view="reminders")),
    ("about", Show(view="about")),
    ("language", Show(view="language")),
    ("private", Show(view="private")),
    ("privacy", Do(what="privacy")),
    ("forget", Do(what="forget")),
)
"""What stands behind the menu's last button."""


class Progress(NamedTuple):
    """Where a person stands; without anything: somebody of whom nothing is known.

    `visit` waits for its first answer, each of `offers` for one that this person may give, the earliest first.
    `asked` is where unfinished questions wait, `result` the id of the last one, `is_current` whether it is of today's
    quarter.
    """

    visit: tuple[Follower, Visit] | None = None
    offers: tuple[OfferView, ...] = ()
    has_offers: bool = False
    has_case: bool = False
    asked: Section | None = None
    result: str = ""
    is_current: bool = False
    has_begun: bool = False
    now: datetime = datetime.min.replace(tzinfo=UTC)

    @property
    def is_awaited(self) -> bool:
        """Whether the authority waits for an answer of the family."""
        return self.visit is not None or bool(self.offers)


def menu(texts: Texts, progress: Progress, first: str = "menu") -> Screen:
    """Return what waits for the person, then what they can do, what they want next on top."""
    told = [*waits(texts, progress), texts.say(first)]
    own, case = _answers(texts, progress), _to(texts, "case", Show(view="case"))
    if progress.is_awaited:
        own = own[:1]  # so that all of it stands on the screen of a small phone
    buttons = [*nearest(texts, progress), *([case, *own] if progress.has_case else [*own, case])]
    if progress.has_offers and not progress.offers:
        buttons.append(_to(texts, "offers", Show(view="offers")))
    buttons += [_to(texts, name, Show(view=name)) for name in ("fraud", "help")]
    buttons.append(_to(texts, "more", Show(view="menu", about="more")))
    return Screen("\n\n".join(told), keyboard([button] for button in buttons))


def waits(texts: Texts, progress: Progress) -> list[str]:
    """Return what the authority waits for, and by when; nothing of what it is about, as others may look on."""
    today = progress.now.astimezone(KAZAKHSTAN_TIME).date()
    told = []
    if progress.visit is not None:
        told.append(texts.say_with("menu-visit", **window_of_visit(texts, progress.visit[1], today)))
    if progress.offers:
        told.append(texts.say("menu-offer", deadline=texts.instant(progress.offers[0].offer.respond_by, today)))
    return told


def nearest(texts: Texts, progress: Progress) -> list[Button]:
    """Return the ways to what the authority waits for; the visit first, without which nothing is assigned."""
    found: list[Button] = []
    if progress.visit is not None:
        found.append(_to(texts, "visit", OfCase(what="open", alias=progress.visit[0].alias)))
    if progress.offers:
        found.append(_to(texts, "offer", opening(progress.offers)))
    return found


def opening(offers: Sequence[OfferView]) -> OfOffer | Show:
    """Return what opens the only offer that waits, or the list of several."""
    if len(offers) > 1:
        return Show(view="offers")
    return OfOffer(number=offers[0].offer.number, sequence=offers[0].offer.sequence, word="open")


def _answers(texts: Texts, progress: Progress) -> list[Button]:
    """Return what is to be done with the questions or with their result."""
    result = [_to(texts, "result", Show(view="result"))] if progress.result else []
    if progress.asked is not None:
        return [_to(texts, "go_on", Do(what="check")), *result]
    if progress.result and progress.is_current:
        return [*result, (texts.say("button-next"), Explain(view="next", id=progress.result))]
    return [_to(texts, "check", Do(what="check")), *result]


def first_step(texts: Texts, progress: Progress) -> Button:
    """Return the one thing that a person wants next."""
    return next(iter([*nearest(texts, progress), *_answers(texts, progress)]))


def more(texts: Texts, progress: Progress) -> Screen:
    """Return what is needed less often, in place of the menu."""
    left_out = set() if progress.has_begun else {"checks", "offers", "reminders", "private"}
    buttons = [_to(texts, name, says) for name, says in MORE if name not in left_out]
    if progress.result and progress.asked is None:
        buttons.insert(0, _to(texts, "again", Do(what="check")))
    if progress.has_begun:
        buttons.append((texts.say("button-start-over"), Do(what="start_over")))
    return Screen(texts.say("menu-more"), keyboard([*([button] for button in buttons), [_back(texts)]]))


def about(texts: Texts, progress: Progress) -> Screen:
    """Return in three lines what the programme is today and what the bot is."""
    rows: list[ButtonRow] = [
        [first_step(texts, progress)],
        [(texts.say("button-about-history"), Show(view="about", about="1"))],
        [_back(texts)],
    ]
    return Screen("\n".join(texts.say(name) for name in ABOUT), keyboard(rows))


def history(texts: Texts, number: int) -> Screen:
    """Return a page of what was announced in 2020, with its figures, and what has changed since."""
    turns = {number - 1: "button-page-back", number + 1: "button-page-on"}
    row: ButtonRow = [
        (texts.say(caption), Show(view="about", about=str(page)))
        for page, caption in turns.items()
        if 1 <= page <= len(HISTORY)
    ]
    told = [texts.say("page-of", page=number, pages=len(HISTORY)), *map(texts.say, HISTORY[number - 1])]
    return Screen("\n\n".join(told), keyboard([row, [_to(texts, "about", Show(view="about"))]]))


def help_(texts: Texts, progress: Progress) -> Screen:
    """Return what the bot can do and how to reach a person, with buttons to do it."""
    rows: list[ButtonRow] = [[first_step(texts, progress)], [_to(texts, "fraud", Show(view="fraud"))]]
    if progress.has_begun:
        rows.insert(1, [_to(texts, "case", Show(view="case"))])
    rows.extend([(texts.say(f"button-help-{page}"), Show(view="help", about=page))] for page in ("answers", "commands"))
    return Screen("\n\n".join(texts.say(name) for name in HELP), keyboard([*rows, [_back(texts)]]))


def help_answers(texts: Texts) -> Screen:
    """Return how questions are answered."""
    return Screen(texts.say("help-how"), keyboard(_back_to_help(texts)))


def help_commands(texts: Texts) -> Screen:
    """Return every command, as Telegram's own menu shows them."""
    lines = [texts.say("help-commands"), *(f"/{name} – {texts.say(f'command-{name}')}" for name in COMMANDS)]
    return Screen("\n".join(lines), keyboard(_back_to_help(texts)))


def fraud(texts: Texts, progress: Progress) -> Screen:
    """Return how to find out who has written; a word of one's own has whoever has begun."""
    rows: list[ButtonRow] = [[(texts.say("button-verify"), Do(what="verify"))]]
    if progress.has_begun:
        rows.append([(texts.say("button-word"), Do(what="word"))])
    return Screen("\n\n".join(texts.say(name) for name in FRAUD), keyboard([*rows, [_back(texts)]]))


def _back_to_help(texts: Texts) -> list[ButtonRow]:
    return [[(texts.say("button-back"), Show(view="help"))]]


def _to(texts: Texts, name: str, says: Do | Show | OfCase | OfOffer) -> Button:
    return texts.say(f"button-menu-{name}"), says


def _back(texts: Texts) -> Button:
    return texts.say("button-menu"), Show(view="menu", about="back")

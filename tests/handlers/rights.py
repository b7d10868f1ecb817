"""Who may do what in the chat: one row for every handler, every kind of button and every word in it.

A row says what is pressed or written, which handler answers it, who gets what they ask for, and what the others are
told. Braces stand for what is somebody's own: whoever is not in `may` has forged them, or pressed a button that was
forwarded to them. `changes`: the tables in which whoever may leaves a trace. `shows`: what alone they and `reads` see.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

# The people, from those who have nothing to do with the family to those who speak for it.
STRANGER: Final = "a stranger, of whom nothing is stored"
UNDECIDED: Final = "somebody who has not consented"
OUTSIDER: Final = "somebody who follows no case"
NEIGHBOUR: Final = "a follower of another case"
LEFT: Final = "somebody who has left the case"
DOUBTED: Final = "a follower whom the family does not know"
NAMELESS: Final = "a follower without a name"
IVAN: Final = "another member of the family"
CONFIRMED: Final = "a follower whom the officer has confirmed"
AIGUL: Final = "the member to whom the offer was made"

EVERYBODY: Final = (STRANGER, UNDECIDED, OUTSIDER, NEIGHBOUR, LEFT, DOUBTED, NAMELESS, IVAN, CONFIRMED, AIGUL)
NOT_BEGUN: Final = frozenset({STRANGER, UNDECIDED})
CONSENTED: Final = frozenset(EVERYBODY) - NOT_BEGUN
OUTSIDE: Final = frozenset({OUTSIDER, NEIGHBOUR, LEFT})
FOLLOWERS: Final = CONSENTED - OUTSIDE
TRUSTED: Final = FOLLOWERS - {DOUBTED}
ONLY_AIGUL: Final = frozenset({AIGUL})
ANYBODY: Final = frozenset(EVERYBODY)
NOBODY: Final = frozenset[str]()

# What only the family knows.
TITLE: Final = "Аспаз"
WORKSHOP: Final = "Тігінші"
ADDRESS: Final = "Абай көшесі, 1"
CASE: Final = "79-000123"
AMOUNT: Final = "₸"
ERLAN: Final = "Ерлан"
NEIGHBOURS: Final = "Көршілер"

Told = Mapping[frozenset[str], str]
"""What people read who may not: the id of a text. Who has not begun is always greeted, or asked for consent."""


class Right(NamedTuple):
    """A row of the table."""

    does: str
    handler: str
    may: frozenset[str]
    told: Told = MappingProxyType({})
    changes: tuple[str, ...] = ()
    shows: str = ""
    reads: frozenset[str] = NOBODY
    before: tuple[str, ...] = ()
    """What whoever may has to press or write first."""
    is_silent: bool = False


NO_CASE: Final = {CONSENTED: "leave-already"}
OWN_CASE: Final = {frozenset({NEIGHBOUR}): "", OUTSIDE: "case-none"}
THEIR_OWN: Final = {FOLLOWERS: "", OUTSIDE: "leave-already"}
"""A button with one's own alias shows one's own case: nobody else's is reached from there."""
NO_RESULT: Final = {CONSENTED: "check-first"}
NO_CHECK: Final = {CONSENTED: "check-gone"}
NOT_ANSWERED: Final = {CONSENTED: "what-if-no-answers"}
OLD: Final = {CONSENTED: "old-button"}
NO_LINK: Final = {CONSENTED - FOLLOWERS: "join-link-does-not-work", FOLLOWERS: "join-already"}
NO_VISIT: Final = {OUTSIDE: "answer-not_yours", frozenset({DOUBTED}): "answer-stopped"}
NO_OFFER: Final = {OUTSIDE: "offer-reply-not_yours", FOLLOWERS: "offer-of-another"}
NOT_CONFIRMED: Final = {
    OUTSIDE: "offer-reply-not_yours", frozenset({DOUBTED}): "offer-stopped", FOLLOWERS: "offer-not-confirmed",
}  # fmt: skip

AT_RESULT: Final = ONLY_AIGUL
ASKED: Final = CONSENTED - AT_RESULT
"""Everybody but Aigul is asked the first question; the buttons of their own questions carry nothing of another."""

OWN: Final = (
    Right("consent:1", "callback_query start.consent", frozenset({UNDECIDED}), changes=("people",)),
    Right("a|region|KZ-79", "callback_query interview.press", ASKED, OLD, ("drafts",)),
    Right("t|household|spouse", "callback_query interview.press", ASKED, OLD, ("drafts",), before=("a|status|all",)),
    Right("d|household", "callback_query interview.press", ASKED, OLD, ("drafts",)),
    Right("b|people:children", "callback_query interview.press", ASKED, OLD, ("drafts",), before=("x|resume|",)),
    Right("s|amount:wage|none", "callback_query interview.press", NOBODY, OLD),
    *(
        Right(f"q|{what}|region", "callback_query renewal.say_whether", NOBODY, OLD)
        for what in ("yes", "no", "all", "each", "back")
    ),
    Right("lang:ru", "callback_query start.speak", ANYBODY, changes=("people",)),
    Right("lang:kk", "callback_query start.speak", ANYBODY, changes=("people",)),
    Right("v|language|", "callback_query start.ask_language_by_button", ANYBODY),
    Right("v|consent|", "callback_query start.explain_more", ANYBODY),
    Right("v|about|", "callback_query menu.tell", ANYBODY),
    Right("v|help|", "callback_query menu.tell", ANYBODY),
    Right("v|fraud|", "callback_query menu.tell", ANYBODY),
    Right("v|menu|", "callback_query menu.menu_by_button", ANYBODY),
    Right("v|menu|back", "callback_query menu.menu_by_button", ANYBODY),
    Right("v|menu|more", "callback_query menu.menu_by_button", ANYBODY),
    Right("x|privacy|", "callback_query privacy.tell_privacy_by_button", ANYBODY),
    Right("x|export|", "callback_query privacy.export_by_button", CONSENTED),
    Right("v|private|", "callback_query private_notices.safety", CONSENTED),
    Right("x|private|on", "callback_query private_notices.hide", CONSENTED, changes=("people",)),
    Right("x|private|off", "callback_query private_notices.hide", CONSENTED, changes=("people",)),
    Right("x|protect|on", "callback_query private_notices.protect", CONSENTED, changes=("people",)),
    Right("x|protect|off", "callback_query private_notices.protect", CONSENTED, changes=("people",)),
    Right("x|word|", "callback_query family_word.word_by_button", CONSENTED),
    Right("x|word_change|", "callback_query family_word.change", CONSENTED),
    Right(
        "x|word_remove|", "callback_query family_word.remove", CONSENTED, changes=("people",),
        before=("/word Қарлығаш",),
    ),
    Right("x|verify|", "callback_query verify.verify_by_button", ANYBODY),
    Right("x|clear|", "callback_query private_notices.ask_to_clear", ANYBODY),
    Right("v|reminders|", "callback_query own_reminders.show_all", CONSENTED),
    Right("x|applied|", "callback_query own_reminders.applied", CONSENTED),
    Right("x|applied_earlier|", "callback_query own_reminders.applied_earlier", CONSENTED),
    Right("v|law_changes|", "callback_query law_changes.show", CONSENTED),
    Right("x|law_changes|on", "callback_query law_changes.choose", CONSENTED, changes=("people",)),
    Right("x|law_changes|off", "callback_query law_changes.choose", CONSENTED, changes=("people",)),
    Right(
        "r|apply|2026-05-29|{result}|1", "callback_query own_reminders.ask", AT_RESULT, NO_RESULT, ("own_reminders",)
    ),
    Right("r|apply|2026-05-29|{result}|0", "callback_query own_reminders.let_go", CONSENTED),
    Right("renew|{case}", "callback_query case.renew", CONSENTED),
    Right("v|result|", "callback_query result.show_latest", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|result|{result}", "callback_query result.explain", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|why|{result}", "callback_query result.explain", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|law|{result}", "callback_query result.explain", AT_RESULT, NO_RESULT),
    Right("w|steps-1|{result}", "callback_query result.turn_page", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|children|{result}", "callback_query result.explain", AT_RESULT, NO_RESULT),
    Right("w|next|{result}", "callback_query result.explain", AT_RESULT, NO_RESULT),
    Right("w|awarded|{result}", "callback_query result.explain", AT_RESULT, NO_RESULT),
    Right("w|paper|{result}", "callback_query paper.hand_out", AT_RESULT, NO_RESULT),
    Right("w|paper_both|{result}", "callback_query paper.hand_out", AT_RESULT, NO_RESULT),
    Right("w|card|{result}", "callback_query paper.hand_out", AT_RESULT, NO_RESULT),
    Right("w|share|{result}", "callback_query paper.hand_out", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("/start result-{result}", "message paper.open_result", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|doors|{result}", "callback_query doors.show", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|apply-anyway|{result}", "callback_query appeal.show", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|complain|{result}", "callback_query appeal.show", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|amount|{result}", "callback_query amount_check.show", AT_RESULT, NO_RESULT, shows=AMOUNT),
    Right("w|note|{result}", "callback_query amount_check.ask_for_note", AT_RESULT, NO_RESULT, ("drafts",)),
    Right(
        "x|drop_note|1", "callback_query amount_check.drop_note", AT_RESULT, OLD, changes=("result_notes",),
        before=("w|note|{result}", "Жалақым аз еді, бот көп көрсетті"),
    ),
    Right("if|menu|", "callback_query what_if.choose", AT_RESULT, NOT_ANSWERED),
    Right("if|child|", "callback_query what_if.look", AT_RESULT, NOT_ANSWERED, shows=AMOUNT),
    Right("if|leaves|spouse", "callback_query what_if.look", AT_RESULT, NOT_ANSWERED, shows=AMOUNT),
    Right("if|earnings|self", "callback_query what_if.look", AT_RESULT, NOT_ANSWERED, ("drafts",)),
    Right("if|job|self", "callback_query what_if.look", AT_RESULT, NOT_ANSWERED, ("drafts",)),
    Right("if|curve|self", "callback_query what_if.draw", AT_RESULT, NOT_ANSWERED, shows=AMOUNT),
    Right("if|joins|", "callback_query what_if.look", AT_RESULT, NOT_ANSWERED, ("drafts",)),
    Right("if|study|", "callback_query what_if.look", AT_RESULT, NOT_ANSWERED),
    *(
        Right(f"h|{what}|{{result}}|0", "callback_query other_help.tell", AT_RESULT, NO_RESULT)
        for what in ("begin", "short", "all", "one", "one_of_all")
    ),
    Right("v|checks|", "callback_query checks.show_all", CONSENTED, changes=("drafts",)),
    Right("check|new|0", "callback_query checks.begin", CONSENTED, changes=("drafts",)),
    Right("check|open|0", "callback_query checks.open_family", CONSENTED, changes=("drafts",)),
    Right("check|one|{check}", "callback_query checks.show_one", AT_RESULT, NO_CHECK, shows=NEIGHBOURS),
    Right("check|rename|{check}", "callback_query checks.rename", AT_RESULT, NO_CHECK, ("drafts",)),
    Right("check|delete|{check}", "callback_query checks.ask_to_delete", AT_RESULT, NO_CHECK, shows=NEIGHBOURS),
    Right("check|delete_yes|{check}", "callback_query checks.delete", AT_RESULT, NO_CHECK, ("checks",)),
    Right("v|years|", "callback_query result.show_years", CONSENTED),
    Right("v|quarters|2026", "callback_query result.show_quarters", CONSENTED),
    Right("x|quarter|2026-Q1", "callback_query result.another_quarter", CONSENTED, changes=("drafts",)),
    Right("x|check|", "callback_query corrections.go_on", CONSENTED, changes=("drafts",)),
    Right("x|resume|", "callback_query corrections.go_on", CONSENTED, changes=("drafts",)),
    Right("x|change|", "callback_query result.change", CONSENTED, changes=("drafts",)),
    Right("x|fill_in|amount:wage.self", "callback_query result.fill_in", AT_RESULT, OLD, ("drafts",)),
    Right("x|add_allowance|", "callback_query result.add_allowance", AT_RESULT, OLD, ("drafts",)),
    Right("v|review|", "callback_query corrections.look_at", CONSENTED, changes=("drafts",)),
    Right("v|edit|family", "callback_query corrections.look_at", AT_RESULT, OLD, ("drafts",)),
    Right("v|family|", "callback_query corrections.look_at", AT_RESULT, OLD, ("drafts",)),
    Right("v|member|child1", "callback_query corrections.look_at", AT_RESULT, OLD, ("drafts",)),
    Right("v|add|", "callback_query corrections.look_at", AT_RESULT, OLD, ("drafts",)),
    Right("v|add_age|children", "callback_query corrections.look_at", AT_RESULT, OLD, ("drafts",)),
    Right("v|remove|spouse", "callback_query corrections.look_at", AT_RESULT, OLD, ("drafts",)),
    Right("x|remove|spouse", "callback_query corrections.remove", AT_RESULT, OLD, ("drafts",)),
    Right("x|add|spouse", "callback_query corrections.add_spouse", AT_RESULT, OLD, ("drafts",), before=("v|add|",)),
    Right("e|region", "callback_query corrections.again", CONSENTED, changes=("drafts",)),
    Right(
        "x|calculate|", "callback_query result.calculate", AT_RESULT, OLD, ("assessments",),
        before=("v|review|", "a|activity:spouse|none", "a|income-kinds|wage"),
    ),
    Right("x|start_over|", "callback_query corrections.ask_to_start_over", CONSENTED),
    Right("x|start_over_yes|", "callback_query corrections.start_over", CONSENTED, changes=("drafts",)),
    Right("x|unheard of|", "callback_query menu.unknown_button", CONSENTED),
)  # fmt: skip

WELCOME: Final = NOT_BEGUN | OUTSIDE
"""Whoever holds a link that nobody has used may open it: they choose the language and consent on the way."""

JOINING: Final = (
    Right("/start {token}", "message joining.open_link", OUTSIDE, shows=CASE, reads=FOLLOWERS),
    Right("/start {used}", "message joining.open_link", NOBODY, NO_LINK, reads=FOLLOWERS),
    Right("j|1|{used}", "callback_query joining.join", NOBODY, NO_LINK, reads=FOLLOWERS),
    Right("j|1|{revoked}", "callback_query joining.join", NOBODY, {CONSENTED: "join-link-does-not-work"}),
    Right("j|1|{year}", "callback_query joining.join", NOBODY, {OUTSIDE: "join-ask-year"}, reads=FOLLOWERS),
    Right(
        "/start {year}", "message joining.open_link", NOBODY, {OUTSIDE: "join-ask-closed"}, shows=CASE,
        reads=FOLLOWERS,
    ),
    Right("j|0|{token}", "callback_query joining.not_now", ANYBODY),
    Right("jl|kk|{used}", "callback_query joining.speak", NOT_BEGUN, NO_LINK, ("people",), reads=FOLLOWERS),
    Right("jc|1|{used}", "callback_query joining.consent", NOT_BEGUN, NO_LINK, ("people",), reads=FOLLOWERS),
    Right("jl|kk|{token}", "callback_query joining.speak", WELCOME, shows=CASE, reads=FOLLOWERS),
    Right("jc|1|{token}", "callback_query joining.consent", WELCOME, shows=CASE, reads=FOLLOWERS),
    Right(
        "consent:1", "callback_query joining.consent_after_link", WELCOME, shows=CASE, before=("/start {token}",),
        reads=FOLLOWERS,
    ),
    Right(
        "j|1|{token}", "callback_query joining.join", OUTSIDE, {FOLLOWERS: "join-already"}, ("case_people", "changes"),
        shows=CASE, reads=FOLLOWERS,
    ),
)  # fmt: skip

OF_CASE: Final = (
    Right("v|case|", "callback_query case.case_by_button", FOLLOWERS, OWN_CASE, shows=CASE),
    Right("case|open|{aigul}", "callback_query case.case_of_notice", ONLY_AIGUL, NO_CASE, shows=CASE),
    Right("case|complain|{aigul}", "callback_query case.complain", ONLY_AIGUL, NO_CASE),
    Right("case|history|{aigul}", "callback_query case.of_case", ONLY_AIGUL, NO_CASE, shows=CASE),
    Right("case|show|{aigul}", "callback_query case.of_case", ONLY_AIGUL, NO_CASE, shows=CASE),
    Right("case|leave|{aigul}", "callback_query case.of_case", ONLY_AIGUL, NO_CASE),
    Right("case|followers|{aigul}", "callback_query followers.followers", ONLY_AIGUL, NO_CASE, shows="Иван"),
    Right("news|{notice}|1", "callback_query private_notices.open_news", ONLY_AIGUL, NO_CASE, shows=ADDRESS),
    Right("who|person|{aigul}|{ivan}", "callback_query followers.person", ONLY_AIGUL, NO_CASE, shows="Иван"),
    Right("who|person|{aigul}|{neighbour}", "callback_query followers.person", NOBODY, THEIR_OWN),
    Right("who|doubt|{aigul}|{ivan}", "callback_query followers.ask_before_doubting", ONLY_AIGUL, NO_CASE),
    Right("who|doubt|{aigul}|{neighbour}", "callback_query followers.ask_before_doubting", NOBODY, THEIR_OWN),
    Right(
        "who|may_answer|{aigul}|{ivan}", "callback_query followers.let_answer", ONLY_AIGUL, NO_CASE,
        ("case_confirmations", "changes"),
    ),
    Right(
        "who|may_not_answer|{aigul}|{ivan}", "callback_query followers.let_answer", ONLY_AIGUL, NO_CASE,
        ("case_confirmations", "changes"),
    ),
    Right("who|may_answer|{nameless}|{ivan}", "callback_query followers.let_answer", NOBODY, THEIR_OWN),
    Right("who|may_answer|{doubted}|{doubted}", "callback_query followers.let_answer", NOBODY, THEIR_OWN),
    Right("who|doubt_yes|{aigul}|{neighbour}", "callback_query followers.doubt", NOBODY, THEIR_OWN),
    Right(
        "who|doubt_yes|{aigul}|{ivan}", "callback_query followers.doubt", ONLY_AIGUL, NO_CASE,
        ("case_people", "case_doubts", "changes"),
    ),
    Right("leave|{aigul}|{since}", "callback_query case.leave", ONLY_AIGUL, NO_CASE, ("case_people", "changes")),
)  # fmt: skip

OF_VISIT: Final = (
    Right("visit|{visit}|0|calendar", "callback_query visits.to_calendar", FOLLOWERS, NO_VISIT),
    Right("visit|{visit}|0|move", "callback_query visits.offer_windows", FOLLOWERS, NO_VISIT),
    Right("wish|show|{visit}|0|{day}|1", "callback_query visits.wish", FOLLOWERS, NO_VISIT),
    Right("wish|drop|{visit}|0|{day}|1", "callback_query visits.wish", FOLLOWERS, NO_VISIT),
    Right("wish|send|{visit}|0|{day}|1", "callback_query visits.wish", TRUSTED, NO_VISIT, ("visits", "changes")),
    Right("visit|{visit}|0|home", "callback_query visits.answer", TRUSTED, NO_VISIT, ("visits", "changes")),
    Right("visit|{past visit}|0|nobody", "callback_query visits.answer", TRUSTED, NO_VISIT, ("visits", "changes")),
)

MARAT: Final = "Марат"
"""The name under which the follower has joined whom the family does not know."""

CONCERNED: Final = frozenset({NAMELESS, IVAN, AIGUL, CONFIRMED, DOUBTED})
"""By an offer to a member who does not follow the case: everybody of the family reads it, and asks to be confirmed."""
ONLY_CONFIRMED: Final = frozenset({CONFIRMED})

OF_OFFER: Final = (
    Right("v|offers|", "callback_query offers.offers_by_button", ONLY_AIGUL, {CONSENTED: ""}, shows=TITLE),
    Right("offer|{offer}|0|open|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers",), TITLE),
    Right("offer|{offer}|0|bill|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER),
    Right("offer|{offer}|0|back|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, shows=TITLE),
    Right("offer|{offer}|0|ask|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, shows=TITLE),
    Right("offer|{offer}|0|cannot|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER),
    Right("offer|{offer}|0|excuse|other", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("drafts",)),
    Right("Анам ауырып жатыр", "message offer_writing.write", ONLY_AIGUL, {CONSENTED: ""}, ("drafts",)),
    Right("/menu", "message offers.leave_and_go", ONLY_AIGUL, {ANYBODY: ""}, ("drafts",)),
    Right(
        "v|about|", "callback_query offers.leave_and_go", ONLY_AIGUL, {ANYBODY: ""}, ("drafts",),
        before=("offer|{offer}|0|excuse|other",),
    ),
    Right(
        "offer|{offer}|0|send|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers", "changes"),
        before=("offer|{offer}|0|excuse|long_illness",),
    ),
    Right("offer|{offer}|1|take_back|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers", "changes")),
    Right("offer|{offer}|2|refuse|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers",)),
    Right("offer|{offer}|2|refuse_anyway|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers",)),
    Right("offer|{offer}|2|refuse_yes|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers", "changes")),
    Right("offer|{offer}|3|take_back|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers", "changes")),
    Right("offer|{offer}|4|accept|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, shows=TITLE),
    Right("offer|{offer}|4|accept_yes|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER, ("offers", "changes")),
    Right("offer|{offer}|5|calendar|", "callback_query offers.press", ONLY_AIGUL, NO_OFFER),
    Right("offer|{offer}|0|unheard of|", "callback_query offers.unknown_press", ONLY_AIGUL, {CONSENTED: ""}),
    Right(
        "offer|{doubted offer}|0|accept_yes|", "callback_query offers.press", ONLY_CONFIRMED,
        {frozenset({DOUBTED}): "offer-stopped", **NO_OFFER}, ("offers", "changes"),
    ),
    Right("offer|{unclaimed}|0|open|", "callback_query offers.press", CONCERNED, NOT_CONFIRMED, shows=WORKSHOP),
    Right("offer|{unclaimed}|0|ask|", "callback_query offers.press", CONCERNED, NOT_CONFIRMED, ("changes",)),
    *(
        Right(
            f"offer|{{unclaimed}}|{word}", "callback_query offers.press", ONLY_CONFIRMED, NOT_CONFIRMED, traces,
            reads=CONCERNED,
        )
        for word, traces in (
            ("0|accept|", ()), ("0|cannot|", ()), ("0|excuse|other", ("drafts",)), ("0|send|", ()),
            ("0|refuse|", ("offers",)), ("0|refuse_anyway|", ("offers",)), ("0|refuse_yes|", ("offers", "changes")),
            ("1|take_back|", ("offers", "changes")), ("2|accept_yes|", ("offers", "changes")),
        )
    ),
)  # fmt: skip

COMMANDS: Final = (
    Right("/start", "message start.start", ANYBODY),
    Right("/language", "message start.ask_language", ANYBODY),
    Right("/menu", "message menu.menu", ANYBODY),
    Right("/about", "message menu.about", ANYBODY),
    Right("/help", "message menu.help_", ANYBODY),
    Right("/privacy", "message privacy.tell_privacy", ANYBODY),
    Right("/cancel", "message menu.cancel", ANYBODY),
    Right("/word Қарлығаш", "message family_word.word", CONSENTED, changes=("people",)),
    Right("/case", "message case.case", FOLLOWERS, OWN_CASE, shows=CASE),
    Right("/offers", "message offers.offers", ONLY_AIGUL, {CONSENTED: ""}, shows=TITLE, reads=CONCERNED),
    Right("a sticker", "message menu.anything_else", ANYBODY),
    Right("a forwarded message", "message forwarded.verify", ANYBODY),
    Right("an edited message", "edited_message menu.edited", ANYBODY),
    Right("unblocks the bot", "my_chat_member coming_back.come_back", ANYBODY, is_silent=True),
    Right(
        "the words of a button", "message interview.say", AT_RESULT, {CONSENTED: ""}, ("assessments",),
        before=("x|change|",),
    ),
    Right("/verify", "message verify.verify", ANYBODY),
    Right("a sticker", "message verify.picture", CONSENTED, {CONSENTED: ""}, before=("/verify",)),
    Right("/check", "message interview.check", CONSENTED, changes=("drafts",)),
    Right("/export", "message privacy.export", CONSENTED),
    Right("/forget", "message privacy.forget", CONSENTED),
    Right("x|forget|", "callback_query forgetting.ask_to_forget", ANYBODY),
    Right("x|forget_yes|", "callback_query forgetting.forget_tomorrow", ANYBODY, changes=("people",)),
    Right("x|forget_back|", "callback_query forgetting.take_back", ANYBODY, changes=("people",)),
    Right("x|forget_now|", "callback_query forgetting.forget_now", ANYBODY, changes=("people",)),
    Right("x|clear_yes|", "callback_query private_notices.clear", ANYBODY),
)  # fmt: skip

GROUPS: Final = {
    "own": OWN, "joining": JOINING, "case": OF_CASE, "visit": OF_VISIT, "offer": OF_OFFER, "commands": COMMANDS,
}  # fmt: skip

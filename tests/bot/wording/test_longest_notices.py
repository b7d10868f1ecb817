"""No notice is too long for one message, whatever the authority writes: so none is ever split, and none refused."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from annotated_types import MaxLen
from pydantic import StringConstraints

from bot.casework.events import TYPES
from bot.sandbox.html_text import parse_html, utf16_length
from bot.store.notice_kinds import NoticeKind
from bot.texts import Language, texts
from bot.wording.notices import TELL, below_its_case, notice_told, of_which_case
from rules.offer import ANSWERED, OfferState
from rules.record import Record
from rules.refusals import Ground
from tests.bot.case_story import kz
from tests.bot.wording.notice_values import DECIDED, NOW, VALUES, a_case, estimate_of
from tests.bot.wording.records import Table

LONGEST = 4_096
"""UTF-16 units after the formatting was taken out, as Telegram counts."""
GROWING, ASTRAL = "&", "😀"
"""A character that is written as five in HTML, and one that counts twice."""
MUCH_TENGE = 100_000_000
ENDS_OF_A_VISIT = {"visit-cancelled", *(kind for kind in TELL if kind.startswith("visit-held"))}
OFFER: Table = {
    "offer": 7,
    "sequence": 2,
    "measure": "first_workplace",
    "wage_tenge": MUCH_TENGE,
    "starts_on": "2026-12-01",
    "respond_by": kz(2026, 11, 27, 18).isoformat(),
    "is_named": False,
}
"""An offer, but for its texts."""
STATES = {
    "offer-acknowledged": list(ANSWERED),
    "offer-answered": [*ANSWERED, OfferState.TAKEN_BACK],
    "offer-answer-of-removed": list(ANSWERED),
}
"""What the notices about an answer can tell of."""
ESTIMATES = (None, estimate_of(), estimate_of(line=70_000), estimate_of(line=20_000))


def limits_of(kind: str) -> dict[str, int]:
    """How long each text may be that the authority's events can have brought into a notice of this kind."""
    ended = ("cancelled", "held") if kind.startswith("visit") and kind not in ENDS_OF_A_VISIT else ()
    models = [
        model
        for name, model in TYPES.items()
        if name.split(".")[2] == kind.partition("-")[0] and name.split(".")[3] not in ended
    ]
    return {
        name: longest
        for model in models
        for name, field in model.model_fields.items()
        if not name.endswith("_id") and (longest := _longest(field.metadata) or _longest_of_some(field.annotation))
    }


def _longest(metadata: list[Any]) -> int | None:
    found = [one.max_length for one in metadata if isinstance(one, MaxLen | StringConstraints) and one.max_length]
    return max(found, default=None)


def _longest_of_some(annotation: Any) -> int | None:
    """The limit inside `Text | None`."""
    parts = [_longest(list(part.__metadata__)) for part in getattr(annotation, "__args__", ()) if _is_annotated(part)]
    return max((part for part in parts if part), default=None)


def _is_annotated(part: Any) -> bool:
    return hasattr(part, "__metadata__")


def with_longest_texts(kind: str, values: Mapping[str, Any], character: str) -> Table:
    """The values of a notice with every text at its limit."""
    written = {name: character * limit for name, limit in limits_of(kind).items()}
    return {**values, **written}


def every_kind(character: str) -> Iterator[tuple[str, Table]]:
    """Every kind of notice, with every ground, a visit that moved in time and place, and every state of an offer."""
    for kind, values in VALUES.items():
        if kind != NoticeKind.BROADCAST:  # its text is measured when its file is read
            yield kind, with_longest_texts(kind, values, character)
    for kind in (kind for kind in TELL if kind.startswith("offer-")):
        for state in STATES.get(kind, list(OfferState)):
            answer = {"state": state, "person": "p1", "at": NOW.isoformat()}
            offer = {**OFFER, "state": state, "answer": answer, "by_label": character * limits_of(kind)["member_label"]}
            yield kind, with_longest_texts(kind, offer, character)
    for ground in Ground:
        for kind in ("case-refused", "case-suspended", "case-terminated"):
            stopped = {**VALUES[kind], "ground": ground.value, "paid_until": "2026-12-31"}
            yield kind, with_longest_texts(kind, stopped, character)
    for kind in ("conditional", "unconditional"):
        decided = {**DECIDED, "assistance": kind, "monthly_tenge": MUCH_TENGE, "supplement_tenge": MUCH_TENGE}
        yield "case-assigned", with_longest_texts("case-assigned", decided, character)
    moved = with_longest_texts("visit-rescheduled", VALUES["visit-rescheduled"], character)
    before = {**moved, "address": moved["address"][1:], "starts_at": kz(2026, 11, 23, 22).isoformat()}
    yield "visit-rescheduled", {**moved, "before": before}


def length_of(kind: str, values: Table, language: Language, estimate: Record | None) -> int:
    told = notice_told(texts(language), kind, values, a_case(number="7" * 64), estimate, NOW)
    return utf16_length(parse_html(told.text)[0])


def test_the_limits_are_those_of_the_api() -> None:
    """Read off the events themselves: were they raised, the next test would tell."""
    assert limits_of("visit-rescheduled") == {"address": 500, "contact": 500}
    assert limits_of("visit-held-need") == {"address": 500, "contact": 500, "note": 500}
    assert limits_of("case-assigned") == {"note": 500}
    lines = dict.fromkeys(("title", "employer", "hours", "contact"), 200)
    texts_written = dict.fromkeys(("place", "details", "note"), 500)
    assert limits_of("offer-made") == {"member_label": 100, **lines, **texts_written}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("character", [GROWING, ASTRAL])
def test_every_notice_fits_into_one_message_with_every_text_at_its_limit(language: Language, character: str) -> None:
    kinds = list(every_kind(character))
    assert {kind for kind, _ in kinds} == set(TELL) - {NoticeKind.BROADCAST}
    for kind, values in kinds:
        for estimate in ESTIMATES:
            assert 0 < length_of(kind, values, language, estimate) <= LONGEST, kind


@pytest.mark.parametrize("language", list(Language))
def test_every_notice_fits_below_the_line_that_names_its_case(language: Language) -> None:
    """For somebody who follows several cases, with the longest id and the longest name."""
    head = of_which_case(texts(language), a_case(number="7" * 64), ASTRAL * 100)
    case, estimate = a_case(number="7" * 64), ESTIMATES[1]
    for kind, values in every_kind(ASTRAL):
        text = below_its_case(head, notice_told(texts(language), kind, values, case, estimate, NOW).text)
        assert utf16_length(parse_html(text)[0]) <= LONGEST, kind
        assert text.startswith(head) or kind.startswith("offer-"), kind


def test_the_longest_notice_comes_near_the_limit() -> None:
    """So the texts at their limits were really in them: the visit that moved has three."""
    lengths = [length_of(kind, values, Language.KK, None) for kind, values in every_kind(ASTRAL)]
    assert max(lengths) > 3 * 2 * 500

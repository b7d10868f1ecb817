"""All that is kept of a person, as one document: what they said, what was shown to them, what they follow."""

from typing import Any, Final

from bot.database import Connection
from bot.store import cases, checks, drafts, journal, law_changes, own_reminders, people, result_notes
from bot.store.assessments import FrozenAssessment, newest_of_each
from bot.store.cipher import Cipher
from bot.store.drafts import Draft
from bot.store.result_notes import KeptNote
from bot.world import World

OF_OTHERS: Final = "follower_"
"""What others said of the person: who said it is theirs."""


async def export_of(world: World, person_id: int) -> dict[str, Any]:
    """Return it as it is stored, opened; empty for somebody of whom nothing is kept."""
    async with world.database.reading() as connection:
        person = await people.find(connection, person_id)
        if person is None:
            return {}
        wishes = await people.wishes(connection, world.cipher, person_id)
        draft = await drafts.own(connection, world.cipher, person_id)
        results = await newest_of_each(connection, world.cipher, person_id)
        others = await _checks(connection, world.cipher, person_id)
        notes = await result_notes.of_person(connection, world.cipher, person_id)
        reminders = await own_reminders.of_person(connection, person_id)
        is_told_of_law = await law_changes.is_asked(connection, person_id)
        follows = []
        for follower in await cases.following(connection, world.cipher, person_id):
            case = await cases.load(connection, world.cipher, follower.case_id)
            happened = await journal.readable(connection, world.cipher, follower.case_id)
            own = [
                entry
                for entry in happened
                if entry.details.get("person") == follower.alias and not entry.kind.startswith(OF_OTHERS)
            ]
            follows.append(
                {
                    "case_id": case.number if case else None,
                    "region": case.region if case else None,
                    "known_there_as": follower.alias,
                    "member_label": follower.member_label,
                    "since": follower.joined_at.isoformat(),
                    "said_and_read": [
                        {"at": entry.at.isoformat(), "kind": entry.kind, **entry.details} for entry in own
                    ],
                }
            )
    return {
        "telegram_id": person.id,
        "language": person.language,
        "consented_at": person.consented_at and person.consented_at.isoformat(),
        "family_word": wishes.word,
        **_answers(draft),
        **_results(results),
        "notes": [_note(one) for one in notes],
        "reminders": [
            {"of_result": one.assessment_id, "about": one.about, "on": one.remind_on.isoformat()} for one in reminders
        ],
        "is_told_when_law_changes": is_told_of_law,
        "follows": follows,
        "checks": others,
    }


async def _checks(connection: Connection, cipher: Cipher, person_id: int) -> list[dict[str, Any]]:
    """Return each family that the person checks, apart from their own."""
    return [
        {
            "called": check.draft.document["called"] if check.draft else None,
            **_answers(check.draft),
            **_results(await newest_of_each(connection, cipher, person_id, check.number)),
        }
        for check in await checks.of_person(connection, cipher, person_id)
    ]


def _answers(draft: Draft | None) -> dict[str, Any]:
    return {
        "answers": draft.document if draft else None,
        "answers_saved_at": draft.updated_at.isoformat() if draft else None,
    }


def _results(frozen: list[FrozenAssessment]) -> dict[str, Any]:
    return {"results": [{"made_at": one.made_at.isoformat(), **one.record} for one in frozen]}


def _note(kept: KeptNote) -> dict[str, Any]:
    """Return a note as it was written; of a damaged one that it is there."""
    return {
        "number": kept.number,
        "result": kept.result,
        "written_at": kept.written_at.isoformat(),
        "done_at": kept.done_at and kept.done_at.isoformat(),
        **(kept.note or {}),
    }

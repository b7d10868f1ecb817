"""The review: the answers in short before the calculation, and each of them to correct."""

from aiogram.types import InlineKeyboardMarkup

from handlers.keyboards import Again, Button, Do, Row, Show, keyboard
from handlers.screens.scene import Scene, Screen
from handlers.screens.summary import born_later_told, caption_of, circumstances_told, income_told
from rules.household import Absence
from rules.members import ADULT_AGE, everybody_told
from rules.questionnaire import Asked
from rules.questions import NOWHERE
from rules.told import NOBODY, household_from, region_told

ABOUT_FAMILY = ("people", "household", "relatives")


def review(scene: Scene) -> Screen:
    """Return the answers in short, to be checked before the calculation."""
    texts, kept = scene.texts, scene.walked.kept
    if kept["status"] == NOBODY:
        return Screen(texts.say("review-nobody-entitled", region=_region(scene)), _buttons(scene))
    household = household_from(kept, scene.setting)
    born = [member.label for member in household.members if member.absence is not Absence.LEFT]
    told = {person.key: person.age for person in everybody_told(kept)}
    text = texts.say(
        "review",
        region=_region(scene),
        members=len(born),
        children=sum(told.get(key, ADULT_AGE) < ADULT_AGE for key in born),
        income=income_told(texts, kept, scene.setting),
        circumstances=circumstances_told(texts, kept),
    )
    if scene.conversation.quarter:
        text += "\n" + texts.say("review-quarter", quarter=texts.quarter(scene.conversation.quarter))
        text += "".join(f"\n{told}" for told in born_later_told(texts, kept, scene.setting.on))
        text += "\n" + texts.say("note-told-income", months=texts.base_months(scene.conversation.base_months_told()))
    return Screen(text, _buttons(scene))


def _region(scene: Scene) -> str:
    kept = scene.walked.kept
    region = scene.texts.region(region_told(kept), scene.setting.on)
    return scene.texts.say("review-region-nowhere", region=region) if kept["region"] == NOWHERE else region


def _buttons(scene: Scene) -> InlineKeyboardMarkup:
    calculate: Button = (scene.texts.say("button-calculate"), Do(what="calculate"))
    edit: Button = (scene.texts.say("button-edit"), Show(view="edit"))
    return keyboard([[calculate], [edit]])


def answers(scene: Scene) -> Screen:
    """Return every answer as a button, to correct one; the family has a list of its own."""
    rows = [row for row in answers_to_correct(scene) if row]
    about_family: Row = [(scene.texts.say("line-family"), Show(view="family"))]
    family = [about_family] if "household" in scene.walked.kept else []
    last: Row = [(scene.texts.say("button-review"), Show(view="review"))]
    return Screen(scene.texts.say("edit-choose"), keyboard([*rows[:1], *family, *rows[1:], last]))


def answers_to_correct(scene: Scene, about: str = "") -> list[Row]:
    """Return the answers as buttons; only those about one member where a key is given."""
    kept = scene.walked.kept
    return [
        answer_to_correct(scene, asked)
        for asked in scene.walked.asked
        if asked.key in kept
        and asked.question.id not in ABOUT_FAMILY
        and (not about or about in asked.subject.split("."))
    ]


def answer_to_correct(scene: Scene, asked: Asked) -> Row:
    """Return one answer as a button, to correct it."""
    return [(caption_of(scene, asked, scene.walked.kept[asked.key]), Again(key=asked.key))]

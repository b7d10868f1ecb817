"""The last steps: the supplement, the social contract, the allowances and the children's package."""

from decimal import Decimal

from bot.wording.allowances_and_package import awarded_mother, large_family, supplement_ages
from bot.wording.explanation.step import Telling
from bot.wording.phrases import applied_on, office
from rules.parameters import value_of
from rules.who_counts import Exemption


def child_supplement(step: Telling) -> list[str]:
    """The supplement for small children, and how its amount comes about."""
    texts, values, on = step.texts, step.values, applied_on(step.record)
    ages, children = supplement_ages(values, on), values["children"]
    if values["each"] is None:
        lines = [texts.say("why-child_supplement-unknown", children=children, **ages)]
    else:
        each, amount = texts.money(values["each"]), texts.money(values["tenge"])
        lines = [texts.say("why-child_supplement", children=children, each=each, amount=amount, **ages)]
    multiplier = Decimal(values.get("multiplier") or value_of("child_supplement_multiplier", on).value)
    lines += (texts.say("why-child_supplement-each", multiplier=texts.decimal(multiplier)), index(step))
    if not value_of("child_supplement_until_age", on).grade.is_firm:
        lines.append(texts.say("why-child_supplement-ages", to=ages["to"]))
    return lines


def index(step: Telling) -> str:
    """Return what the calculation index of the day is."""
    index = step.values["index"]
    if index is None:
        return step.texts.say("why-index-unknown")
    known = step.values.get("index_grade") or value_of("monthly_calculation_index", applied_on(step.record)).grade
    origin = step.texts.say(f"origin-{known}")
    return step.texts.say("why-index", index=step.texts.money(index), origin=origin)


def unconditional(step: Telling) -> list[str]:
    """Why no social contract is needed."""
    able = step.values["able_bodied"]
    if not able:
        return [step.texts.say("why-unconditional-nobody")]
    is_ill = [reason for _, reason in step.values["exempt"]] == [Exemption.ILLNESS]
    message = "why-unconditional-ill" if is_ill else "why-unconditional"
    return [step.texts.say(message, names=step.names(able)), *_exempt(step)]


def conditional(step: Telling) -> list[str]:
    """Why a social contract is needed, who takes part and who need not."""
    texts, names = step.texts, step.names(step.values["able_bodied"])
    if not step.values["must_join"]:
        return [texts.say("social-contract-nobody", names=names), *_exempt(step)]
    lines = [texts.say("social-contract", names=names, office=office(texts, step.record)), *_exempt(step)]
    if step.values["exempt"]:
        lines.append(texts.say("why-must-join", names=step.names(step.values["must_join"])))
    return lines


def _exempt(step: Telling) -> list[str]:
    exempt = step.values["exempt"]
    return [step.texts.say(f"why-exempt-{reason}", person=step.name(label)) for label, reason in exempt]


def social_package(step: Telling) -> list[str]:
    """That the children have a package."""
    return [step.texts.say("why-social_package", children=step.values["children"])]


def large_family_allowance(step: Telling) -> list[str]:
    """The allowance of a large family, which is due whatever the income."""
    return [large_family(step.texts, step.values), index(step)]


def awarded_mother_allowance(step: Telling) -> list[str]:
    """The allowance of an awarded mother, which is due whatever the income."""
    return [awarded_mother(step.texts, step.values), index(step)]

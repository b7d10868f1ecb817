"""What stands beside the assistance: allowances, and the children's package and supplement."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.texts import Texts
from bot.wording.phrases import Name, applied_on, values_of_step, within_line
from rules.income_within_line import Outcome
from rules.parameters import value_of
from rules.record import ChildRecord, Record
from rules.result import Warn
from rules.social_package import SCHOOL_CHILD, PackageItem

Values = Mapping[str, Any]
NOT_LISTED: Final = Warn.LARGE_FAMILY_ALLOWANCE_NOT_LISTED.value
ASK_THE_SCHOOL: Final = Warn.ASK_THE_SCHOOL.value


def allowances(texts: Texts, record: Record) -> list[str]:
    """Return a sentence for each allowance that the family gets whatever its income."""
    large = values_of_step(record, "large_family_allowance")
    awarded = values_of_step(record, "awarded_mother_allowance")
    return [
        *([large_family(texts, large)] if large else []),
        *([texts.say(f"warning-{NOT_LISTED}")] if is_large_family_not_listed(record) else []),
        *([awarded_mother(texts, awarded)] if awarded else []),
    ]


def is_large_family_not_listed(record: Record) -> bool:
    """Whether the large-family allowance is due and was not named among the income, which would change the result."""
    return NOT_LISTED in record["warnings"]


def large_family_not_listed(texts: Texts, record: Record) -> list[str]:
    """Return that the allowance is due and not among the income, and what it does to an assistance that is due."""
    if not is_large_family_not_listed(record):
        return []
    lowers = [texts.say("large-family-not-listed-lowers")] if record["outcome"] == Outcome.ELIGIBLE else []
    return [" ".join([texts.say(f"warning-{NOT_LISTED}"), *lowers])]


def large_family(texts: Texts, values: Values) -> str:
    """Return what a large family gets a month."""
    if values["tenge"] is None:
        return texts.say("large-family-unknown", children=values["children"])
    return texts.say("large-family", amount=texts.money(values["tenge"]), children=values["children"])


def awarded_mother(texts: Texts, values: Values) -> str:
    """Return what an awarded mother gets a month."""
    if values["tenge"] is None:
        return texts.say("awarded-mother-unknown")
    return texts.say(f"awarded-mother-{values['award']}", amount=texts.money(values["tenge"]))


def brings_children_something(record: Record) -> bool:
    """Whether there is more to say of the children than the medical care of every child, which is left by a no."""
    if record["outcome"] != Outcome.REFUSED:
        return bool(record["children"])
    return any(item != PackageItem.MEDICAL_CARE for child in record["children"] for item in child["package"])


def children(texts: Texts, record: Record, name: Name) -> list[str]:
    """Return on what the package depends; each child's, one message for one child; where to ask, and the supplement."""
    if not record["children"]:
        until = int(value_of("social_package_until_age", applied_on(record)).value)
        return [texts.say("package-nobody", until=until)]
    messages = [*terms_of_package(texts, record)]
    messages += [_package(texts, record, alike, name) for alike in _alike(record["children"])]
    if ASK_THE_SCHOOL in record["warnings"]:
        messages.append(texts.say(f"warning-{ASK_THE_SCHOOL}"))
    if supplement := values_of_step(record, "child_supplement"):
        messages.append(_supplement(texts, supplement, supplement_ages(supplement, applied_on(record))))
    return messages


def supplement_ages(values: Values, on: date) -> dict[str, str]:
    """Return the first and the last age in whole years of a child with the supplement, as the step has them.

    Steps that were frozen without them are told by the law of their day.
    """
    if "from" in values:
        return {"from": str(values["from"]), "to": str(values["to"])}
    first, end = (int(value_of(f"child_supplement_{edge}_age", on).value) for edge in ("from", "until"))
    return {"from": str(first), "to": str(end - 1)}


def _alike(found: Sequence[ChildRecord]) -> list[list[ChildRecord]]:
    """Return the children in groups that have the same package, in the order of the first of each; without one last."""
    groups: dict[tuple[str, ...], list[ChildRecord]] = {}
    for child in found:
        groups.setdefault(tuple(child["package"]), []).append(child)
    return sorted(groups.values(), key=lambda alike: not alike[0]["package"])


def _package(texts: Texts, record: Record, alike: Sequence[ChildRecord], name: Name) -> str:
    """Return what children have who have the same: their names in one line, and the items below it."""
    package = alike[0]["package"]
    if not package:
        first = int(value_of("social_package_from_age", applied_on(record)).value)
        return "\n".join(texts.say("package-too-young", child=name(child["label"]), age=first) for child in alike)
    begins, *others = (_called(texts, child, name) for child in alike)
    called = "; ".join([begins, *map(within_line, others)])
    of_school = not set(SCHOOL_CHILD).isdisjoint(map(PackageItem, package))
    if not of_school:
        return "\n".join([texts.say("package-child", child=called), *_items(texts, package)])
    all_year = [item for item in package if item == PackageItem.MEDICAL_CARE]
    in_school_year = _items(texts, [item for item in package if item not in all_year])
    told = [texts.say(f"package-{item}-all-year") for item in all_year]
    return "\n".join([texts.say("package-school-child", child=called), *in_school_year, *told])


def _called(texts: Texts, child: ChildRecord, name: Name) -> str:
    years, label = texts.say("person-years", age=child["age"]), name(child["label"])
    if years in label:  # a label of the interview says the age already
        return label
    return texts.say("package-child-and-age", child=label, years=years)


def _items(texts: Texts, package: list[str]) -> list[str]:
    return [texts.say(f"package-{item}") for item in package]


def terms_of_package(texts: Texts, record: Record) -> list[str]:
    """Return on what the package depends: one sentence, none where no child has one."""
    items = {item for child in record["children"] for item in child["package"]}
    if not items:
        return []
    only_medical_care = items == {PackageItem.MEDICAL_CARE.value}
    return [texts.say("package-without-assistance" if only_medical_care else "package-while-paid")]


def _supplement(texts: Texts, values: Values, ages: dict[str, str]) -> str:
    if values["tenge"] is None:
        return texts.say("supplement-unknown", children=values["children"], **ages)
    each, amount = texts.money(values["each"]), texts.money(values["tenge"])
    return texts.say("supplement", children=values["children"], each=each, amount=amount, **ages)

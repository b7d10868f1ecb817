"""A file that is wrong ends `komek assess` with 2 and one line: which file, which field, what is allowed."""

from pathlib import Path

import pytest

from rules.household import IncomeKind
from tests.bot.commands.terminal import changed, file_of, komek, refusal, refusal_of
from tests.family_file import ALONE, FAMILY

MEMBER = '[[members]]\nrelationship = "{}"\nage = 30\n'
WAGE = "monthly = 60_000"
MONTHS = 'months = { "2023-01" = 20_000, "2023-03" = 10_000 }'
BORN = "born_on = 1988-04-02"

# What is wrong: the document, the field that must be named, and what must be said of it.
WRONG: dict[str, tuple[str, str, str]] = {
    "an unknown key of the file": (f"lines = 1{FAMILY}", "lines", "applied_on, history, members, property, reg"),
    "an unknown key of a member": (changed("long_illness", "ill"), "members[0].ill", "absence, activity, age"),
    "an unknown key of an income": (changed("monthly", "yearly"), "members[0].incomes[0].yearly", "monthly, months"),
    "an unknown key of the history": (changed("false_data", "lies"), "history.lies", "false_data"),
    "a key with a line break": (f'"a\\nb" = 1{FAMILY}', "a b", "unknown key"),
    "no day of application": (changed("applied_on = 2023-05-10", ""), "applied_on", "missing, and it is needed"),
    "no region": (changed('region = "KZ-79"', ""), "region", "missing, and it is needed"),
    "no members": ('applied_on = 2023-05-10\nregion = "KZ-79"', "members", "missing, and it is needed"),
    "no member": ('applied_on = 2023-05-10\nregion = "KZ-79"\nmembers = []', "members", "a list of 1 to 40"),
    "members as a number": ('applied_on = 2023-05-10\nregion = "KZ-79"\nmembers = 3', "members", "a list of 1 to 40"),
    "60 members": (ALONE + MEMBER.format("other") * 59, "members", "60 members; a list of 1 to 40 is allowed"),
    "no applicant": (changed('"applicant"', '"parent"'), "members", 'one member has relationship = "applicant"'),
    "two applicants": (FAMILY + MEMBER.format("applicant"), "members", "2 members are applicant; one is allowed"),
    "two spouses": (FAMILY + MEMBER.format("spouse") * 2, "members", "2 members are spouse; one is allowed"),
    "a day before the law begins": (changed("2023-05-10", "2019-12-31"), "applied_on", "from 2020-01-01 to"),
    "a day in quotes": (changed("2023-05-10", '"2023-05-10"'), "applied_on", "without quotes"),
    "a day with an hour": (changed("2023-05-10", "2023-05-10T09:30:00"), "applied_on", "2023-05-10 09:30:00; a day"),
    "an unknown region": (changed('"KZ-79"', '"KZ-99"'), "region", "'KZ-99'; allowed: KZ-71, KZ-75"),
    "a region as a list": (changed('"KZ-79"', '["KZ-79"]'), "region", "allowed: KZ-71"),
    "a region that was not there yet": (
        ALONE.replace("2023-05-10", "2022-06-07").replace("KZ-79", "KZ-62"),
        "region",
        "KZ-62 exists from 2022-06-08; on 2022-06-07 it was part of KZ-35",
    ),
    "no relationship": (changed('relationship = "applicant"', ""), "members[0].relationship", "needed"),
    "an unknown relationship": (changed('"applicant"', '"wife"'), "members[0].relationship", "applicant, spouse"),
    "an unknown sex": (changed('"female"', '"f"'), "members[0].sex", "allowed: female, male"),
    "an unknown activity": (changed('"carer"', '"works"'), "members[0].activity", "self_employed, unemployed"),
    "an unknown person cared for": (changed('"child_under_3"', '"child"'), "members[0].cares_for", "disabled_adult"),
    "an unknown disability": (
        changed('disability = "none"', 'disability = "group_4"'), "members[0].disability", "group_3, child",
    ),
    "an unknown absence": (changed('absence = "none"', 'absence = "work"'), "members[0].absence", "state_support"),
    "an unknown kind of income": (changed('"wage"', '"salary"'), "members[0].incomes[0].kind", "burial_grant"),
    "an unknown conclusion": (changed('"unknown"', '"maybe"'), "history.commission", "no_need, examination_refused"),
    "an unknown award": (
        changed('awarded_mother = "none"', 'awarded_mother = "gold"'), "history.awarded_mother", "kumis_alqa",
    ),
    "a word as a number": (changed('"carer"', "3"), "members[0].activity", "unknown word 3; allowed: employed"),
    "a word as a table": (changed('"carer"', '{ is = "student" }'), "members[0].activity", "unknown word {'is'"),
    "care by somebody who is no carer": (changed('"carer"', '"employed"'), "members[0].cares_for", '"carer"'),
    "both age and birthday": (changed(BORN, f"{BORN}\nage = 35"), "members[0].born_on", "exactly one"),
    "neither age nor birthday": (changed(BORN, ""), "members[0].born_on", "exactly one"),
    "a birth in the future": (changed("2018-02-01", "2023-05-11"), "members[2].born_on", "a day until then is allowed"),
    "a birth 121 years ago": (changed("1988-04-02", "1902-05-10"), "members[0].born_on", "more than 120 years ago"),
    "a birthday as a number": (changed("1988-04-02", "1988"), "members[0].born_on", "1988; a day such as"),
    "an age below nought": (changed("age = 2", "age = -1"), "members[1].age", "-1; whole years from 0 to 120"),
    "an age of 121": (changed("age = 2", "age = 121"), "members[1].age", "121; whole years from 0 to 120"),
    "an age with a fraction": (changed("age = 2", "age = 2.5"), "members[1].age", "2.5; whole years"),
    "an age that is true": (changed("age = 2", "age = true"), "members[1].age", "true; whole years"),
    "an age that is a day": (changed("age = 2", "age = 2021-05-01"), "members[1].age", "2021-05-01; whole years"),
    "a label as a number": (changed('"mother"', "1"), "members[0].label", "1 to 60 characters in one line"),
    "an empty label": (changed('"mother"', '" "'), "members[0].label", "1 to 60 characters in one line"),
    "a label of 61 letters": (changed('"mother"', f'"{"ә" * 61}"'), "members[0].label", "1 to 60 characters"),
    "a label of two lines": (changed('"mother"', '"the\\nmother"'), "members[0].label", "in one line"),
    "a label that commands the terminal": (changed('"mother"', '"\\u001b[31mred"'), "members[0].label", "in one line"),
    "an illness in words": (
        changed("long_illness = false", 'long_illness = "no"'), "members[0].long_illness", "'no'; true or false",
    ),
    "a registration as a number": (
        changed("registered_here = true", "registered_here = 1"), "members[0].registered_here", "1; true or false",
    ),
    "false data as a number": (changed("false_data = false", "false_data = 0"), "history.false_data", "true or false"),
    "negative money": (changed(WAGE, "monthly = -1"), "members[0].incomes[0].monthly", "-1; whole tenge from 0 to"),
    "a negative total": (changed("total = 60_000", "total = -1"), "members[0].incomes[1].total", "whole tenge from 0"),
    "money as a float": (changed(WAGE, "monthly = 60000.0"), "members[0].incomes[0].monthly", "60000.0; whole tenge"),
    "money with an exponent": (changed(WAGE, "monthly = 6e4"), "members[0].incomes[0].monthly", "whole tenge"),
    "money that is no number": (changed(WAGE, "monthly = nan"), "members[0].incomes[0].monthly", "nan; whole tenge"),
    "money in quotes": (changed(WAGE, 'monthly = "60 000"'), "members[0].incomes[0].monthly", "'60 000'; whole tenge"),
    "money that is true": (changed(WAGE, "monthly = true"), "members[0].incomes[0].monthly", "true; whole tenge"),
    "money beyond all measure": (
        changed(WAGE, f"monthly = 0x{'f' * 9_000}"), "members[0].incomes[0].monthly", "thousands of digits; whole",
    ),
    "no money": (changed(WAGE, ""), "members[0].incomes[0]", "one of monthly, total, months and once"),
    "money in two ways": (changed(WAGE, f"{WAGE}\ntotal = 1"), "members[0].incomes[0]", "exactly one of monthly"),
    "an income of no kind": (changed('kind = "wage"', ""), "members[0].incomes[0].kind", "missing, and it is needed"),
    "incomes as a number": (f"{ALONE}incomes = 90_000", "members[0].incomes", "[[members.incomes]] is allowed"),
    "an income as a number": (f"{ALONE}incomes = [90_000]", "members[0].incomes[0]", "a table is allowed"),
    "months as a list": (changed(MONTHS, "months = [1, 2, 3]"), "members[0].incomes[2].months", "a table is allowed"),
    "a month after the base quarter": (
        changed('"2023-03" =', '"2023-04" ='), "members[0].incomes[2].months", "allowed: 2023-01, 2023-02, 2023-03",
    ),
    "a month before the base quarter": (
        changed('"2023-03" =', '"2022-12" ='), "members[0].incomes[2].months", "allowed: 2023-01, 2023-02, 2023-03",
    ),
    "a month by its name": (changed('"2023-03" =', "march ="), "members[0].incomes[2].months", "'march' is not of"),
    "negative money in a month": (changed("10_000", "-1"), "members[0].incomes[2].months.2023-03", "whole tenge"),
    "a history in words": (f'history = "none"{ALONE}', "history", "a table is allowed"),
    "a refusal that is to come": (
        changed("2022-01-15", "2023-05-11"), "history.refused_measures_on", "after the day of application 2023-05-10",
    ),
    "a breach that is to come": (
        changed("2022-02-01", "2023-05-11"), "history.contract_broken_on", "after the day of application 2023-05-10",
    ),
    "a refusal in quotes": (changed("2022-01-15", '"2022-01-15"'), "history.refused_measures_on", "without quotes"),
    "everybody is away": (f'{ALONE}absence = "military"', "members", "somebody must be there to apply"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_refused_with_its_field_and_what_is_allowed(wrong: str) -> None:
    document, field, allowed = WRONG[wrong]
    said = refusal("assess", file_of(document), "--json")
    assert said.startswith(f"family.toml: {field}: ")
    assert allowed in said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"", "applied_on: missing, and it is needed"),
        (b"A family of three.", "Expected '=' after a key"),
        (b"\xff\xfe\x00region", "is no text in UTF-8"),
        ("applied_on = 2023-05-10\nregion = 'Алматы'".encode("cp1251"), "is no text in UTF-8"),
        (FAMILY.encode("utf-16"), "is no text in UTF-8"),
        (b"\x00" * 100, "Invalid statement"),
        (b"applied_on = 2023-02-30", "(at line 1, column 1"),
        (b"applied_on = 2023-05-10\nregion = KZ-79\n", "(at line 2, column 10): region = KZ-79"),
        (b'region = "KZ-79"\nregion = "KZ-71"', "Cannot overwrite a value"),
        (b"members = " + b"[" * 5_000, "nested too deeply"),
        (b"members = 1" + b"0" * 5_000, "4300 digits"),
        (b'{"region": "KZ-79"}', "Invalid statement"),
    ],
)
def test_what_is_no_family_s_file_is_refused_in_one_line(written: bytes, said: str) -> None:
    Path("family.toml").write_bytes(written)
    line = refusal("assess", "family.toml")
    assert line.startswith("family.toml: ")
    assert said in line


def test_a_file_that_is_not_there_is_named() -> None:
    assert refusal("assess", "nowhere.toml") == "nowhere.toml: No such file or directory"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal("assess", tmp_path) == f"{tmp_path}: Is a directory"


def test_a_huge_wrong_value_does_not_fill_the_line() -> None:
    """All that is allowed is said, and of the value no more than its beginning."""
    said = refusal("assess", file_of(changed('"wage"', f'"{"x" * 100_000}"')))
    assert len(said) - len(", ".join(IncomeKind)) < 200


def test_a_day_asked_for_beyond_the_law_is_refused_though_the_file_s_own_day_is_covered() -> None:
    for day in ("2019-12-31", "2028-01-01"):
        said = refusal("assess", file_of(FAMILY), "--on", day)
        assert said == f"family.toml: on: {day} is not covered; the encoded law runs from 2020-01-01 to 2027-12-31"


def test_whoever_was_not_born_on_the_day_asked_for_is_named() -> None:
    document = changed("2018-02-01", "2021-02-01", changed(MONTHS, "total = 1"))
    said = refusal("assess", file_of(document), "--on", "2020-12-31")
    assert said.startswith("family.toml: members[2].born_on: 2021-02-01 is in the future on 2020-12-31; ")


def test_months_of_the_file_s_quarter_are_refused_when_another_quarter_is_asked_for() -> None:
    said = refusal("assess", file_of(FAMILY), "--on", "2023-08-01")
    assert said.startswith("family.toml: members[0].incomes[2].months: '2023-01' is not of the base quarter; allowed: ")
    assert said.endswith("2023-04, 2023-05, 2023-06")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_wrong_file_is_found_in_any_place_of_the_list_and_the_lines_before_it_stand(place: int) -> None:
    files = [file_of(FAMILY, f"{number}.toml") for number in range(3)]
    file_of(changed(WAGE, "monthly = -7"), files[place].name)
    said = komek("assess", *files, "--json")
    assert refusal_of(said).startswith(f"{place}.toml: members[0].incomes[0].monthly: -7; ")
    assert said.out.count("\n") == place

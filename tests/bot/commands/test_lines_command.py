"""`komek lines`: an administrator sees which poverty lines are missing, enters them and reads them back."""

import asyncio
import csv
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from cryptography.fernet import Fernet

from bot.database import migrate, open_database
from bot.store import assessments, drafts, people
from bot.store.assessments import ShownResult
from bot.store.cipher import Cipher
from handlers.conversation import Conversation
from rules import Quarter
from rules.regions import FORMED, REGIONS
from tests.bot.commands.terminal import komek, refusal
from tests.cast.interview import ORDINARY, Script, assessment_day, result_of, say, tell
from tests.chat import Clock, Telegram
from tests.handlers.families import at_the_result

HEAD = "region,quarter,tenge,source\n"
OF_LAW = ["KZ-71", "2023-Q3", "37317", "Astana akimat, 2023 III quarter"]
GOOD = "KZ-79,2026-Q4,50000,order of the akimat\n"

pytestmark = pytest.mark.usefixtures("database")


def csv_of(text: str, encoding: str = "utf-8") -> Path:
    path = Path("lines.csv")
    path.write_bytes(text.encode(encoding))
    return path


def imported(text: str, encoding: str = "utf-8") -> str:
    """Import rows that are right and return the line that says how many they were."""
    said = komek("lines", "import", csv_of(text, encoding))
    assert (said.err, said.code) == ("", 0)
    return said.out.partition("\n")[0]


def table(*arguments: object) -> list[dict[str, str]]:
    """Run a command that prints a table, perhaps below a line that says how many were added, and return its rows."""
    said = komek("lines", *arguments)
    assert (said.err, said.code) == ("", 0)
    return list(csv.DictReader(line for line in said.out.splitlines() if not line.startswith("lines added: ")))


def listed() -> list[list[str]]:
    """Return the lines as a spreadsheet reads them, without the names of the columns."""
    said = komek("lines", "list")
    assert (said.err, said.code) == ("", 0)
    head, *rows = csv.reader(said.out.splitlines())
    assert head == ["region", "quarter", "tenge", "source"]
    return rows


def test_before_anything_is_added_the_lines_of_the_law_are_listed_and_no_database_is_made(database: Path) -> None:
    rows = listed()
    assert OF_LAW in rows
    assert rows == sorted(rows)
    assert not database.exists()


def test_lines_are_added_and_listed_with_those_of_the_law(database: Path) -> None:
    before = listed()
    said = imported(f"{HEAD}{GOOD}KZ-71,2026-Q4,55000,«Астана ақшамы» 12.10.2026\n")
    assert said == "lines added: 2"
    added = [
        ["KZ-71", "2026-Q4", "55000", "«Астана ақшамы» 12.10.2026"],
        ["KZ-79", "2026-Q4", "50000", "order of the akimat"],
    ]
    assert sorted([*before, *added]) == listed()
    assert database.stat().st_mode & 0o777 == 0o600


def test_what_is_listed_can_be_imported_as_it_is() -> None:
    imported(HEAD + GOOD)
    everything = komek("lines", "list").out
    imported(everything)
    assert komek("lines", "list").out == everything


def test_a_line_entered_again_replaces_the_one_before_and_that_of_the_law() -> None:
    count = len(listed())
    imported(HEAD + GOOD)
    imported(f"{HEAD}KZ-79,2026-Q4,51000,corrected order\nKZ-71,2023-Q3,37318,corrected\n")
    rows = listed()
    assert ["KZ-79", "2026-Q4", "51000", "corrected order"] in rows
    assert ["KZ-71", "2023-Q3", "37318", "corrected"] in rows
    assert len(rows) == count + 1


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{HEAD}{GOOD}",
        f"{HEAD}{GOOD}".replace("\n", "\r\n"),
        f"{HEAD}{GOOD}".replace(",", ";"),
        f"\ufeff{HEAD}{GOOD}".replace(",", ";").replace("\n", "\r\n"),
        "region, quarter, tenge, source\nKZ-79, 2026-Q4, 50000, order of the akimat\n",
        f"{HEAD}\n{GOOD}\n,,,\n",
        f'{HEAD}"KZ-79","2026-Q4","50000","order of the akimat"',
    ],
)
def test_a_file_as_spreadsheets_save_it_is_read(text: str) -> None:
    assert imported(text) == "lines added: 1"
    assert ["KZ-79", "2026-Q4", "50000", "order of the akimat"] in listed()


def test_a_source_may_hold_a_comma_or_a_semicolon() -> None:
    imported(f'{HEAD}KZ-79,2026-Q4,50000,"akimat; order 5, 12.10.2026"\n')
    assert ["KZ-79", "2026-Q4", "50000", "akimat; order 5, 12.10.2026"] in listed()


# What is wrong with the row after a good one: the row, and what must be said of it.
WRONG = {
    "an unknown region": ("KZ-99,2026-Q4,1,x", "region: 'KZ-99'; allowed: KZ-71, KZ-75"),
    "the country": ("KZ,2026-Q4,1,x", "region: 'KZ'; allowed: KZ-71"),
    "no region": (",2026-Q4,1,x", "region: ''; allowed: KZ-71"),
    "a region by its name": ("Алматы,2026-Q4,1,x", "region: 'Алматы'; allowed: KZ-71"),
    "a region that was not there yet": ("KZ-10,2022-Q1,1,x", "region: KZ-10 exists from 2022-06-08, after 2022-Q1"),
    "a quarter with a space": ("KZ-71,2026 Q4,1,x", "quarter: '2026 Q4'; a quarter from 2020-Q1 to 2027-Q4"),
    "a fifth quarter": ("KZ-71,2026-Q5,1,x", "quarter: '2026-Q5'; a quarter from"),
    "a quarter before the law begins": ("KZ-71,2019-Q4,1,x", "quarter: '2019-Q4'; a quarter from 2020-Q1"),
    "a quarter beyond the law": ("KZ-71,2062-Q4,1,x", "quarter: '2062-Q4'; a quarter from 2020-Q1 to 2027-Q4"),
    "no quarter": ("KZ-71,,1,x", "quarter: ''; a quarter from"),
    "a day for a quarter": ("KZ-71,2026-10-01,1,x", "quarter: '2026-10-01'; a quarter from"),
    "no tenge": ("KZ-71,2026-Q4,,x", "tenge: ''; whole tenge from 5086 to 152553"),
    "nought": ("KZ-71,2026-Q4,0,x", "tenge: '0'; whole tenge from 5086"),
    "a negative line": ("KZ-71,2026-Q4,-5,x", "tenge: '-5'; whole tenge from 5086"),
    "a fraction": ("KZ-71,2026-Q4,50000.5,x", "tenge: '50000.5'; whole tenge"),
    "tenge with a space": ("KZ-71,2026-Q4,50 000,x", "tenge: '50 000'; whole tenge"),
    "tenge in Arabic digits": ("KZ-71,2026-Q4,٥٠٠٠٠,x", "tenge: '٥٠٠٠٠'; whole tenge"),
    "tenge beyond all measure": (f"KZ-71,2026-Q4,{'9' * 5_000},x", "whole tenge from 5086 to 152553"),
    "a slip of the scale downwards": ("KZ-71,2026-Q4,3,x", "tenge: '3'; whole tenge from 5086 to 152553 are allowed"),
    "a slip of the scale upwards": ("KZ-71,2026-Q4,3000000000,x", "whole tenge from 5086 to 152553 are allowed for"),
    "one tenge too few": ("KZ-71,2026-Q4,5085,x", "a tenth of the subsistence minimum to three times as much"),
    "one tenge too many": ("KZ-71,2026-Q4,152554,x", "tenge: '152554'; whole tenge from 5086 to 152553"),
    "what an earlier quarter did not know": ("KZ-71,2020-Q2,98005,x", "whole tenge from 3267 to 98004 are allowed"),
    "a quarter in Arabic digits": ("KZ-71,٢٠٢٦-Q4,50000,x", "quarter: '٢٠٢٦-Q4'; a quarter from"),
    "no source": ("KZ-71,2026-Q4,50000, ", "source: ''; one line that says where it was published is needed"),
    "a source of two lines": ('KZ-71,2026-Q4,50000,"a\nb"', "source: 'a\\nb'; one line"),
    "a source that no database keeps": ("KZ-71,2026-Q4,50000,a\x00b", "source: 'a\\x00b'; one line"),
    "a column too few": ("KZ-71,2026-Q4,1", "3 columns; 4 are needed: region,quarter,tenge,source"),
    "a column too many": ("KZ-71,2026-Q4,1,x,y", "5 columns; 4 are needed"),
    "semicolons among commas": ("KZ-71;2026-Q4;1;x", "1 columns; 4 are needed"),
    "a quotation mark without its fellow": ('KZ-71,2026-Q4,1,"akimat', "is no CSV"),
}


@pytest.mark.parametrize("sum_", ["5086", "152553"])
def test_the_least_and_the_greatest_sum_that_are_plausible_are_taken(sum_: str) -> None:
    """50 851 is the minimum of the budget of 2026: a tenth of it rounded up, and three times as much."""
    imported(f"{HEAD}KZ-79,2026-Q4,{sum_},order\n")
    assert ["KZ-79", "2026-Q4", sum_, "order"] in listed()


def test_for_a_year_without_a_budget_yet_the_newest_minimum_serves() -> None:
    imported(f"{HEAD}KZ-79,2027-Q4,152553,order\n")
    said = refusal("lines", "import", csv_of(f"{HEAD}KZ-79,2027-Q4,152554,order\n"))
    assert "whole tenge from 5086 to 152553 are allowed for 2027-Q4" in said


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_row_is_named_and_nothing_of_the_file_is_taken(wrong: str) -> None:
    row, problem = WRONG[wrong]
    before = listed()
    said = refusal("lines", "import", csv_of(f"{HEAD}{GOOD}{row}\n"))
    assert said.startswith(f"lines.csv: row {2 + row.count(chr(10)) + 1}: ")
    assert problem in said
    assert listed() == before


def test_a_row_is_named_by_its_place_in_the_file_though_there_are_empty_rows_before_it() -> None:
    said = refusal("lines", "import", csv_of(f"{HEAD}\n\n{GOOD}\n{GOOD}"))
    assert said == "lines.csv: row 6: KZ-79 2026-Q4 stands there twice; once is allowed"


def test_a_line_that_stands_in_a_file_twice_is_refused_and_none_is_taken() -> None:
    before = listed()
    refusal("lines", "import", csv_of(f"{HEAD}{GOOD}{GOOD.replace('50000', '51000')}"))
    assert listed() == before


def test_a_refused_file_leaves_what_was_added_before() -> None:
    imported(HEAD + GOOD)
    refusal("lines", "import", csv_of(f"{HEAD}KZ-79,2026-Q4,99999,y\nKZ-99,2026-Q4,1,x\n"))
    assert ["KZ-79", "2026-Q4", "50000", "order of the akimat"] in listed()


@pytest.mark.parametrize("head", ["", "region,quarter,tenge\n", "quarter,region,tenge,source\n", GOOD])
def test_without_the_names_of_the_columns_the_file_is_refused(head: str) -> None:
    assert refusal("lines", "import", csv_of(head + GOOD * bool(head))) == (
        "lines.csv: row 1: the columns region,quarter,tenge,source are needed"
    )


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    assert refusal("lines", "import", "nowhere.csv") == "nowhere.csv: No such file or directory"
    assert refusal("lines", "import", tmp_path) == f"{tmp_path}: Is a directory"
    assert refusal("lines", "import", csv_of(f"{HEAD}KZ-75,2026-Q4,1,Алматы\n", "cp1251")) == (
        "lines.csv: is no text in UTF-8"
    )


def test_the_names_of_the_columns_alone_add_nothing() -> None:
    assert imported(HEAD) == "lines added: 0"


def test_the_rows_lie_in_the_database_with_the_day_they_were_added_on(database: Path) -> None:
    imported(HEAD + GOOD)
    connection = sqlite3.connect(database)
    rows = connection.execute("select region, quarter, tenge, source, length(added_on) from poverty_lines").fetchall()
    connection.close()
    assert rows == [("KZ-79", "2026-Q4", 50_000, "order of the akimat", 10)]


@pytest.mark.parametrize("command", [["list"], ["import", "lines.csv"]])
def test_a_database_out_of_reach_is_said_in_one_line_before_anything_is_printed(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv_of(HEAD + GOOD)
    Path("notes.txt").write_text("This is no database, but it is long enough to be looked at as one. " * 20)
    for url in (f"sqlite:///{tmp_path}/notes.txt", "postgresql://nobody@127.0.0.1:1/komek"):
        monkeypatch.setenv("DATABASE_URL", url)
        assert refusal("lines", *command).startswith("the database cannot be opened: ")
        assert komek("lines", *command).out == ""


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://elsewhere")
    assert refusal("lines", "list").startswith("DATABASE_URL: ")


# Twenty regions at once, and the regions that are missing


def lines_of(quarter: str, *regions: str) -> str:
    """A file with a line for each region, each another sum."""
    return HEAD + "".join(f"{region},{quarter},{50_000 + at},order\n" for at, region in enumerate(regions))


def test_one_file_carries_the_lines_of_all_regions() -> None:
    assert len(REGIONS) == 20
    assert imported(lines_of("2026-Q4", *REGIONS)) == "lines added: 20"
    assert {row[0]: row[2] for row in listed() if row[1] == "2026-Q4"} == {
        region: str(50_000 + at) for at, region in enumerate(REGIONS)
    }


def missing() -> list[tuple[str, str]]:
    return [(row["region"], row["quarter"]) for row in table("missing")]


@time_machine.travel(datetime(2026, 12, 1, tzinfo=UTC), tick=False)
def test_every_region_is_missing_for_this_quarter_and_the_next_until_it_is_entered(database: Path) -> None:
    both = [(region, quarter) for quarter in ("2026-Q4", "2027-Q1") for region in REGIONS]
    assert missing() == both
    assert not database.exists()
    imported(lines_of("2026-Q4", "KZ-79", "KZ-71") + lines_of("2027-Q1", "KZ-79").removeprefix(HEAD))
    assert missing() == [one for one in both if one not in {("KZ-79", "2026-Q4"), ("KZ-71", "2026-Q4"), both[22]}]
    imported(lines_of("2026-Q4", *REGIONS))
    imported(lines_of("2027-Q1", *REGIONS))
    assert komek("lines", "missing").out == "region,quarter\n"


@pytest.mark.parametrize(
    ("instant", "quarters"),
    [
        (datetime(2026, 9, 30, 18, 59, 59, tzinfo=UTC), ["2026-Q3", "2026-Q4"]),
        (datetime(2026, 9, 30, 19, tzinfo=UTC), ["2026-Q4", "2027-Q1"]),
    ],
)
def test_the_quarter_is_that_of_the_day_in_kazakhstan(instant: datetime, quarters: list[str]) -> None:
    with time_machine.travel(instant, tick=False):
        assert sorted({quarter for _, quarter in missing()}) == quarters


@time_machine.travel(datetime(2023, 8, 1, tzinfo=UTC), tick=False)
def test_a_line_of_the_laws_files_is_not_missing() -> None:
    assert OF_LAW in listed()
    assert ("KZ-71", "2023-Q3") not in missing()


@time_machine.travel(datetime(2022, 3, 31, tzinfo=UTC), tick=False)
def test_a_region_that_did_not_exist_in_a_quarter_is_not_missing_there() -> None:
    found = missing()
    assert {region for region in FORMED if (region, "2022-Q1") in found} == set()
    assert {region for region in FORMED if (region, "2022-Q2") in found} == set(FORMED)


@time_machine.travel(datetime(2027, 12, 1, tzinfo=UTC), tick=False)
def test_a_quarter_that_the_law_does_not_reach_is_not_asked_for() -> None:
    assert {quarter for _, quarter in missing()} == {"2027-Q4"}


# What an import changes for saved results

KEY = Fernet.generate_key().decode()
TOLD_AT = datetime(2026, 11, 23, 7, tzinfo=UTC)
NOW = assessment_day()
Answers = dict[str, Any]


@pytest.fixture
def keyed(monkeypatch: pytest.MonkeyPatch) -> Cipher:
    """The cipher that the commands use."""
    monkeypatch.setenv("DATA_KEYS", KEY)
    return Cipher([KEY])


def with_wage(tenge: int, **more: str) -> Answers:
    """A couple with three children in Astana and one wage."""
    told: Script = {**ORDINARY, "amount": str(tenge), **more}
    return tell(told, NOW).answers


def saved(database: Path, cipher: Cipher, *families: tuple[Answers, Answers | None], days: int = 0) -> None:
    """Keep a result of each family, and the answers of its draft, as the conversation does; None: thrown away."""
    asyncio.run(_saved(database, cipher, families, TOLD_AT + timedelta(days=days)))


async def _saved(
    database: Path, cipher: Cipher, families: tuple[tuple[Answers, Answers | None], ...], at: datetime
) -> None:
    base_months = list(Quarter.of(NOW.on).previous.months)
    async with open_database(f"sqlite:///{database}") as opened:
        await migrate(opened)
        async with opened.transaction() as transaction:
            for person_id, (answers, in_draft) in enumerate(families, start=7_000_000_001):
                await people.choose_language(transaction, person_id, "kk", at)
                frozen: ShownResult = {"record": result_of(answers, NOW), "answers": {}, "base_months": base_months}
                await assessments.freeze(transaction, cipher, person_id, frozen, at)
                await drafts.discard(transaction, person_id)
                if in_draft is not None:
                    draft = Conversation(in_draft, told_in=str(Quarter.of(NOW.on))).document()
                    await drafts.save(transaction, cipher, person_id, draft, 0, 1, at)


def of_astana(tenge: int) -> Path:
    return csv_of(f"{HEAD}KZ-71,2026-Q4,{tenge},order\n")


def counted(row: dict[str, str]) -> list[str]:
    return [row[name] for name in ("saved_results", "outcome_changes", "amount_changes", "not_recomputed")]


def test_a_dry_run_tells_how_many_saved_results_change_their_outcome_or_amount(database: Path, keyed: Cipher) -> None:
    """By a line of 40 000 the first is far below, the second passes from yes to no, the third is far above."""
    komek("lines", "import", of_astana(60_000))
    families = [with_wage(wage) for wage in (100_000, 250_000, 900_000)]
    saved(database, keyed, *((family, family) for family in families))
    (row,) = table("import", of_astana(40_000), "--dry-run")
    assert (row["region"], row["quarter"]) == ("KZ-71", "2026-Q4")
    assert (row["old_tenge"], row["old_basis"], row["new_tenge"]) == ("60000", "published", "40000")
    assert counted(row) == ["3", "1", "2", "0"]


def test_a_dry_run_writes_nothing_and_the_import_says_the_same_afterwards(database: Path, keyed: Cipher) -> None:
    family = with_wage(250_000)
    saved(database, keyed, (family, family))
    before = listed()
    dry = komek("lines", "import", of_astana(80_000), "--dry-run")
    assert (dry.err, dry.code, listed()) == ("", 0, before)
    wet = komek("lines", "import", of_astana(80_000))
    assert wet.out == f"lines added: 1\n{dry.out}"
    assert len(listed()) == len(before) + 1


def test_an_estimate_is_named_as_the_line_of_before(database: Path, keyed: Cipher) -> None:
    family = with_wage(100_000)
    saved(database, keyed, (family, family))
    estimate = NOW.lines.of("KZ-71", NOW.on).tenge
    (row,) = table("import", of_astana(estimate + 1_000), "--dry-run")
    assert (row["old_tenge"], row["old_basis"], row["new_tenge"]) == (str(estimate), "estimate", str(estimate + 1_000))
    assert counted(row) == ["1", "0", "1", "0"]


def test_a_line_that_is_known_as_it_stands_changes_nothing_and_is_left_out(database: Path, keyed: Cipher) -> None:
    family = with_wage(100_000)
    saved(database, keyed, (family, family))
    assert len(table("import", of_astana(45_000))) == 1
    assert table("import", of_astana(45_000)) == []
    (row,) = table("import", csv_of(f"{HEAD}KZ-71,2026-Q4,45000,order\nKZ-79,2026-Q4,45000,order\n"), "--dry-run")
    assert (row["region"], *counted(row)) == ("KZ-79", "0", "0", "0", "0")


def test_the_rows_come_in_the_order_of_the_file_each_with_its_own_results(database: Path, keyed: Cipher) -> None:
    astana, shymkent = with_wage(100_000), with_wage(100_000, region="KZ-79")
    saved(database, keyed, (astana, astana), (shymkent, shymkent), (astana, astana))
    rows = table("import", csv_of(lines_of("2026-Q4", *REGIONS)), "--dry-run")
    assert [row["region"] for row in rows] == list(REGIONS)
    assert {row["region"]: row["saved_results"] for row in rows if row["saved_results"] != "0"} == {
        "KZ-71": "2",
        "KZ-79": "1",
    }


def test_of_each_person_only_the_newest_result_of_a_quarter_counts(database: Path, keyed: Cipher) -> None:
    """Wages were corrected from far above every line to far below."""
    poor, rich = with_wage(100_000), with_wage(900_000)
    saved(database, keyed, (rich, rich))
    saved(database, keyed, (poor, poor), days=1)
    (row,) = table("import", of_astana(45_000), "--dry-run")
    assert counted(row) == ["1", "0", "1", "0"]


def test_a_result_whose_answers_are_gone_or_incomplete_or_of_another_region_is_told_apart(
    database: Path, keyed: Cipher
) -> None:
    family = with_wage(100_000)
    begun = {"region": "KZ-71", "household": ["spouse"]}
    moved = say(family, "region", "KZ-79", NOW)
    saved(database, keyed, (family, None), (family, begun), (family, moved), (family, family))
    (row,) = table("import", of_astana(45_000), "--dry-run")
    assert counted(row) == ["4", "0", "1", "3"]


def test_nothing_personal_is_printed(database: Path, keyed: Cipher) -> None:
    family = with_wage(123_457)
    saved(database, keyed, (family, family))
    said = komek("lines", "import", of_astana(45_000)).out
    assert "7000000001" not in said
    assert "123457" not in said.replace(" ", "")
    assert len(said.splitlines()) == 3


def test_a_dry_run_without_a_database_makes_none_and_no_key(database: Path) -> None:
    (row,) = table("import", of_astana(45_000), "--dry-run")
    assert counted(row) == ["0", "0", "0", "0"]
    assert not database.parent.exists()


def test_an_import_makes_no_key_where_there_is_no_result_to_open(database: Path) -> None:
    imported(HEAD + GOOD)
    assert not database.with_suffix(".key").exists()


def test_without_the_key_of_the_results_nothing_is_imported_and_no_key_is_made(
    database: Path, keyed: Cipher, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = with_wage(100_000)
    saved(database, keyed, (family, family))
    before = listed()
    monkeypatch.delenv("DATA_KEYS")
    for options in ([], ["--dry-run"]):
        assert "none of the keys" in refusal("lines", "import", of_astana(45_000), *options)
    assert not database.with_suffix(".key").exists()
    assert listed() == before


def test_a_wrong_row_is_refused_by_a_dry_run_too() -> None:
    said = refusal("lines", "import", csv_of(f"{HEAD}{GOOD}KZ-99,2026-Q4,1,x\n"), "--dry-run")
    assert said.startswith("lines.csv: row 3: region: 'KZ-99'; allowed: ")


async def test_a_result_that_was_played_in_the_chat_is_found_and_worked_out_anew(database: Path, keyed: Cipher) -> None:
    """As the conversation saves it: two adults, three children and one wage in Shymkent; the answers may be gone."""
    async with open_database(f"sqlite:///{database}") as opened:
        await migrate(opened)
        async with Telegram.open(opened, keyed, Clock(TOLD_AT)) as telegram:
            client = await at_the_result(telegram, wage="150000")
        async with opened.transaction() as transaction:
            await drafts.discard(transaction, client.id)
    (row,) = await asyncio.to_thread(table, "import", csv_of(f"{HEAD}KZ-79,2026-Q4,25000,order\n"), "--dry-run")
    assert (row["old_basis"], row["new_tenge"]) == ("estimate", "25000")
    assert counted(row) == ["1", "1", "1", "0"]

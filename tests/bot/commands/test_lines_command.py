"""`komek lines`: an administrator enters the poverty lines of a quarter, all rows or none, and reads them back."""

import csv
import sqlite3
from pathlib import Path

import pytest

from tests.bot.commands.terminal import komek, refusal

HEAD = "region,quarter,tenge,source\n"
OF_LAW = ["KZ-71", "2023-Q3", "37317", "Astana akimat, 2023 III quarter"]
GOOD = "KZ-79,2026-Q4,50000,order of the akimat\n"

pytestmark = pytest.mark.usefixtures("database")


def csv_of(text: str, encoding: str = "utf-8") -> Path:
    path = Path("lines.csv")
    path.write_bytes(text.encode(encoding))
    return path


def imported(text: str, encoding: str = "utf-8") -> str:
    """Import rows that are right and return what is said of them."""
    said = komek("lines", "import", csv_of(text, encoding))
    assert (said.err, said.code) == ("", 0)
    return said.out


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
    assert said == "lines added: 2\n"
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
    assert imported(text) == "lines added: 1\n"
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
    assert imported(HEAD) == "lines added: 0\n"


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

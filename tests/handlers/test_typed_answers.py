"""Answers as people type them: each is kept as it was meant, asked back, or gets a hint; none is kept otherwise."""

import pytest

from bench.typed_answers import Typed, read_table, typed_answers


@pytest.mark.parametrize("answer", read_table(), ids=lambda answer: f"{answer.asked}: {answer.typed}")
def test_an_answer_is_kept_as_it_was_meant_or_asked_again(answer: Typed) -> None:
    assert answer.kept in {answer.means, "?"}


def test_hardly_any_answer_that_has_one_meaning_is_asked_again() -> None:
    figure = typed_answers()
    assert figure.ok, figure.as_json()
    assert figure.details["kept_otherwise_than_meant"] == 0


def test_the_table_is_large_and_no_answer_stands_in_it_twice() -> None:
    table = read_table()
    assert len(table) >= 300
    assert len({(answer.asked, answer.typed) for answer in table}) == len(table)

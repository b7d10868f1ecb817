"""The bench of the delivery measures what it says: every notice is sent, marked and told to the authority."""

from pathlib import Path

from bench.delivery import at_telegrams_pace, outbox_to_telegram, queued_to_telegram


async def test_notices_a_second_are_counted_once_they_are_marked(tmp_path: Path) -> None:
    figure = await outbox_to_telegram(tmp_path, notices=300, rounds=1)
    assert figure.unit == "notices/s"
    assert 0 < figure.details["by_clock"] <= figure.figure * 1.05, "one core cannot be busier than the clock"
    assert figure.details["notices"] == 300


async def test_a_run_at_telegrams_pace_says_how_long_it_was_and_how_often_it_was_refused(tmp_path: Path) -> None:
    figure = await at_telegrams_pace(tmp_path, notices=60)
    assert figure.details["refused_with_429"] == 0
    assert "60 notices in " in figure.measured
    assert figure.ratio is not None
    assert 0.5 < figure.ratio < 2


async def test_a_single_notice_is_timed_until_it_is_marked(tmp_path: Path) -> None:
    figure = await queued_to_telegram(tmp_path, notices=20)
    assert 0 < figure.details["median"] <= figure.figure <= figure.details["longest"]

"""The bench of the delivery measures what it says: every notice is sent, marked and told to the authority."""

from pathlib import Path

from bench.delivery import PERSONS, at_telegrams_pace, open_office, outbox_to_telegram, queued_to_telegram
from bench.followed_cases import queue_by_turns
from bot.delivery import UNPACED
from bot.sandbox import Limits


async def test_notices_a_second_are_counted_once_they_are_marked(tmp_path: Path) -> None:
    figure = await outbox_to_telegram(tmp_path, notices=300, rounds=2)
    assert figure.unit == "notices/s"
    assert 0 < figure.details["by_clock"] <= figure.figure * 1.05, "one core cannot be busier than the clock"
    assert figure.details["notices"] == 300
    assert figure.yardstick is not None
    assert figure.yardstick > 0
    assert figure.details["ratio_least"] <= (figure.ratio or 0) <= figure.details["ratio_greatest"]


async def test_a_run_at_telegrams_pace_says_how_long_it_was_and_how_often_it_was_refused(tmp_path: Path) -> None:
    figure = await at_telegrams_pace(tmp_path, notices=60)
    assert figure.details["refused_with_429"] == 0
    assert "60 notices in " in figure.measured
    assert figure.ratio is not None
    assert figure.ratio > 0
    assert figure.yardstick is not None
    assert 0 < figure.yardstick < 30, "nor does the bare sender break Telegram's limit"


async def test_a_single_notice_is_timed_until_it_is_marked(tmp_path: Path) -> None:
    figure = await queued_to_telegram(tmp_path, notices=10, rounds=2)
    assert 0 < figure.details["median"] <= figure.figure <= figure.details["longest"]
    assert figure.yardstick is not None
    assert figure.details["median_bare"] <= figure.yardstick


async def test_what_is_sent_bare_is_marked_and_no_worker_takes_it(tmp_path: Path) -> None:
    async with open_office(tmp_path, Limits(paced=False)) as office:
        rows = await office.queue_bare(300)
        assert len({row.notice_id for row in rows}) == 300
        office.queued = 1
        async with office.delivering(UNPACED):
            await queue_by_turns(office.world, range(1_000, 1_001), PERSONS)
            await office.all_delivered()
        assert await office.delivered() == 1, "the one that was queued behind all of them"
        await office.send_bare(rows, in_flight=4)
        assert await office.delivered() == 301

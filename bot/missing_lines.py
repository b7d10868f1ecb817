"""Which regions have no published poverty line, so that their families get an estimate until somebody enters it."""

from datetime import date

from bot.entered_lines import last_quarter
from rules import PovertyLines, Quarter
from rules.regions import REGIONS, exists


def missing_lines(lines: PovertyLines, day: date) -> list[tuple[str, Quarter]]:
    """Return the regions without a published line in the quarter of a day and in the next one, each with its quarter.

    A quarter that the encoded law does not reach is left out: no line of it could be entered.
    """
    running = Quarter.of(day)
    quarters = [quarter for quarter in (running, running.next) if quarter <= last_quarter()]
    return [(region, quarter) for quarter in quarters for region in regions_without_line(lines, quarter)]


def regions_without_line(lines: PovertyLines, quarter: Quarter) -> list[str]:
    """Return the regions of a quarter that have no published line in it, in the order of the law's list."""
    published = {line.region for line in lines if line.quarter == quarter}
    return [region for region in REGIONS if exists(region, quarter.last_day) and region not in published]

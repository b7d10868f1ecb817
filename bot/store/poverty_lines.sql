-- name: all_lines()
select region, quarter, tenge, source, added_on
from poverty_lines
order by quarter, region

-- name: version()^
select value from number_series where name = 'lines'

-- name: put_line(region, quarter, tenge, source, added_on)!
-- A line entered again is a correction.
insert into poverty_lines (region, quarter, tenge, source, added_on)
values (:region, :quarter, :tenge, :source, :added_on)
on conflict (region, quarter) do update
set tenge = excluded.tenge, source = excluded.source, added_on = excluded.added_on

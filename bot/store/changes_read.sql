-- name: last()^
select value from number_series where name = 'change'

-- name: marks(regions)
select region, number from changes_read where :regions like '% ' || region || ' %'

-- name: mark(region, number, now)*!
insert into changes_read (region, number, read_at)
values (:region, :number, :now)
on conflict (region) do update set number = excluded.number, read_at = excluded.read_at
where changes_read.number < excluded.number

-- name: unread(before)
-- For each region the oldest change behind what was read there, where it is older than an instant.
select region, at
from (
    select changes.region, (
        select waiting.at from changes as waiting
        where waiting.region = changes.region and waiting.number > coalesce(
            (select changes_read.number from changes_read where changes_read.region = changes.region), 0
        )
        order by waiting.number limit 1
    ) as at
    from (select distinct region from changes) as changes
) as oldest
where at < :before
order by region

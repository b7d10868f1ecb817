-- name: take(earliest, latest, ms, fresh)^
-- The value is the instant, in milliseconds since 1970, of the first turn that nobody has taken. One that lies farther
-- back than the earliest is lost, and one beyond the latest was written by a clock that was wrong.
insert into number_series (name, value) values ('turn', :fresh)
on conflict (name) do update
set value = :ms + case when number_series.value between :earliest and :latest then number_series.value
                       else :earliest end
returning value

-- name: use(earliest, latest, most, ms, fresh)!
-- Turns that notices have taken already, farther on than they are held back for, stay taken.
insert into number_series (name, value) values ('turn', :fresh)
on conflict (name) do update
set value = case when number_series.value not between :earliest and :latest then :fresh
                 when number_series.value >= :most then number_series.value
                 when number_series.value + :ms >= :most then :most
                 else number_series.value + :ms end

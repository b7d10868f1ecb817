-- name: write(now)!
insert into health (id, written_at) values (1, :now)
on conflict (id) do update set written_at = excluded.written_at

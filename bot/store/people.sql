-- name: find(person_id)^
select language, consented_at, created_at, private_since, forget_at
from people
where id = :person_id

-- name: choose_language(person_id, language, now)!
insert into people (id, language, created_at)
values (:person_id, :language, :now)
on conflict (id) do update set language = excluded.language

-- name: give_consent(person_id, now)^
-- The first consent stands: a second tap does not move its date.
update people
set consented_at = coalesce(consented_at, :now)
where id = :person_id
returning consented_at

-- name: keep_private(person_id, now)!
update people set private_since = coalesce(private_since, :now) where id = :person_id

-- name: keep_open(person_id)!
update people set private_since = null where id = :person_id

-- name: forget_at(person_id, at)!
-- The first wish keeps its hour.
update people set forget_at = coalesce(forget_at, :at) where id = :person_id

-- name: forget_never(person_id)!
update people set forget_at = null where id = :person_id

-- name: to_forget(now, batch)
select id from people where forget_at <= :now order by forget_at, id limit :batch

-- name: forget(person_id)!
delete from people where id = :person_id

-- name: not_reached(person_id, now)!
update people set unreached_since = coalesce(unreached_since, :now) where id = :person_id

-- name: was_reached(person_id)!
update people set unreached_since = null where id = :person_id

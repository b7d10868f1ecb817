-- name: find(person_id)^
select language, consented_at, created_at, private_since, forget_at, protected_since
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

-- name: protect(person_id, now)!
update people set protected_since = coalesce(protected_since, :now) where id = :person_id

-- name: protect_no_more(person_id)!
update people set protected_since = null where id = :person_id

-- name: keep_word(person_id, sealed)!
update people set family_word = :sealed where id = :person_id

-- name: drop_word(person_id)!
update people set family_word = null where id = :person_id

-- name: wishes(person_id)^
select family_word, protected_since from people where id = :person_id

-- name: words_after(key, batch)
select id as key, family_word as sealed from people
where id > :key and family_word is not null
order by id limit :batch

-- name: replace_word(key, sealed, anew)!
update people set family_word = :anew where id = :key and family_word = :sealed

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

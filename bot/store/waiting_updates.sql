-- name: keep(update_id, person_id, sealed, now)!
insert into waiting_updates (id, person_id, sealed, taken_at)
values (:update_id, :person_id, :sealed, :now)
on conflict (id) do update set person_id = excluded.person_id, sealed = excluded.sealed, taken_at = excluded.taken_at

-- name: waiting()
select sealed from waiting_updates order by id

-- name: answered(update_id)!
delete from waiting_updates where id = :update_id

-- name: too_old(before)!
delete from waiting_updates where taken_at < :before

-- name: of_person(person_id)!
delete from waiting_updates where person_id = :person_id

-- name: sealed_after(key, batch)
select id as key, sealed from waiting_updates where id > :key order by id limit :batch

-- name: replace_sealed(key, sealed, anew)!
update waiting_updates set sealed = :anew where id = :key and sealed = :sealed

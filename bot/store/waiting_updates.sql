-- name: keep(update_id, person_id, sealed, now)!
insert into waiting_updates (id, person_id, sealed, taken_at)
values (:update_id, :person_id, :sealed, :now)
on conflict (id) do update set person_id = excluded.person_id, sealed = excluded.sealed, taken_at = excluded.taken_at

-- name: take(update_id, person_id, sealed, now)^
-- One that came before stays as it is, answered or not. Who answers is told as soon as it is committed.
insert into waiting_updates (id, person_id, sealed, taken_at)
values (:update_id, :person_id, :sealed, :now)
on conflict (id) do nothing
returning id /*+, pg_notify('updates', '') */

-- name: lock_claims(number)!
-- Until the transaction ends nobody else claims: SQLite has one writer anyway.
select 1 /*+ from pg_advisory_xact_lock(:number) */

-- name: claim(now, mark, until, batch)
-- The first of each person, and none of whoever is being answered just now, also where an earlier one came late.
-- Number 0 is nobody's, so nothing of it waits for anything.
with next_ones as materialized (
    select one.id
    from waiting_updates as one
    where one.answered_at is null and (one.taken_until is null or one.taken_until <= :now)
      and not exists (
          select 1
          from waiting_updates as other
          where other.person_id = one.person_id and other.person_id <> 0 and other.answered_at is null
            and (other.id < one.id or (other.id <> one.id and other.taken_until > :now))
      )
    order by one.id
    limit :batch
)
update waiting_updates set taken_by = :mark, taken_until = :until
where id in (select id from next_ones)
returning id, sealed

-- name: hold(update_id, mark, until)^
update waiting_updates set taken_until = :until
where id = :update_id and taken_by = :mark and answered_at is null
returning id

-- name: give_back(mark)!
update waiting_updates set taken_by = null, taken_until = null where taken_by = :mark and answered_at is null

-- name: settle(update_id, mark, now)!
update waiting_updates
set answered_at = :now, sealed = '', person_id = 0, taken_by = null, taken_until = null
where id = :update_id and answered_at is null and (taken_by = :mark or taken_by is null)

-- name: forget_old(before)!
delete from waiting_updates where taken_at < :before

-- name: waiting()
select sealed from waiting_updates where answered_at is null order by id

-- name: answered(update_id)!
delete from waiting_updates where id = :update_id

-- name: of_person(person_id)!
-- Where it was asked for in an update that is being answered, what was sent after that is a new beginning.
update waiting_updates
set answered_at = taken_at, sealed = '', person_id = 0, taken_by = null, taken_until = null
where person_id = :person_id and answered_at is null
  and id <= coalesce(
      (select max(asked.id) from waiting_updates as asked
       where asked.person_id = :person_id and asked.answered_at is null and asked.taken_by is not null),
      id
  )

-- name: sealed_after(key, batch)
select id as key, sealed from waiting_updates where id > :key and answered_at is null order by id limit :batch

-- name: replace_sealed(key, sealed, anew)!
update waiting_updates set sealed = :anew where id = :key and sealed = :sealed

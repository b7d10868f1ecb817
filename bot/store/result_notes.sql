-- name: keep(number, result, written_at, note)!
insert into result_notes (number, result, written_at, note) values (:number, :result, :written_at, :note)

-- name: written_since(person_id, since)^
select count(*) as notes
from result_notes join assessments on assessments.id = result_notes.result
where assessments.person_id = :person_id and result_notes.written_at > :since

-- name: of_person(person_id)
select result_notes.number, result, written_at, note, done_at
from result_notes join assessments on assessments.id = result_notes.result
where assessments.person_id = :person_id
order by result_notes.number

-- name: newest(is_done_too)
-- Nothing of whose they are.
select number, result, written_at, note, done_at
from result_notes
where done_at is null or :is_done_too = 1
order by number desc

-- name: drop(person_id, number)^
delete from result_notes
where number = :number and result in (select id from assessments where person_id = :person_id)
returning number

-- name: settle(number, now)^
-- The first time stands.
update result_notes set done_at = coalesce(done_at, :now) where number = :number returning number

-- name: sealed_after(key, batch)
select number as key, note as sealed from result_notes where number > :key order by number limit :batch

-- name: replace_sealed(key, sealed, anew)!
update result_notes set note = :anew where number = :key and note = :sealed

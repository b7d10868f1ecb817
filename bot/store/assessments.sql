-- name: freeze(assessment_id, person_id, made_at, record)^
-- No row comes back when there is no such person, or the number is taken.
insert into assessments (id, person_id, made_at, record)
select :assessment_id, id, :made_at, :record
from people
where id = :person_id
on conflict (id) do nothing
returning id

-- name: load(person_id, assessment_id)^
select id, made_at, record
from assessments
where id = :assessment_id and person_id = :person_id

-- name: of_any(assessment_id)^
-- Of whoever it is: nothing says whose.
select id, made_at, record from assessments where id = :assessment_id

-- name: latest(person_id)^
select id, made_at, record
from assessments
where person_id = :person_id
order by made_at desc, id
limit 1

-- name: of_person(person_id)
select id, made_at, record from assessments where person_id = :person_id order by made_at desc, id

-- name: people_after(person_id, batch)
select distinct person_id from assessments where person_id > :person_id order by person_id limit :batch

-- name: sealed_after(key, batch)
select id as key, record as sealed
from assessments
where id > :key
order by id
limit :batch

-- name: replace_sealed(key, sealed, anew)!
update assessments set record = :anew where id = :key and record = :sealed

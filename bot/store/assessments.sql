-- name: freeze(assessment_id, person_id, made_at, record, of_check)^
-- No row comes back when there is no such person, or the number is taken.
insert into assessments (id, person_id, made_at, record, of_check)
select :assessment_id, id, :made_at, :record, nullif(:of_check, 0)
from people
where id = :person_id
on conflict (id) do nothing
returning id

-- name: load(person_id, assessment_id)^
select assessments.id, assessments.made_at, assessments.record, checks.number as check_number, checks.answers
from assessments
left join checks on checks.person_id = assessments.person_id and checks.number = assessments.of_check
where assessments.id = :assessment_id and assessments.person_id = :person_id

-- name: of_any(assessment_id)^
-- Of whoever it is: nothing says whose.
select assessments.id, assessments.made_at, assessments.record, checks.number as check_number, checks.answers
from assessments
left join checks on checks.person_id = assessments.person_id and checks.number = assessments.of_check
where assessments.id = :assessment_id

-- name: latest(person_id, of_check)^
select assessments.id, assessments.made_at, assessments.record, checks.number as check_number, checks.answers
from assessments
left join checks on checks.person_id = assessments.person_id and checks.number = assessments.of_check
where assessments.person_id = :person_id and coalesce(assessments.of_check, 0) = :of_check
order by assessments.made_at desc, assessments.id
limit 1

-- name: of_person(person_id)
-- Of their own family alone: a check of another family says nothing of theirs.
select id, made_at, record, null as check_number, null as answers
from assessments
where person_id = :person_id and of_check is null
order by made_at desc, id

-- name: of_check(person_id, of_check)
select id, made_at, record, null as check_number, null as answers
from assessments
where person_id = :person_id and of_check = :of_check
order by made_at desc, id

-- name: people_after(person_id, batch)
select distinct person_id from assessments where person_id > :person_id and of_check is null order by person_id limit :batch

-- name: sealed_after(key, batch)
select id as key, record as sealed
from assessments
where id > :key
order by id
limit :batch

-- name: replace_sealed(key, sealed, anew)!
update assessments set record = :anew where id = :key and record = :sealed

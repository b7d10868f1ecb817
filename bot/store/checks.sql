-- name: begin(check_id, person_id, answers, update_id, now)^
-- No row comes back when there is no such person.
insert into checks (id, person_id, number, answers, version, last_update_id, updated_at)
select :check_id, id, checks_begun, :answers, 1, :update_id, :now
from people
where id = :person_id
returning number

-- name: count_one_more(person_id)!
-- Also what keeps two processes apart that begin checks for one person.
update people set checks_begun = checks_begun + 1 where id = :person_id

-- name: open_one(person_id, number)^
-- No row comes back when that check is not there any more.
update people set open_check = :number
where id = :person_id and exists (select 1 from checks where person_id = :person_id and number = :number)
returning open_check

-- name: open_own(person_id)!
update people set open_check = null where id = :person_id

-- name: find(person_id, number)^
select number, answers, version, last_update_id, updated_at
from checks
where person_id = :person_id and number = :number

-- name: of_person(person_id)
select number, answers, version, last_update_id, updated_at from checks where person_id = :person_id order by number

-- name: keep_name(person_id, number, answers, expected_version)^
-- Its version moves on: whoever is answering in it starts anew from what it says now.
update checks set answers = :answers, version = version + 1
where person_id = :person_id and number = :number and version = :expected_version
returning version

-- name: delete_results(person_id, number)!
delete from assessments where person_id = :person_id and of_check = :number

-- name: delete_one(person_id, number)!
delete from checks where person_id = :person_id and number = :number

-- name: sealed_after(key, batch)
select id as key, answers as sealed
from checks
where id > :key
order by id
limit :batch

-- name: replace_sealed(key, sealed, anew)!
-- A check saved in the meantime stays as it is.
update checks set answers = :anew where id = :key and answers = :sealed

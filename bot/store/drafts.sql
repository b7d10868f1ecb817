-- name: known_person(person_id)^
select people.language, people.consented_at, people.forget_at, people.unreached_since, people.protected_since,
       coalesce(checks.number, 0) as check_number, opened_links.opened_at as link_opened_at,
       coalesce(checks.answers, drafts.answers) as answers,
       coalesce(checks.version, drafts.version) as version,
       coalesce(checks.last_update_id, drafts.last_update_id) as last_update_id,
       coalesce(checks.updated_at, drafts.updated_at) as updated_at,
       (select value from number_series where name = 'lines') as lines_version
from people
left join checks on checks.person_id = people.id and checks.number = people.open_check
left join drafts on drafts.person_id = people.id and checks.number is null
left join opened_links on opened_links.person_id = people.id
where people.id = :person_id

-- name: own(person_id)^
select answers, version, last_update_id, updated_at from drafts where person_id = :person_id

-- name: begin(person_id, answers, update_id, now)^
-- No row comes back when there is a draft already, or no such person.
insert into drafts (person_id, answers, version, last_update_id, updated_at)
select id, :answers, 1, :update_id, :now
from people
where id = :person_id
on conflict (person_id) do nothing
returning version

-- name: save(person_id, answers, expected_version, update_id, now)^
-- No row comes back when the draft is not at the expected version.
update drafts
set answers = :answers, version = version + 1, last_update_id = :update_id, updated_at = :now
where person_id = :person_id and version = :expected_version
returning version

-- name: save_check(person_id, check_number, answers, expected_version, update_id, now)^
-- No row comes back when the check is not at the expected version, or not there any more.
update checks
set answers = :answers, version = version + 1, last_update_id = :update_id, updated_at = :now
where person_id = :person_id and number = :check_number and version = :expected_version
returning version

-- name: discard(person_id)!
delete from drafts where person_id = :person_id

-- name: sealed_after(key, batch)
select person_id as key, answers as sealed
from drafts
where person_id > :key
order by person_id
limit :batch

-- name: replace_sealed(key, sealed, anew)!
-- A draft saved in the meantime stays as it is.
update drafts set answers = :anew where person_id = :key and answers = :sealed

-- name: keep_damaged(person_id, now)!
insert into damaged_drafts (person_id, answers, found_at)
select person_id, answers, :now from drafts where person_id = :person_id

-- name: keep_damaged_check(person_id, check_number, now)!
insert into damaged_drafts (person_id, answers, found_at)
select person_id, answers, :now from checks where person_id = :person_id and number = :check_number

-- name: discard_check(person_id, check_number)!
delete from checks where person_id = :person_id and number = :check_number

-- name: discard_results_of_check(person_id, check_number)!
delete from assessments where person_id = :person_id and of_check = :check_number

-- name: open_check(person_id)^
select checks.number
from people
join checks on checks.person_id = people.id and checks.number = people.open_check
where people.id = :person_id

-- name: known_person(person_id)^
select people.language, people.consented_at, people.forget_at, people.unreached_since, people.protected_since,
       drafts.answers, drafts.version, drafts.last_update_id, drafts.updated_at
from people
left join drafts on drafts.person_id = people.id
where people.id = :person_id

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

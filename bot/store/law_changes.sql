-- name: ask(person_id, now)!
update people set law_changes_since = coalesce(law_changes_since, :now) where id = :person_id

-- name: let_go(person_id)!
update people set law_changes_since = null where id = :person_id

-- name: is_asked(person_id)^
select law_changes_since from people where id = :person_id and law_changes_since is not null

-- name: how_many()^
select count(*) as people from people where law_changes_since is not null

-- name: people_after(person_id, batch)
select id as person_id from people
where id > :person_id and law_changes_since is not null
order by id
limit :batch

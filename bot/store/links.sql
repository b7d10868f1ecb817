-- name: make(token_hash, case_id, member_label, birth_year, expires_at)!
insert into case_links (token_hash, case_id, member_label, birth_year, expires_at)
values (:token_hash, :case_id, :member_label, :birth_year, :expires_at)

-- name: find(token_hash, now)^
select case_id, member_label, birth_year, wrong_answers from case_links
where token_hash = :token_hash and used_at is null and expires_at > :now

-- name: case_of(token_hash)^
select case_id from case_links where token_hash = :token_hash

-- name: use(token_hash, now)^
update case_links set used_at = :now
where token_hash = :token_hash and used_at is null and expires_at > :now
returning case_id

-- name: note_wrong_answer(token_hash)!
update case_links set wrong_answers = wrong_answers + 1 where token_hash = :token_hash

-- name: revoke(case_id)
delete from case_links where case_id = :case_id and used_at is null
returning token_hash

-- name: birth_years_after(key, batch)
select token_hash as key, birth_year as sealed from case_links
where token_hash > :key and birth_year is not null
order by token_hash
limit :batch

-- name: replace_birth_year(key, sealed, anew)!
update case_links set birth_year = :anew where token_hash = :key and birth_year = :sealed

-- name: sealed_after(key, batch)
select token_hash as key, member_label as sealed from case_links
where token_hash > :key and member_label is not null
order by token_hash
limit :batch

-- name: replace_sealed(key, sealed, anew)!
update case_links set member_label = :anew where token_hash = :key and member_label = :sealed

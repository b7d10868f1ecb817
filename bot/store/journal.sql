-- name: write(number, case_id, at, kind, details)!
insert into journal (number, case_id, at, kind, details) values (:number, :case_id, :at, :kind, :details)

-- name: of_case(case_id)
select number, at, kind, details from journal where case_id = :case_id order by number

-- name: sealed_after(key, batch)
select number as key, details as sealed from journal where number > :key order by number limit :batch

-- name: replace_sealed(key, sealed, anew)!
update journal set details = :anew where number = :key and details = :sealed

-- name: replace(number, details)!
update journal set details = :details where number = :number

-- name: add(number, at, case_id, kind, details)!
insert into changes (number, at, region, case_id, kind, details)
select :number, :at, region, id, :kind, :details from cases where id = :case_id

-- name: add_each(number, at, kind, details, notice_id)*!
-- Before the notices are settled: of one that was settled by another worker everything is told already.
insert into changes (number, at, region, case_id, kind, details)
select :number, :at, cases.region, cases.id, :kind, :details
from outbox
join cases on cases.id = outbox.case_id
where outbox.id = :notice_id and outbox.state in ('waiting', 'withdrawn')

-- name: after(number, batch)
select changes.number, at, changes.region, cases.number as case_number, kind, details
from changes join cases on cases.id = changes.case_id
where changes.number > :number
order by changes.number limit :batch

-- name: sealed_after(key, batch)
select number as key, details as sealed from changes where number > :key order by number limit :batch

-- name: replace_sealed(key, sealed, anew)!
update changes set details = :anew where number = :key and details = :sealed

-- name: of_case(case_id)
select number, details from changes where case_id = :case_id order by number

-- name: replace(number, details)!
update changes set details = :details where number = :number

-- name: last_number()^
select value from number_series where name = 'notice'

-- name: of_case(case_id, number, dedup_prefix)
-- Whoever was just removed from the case is told so, too; that notice names no case, its key does.
select outbox.kind, outbox.details, outbox.due_at, outbox.case_id, case_people.alias
from outbox
join case_people on case_people.case_id = :case_id and case_people.person_id = outbox.person_id
where outbox.id > :number and substr(outbox.dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix
order by outbox.id

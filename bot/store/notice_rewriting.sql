-- name: details_of_case(case_id)
select id, details from outbox where case_id = :case_id order by id

-- name: replace_details(notice_id, details)!
update outbox set details = :details where id = :notice_id

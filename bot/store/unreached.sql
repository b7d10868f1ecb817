-- name: unreached(person_id)
select id, case_id, kind, details, good_until from outbox
where person_id = :person_id and state = 'undeliverable' and case_id is not null
order by id

-- name: queue_again(notice_id, now)!
update outbox
set state = 'waiting', due_at = :now, attempts = 0, settled_at = null, reason = null, failing_since = null,
    failing_told_at = null, leased_until = null, leased_by = null
where id = :notice_id and state = 'undeliverable'

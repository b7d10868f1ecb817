-- name: unreached(person_id)
-- Of a case, or that somebody follows one no more: that notice names none, so that it says nothing of it.
select id, case_id, kind, details, good_until from outbox
where person_id = :person_id and state = 'undeliverable' and (case_id is not null or kind = 'follower-removed')
order by id

-- name: queue_again(notice_id, now)!
update outbox
set state = 'waiting', due_at = :now, attempts = 0, replies_lost = 0, settled_at = null, reason = null, failing_since = null,
    failing_told_at = null, leased_until = null, leased_by = null
where id = :notice_id and state = 'undeliverable'

-- name: of_kind(case_id, kind)
-- The newest last.
select id, outbox.person_id, state, details, alias
from outbox
left join case_people
  on case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null
where outbox.case_id = :case_id and kind = :kind
order by id

-- name: take_back(notice_id, now, reason)^
-- Not what a worker has, or has tried to send: the person may have read it. A claim passes over what is changed here.
-- What did not reach somebody is not told when they are back, either.
update outbox set state = 'withdrawn', settled_at = :now, reason = :reason
where id = :notice_id
  and (state in ('failed', 'undeliverable') or (state = 'waiting' and attempts = 0 and (leased_until is null or leased_until <= :now)))
returning id

-- name: withdraw(notice_id, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where id = :notice_id and state in ('waiting', 'failed')

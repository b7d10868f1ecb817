-- name: queue(number, dedup_key, person_id, case_id, kind, details, urgency, due_at, good_until)^
-- What was withdrawn is queued anew: somebody who left a case and came back hears what is still to come.
insert into outbox (id, dedup_key, person_id, case_id, kind, details, urgency, due_at, good_until, state, attempts)
select :number, :dedup_key, people.id, :case_id, :kind, :details, :urgency, :due_at, :good_until, 'waiting', 0
from people
where people.id = :person_id
on conflict (dedup_key) do update
set id = excluded.id, details = excluded.details, urgency = excluded.urgency, due_at = excluded.due_at,
    good_until = excluded.good_until, state = 'waiting', attempts = 0, settled_at = null, reason = null
where outbox.state = 'withdrawn'
returning id

-- name: claim(now, leased_until, batch)
-- The last condition is repeated for PostgreSQL: a worker that waited for another one's row looks at it anew.
update outbox
set leased_until = :leased_until
where id in (
    select mine.id
    from outbox as mine
    where mine.state = 'waiting' and mine.due_at <= :now
      and (mine.leased_until is null or mine.leased_until <= :now)
      and (mine.good_until is null or mine.good_until > :now)
      and not exists (
          select 1
          from outbox as earlier
          where earlier.person_id = mine.person_id and earlier.state = 'waiting' and earlier.due_at <= :now
            and (earlier.good_until is null or earlier.good_until > :now or earlier.leased_until > :now)
            and (earlier.urgency < mine.urgency or (earlier.urgency = mine.urgency and earlier.id < mine.id)
                 or (earlier.id <> mine.id and earlier.leased_until > :now))
      )
    order by mine.urgency, mine.due_at, mine.id
    limit :batch
)
and state = 'waiting' and (leased_until is null or leased_until <= :now)
returning id, dedup_key, person_id, case_id, kind, details, attempts,
    (select language from people where people.id = outbox.person_id) as language,
    (select alias from case_people
     where case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null) as alias

-- name: settle(notice_id, state, message_id, now, reason)^
-- What was withdrawn while it was on its way has been told all the same.
update outbox
set state = :state, message_id = :message_id, settled_at = :now, reason = :reason, leased_until = null
where id = :notice_id and state in ('waiting', 'withdrawn')
returning id

-- name: settle_delivered(notice_id, message_id, now, reason)*!
update outbox
set state = 'delivered', message_id = :message_id, settled_at = :now, reason = :reason, leased_until = null
where id = :notice_id and state in ('waiting', 'withdrawn')

-- name: postpone(notice_id, until, attempt, reason)!
-- The lease goes on, so that nothing else is told to this person before.
update outbox
set leased_until = :until, attempts = attempts + :attempt, reason = :reason
where id = :notice_id and state = 'waiting'

-- name: withdraw(dedup_prefix, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where state = 'waiting' and substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix

-- name: withdraw_kind(case_id, kind, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where case_id = :case_id and kind = :kind and state = 'waiting'

-- name: withdraw_from(case_id, person_id, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where case_id = :case_id and person_id = :person_id and state = 'waiting'

-- name: withdraw_outdated(now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where state = 'waiting' and good_until <= :now

-- name: sealed_after(key, batch)
select id as key, details as sealed from outbox where id > :key order by id limit :batch

-- name: replace_sealed(key, sealed, anew)!
update outbox set details = :anew where id = :key and details = :sealed

-- name: states_of_cause(case_id, notice_id, cause)
select distinct state from outbox
where case_id = :case_id and id <> :notice_id and substr(dedup_key, 1, length(:cause)) = :cause

-- name: next_due_at()^
select min(due_at) as due_at from outbox where state = 'waiting'

-- name: counts()
select state, count(*) as count from outbox group by state order by state

-- name: oldest_due(now)^
select count(*) as count, min(due_at) as due_at from outbox where state = 'waiting' and due_at <= :now

-- name: of_case(case_id)
select outbox.id, kind, alias, state, due_at, settled_at, attempts, reason
from outbox
left join case_people on case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id
where outbox.case_id = :case_id
order by outbox.id

-- name: counts_of_key(dedup_prefix)
select state, count(*) as count from outbox
where substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix
group by state order by state

-- name: queue(number, dedup_key, person_id, case_id, kind, details, urgency, due_at, about_at, good_until, origin)^
-- What was withdrawn is queued anew: somebody who left a case and came back hears what is still to come.
insert into outbox (
    id, dedup_key, person_id, case_id, kind, details, urgency, due_at, about_at, good_until, origin, state, attempts
)
select :number, :dedup_key, people.id, :case_id, :kind, :details, :urgency, :due_at, :about_at, :good_until, :origin,
    'waiting', 0
from people
where people.id = :person_id
on conflict (dedup_key) do update
set id = excluded.id, details = excluded.details, urgency = excluded.urgency, due_at = excluded.due_at,
    about_at = excluded.about_at, good_until = excluded.good_until, origin = excluded.origin, state = 'waiting', attempts = 0,
    replies_lost = 0, settled_at = null, reason = null, failing_since = null, failing_told_at = null, opened_at = null
where outbox.state = 'withdrawn'
returning id /*+, pg_notify('notices', '') */

-- name: claim(now, about_until, leased_until, sender, rests_since, batch)
-- At night, when about_until is not empty, what is about a later time waits, and keeps nothing else from being told.
-- Whom another worker has just told something rests first; whom this one told it lets rest by itself.
-- What somebody else changes at this moment is passed over: so a claim waits for nobody, and nobody in a ring for it.
with next_ones as materialized (
    select mine.id
    from outbox as mine
    where mine.state = 'waiting' and mine.due_at <= :now
      and (mine.leased_until is null or mine.leased_until <= :now)
      and (mine.good_until is null or mine.good_until > :now)
      and (:about_until = '' or mine.about_at between :now and :about_until
           or (mine.about_at is null and mine.urgency = 0))
      and not exists (
          select 1
          from outbox as earlier
          where earlier.person_id = mine.person_id and earlier.state = 'waiting' and earlier.due_at <= :now
            and (earlier.good_until is null or earlier.good_until > :now or earlier.leased_until > :now)
            and (:about_until = '' or earlier.about_at between :now and :about_until or earlier.leased_until > :now
                 or (earlier.about_at is null and earlier.urgency = 0))
            and (earlier.urgency < mine.urgency or (earlier.urgency = mine.urgency and earlier.id < mine.id)
                 or (earlier.id <> mine.id and earlier.leased_until > :now))
      )
      and not exists (
          select 1
          from outbox as told
          where told.person_id = mine.person_id and told.message_id is not null and told.state = 'delivered'
            and told.settled_at > :rests_since and told.leased_by <> :sender
      )
    order by mine.urgency, mine.due_at, mine.id
    limit :batch
    /*+ for update of mine skip locked */
)
update outbox
set leased_until = :leased_until, leased_by = :sender
where id in (select id from next_ones)
returning id, dedup_key, person_id, case_id, kind, details, attempts, replies_lost, due_at, origin,
    (select language from people where people.id = outbox.person_id) as language,
    (select private_since is not null from people where people.id = outbox.person_id) as is_private,
    (select alias from case_people
     where case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null) as alias

-- name: is_leased(notice_id, now)^
select id from outbox where id = :notice_id and state = 'waiting' and leased_until > :now

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

-- name: postpone(notice_id, now, until, attempt, lost, reason)!
-- The lease goes on, so that nothing else is told to this person before.
update outbox
set leased_until = :until, leased_by = null, attempts = attempts + :attempt,
    replies_lost = replies_lost + :lost, reason = :reason,
    failing_since = case when :attempt = 1 then coalesce(failing_since, :now) else failing_since end
where id = :notice_id and state = 'waiting'

-- name: tell_failing(notice_id, now, since)^
update outbox set failing_told_at = :now
where id = :notice_id and state = 'waiting' and failing_told_at is null and failing_since <= :since
returning id

-- name: is_unopened(person_id, message_id)^
select id from outbox
where person_id = :person_id and message_id = :message_id and case_id is not null and opened_at is null

-- name: press(person_id, message_id, now)^
update outbox set opened_at = :now
where person_id = :person_id and message_id = :message_id and case_id is not null and opened_at is null
returning id, dedup_key, person_id, case_id, kind, details, attempts, replies_lost, due_at, origin,
    (select language from people where people.id = outbox.person_id) as language,
    (select private_since is not null from people where people.id = outbox.person_id) as is_private,
    (select alias from case_people
     where case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null) as alias

-- name: told_since(person_id, since)^
-- The notice of a case that was told last, if nothing was answered after it.
select id, dedup_key, person_id, case_id, kind, details, attempts, replies_lost, due_at, origin,
    (select language from people where people.id = outbox.person_id) as language,
    (select private_since is not null from people where people.id = outbox.person_id) as is_private,
    (select alias from case_people
     where case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null) as alias
from outbox
where person_id = :person_id and case_id is not null and state = 'delivered' and settled_at > :since
order by settled_at desc, id desc
limit 1

-- name: about(case_id, person_id, dedup_prefix)
-- What was queued to a person about a thing of a case, the newest first.
select id, kind, details, state, attempts, leased_until, reason from outbox
where case_id = :case_id and person_id = :person_id
  and substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix
order by id desc

-- name: withdraw(dedup_prefix, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where state in ('waiting', 'failed') and substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix

-- name: withdraw_of_case(case_id, dedup_prefix, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where case_id = :case_id and state in ('waiting', 'failed')
  and substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix

-- name: withdraw_kind(case_id, kind, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where case_id = :case_id and kind = :kind and state in ('waiting', 'failed')

-- name: withdraw_from(case_id, person_id, now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where case_id = :case_id and person_id = :person_id and state in ('waiting', 'failed')

-- name: withdraw_outdated(now)!
update outbox set state = 'withdrawn', settled_at = :now, leased_until = null
where state = 'waiting' and good_until <= :now and kind not in ('visit-scheduled', 'visit-rescheduled')

-- name: withdraw_too_late(now)
-- Announcements that nobody has read and whose matter is over. What a worker has now may still be told.
update outbox set state = 'withdrawn', settled_at = :now, reason = 'too_late', leased_until = null
where state = 'waiting' and good_until <= :now and kind in ('visit-scheduled', 'visit-rescheduled')
  and (leased_until is null or leased_until <= :now)
returning id, dedup_key, person_id, case_id, kind, details, attempts, replies_lost, due_at, origin,
    (select language from people where people.id = outbox.person_id) as language,
    (select private_since is not null from people where people.id = outbox.person_id) as is_private,
    (select alias from case_people
     where case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null) as alias

-- name: failed(now)
select id, case_id from outbox where state = 'failed' and (good_until is null or good_until > :now) order by id

-- name: retry(notice_id, now, due_at)*!
update outbox
set state = 'waiting', attempts = 0, replies_lost = 0, settled_at = null, reason = null,
    failing_since = null, failing_told_at = null, due_at = case when urgency = 0 then :now else :due_at end
where id = :notice_id and state = 'failed'

-- name: sealed_after(key, batch)
select id as key, details as sealed from outbox where id > :key order by id limit :batch

-- name: replace_sealed(key, sealed, anew)!
update outbox set details = :anew where id = :key and details = :sealed

-- name: states_of_cause(case_id, notice_id, dedup_prefix)
select distinct state from outbox
where case_id = :case_id and id <> :notice_id and substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix

-- name: next_due_at()^
select min(due_at) as due_at from outbox where state = 'waiting'

-- name: counts()
select state, count(*) as count from outbox group by state order by state

-- name: of_case(case_id)
select outbox.id, kind, alias, state, due_at, leased_until, settled_at, attempts, reason
from outbox
left join case_people on case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id
where outbox.case_id = :case_id
order by outbox.id

-- name: counts_of_cause(dedup_prefix)
select state, count(*) as count from outbox
where substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix
group by state order by state

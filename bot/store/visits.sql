-- name: schedule(number, case_id, visit_id, starts_at, ends_at, details)^
insert into visits (number, case_id, id, state, starts_at, ends_at, sequence, details)
values (:number, :case_id, :visit_id, 'scheduled', :starts_at, :ends_at, 0, :details)
on conflict (case_id, id) do nothing
returning number

-- name: reschedule(number, sequence, starts_at, ends_at, details)^
update visits set starts_at = :starts_at, ends_at = :ends_at, sequence = sequence + 1, details = :details
where number = :number and sequence = :sequence and state = 'scheduled'
returning number

-- name: settle(number, state, was_examined, details)^
update visits set state = :state, was_examined = :was_examined, details = :details
where number = :number and state = 'scheduled'
returning number

-- name: correct(number, was_examined, details)!
-- A new sequence: what is told of it is told once more, also where the first conclusion holds again.
update visits set sequence = sequence + 1, was_examined = :was_examined, details = :details
where number = :number and state = 'held'

-- name: load(number)^
select number, case_id, id, state, starts_at, ends_at, sequence, details from visits where number = :number

-- name: lock(number)^
-- The row is locked until the transaction ends: neither a move nor another answer comes between.
update visits set sequence = sequence where number = :number
returning number, case_id, id, state, starts_at, ends_at, sequence, details

-- name: find(case_id, visit_id)^
select number, case_id, id, state, starts_at, ends_at, sequence, details from visits
where case_id = :case_id and id = :visit_id

-- name: of_case(case_id)
select number, case_id, id, state, starts_at, ends_at, sequence, details from visits
where case_id = :case_id order by starts_at, number

-- name: to_remind(kind, after, until, starts_at, number, alias, batch)
-- With each follower who has had no such reminder, and when that follower was last told of this time of the visit. The
-- keys are those of notice_keys.py.
select visits.number, visits.case_id, visits.id, visits.state, starts_at, ends_at, sequence, details,
    person_id, alias, member_label, joined_at, doubted_at,
    (select max(told.due_at) from outbox as told
     where told.dedup_key in (
         visits.case_id || ' visit ' || visits.number || ' ' || sequence || ' visit-scheduled ' || alias,
         visits.case_id || ' visit ' || visits.number || ' ' || sequence || ' visit-rescheduled ' || alias
     )) as told_at
from visits
join cases on cases.id = visits.case_id
join case_people on case_people.case_id = visits.case_id and left_at is null
where visits.state = 'scheduled' and cases.status in ('opened', 'received', 'under_review')
  and starts_at > :after and starts_at <= :until and (starts_at, visits.number, alias) > (:starts_at, :number, :alias)
  and not exists (
      select 1 from outbox as reminder
      where reminder.dedup_key =
            visits.case_id || ' visit ' || visits.number || ' ' || sequence || ' ' || :kind || ' ' || alias
        and reminder.state <> 'withdrawn'
  )
order by starts_at, visits.number, alias
limit :batch

-- name: note(number, details)!
update visits set details = :details where number = :number

-- name: sealed_after(key, batch)
select number as key, details as sealed from visits where number > :key order by number limit :batch

-- name: replace_sealed(key, sealed, anew)!
update visits set details = :anew where number = :key and details = :sealed

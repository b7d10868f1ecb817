-- name: make(number, case_id, offer_id, respond_by, details, now)^
insert into offers (number, case_id, id, state, sequence, announced_at, respond_by, details)
values (:number, :case_id, :offer_id, 'open', 0, :now, :respond_by, :details)
on conflict (case_id, id) do nothing
returning number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details

-- name: move(number, sequence, state, details)^
-- Where an answer is awaited again, there is none that the officer has acted on.
update offers set state = :state, sequence = sequence + 1, details = :details,
    acknowledged_at = case when :state in ('open', 'taken_back', 'not_excused') then null else acknowledged_at end
where number = :number and sequence = :sequence
returning number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details

-- name: extend(number, sequence, state, respond_by, now)^
update offers set state = :state, sequence = sequence + 1, respond_by = :respond_by, announced_at = :now
where number = :number and sequence = :sequence
returning number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details

-- name: acknowledge(number, now)^
update offers set acknowledged_at = :now, sequence = sequence + 1
where number = :number and acknowledged_at is null
returning number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details

-- name: note(number, details)!
update offers set details = :details where number = :number

-- name: load(number)^
select number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details
from offers where number = :number

-- name: case_of(number)^
select case_id from offers where number = :number

-- name: lock(number)^
-- The row is locked until the transaction ends: of two answers at once the second sees the first.
update offers set sequence = sequence where number = :number
returning number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details

-- name: find(case_id, offer_id)^
select number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details
from offers where case_id = :case_id and id = :offer_id

-- name: of_case(case_id)
select number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details
from offers where case_id = :case_id order by number

-- name: awaited(until, respond_by, number, batch)
select number, case_id, id, state, sequence, announced_at, respond_by, acknowledged_at, details
from offers where state in ('open', 'taken_back', 'not_excused') and respond_by <= :until
  and (respond_by, number) > (:respond_by, :number)
order by respond_by, number
limit :batch

-- name: undecided_of_settled(settled_before, number, batch)
-- Wishes to be excused that nobody decides any more, as the case was refused or terminated before a day.
select offers.number from offers
join cases on cases.id = offers.case_id
where offers.state = 'excuse_requested' and offers.number > :number
  and cases.status in ('refused', 'terminated') and cases.status_on < :settled_before
order by offers.number
limit :batch

-- name: next_deadline(after)^
select min(respond_by) as respond_by from offers
where state in ('open', 'taken_back', 'not_excused') and respond_by >= :after

-- name: to_remind(kind, after, until, respond_by, number, batch)
-- The keys are those of notice_keys.py.
select offers.number, offers.case_id, offers.id, state, sequence, announced_at, respond_by, acknowledged_at, details
from offers
join cases on cases.id = offers.case_id
where state in ('open', 'taken_back', 'not_excused') and respond_by > :after and respond_by <= :until
  and (respond_by, offers.number) > (:respond_by, :number)
  and cases.status not in ('refused', 'terminated')
  and exists (select 1 from case_people where case_people.case_id = offers.case_id and left_at is null)
  and not exists (
      select 1 from case_people
      join outbox on outbox.dedup_key =
          offers.case_id || ' offer ' || offers.number || ' ' || :kind || ' ' || respond_by || ' ' || alias
      where case_people.case_id = offers.case_id and outbox.state <> 'withdrawn'
  )
order by respond_by, offers.number
limit :batch

-- name: in_order(after, batch)
select cases.region, cases.number as case_number, offers.number, case_id, offers.id, state, sequence, announced_at,
    respond_by, acknowledged_at, details
from offers join cases on cases.id = offers.case_id
where offers.number > :after
order by offers.number limit :batch

-- name: was_told(case_id, dedup_prefix, since)^
select id from outbox
where case_id = :case_id and substr(dedup_key, 1, length(:dedup_prefix)) = :dedup_prefix
  and state = 'delivered' and settled_at >= :since
limit 1

-- name: sealed_after(key, batch)
select number as key, details as sealed from offers where number > :key order by number limit :batch

-- name: replace_sealed(key, sealed, anew)!
update offers set details = :anew where number = :key and details = :sealed

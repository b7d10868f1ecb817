-- Cases whose day makes a notice due, walked in the order of that day and of their ids. Each walk has three queries: where
-- the next batch ends, who of it was told nothing yet, and the claim of it. The keys are those of notice_keys.py.
--
-- The limit of 1000 is as long as a batch can be. By it PostgreSQL knows that few rows are meant, however many there are:
-- it plans once for all batches, and would read whole tables for each, 0.2 s of 415 647 families for one of 50.

-- name: paid_after(after_day, after_id, last, batch)
select paid_until as day, id from cases
where status = 'assigned' and (paid_until, id) > (:after_day, :after_id) and paid_until <= :last
order by paid_until, id
limit :batch

-- name: paid_untold(after_day, after_id, until_day, until_id, kind)
with walked as (
    select id, paid_until from cases
    where status = 'assigned'
      and (paid_until, id) > (:after_day, :after_id) and (paid_until, id) <= (:until_day, :until_id)
    order by paid_until, id
    limit 1000
)
select case_id, person_id, alias, joined_at, paid_until as day
from walked
join case_people on case_people.case_id = walked.id and left_at is null
where not exists (
    select 1 from outbox
    where outbox.dedup_key = walked.id || ' ' || :kind || ' ' || paid_until || ' ' || alias
      and outbox.state <> 'withdrawn'
)
order by paid_until, case_id, joined_at, alias

-- name: claim_paid(after_day, after_id, until_day, until_id)
-- Written as it is, which both databases know; what another worker has claimed is passed over.
update cases set status = status
where id in (
    select id from cases
    where status = 'assigned'
      and (paid_until, id) > (:after_day, :after_id) and (paid_until, id) <= (:until_day, :until_id)
    order by paid_until, id
    limit 1000
    /*+ for update skip locked */
)
returning id

-- name: unexamined_after(after_day, after_id, last, batch)
select applied_on as day, id from cases
where status in ('opened', 'received', 'under_review')
  and (applied_on, id) > (:after_day, :after_id) and applied_on <= :last
order by applied_on, id
limit :batch

-- name: unexamined_untold(after_day, after_id, until_day, until_id, kind)
with walked as (
    select id, applied_on from cases
    where status in ('opened', 'received', 'under_review')
      and (applied_on, id) > (:after_day, :after_id) and (applied_on, id) <= (:until_day, :until_id)
    order by applied_on, id
    limit 1000
)
select case_id, person_id, alias, joined_at, applied_on as day
from walked
join case_people on case_people.case_id = walked.id and left_at is null
where not exists (select 1 from visits where visits.case_id = walked.id and visits.was_examined = 1)
  and not exists (
      select 1 from outbox
      where outbox.dedup_key = walked.id || ' ' || :kind || ' ' || alias and outbox.state <> 'withdrawn'
  )
order by applied_on, case_id, joined_at, alias

-- name: claim_unexamined(after_day, after_id, until_day, until_id)
-- As above.
update cases set status = status
where id in (
    select id from cases
    where status in ('opened', 'received', 'under_review')
      and (applied_on, id) > (:after_day, :after_id) and (applied_on, id) <= (:until_day, :until_id)
    order by applied_on, id
    limit 1000
    /*+ for update skip locked */
)
returning id

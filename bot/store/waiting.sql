-- What waits for the officer in some regions. `regions` has a space around each: no driver takes a list. The
-- journal tells when somebody asked; what was asked is sealed, and whether it still stands is for whoever reads this.

-- name: excuses(regions, most)
select cases.id as case_id, cases.number, cases.region, offers.id as offer_id, offers.details
from offers
join cases on cases.id = offers.case_id
where offers.state = 'excuse_requested' and offers.acknowledged_at is null
  and cases.status not in ('refused', 'terminated') and :regions like '% ' || cases.region || ' %'
order by offers.announced_at, offers.number
limit :most

-- name: asked_of_visits(regions)
select said.at, said.kind, said.details as told, cases.id as case_id, cases.number, cases.region, visits.id as visit_id, visits.details
from journal as said
join cases on cases.id = said.case_id
join visits on visits.case_id = said.case_id and visits.state = 'scheduled'
where said.kind in ('visit_move_requested', 'nobody_came')
  and cases.status in ('opened', 'received', 'under_review') and :regions like '% ' || cases.region || ' %'
order by said.number

-- name: asked_to_be_confirmed(regions)
select said.at, said.details as told, cases.id as case_id, cases.number, cases.region
from journal as said
join cases on cases.id = said.case_id
where said.kind = 'follower_asks'
  and cases.status not in ('refused', 'terminated') and :regions like '% ' || cases.region || ' %'
order by said.number

-- name: doubted(regions)
select case_doubts.at, case_doubts.alias, case_doubts.by_alias, who.member_label, who.doubted_at, by_whom.member_label as by_label, cases.id as case_id, cases.number, cases.region
from case_doubts
join case_people as who on who.case_id = case_doubts.case_id and who.alias = case_doubts.alias and who.left_at is null
left join case_people as by_whom on by_whom.case_id = case_doubts.case_id and by_whom.alias = case_doubts.by_alias
join cases on cases.id = case_doubts.case_id
where :regions like '% ' || cases.region || ' %'
order by case_doubts.at, case_doubts.alias, case_doubts.by_alias

-- name: answered_by_removed(regions)
select said.at, said.details as told, cases.id as case_id, cases.number, cases.region, offers.id as offer_id, offers.state, offers.details
from journal as said
join cases on cases.id = said.case_id
join offers on offers.case_id = said.case_id and offers.acknowledged_at is null
where said.kind = 'offer_answer_of_removed' and offers.state in ('accepted', 'refused', 'excuse_requested')
  and cases.status not in ('refused', 'terminated') and :regions like '% ' || cases.region || ' %'
order by said.number

-- name: unreached(regions, most)
select people.unreached_since as at, alias, member_label, cases.id as case_id, cases.number, cases.region
from people
join case_people on case_people.person_id = people.id and case_people.left_at is null
join cases on cases.id = case_people.case_id
where people.unreached_since is not null and :regions like '% ' || cases.region || ' %'
  and exists (
      select 1 from outbox
      where outbox.case_id = case_people.case_id and outbox.person_id = people.id and outbox.state = 'undeliverable'
  )
order by people.unreached_since, alias
limit :most

-- name: overdue(regions, undecided_until, unexamined_until, most)
select cases.id as case_id, cases.number, cases.region, applied_on
from cases
where status in ('opened', 'received', 'under_review') and :regions like '% ' || cases.region || ' %'
  and (applied_on <= :undecided_until
       or (applied_on <= :unexamined_until
           and not exists (select 1 from visits where visits.case_id = cases.id and visits.was_examined = 1)))
order by applied_on, cases.id
limit :most

-- name: open_case(case_id, number, region, applied_on, now)^
insert into cases (id, number, region, applied_on, status, status_on, opened_at)
values (:case_id, :number, :region, :applied_on, 'opened', :applied_on, :now)
on conflict do nothing
returning id

-- name: numbered(number, regions)
-- `regions` has a space around each. Of other regions only the index is read, and nothing of a case.
select id, region from cases where number = :number and :regions like '% ' || region || ' %' order by region

-- name: load(case_id)^
select id, number, region, applied_on, status, status_on, decision, opened_at from cases where id = :case_id

-- name: lock(case_id)^
-- Written as it is, so that nobody else changes it before the transaction ends: both databases know this way.
update cases set status = status where id = :case_id
returning id, number, region, applied_on, status, status_on, decision, opened_at

-- name: change_status(case_id, before, before_on, status, status_on, decision, paid_until)^
update cases
set status = :status, status_on = :status_on, decision = coalesce(:decision, decision), paid_until = :paid_until
where id = :case_id and status = :before and status_on = :before_on
returning id

-- name: stand_again(case_id, status, status_on, decision, paid_until)!
update cases set status = :status, status_on = :status_on, decision = :decision, paid_until = :paid_until
where id = :case_id

-- name: join(case_id, person_id, alias, member_label, now)^
-- No row comes back for somebody who follows the case already.
insert into case_people (case_id, person_id, alias, member_label, joined_at)
values (:case_id, :person_id, :alias, :member_label, :now)
on conflict (case_id, person_id) do update
set left_at = null, joined_at = excluded.joined_at, member_label = excluded.member_label
where case_people.left_at is not null
returning alias

-- name: leave(case_id, person_id, now)^
update case_people set left_at = :now
where case_id = :case_id and person_id = :person_id and left_at is null
returning alias

-- name: lose_confirmations(case_id, alias)!
delete from case_confirmations where case_id = :case_id and (alias = :alias or by_alias = :alias)

-- name: confirmations(case_id)
select alias, by_alias from case_confirmations where case_id = :case_id

-- name: confirm(case_id, alias, by_alias, now)^
insert into case_confirmations (case_id, alias, by_alias, at)
values (:case_id, :alias, :by_alias, :now)
on conflict (case_id, alias, by_alias) do nothing
returning alias

-- name: confirm_no_more(case_id, alias, by_alias)^
delete from case_confirmations where case_id = :case_id and alias = :alias and by_alias = :by_alias
returning alias

-- name: doubt(case_id, alias, now)^
update case_people set doubted_at = :now
where case_id = :case_id and alias = :alias and left_at is null and doubted_at is null
returning alias

-- name: settle_doubt(case_id, alias)!
update case_people set doubted_at = null where case_id = :case_id and alias = :alias

-- name: name_member(case_id, alias, member_label)!
update case_people set member_label = :member_label where case_id = :case_id and alias = :alias

-- name: followers(case_id)
select case_id, person_id, alias, member_label, joined_at, doubted_at from case_people
where case_id = :case_id and left_at is null
order by joined_at, alias

-- name: follower(case_id, person_id)^
select case_id, person_id, alias, member_label, joined_at, doubted_at from case_people
where case_id = :case_id and person_id = :person_id and left_at is null

-- name: followed_by(person_id)
select id, number, region, applied_on, status, status_on, decision, opened_at
from cases
join case_people on case_people.case_id = cases.id
where case_people.person_id = :person_id and case_people.left_at is null
order by applied_on desc, number, region

-- name: ever_followed(person_id)
select case_id, alias from case_people where person_id = :person_id order by case_id

-- name: following(person_id)
select case_people.case_id, case_people.person_id, case_people.alias, case_people.member_label, case_people.joined_at, case_people.doubted_at
from case_people
join cases on cases.id = case_people.case_id
where case_people.person_id = :person_id and case_people.left_at is null
order by cases.applied_on desc, cases.number, cases.region

-- name: decisions_after(key, batch)
select id as key, decision as sealed from cases where id > :key and decision is not null order by id limit :batch

-- name: replace_decision(key, sealed, anew)!
update cases set decision = :anew where id = :key and decision = :sealed

-- name: labels_after(key, batch)
select alias as key, member_label as sealed from case_people
where alias > :key and member_label is not null
order by alias
limit :batch

-- name: replace_label(key, sealed, anew)!
update case_people set member_label = :anew where alias = :key and member_label = :sealed

-- What is older than it may be, deleted a batch at a time: nobody waits for long.

-- name: opened_links(before, batch)
delete from opened_links where person_id in (
    select person_id from opened_links where opened_at < :before order by opened_at limit :batch
)
returning person_id

-- name: answered_once(before, batch)
delete from answered_once where (chat_id, what) in (
    select chat_id, what from answered_once where answered_at < :before order by answered_at limit :batch
)
returning chat_id

-- name: updates(before, batch)
delete from waiting_updates where id in (
    select id from waiting_updates where taken_at < :before order by taken_at limit :batch
)
returning id

-- name: drafts_after(after, batch)
select person_id as key from drafts where person_id > :after order by person_id limit :batch

-- name: drafts(before, after, until)
-- Whoever follows a case is not silent: they will look through their answers when the assistance is to be renewed.
delete from drafts
where person_id > :after and person_id <= :until and updated_at < :before
  and not exists (
      select 1 from case_people where case_people.person_id = drafts.person_id and case_people.left_at is null
  )
returning person_id

-- name: check_results(before, batch)
-- With a check go its results: they are of people who never spoke to the bot.
delete from assessments where id in (
    select assessments.id from assessments
    join checks on checks.person_id = assessments.person_id and checks.number = assessments.of_check
    where checks.updated_at < :before
    order by assessments.id limit :batch
)
returning id

-- name: checks(before, batch)
delete from checks where id in (
    select id from checks
    where updated_at < :before
      and not exists (
          select 1 from assessments
          where assessments.person_id = checks.person_id and assessments.of_check = checks.number
      )
    order by updated_at limit :batch
)
returning id

-- name: results(before, batch)
delete from assessments where id in (
    select id from assessments where made_at < :before order by made_at limit :batch
)
returning id

-- name: files(before, batch)
-- Of an offer whose deadline is over so long, unless the officer has still to decide: not of a case that is over so long.
delete from offer_files where id in (
    select offer_files.id from offer_files
    join offers on offers.number = offer_files.offer
    join cases on cases.id = offers.case_id
    where offers.respond_by < :before
      and (offers.state <> 'excuse_requested'
           or (cases.status in ('refused', 'terminated') and cases.status_on < substr(:before, 1, 10)))
    order by offer_files.id limit :batch
)
returning id

-- name: notices_after(after, batch)
select id as key from outbox where id > :after order by id limit :batch

-- name: notices(before, after, until)
delete from outbox where id > :after and id <= :until and state <> 'waiting' and settled_at < :before
returning id

-- name: events(before, batch)
delete from inbox where received_at < :before and id in (
    select id from inbox where received_at < :before order by received_at limit :batch
)
returning id

-- name: changes(before, batch)
-- Only what the authority of the region has read: what it has not is all that it will ever learn of it.
delete from changes where number in (
    select changes.number from changes
    join changes_read on changes_read.region = changes.region and changes_read.number >= changes.number
    where changes.at < :before
    order by changes.number limit :batch
)
returning number

-- name: people_after(after, batch)
select id as key from people where id > :after order by id limit :batch

-- name: people(before, after, until)
-- Who has neither answers nor a result, and has followed no case.
delete from people
where id > :after and id <= :until and created_at < :before
  and not exists (select 1 from drafts where drafts.person_id = people.id)
  and not exists (select 1 from checks where checks.person_id = people.id)
  and not exists (select 1 from assessments where assessments.person_id = people.id)
  and not exists (select 1 from case_people where case_people.person_id = people.id)
returning id

-- name: damaged(before, batch)
delete from damaged_drafts where (person_id, found_at) in (
    select person_id, found_at from damaged_drafts where found_at < :before order by found_at limit :batch
)
returning person_id

-- name: links(before, batch)
-- They work no more, used or not: with them goes the year of birth that somebody had to know.
delete from case_links where token_hash in (
    select token_hash from case_links where expires_at < :before order by expires_at limit :batch
)
returning token_hash

-- What must hold in every database of this program, whatever happened to it. Each query finds what breaks it.

-- name: drafts_without_consent()
select drafts.person_id as found from drafts join people on people.id = drafts.person_id where consented_at is null

-- name: results_of_no_check()
-- A result of another family whose check is gone would be nobody's.
select id as found from assessments
where of_check is not null
  and not exists (
      select 1 from checks where checks.person_id = assessments.person_id and checks.number = assessments.of_check
  )

-- name: decisions_missing()
select region || ' ' || coalesce(number, id) as found from cases
where status in ('assigned', 'refused', 'suspended', 'terminated') and decision is null

-- name: cases_without_number()
select region || ' ' || id as found from cases where number is null or number = ''

-- name: cases_never_opened()
select region || ' ' || coalesce(number, id) as found from cases
where not exists (select 1 from journal where journal.case_id = cases.id and journal.kind = 'opened')

-- name: aliases_of_two()
select alias as found from case_people group by alias having count(*) > 1

-- name: settled_and_waiting()
select id as found from outbox where (state = 'waiting') = (settled_at is not null)

-- name: offers_unknown()
select number as found from offers
where state not in (
    'open', 'taken_back', 'not_excused', 'accepted', 'refused', 'excuse_requested', 'excused', 'no_answer',
    'undelivered', 'withdrawn'
)

-- name: offers_never_made()
select offers.number as found from offers
where not exists (
    select 1 from journal where journal.case_id = offers.case_id and journal.kind = 'offer_made'
)

-- name: numbers_behind()
select name as found from number_series
where (name = 'journal' and value < (select coalesce(max(number), 0) from journal))
   or (name = 'change' and value < (select coalesce(max(number), 0) from changes))
   or (name = 'offer' and value < (select coalesce(max(number), 0) from offers))
   or (name = 'visit' and value < (select coalesce(max(number), 0) from visits))
   or (name = 'note' and value < (select coalesce(max(number), 0) from result_notes))
   or (name = 'notice' and value < (select coalesce(max(id), 0) from outbox))

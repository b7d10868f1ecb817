-- name: ask(person_id, assessment_id, about, day, remind_on, now)^
-- Only of a result of their own; whoever asks twice has asked once.
insert into own_reminders (person_id, assessment_id, about, day, remind_on, asked_at)
select :person_id, id, :about, :day, :remind_on, :now
from assessments
where id = :assessment_id and person_id = :person_id
on conflict (person_id, assessment_id, about, day) do update set remind_on = excluded.remind_on
returning assessment_id

-- name: of_person(person_id)
select person_id, assessment_id, about, day, remind_on from own_reminders
where person_id = :person_id
order by remind_on, about, day, assessment_id

-- name: due(today, batch)
select person_id, assessment_id, about, day, remind_on from own_reminders
where remind_on <= :today
order by remind_on, person_id, assessment_id, about, day
limit :batch

-- name: drop(person_id, assessment_id, about, day)^
delete from own_reminders
where person_id = :person_id and assessment_id = :assessment_id and about = :about and day = :day
returning remind_on

-- name: drop_of_application(person_id)!
delete from own_reminders where person_id = :person_id and about = 'apply'

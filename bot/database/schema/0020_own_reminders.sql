-- The days on which somebody has asked to be reminded of a result of theirs. It goes with the result.
create table own_reminders (
    person_id     bigint not null references people (id) on delete cascade,
    assessment_id text   not null references assessments (id) on delete cascade,
    about         text   not null check (about in ('apply', 'door')),
    remind_on     text   not null, -- the day in Kazakhstan, ISO 8601
    day           text   not null, -- until when to apply, or from when on something changes
    asked_at      text   not null,
    primary key (person_id, assessment_id, about, day)
);

create index own_reminders_of_day on own_reminders (remind_on);

-- A result that is deleted takes its reminders along without reading all of them.
create index own_reminders_of_result on own_reminders (assessment_id);

-- Checks of other families, by somebody who helps them. Each has answers of its own, apart from those of the person.
create table checks (
    id             text    primary key, -- long and random
    person_id      bigint  not null references people (id) on delete cascade,
    number         integer not null, -- travels in buttons; never given twice to one person
    answers        text    not null, -- sealed, with the name that the person gave
    version        integer not null, -- counts up by one a save
    last_update_id bigint  not null,
    updated_at     text    not null,
    unique (person_id, number)
);

create index checks_of_age on checks (updated_at);

-- The check that is open: null while the person answers for their own family.
alter table people add column open_check integer;
alter table people add column checks_begun integer not null default 0;

-- Which check a result belongs to: null where it is of the person's own family.
alter table assessments add column of_check integer;

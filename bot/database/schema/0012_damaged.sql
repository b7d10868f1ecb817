-- Drafts that no key opens, kept as they are: their people begin anew, and an operator may find out what happened.
create table damaged_drafts (
    person_id bigint not null references people (id) on delete cascade,
    answers   text   not null,
    found_at  text   not null
);

create index damaged_drafts_of_person on damaged_drafts (person_id);

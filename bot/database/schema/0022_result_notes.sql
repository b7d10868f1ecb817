-- What people write to the administrator about an amount that looks wrong. A note names no person: it goes with its
-- result, and so with whoever is forgotten, and with a result that is older than it may be.
create table result_notes (
    number     bigint primary key,  -- by which the administrator names it
    result     text   not null references assessments (id) on delete cascade,
    written_at text   not null,
    note       text   not null,     -- sealed: the words, and the amount that was shown
    done_at    text
);

create index result_notes_of_result on result_notes (result);

insert into number_series (name, value) values ('note', 0);

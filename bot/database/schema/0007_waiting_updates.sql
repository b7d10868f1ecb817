-- Updates that Telegram may forget and that are not answered yet: they are answered after a restart, too.
create table waiting_updates (
    id        bigint primary key, -- Telegram's id of the update
    person_id bigint not null,    -- who sent it; they may not have chosen a language yet
    sealed    text   not null,    -- sealed
    taken_at  text   not null
);

create index waiting_updates_of_person on waiting_updates (person_id);

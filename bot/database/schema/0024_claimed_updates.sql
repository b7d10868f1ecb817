-- Updates that several processes answer: who answers one, until when at most, and which were answered. Of those nothing
-- is left but the number, for as long as Telegram may send it once more.
alter table waiting_updates add column taken_by text;
alter table waiting_updates add column taken_until text;
alter table waiting_updates add column answered_at text;

create index waiting_updates_unanswered on waiting_updates (person_id, id) where answered_at is null;
create index waiting_updates_of_age on waiting_updates (taken_at);
drop index waiting_updates_of_person; -- the new one begins with the person as well

-- Whoever works looks every few seconds whose notices are held, however many wait.
create index outbox_leased on outbox (leased_by) where state = 'waiting' and leased_by is not null;

-- The link to a case that somebody opened who has not answered yet whether to follow it: for a day, and whichever
-- process reads what they type. They may not have consented yet.
create table opened_links (
    person_id bigint primary key, -- Telegram's id of the user
    sealed    text   not null,    -- sealed: the link's token
    opened_at text   not null
);

create index opened_links_of_age on opened_links (opened_at);

-- What a chat was answered last of what is answered only once: the day in a group, the album of several photos.
create table answered_once (
    chat_id     bigint not null,
    what        text   not null, -- day, album
    value       text   not null,
    update_id   bigint not null, -- to which it was answered: the same one again is answered again
    answered_at text   not null,
    primary key (chat_id, what)
);

create index answered_once_of_age on answered_once (answered_at);

-- Whoever keeps the published poverty lines in memory sees by it whether one was added or corrected.
insert into number_series (name, value) values ('lines', 0);

-- Telegram's ids need 64 bits. Instants are ISO 8601 text in UTC; sealed documents are text.

create table people (
    id           bigint primary key, -- Telegram's id of the user
    language     text   not null check (language in ('kk', 'ru')),
    consented_at text,               -- null until consent is given
    created_at   text   not null
);

-- The answers given so far are the state of the conversation.
create table drafts (
    person_id      bigint  primary key references people (id) on delete cascade,
    answers        text    not null, -- sealed
    version        integer not null, -- counts up by one a save
    last_update_id bigint  not null, -- Telegram's id of the update that was answered last
    updated_at     text    not null
);

-- What was shown to a person, frozen.
create table assessments (
    id        text   primary key, -- short and random: it travels in buttons
    person_id bigint not null references people (id) on delete cascade,
    made_at   text   not null,
    record    text   not null     -- sealed
);

create index assessments_of_person on assessments (person_id, made_at);

-- Published lines that the administrator added to those of rules/law.
create table poverty_lines (
    region   text    not null, -- ISO 3166-2:KZ
    quarter  text    not null, -- 2023-Q2
    tenge    integer not null check (tenge > 0),
    source   text    not null,
    added_on text    not null,
    primary key (region, quarter)
);

-- What the authority does with an application, who is told of it, and what the authority must learn.

-- Numbers that are given out in the order of commit: the row is locked until the transaction ends, so whoever reads
-- rows above a number never misses one that is committed later with a lower number.
create table number_series (
    name  text   primary key,
    value bigint not null
);

insert into number_series (name, value) values ('change', 0), ('notice', 0), ('journal', 0), ('person', 0), ('visit', 0);

-- Who may speak for the authority. The key itself is shown once and never stored.
create table authority_keys (
    name       text primary key,
    key_hash   text not null unique, -- SHA-256
    regions    text not null,        -- ISO 3166-2:KZ, separated by spaces
    scopes     text not null,        -- separated by spaces
    created_at text not null,
    revoked_at text
);

-- Events that were accepted: the same one again changes nothing.
create table inbox (
    source      text not null,
    id          text not null,
    body_hash   text not null, -- SHA-256 of the event
    received_at text not null,
    primary key (source, id)
);

create table cases (
    id         text primary key,
    region     text not null, -- ISO 3166-2:KZ
    applied_on text not null,
    status     text not null,
    status_on  text not null,
    decision   text,          -- sealed: what was decided last
    paid_until text,          -- of the decision: when to apply anew
    opened_at  text not null
);

create index cases_undecided on cases (applied_on) where status in ('opened', 'received', 'under_review');
create index cases_paid on cases (paid_until) where status = 'assigned';

-- What happened, never changed.
create table journal (
    number  bigint primary key,
    case_id text   not null references cases (id),
    at      text   not null,
    kind    text   not null,
    details text   not null  -- sealed
);

create index journal_of_case on journal (case_id, number);

create table case_links (
    token_hash   text primary key, -- SHA-256
    case_id      text not null references cases (id),
    member_label text,             -- sealed
    expires_at   text not null,
    used_at      text
);

-- Who of a family follows the case; `alias` is how the authority hears of the person.
create table case_people (
    case_id      text   not null references cases (id),
    person_id    bigint not null references people (id) on delete cascade,
    alias        text   not null unique,
    member_label text,             -- sealed
    joined_at    text   not null,
    left_at      text,
    primary key (case_id, person_id)
);

create index cases_of_person on case_people (person_id);

create table visits (
    number     bigint  primary key,  -- short: it travels in buttons
    case_id    text    not null references cases (id),
    id         text    not null,     -- the authority's
    state      text    not null check (state in ('scheduled', 'cancelled', 'held')),
    starts_at  text    not null,
    ends_at    text    not null,
    sequence   integer not null,     -- counts up by one a move, for calendars
    details    text    not null,     -- sealed: address, contact, conclusion, note
    unique (case_id, id)
);

create index visits_to_come on visits (starts_at) where state = 'scheduled';

-- Notices on their way. There is no state for "being sent": a lease that has run out is free again.
create table outbox (
    id           bigint  primary key,  -- in the order of their causes
    dedup_key    text    not null unique,
    person_id    bigint  not null references people (id) on delete cascade,
    case_id      text    references cases (id),
    kind         text    not null,     -- what is told
    details      text    not null,     -- sealed: the values
    urgency      integer not null,     -- 0 before 1 before 2
    due_at       text    not null,
    good_until   text,                 -- what is still waiting then is withdrawn
    state        text    not null check (state in ('waiting', 'delivered', 'undeliverable', 'failed', 'withdrawn')),
    leased_until text,
    attempts     integer not null,
    message_id   bigint,
    settled_at   text,
    reason       text
);

create index outbox_waiting on outbox (urgency, due_at, id) where state = 'waiting';
create index outbox_of_person on outbox (person_id, id) where state = 'waiting';
create index outbox_of_case on outbox (case_id, id);

-- What the authority must learn, in order.
create table changes (
    number  bigint primary key,
    at      text   not null,
    region  text   not null,
    case_id text   not null references cases (id),
    kind    text   not null,
    details text   not null -- sealed
);

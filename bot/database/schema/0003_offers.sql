-- Job offers: what the authority offers to a member of a family, what the family answers, and what it sends with it.

insert into number_series (name, value) values ('offer', 0);

create table offers (
    number       bigint  primary key,  -- short: it travels in buttons
    case_id      text    not null references cases (id),
    id           text    not null,     -- the authority's
    state        text    not null check (state in (
        'open', 'taken_back', 'not_excused', 'accepted', 'refused', 'excuse_requested', 'excused', 'no_answer',
        'undelivered', 'withdrawn'
    )),
    sequence     integer not null,     -- counts up by one a change: a button of an earlier screen is known by it
    announced_at text    not null,     -- when the family was told of it, or of its extension
    respond_by   text    not null,
    acknowledged_at text,              -- from then on an answer stands
    details      text    not null,     -- sealed: what is offered, and what was said of it
    unique (case_id, id)
);

create index offers_awaited on offers (respond_by) where state in ('open', 'taken_back', 'not_excused');

-- What a person sends with the wish to be excused. What was never sent on is deleted after a while.
create table offer_files (
    id         text   primary key, -- long and random
    offer      bigint not null references offers (number),
    person_id  bigint not null references people (id) on delete cascade,
    size_bytes bigint not null,
    sealed     text   not null,    -- sealed: name, media type, content
    kept_at    text   not null,
    sent_at    text
);

create index files_of_offer on offer_files (offer, person_id);

-- Somebody shares the phone: what a notice is about opens behind a button.
alter table people add column private_since text;

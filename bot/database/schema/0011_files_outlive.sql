-- A file that was sent to the officer stays until they have decided, also when who sent it asked to be forgotten.
alter table offer_files rename to files_before;

create table offer_files (
    id         text   primary key, -- long and random
    offer      bigint not null references offers (number),
    person_id  bigint references people (id) on delete set null,
    size_bytes bigint not null,
    sealed     text   not null,
    kept_at    text   not null,
    sent_at    text
);

insert into offer_files (id, offer, person_id, size_bytes, sealed, kept_at, sent_at)
select id, offer, person_id, size_bytes, sealed, kept_at, sent_at from files_before;

drop table files_before;

create index files_of_offer on offer_files (offer, person_id);

create index files_unsent on offer_files (kept_at) where sent_at is null;

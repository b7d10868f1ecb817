-- Who has a notice on its way: what a process held that is no longer there is free when the next one starts.
alter table outbox add column leased_by text;

create table senders (
    token    text    primary key, -- of one process, made anew at each start
    host     text    not null,
    pid      bigint  not null,
    begun_at text    not null
);

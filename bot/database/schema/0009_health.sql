-- One row, written by whoever asks whether the program can work: a database that answers may still take no writes.
create table health (
    id         integer primary key check (id = 1),
    written_at text    not null
);

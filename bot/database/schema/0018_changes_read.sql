-- Up to which change the authority of a region has read: only what it has read grows old and is deleted.
create table changes_read (
    region  text   primary key,
    number  bigint not null,
    read_at text   not null
);

-- The oldest change of a region that nobody has read is found without reading through the others.
create index changes_of_region on changes (region, number);

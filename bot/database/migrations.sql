-- name: keep_record()!
create table if not exists schema_migrations (
    number     integer primary key,
    name       text not null,
    checksum   text not null,
    applied_at text not null
)

-- name: recorded()
select number, name, checksum from schema_migrations order by number

-- name: record(number, name, checksum, applied_at)!
insert into schema_migrations (number, name, checksum, applied_at)
values (:number, :name, :checksum, :applied_at)

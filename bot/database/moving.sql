-- How the tables hang together, as SQLite tells it, and what only one of the two databases is asked.

-- name: tables()
select name from sqlite_master
where type = 'table' and name not like 'sqlite%' and name <> 'schema_migrations'
order by name

-- name: columns(table_name)
select name, pk from pragma_table_info(:table_name) order by cid

-- name: referred(table_name)
select distinct "table" as name from pragma_foreign_key_list(:table_name)

-- name: applied()
select number, name, checksum, applied_at from schema_migrations order by number

-- name: migrated_postgresql()^
select to_regclass('schema_migrations') is not null as is_migrated

-- name: others_at_postgresql()^
select count(*) as others from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'

-- name: begin(number, name, checksum, now)!
insert into schema_migrations (number, name, checksum, applied_at) values (:number, :name, :checksum, :now)

-- name: finish(name)!
delete from schema_migrations where name = :name

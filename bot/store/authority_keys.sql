-- name: add(name, key_hash, regions, scopes, now)^
insert into authority_keys (name, key_hash, regions, scopes, created_at)
values (:name, :key_hash, :regions, :scopes, :now)
on conflict (name) do nothing
returning name

-- name: renew(name, key_hash, regions, scopes, now)!
insert into authority_keys (name, key_hash, regions, scopes, created_at)
values (:name, :key_hash, :regions, :scopes, :now)
on conflict (name) do update
set key_hash = excluded.key_hash, regions = excluded.regions, scopes = excluded.scopes,
    created_at = excluded.created_at, revoked_at = null

-- name: find(key_hash)^
select name, regions, scopes from authority_keys where key_hash = :key_hash and revoked_at is null

-- name: revoke(name, now)^
update authority_keys set revoked_at = :now where name = :name and revoked_at is null returning name

-- name: all_keys()
select name, regions, scopes, created_at, revoked_at from authority_keys order by name

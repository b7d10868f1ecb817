-- name: keep_link(person_id, sealed, now)!
insert into opened_links (person_id, sealed, opened_at) values (:person_id, :sealed, :now)
on conflict (person_id) do update set sealed = excluded.sealed, opened_at = excluded.opened_at

-- name: link_of(person_id, since)^
select sealed from opened_links where person_id = :person_id and opened_at >= :since

-- name: forget_link(person_id)!
delete from opened_links where person_id = :person_id

-- name: is_first(chat_id, what, value, update_id, now)^
-- No row comes back where that was answered last, to another update.
insert into answered_once (chat_id, what, value, update_id, answered_at)
values (:chat_id, :what, :value, :update_id, :now)
on conflict (chat_id, what) do update
set value = excluded.value, update_id = excluded.update_id, answered_at = excluded.answered_at
where answered_once.value <> excluded.value or answered_once.update_id = excluded.update_id
returning chat_id

-- name: forget_answered(chat_id)!
delete from answered_once where chat_id = :chat_id

-- name: sealed_after(key, batch)
select person_id as key, sealed from opened_links where person_id > :key order by person_id limit :batch

-- name: replace_sealed(key, sealed, anew)!
update opened_links set sealed = :anew where person_id = :key and sealed = :sealed

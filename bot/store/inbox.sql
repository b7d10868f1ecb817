-- name: seen(source, event_id)^
select body_hash from inbox where source = :source and id = :event_id

-- name: note(source, event_id, body_hash, now)^
insert into inbox (source, id, body_hash, received_at)
values (:source, :event_id, :body_hash, :now)
on conflict (source, id) do nothing
returning id

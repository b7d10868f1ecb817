-- name: running(now)
select id, leased_until from outbox where state = 'waiting' and leased_until > :now

-- name: set_end(notice_id, leased_until)!
update outbox set leased_until = :leased_until where id = :notice_id and state = 'waiting'

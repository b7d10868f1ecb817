-- name: marks()
select leased_by as mark from outbox where state = 'waiting' and leased_by is not null
union
select taken_by as mark from waiting_updates where answered_at is null and taken_by is not null

-- name: free(mark)!
update outbox set leased_until = null, leased_by = null where leased_by = :mark and state = 'waiting'

-- name: marks()
select distinct leased_by as mark from outbox where state = 'waiting' and leased_by is not null

-- name: free(mark)!
update outbox set leased_until = null, leased_by = null where leased_by = :mark and state = 'waiting'

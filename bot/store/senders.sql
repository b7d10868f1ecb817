-- name: begin(token, host, pid, now)!
insert into senders (token, host, pid, begun_at)
values (:token, :host, :pid, :now)
on conflict (token) do nothing

-- name: others_at(host, token)
select token, pid from senders where host = :host and token <> :token

-- name: free(token)!
update outbox set leased_until = null, leased_by = null where leased_by = :token and state = 'waiting'

-- name: forget(token)!
delete from senders where token = :token

-- name: shorten_leases(farthest, until)
update outbox set leased_until = :until where state = 'waiting' and leased_until > :farthest
returning id

-- name: bring_forward(farthest, now)
update outbox set due_at = :now where state = 'waiting' and due_at > :farthest
returning id

-- name: failing_from_now(now)!
update outbox set failing_since = :now where state = 'waiting' and failing_since > :now

-- name: forget_sooner(farthest, at)
update people set forget_at = :at where forget_at > :farthest
returning id

-- name: newest()
-- Of each table that a day fills, its newest instant.
select 'journal' as name, max(at) as at from journal
union all select 'changes', max(at) from changes
union all select 'outbox', max(settled_at) from outbox
union all select 'drafts', max(updated_at) from drafts
union all select 'checks', max(updated_at) from checks

-- name: written_last()^
select at from journal order by number desc limit 1

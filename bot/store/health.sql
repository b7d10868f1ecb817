-- name: write(now)!
insert into health (id, written_at) values (1, :now)
on conflict (id) do update set written_at = excluded.written_at

-- name: due_by_urgency(now)
select urgency, count(*) as count, min(due_at) as due_at from outbox
where state = 'waiting' and due_at <= :now
group by urgency order by urgency

-- name: leased(now)^
select count(*) as count from outbox where state = 'waiting' and leased_until > :now

-- name: oldest_due(now)^
select count(*) as count, min(due_at) as due_at from outbox where state = 'waiting' and due_at <= :now

-- name: offers_between(after, until)^
select count(*) as offers from offers
where state in ('open', 'taken_back', 'not_excused') and respond_by > :after and respond_by <= :until

-- name: settled_since(since)
select state, count(*) as count from outbox where settled_at >= :since group by state order by state

-- name: people()^
select (select count(*) from people) as people,
    (select count(*) from cases where status not in ('refused', 'terminated')) as cases,
    (select max(updated_at) from drafts) as answered_at

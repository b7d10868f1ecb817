-- name: write(now)!
insert into health (id, written_at) values (1, :now)
on conflict (id) do update set written_at = excluded.written_at

-- name: due_by_urgency(now)
select urgency, count(*) as count, min(due_at) as due_at from outbox
where state = 'waiting' and due_at <= :now
group by urgency order by urgency

-- name: offers_between(after, until)^
select count(*) as offers from offers
where state in ('open', 'taken_back', 'not_excused') and respond_by > :after and respond_by <= :until

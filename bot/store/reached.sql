-- name: lately(person_id, most)
-- Also what may have arrived, as Telegram's reply was lost: the person must not take it for a swindler's.
select id, dedup_key, person_id, case_id, kind, details, attempts, replies_lost, due_at, origin, settled_at,
    (select language from people where people.id = outbox.person_id) as language,
    (select private_since is not null from people where people.id = outbox.person_id) as is_private,
    (select alias from case_people
     where case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null) as alias
from outbox
where person_id = :person_id and (state = 'delivered' or reason = 'reply_lost')
order by settled_at desc, id desc
limit :most

-- name: find(person_id, notice_id)^
select id, dedup_key, person_id, case_id, kind, details, attempts, replies_lost, due_at, origin,
    (select language from people where people.id = outbox.person_id) as language,
    (select private_since is not null from people where people.id = outbox.person_id) as is_private,
    (select alias from case_people
     where case_people.case_id = outbox.case_id and case_people.person_id = outbox.person_id and left_at is null) as alias
from outbox
where id = :notice_id and person_id = :person_id

-- name: messages_since(person_id, since)
select message_id from outbox
where person_id = :person_id and message_id is not null and settled_at >= :since
order by message_id desc

-- name: keep(file_id, offer, person_id, size_bytes, sealed, now)!
insert into offer_files (id, offer, person_id, size_bytes, sealed, kept_at)
values (:file_id, :offer, :person_id, :size_bytes, :sealed, :now)

-- name: send_on(file_id, offer, person_id, now)^
-- Sent on again after the answer was taken back, it keeps the first time.
update offer_files set sent_at = coalesce(sent_at, :now)
where id = :file_id and offer = :offer and person_id = :person_id
returning id, size_bytes

-- name: load_sent(file_id)^
select offer_files.id, case_id, sealed
from offer_files join offers on offers.number = offer_files.offer
where offer_files.id = :file_id and sent_at is not null

-- name: drop_unsent(before)!
delete from offer_files where sent_at is null and kept_at < :before

-- name: drop(file_id, person_id)!
delete from offer_files where id = :file_id and person_id = :person_id and sent_at is null

-- name: sealed_after(key, batch)
select id as key, sealed from offer_files where id > :key order by id limit :batch

-- name: replace_sealed(key, sealed, anew)!
update offer_files set sealed = :anew where id = :key and sealed = :sealed

-- name: delete(file_id)!
delete from offer_files where id = :file_id

-- name: delete_unsent_of(person_id)!
delete from offer_files where person_id = :person_id and sent_at is null

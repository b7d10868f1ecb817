-- What keeps a notice from coming at the wrong time, and what the authority learns of it.

-- When what it tells of happens: at night only what is about the hours to come is told.
alter table outbox add column about_at text;
-- Since when every attempt to tell it has failed; and when the authority was told so.
alter table outbox add column failing_since text;
alter table outbox add column failing_told_at text;
-- When the person first pressed a button below it.
alter table outbox add column opened_at text;

create index outbox_of_message on outbox (person_id, message_id) where message_id is not null;

-- Whether the commission examined, or was not let: that ends its term. What it concluded is sealed.
alter table visits add column was_examined integer not null default 0;

update visits set was_examined = 1 where state = 'held';

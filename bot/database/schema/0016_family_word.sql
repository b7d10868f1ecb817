-- What a person has chosen so that they know the bot's messages, and that others do not read or pass them on.

-- A word that only they and the bot know: it stands below every notice.
alter table people add column family_word text; -- sealed
-- Since when nobody can forward or copy what the bot writes to them.
alter table people add column protected_since text;

-- Somebody could not be reached, as they had blocked the bot or had gone: what still holds is told when they are back.
alter table people add column unreached_since text;

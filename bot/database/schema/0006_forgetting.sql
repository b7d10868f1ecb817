-- When everything of a person who asked for it is deleted: until then they may take that back.
alter table people add column forget_at text;

create index people_to_forget on people (forget_at) where forget_at is not null;

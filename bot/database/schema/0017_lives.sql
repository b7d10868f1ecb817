-- Telegram's reply to a notice may be lost on its way: how often it was. After the second time it is not sent again.
alter table outbox add column replies_lost integer not null default 0;

-- Who holds a notice is known by its mark in `leased_by`, and whether they live by a lock that ends with them: a name
-- of a machine and a number of a process are the same in two containers.
drop table senders;

-- What waits for the officer is found without reading through everything that has ever happened.

create index offers_excuse_wanted on offers (announced_at, number) where state = 'excuse_requested';
create index journal_of_kind on journal (kind, number)
where kind in ('visit_move_requested', 'nobody_came', 'follower_asks');
create index followers_doubted on case_people (doubted_at) where doubted_at is not null;
create index people_unreached on people (unreached_since) where unreached_since is not null;

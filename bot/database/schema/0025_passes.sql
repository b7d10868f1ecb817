-- Passes over all families go by key, in the order of an index that holds the whole key: each batch is found where the
-- one before it ended, also on a day on which the assistance of all of them ends.
drop index cases_paid;
create index cases_paid on cases (paid_until, id) where status = 'assigned';
drop index cases_undecided;
create index cases_undecided on cases (applied_on, id) where status in ('opened', 'received', 'under_review');

-- What is old is found without reading what is not: of tables in which all that is old goes.
create index assessments_of_age on assessments (made_at);
create index inbox_of_age on inbox (received_at);

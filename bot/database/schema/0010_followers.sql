-- Who of those that follow a case may speak for the family.

-- Somebody of the family does not know this person: they answer nothing until the officer has decided.
alter table case_people add column doubted_at text;

-- Who may answer an offer that was made to another: confirmed by the officer (`by_alias` is empty then), or by that one.
create table case_confirmations (
    case_id  text not null references cases (id) on delete cascade,
    alias    text not null,
    by_alias text not null,
    at       text not null,
    primary key (case_id, alias, by_alias)
);

-- What the officer lets ask before a link works, sealed; and how often it was answered wrongly.
alter table case_links add column birth_year text; -- sealed
alter table case_links add column wrong_answers integer not null default 0;

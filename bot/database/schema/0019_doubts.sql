-- Who says of whom that they do not know them, until the officer has decided: both sides are seen.
create table case_doubts (
    case_id  text not null references cases (id) on delete cascade,
    alias    text not null,
    by_alias text not null,
    at       text not null,
    primary key (case_id, alias, by_alias)
);

-- Of doubts from before nobody noted who had them: the alias of nobody.
insert into case_doubts (case_id, alias, by_alias, at)
select case_id, alias, '', doubted_at from case_people where doubted_at is not null;

drop index followers_doubted;

-- Answers of somebody whom the officer has sent away are found without reading the whole journal.
create index journal_of_removed on journal (number) where kind = 'offer_answer_of_removed';

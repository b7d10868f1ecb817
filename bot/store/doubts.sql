-- name: note(case_id, alias, by_alias, now)^
insert into case_doubts (case_id, alias, by_alias, at)
values (:case_id, :alias, :by_alias, :now)
on conflict (case_id, alias, by_alias) do nothing
returning alias

-- name: of_case(case_id)
select alias, by_alias, at from case_doubts where case_id = :case_id order by at, alias, by_alias

-- name: settle(case_id, alias)!
delete from case_doubts where case_id = :case_id and alias = :alias

-- name: free(case_id, by_alias)
-- Whom that person alone did not know answers again.
update case_people set doubted_at = null
where case_id = :case_id and doubted_at is not null
  and exists (
      select 1 from case_doubts
      where case_doubts.case_id = case_people.case_id and case_doubts.alias = case_people.alias
        and case_doubts.by_alias = :by_alias
  )
  and not exists (
      select 1 from case_doubts
      where case_doubts.case_id = case_people.case_id and case_doubts.alias = case_people.alias
        and case_doubts.by_alias <> :by_alias
  )
returning alias

-- name: drop_by(case_id, by_alias)!
delete from case_doubts where case_id = :case_id and by_alias = :by_alias

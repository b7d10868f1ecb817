-- name: languages_of_region(region)
select people.language, count(*) as people
from people
where exists (
    select 1 from case_people
    join cases on cases.id = case_people.case_id
    where case_people.person_id = people.id and case_people.left_at is null and cases.region = :region
)
group by people.language

-- name: of_region_after(region, person_id, batch)
select people.id as person_id
from people
where people.id > :person_id and exists (
    select 1 from case_people
    join cases on cases.id = case_people.case_id
    where case_people.person_id = people.id and case_people.left_at is null and cases.region = :region
)
order by people.id
limit :batch

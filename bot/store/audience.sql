-- name: of_region(region)
select distinct people.id as person_id, people.language
from people
join case_people on case_people.person_id = people.id and case_people.left_at is null
join cases on cases.id = case_people.case_id
where cases.region = :region
order by people.id

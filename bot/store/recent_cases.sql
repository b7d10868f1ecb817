-- name: recent(regions, entries, most)
-- Only the last entries of the journal are looked through, however many cases there are.
select cases.id as case_id, cases.number, cases.region, applied_on, status, latest.at
from cases
join (
    select case_id, max(number) as number, max(at) as at
    from (
        select journal.case_id, journal.number, journal.at
        from journal
        join cases on cases.id = journal.case_id
        where :regions like '% ' || cases.region || ' %'
        order by journal.number desc
        limit :entries
    ) as entries
    group by case_id
) as latest on latest.case_id = cases.id
order by latest.number desc
limit :most

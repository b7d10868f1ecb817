-- name: next_number(name)^
update number_series set value = value + 1 where name = :name returning value

-- name: next_numbers(name, count)^
update number_series set value = value + :count where name = :name returning value

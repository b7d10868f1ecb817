-- The authority's number of a case, which is the region's own: another region may have a case of the same number. The
-- id is the program's alone; cases that were opened before keep theirs, which was their number.
alter table cases add column number text;

update cases set number = id;

create unique index cases_of_number on cases (number, region);

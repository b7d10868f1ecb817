-- What was never sent on is looked for at every pass of the reminders, and must be found without reading the files.

create index files_unsent on offer_files (kept_at) where sent_at is null;

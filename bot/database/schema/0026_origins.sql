-- What a notice came of, as the log names it: the update or the request by which it was queued; null where nobody's was.
alter table outbox add column origin text;

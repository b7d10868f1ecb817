-- Since when somebody wants to be told that the law has changed their result: null while they do not.
alter table people add column law_changes_since text;

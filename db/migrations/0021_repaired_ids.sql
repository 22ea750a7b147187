-- A damaged ID has some eleven sound ones within one edit, since the check and the calendar allow no others: they are looked up as
-- IDs are. A blind key of both ends of every person's ID, for those whose birth date was hit, took as long to make, store and index.

alter table persons drop column tail_key;

-- Those few whose own ID is not sound are compared one by one. Named by their number, which is theirs wherever they move.
create table unsound_ids (
  number text primary key,
  name_hash int not null
);
comment on table unsound_ids is '证件号码有误的人员';
insert into unsound_ids select number, name_hash from persons where not id_sound and sealed is not null;

-- Hardly two entries of these are alike: looking for equal ones while an index is built takes time and finds nothing.
alter index persons_id_key set (deduplicate_items = off);
alter index persons_name_birth set (deduplicate_items = off);
alter index households_income set (deduplicate_items = off);

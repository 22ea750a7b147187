-- Who holds an ID is said by the persons themselves: a table of its own repeated it eight million times, and every change of a
-- household had to be followed there. Where somebody came back as a new record, the old one has passed its ID on.

alter table persons add column id_passed_on boolean not null default false;
comment on column persons.id_passed_on is '证件号码已由此人后来的记录接替, 不再据此找到本记录';
update persons p set id_passed_on = true
  where id_key is not null and not exists (select from person_index x where x.id_key = p.id_key and x.person_id = p.id);

drop table person_index;
create index persons_id_key on persons (id_key) include (county_code, household_id, id, name_hash) where not id_passed_on;
-- Asked without regard to areas, as a view's owner may: it tells that an ID is held, and nothing of who holds it.
create view person_index as
  select id_key, county_code, household_id, id as person_id, name_hash from persons where id_key is not null and not id_passed_on;
comment on view person_index is '证件号码盲索引';
grant select on person_index to shouwang_app;

-- Rows that wait are written with their batch, in one transaction; asking for the batch again at each of a million rows took as
-- long as writing them (docs/decisions/0008).
alter table stray_rows drop constraint stray_rows_batch_id_fkey;
alter table quarantined_rows drop constraint quarantined_rows_batch_id_fkey;

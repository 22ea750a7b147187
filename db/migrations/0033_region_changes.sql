-- Regions over time: what an office imported stays through every start, and merged or recoded regions lead to those of today.

alter table regions drop column predecessor_code;
alter table regions add column successor_code bigint references regions (code);
alter table regions add column imported boolean not null default false;
comment on column regions.successor_code is '并入或改用的现行代码; 变更依据见 region_changes';
comment on column regions.imported is '由用户导入或变更, 程序自带的区划文件不再改动';
create index regions_successor on regions (successor_code) where successor_code is not null;

create table region_changes (
  id int generated always as identity primary key,
  old_code bigint not null references regions (code),
  new_code bigint not null references regions (code),
  kind text not null check (kind in ('merge', 'split', 'rename', 'recode')),
  effective_on date not null,
  document text not null,
  old_name text not null,
  new_name text not null,
  counts jsonb not null default '{}',
  account_name text not null,
  at timestamptz not null default now(),
  constraint region_changes_once unique (old_code, new_code, kind, effective_on)
);
comment on table region_changes is '区划变更';
comment on column region_changes.counts is '随变更转入新代码的户、人、个案、预警等的数目';
create index region_changes_new on region_changes (new_code);

-- Names and codes are public; who has the whole of an area may change its regions.
alter table regions enable row level security;
create policy regions_read on regions for select to shouwang_app using (true);
create policy regions_add on regions for insert to shouwang_app with check (code between area_low() and area_high());
create policy regions_change on regions for update to shouwang_app
  using (code between area_low() and area_high()) with check (code between area_low() and area_high());
grant insert, update on regions to shouwang_app;
alter table region_changes enable row level security;
create policy region_changes_read on region_changes for select to shouwang_app using (true);
create policy region_changes_add on region_changes for insert to shouwang_app
  with check (old_code between area_low() and area_high() and new_code between area_low() and area_high());
grant select, insert on region_changes to shouwang_app;

-- Rows that speak of a village which was merged since are read by whoever has the village of today.
do $$
declare t text;
begin
  foreach t in array array['feed_water_outage', 'feed_disaster_report'] loop
    if to_regclass(t) is not null then
      execute format('alter policy %1$s_area on %1$s using (village_code between area_low() and area_high() or exists
        (select from regions r where r.code = %1$s.village_code and r.successor_code between area_low() and area_high()))', t);
    end if;
  end loop;
end $$;

-- What a record was in a village that was merged since is read with the record.
drop policy record_versions_area on record_versions;
create policy record_versions_area on record_versions to shouwang_app
  using (case subject when 'income'
    then exists (select from households h where h.county_code = record_versions.county_code and h.id = record_versions.subject_id)
    else (record_versions.before ->> 'village_code')::bigint between area_low() and area_high()
      or exists (select from regions r where r.code = (record_versions.before ->> 'village_code')::bigint
        and r.successor_code between area_low() and area_high()) end)
  with check (true);

alter table household_events drop constraint household_events_kind_check;
alter table household_events add constraint household_events_kind_check check (kind in
  ('split', 'merge', 'move', 'birth', 'death', 'marriage-in', 'marriage-out', 'leave', 'monitored', 'risk-cleared',
   'region-change'));

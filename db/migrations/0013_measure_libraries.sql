-- The library that measures are proposed from, as a county, a league or the region sets it from a day on.

create table measure_libraries (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  effective_from date not null,
  note text not null default '',
  measures jsonb not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint measure_libraries_once unique (region_code, effective_from)
);
comment on table measure_libraries is '帮扶措施库';
comment on column measure_libraries.note is '依据的文件';
alter table measure_libraries enable row level security;
-- What is usually done against a risk is no secret; a league's library holds in its counties.
create policy measure_libraries_read on measure_libraries for select to shouwang_app using (true);
create policy measure_libraries_add on measure_libraries for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy measure_libraries_change on measure_libraries for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on measure_libraries to shouwang_app;

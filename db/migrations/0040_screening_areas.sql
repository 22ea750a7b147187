-- A screening covers the area of whoever started it; what was found elsewhere before goes on standing. It can be undone: the
-- run before it stands again.

alter table screenings
  add column region_code bigint not null default 150000000000,
  add column replaced jsonb,
  add column undone_at timestamptz,
  add column undone_by text;
alter table screenings drop constraint screenings_pkey, add primary key (as_of, region_code);
comment on column screenings.region_code is '筛查覆盖的区域';
comment on column screenings.replaced is '同一天重新筛查之前的参数、规则与结果, 供撤销';

alter table screening_jobs add column region_code bigint not null default 150000000000;
-- One that waits or runs for each area and day.
update screening_jobs j set state = 'failed', finished_at = now() where state in ('queued', 'running')
  and exists (select from screening_jobs o where o.as_of = j.as_of and o.id < j.id and o.state in ('queued', 'running'));
create unique index screening_jobs_waiting on screening_jobs (as_of, region_code) where state in ('queued', 'running');

-- The warnings of a day as they were before it was screened again for an area.
create table replaced_warnings (
  region_code bigint not null,
  as_of date not null,
  county_code int not null,
  household_id bigint not null,
  warning jsonb not null,
  evidence jsonb not null,
  primary key (as_of, region_code, county_code, household_id)
);
comment on table replaced_warnings is '重新筛查前的预警';
alter table replaced_warnings enable row level security;

-- Those of the own area, of what it lies in, and of what lies in it.
create policy screenings_area on screenings for select to shouwang_app
  using (region_code <= area_high() and region_high(region_code) >= area_low());
create policy screening_jobs_area on screening_jobs to shouwang_app
  using (region_code <= area_high() and region_high(region_code) >= area_low())
  with check (region_code between area_low() and area_high());
alter table screenings enable row level security;
alter table screening_jobs enable row level security;

-- The newest day that all of an area was screened for, at once; it may have been screened as part of a larger one.
create function newest_screening(low bigint, high bigint) returns date language sql stable
  as $$ select max(s.as_of) from screenings s
    where s.undone_at is null and s.region_code <= low and region_high(s.region_code) >= high $$;

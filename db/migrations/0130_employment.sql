-- By when and by what employment is looked after: numbers by region and day; and what the month’s confirmations are read by.

create table employment_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 0 and 3650),
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint employment_settings_once unique (region_code, key, effective_from)
);
comment on table employment_settings is '就业管理要求设定';
comment on column employment_settings.value is '天数、日期、人数或百分数, 按各项的单位';
comment on column employment_settings.note is '依据的文件';
alter table employment_settings enable row level security;
-- What a level is held to is no secret; a league's setting holds in its counties.
create policy employment_settings_read on employment_settings for select to shouwang_app using (true);
create policy employment_settings_add on employment_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy employment_settings_change on employment_settings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on employment_settings to shouwang_app;

create index employment_confirmations_month on employment_confirmations (month, place_code) include (spell_number, work_state)
  where not voided;

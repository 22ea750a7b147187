-- Yearly incomes: the sheets they were worked out on, which county has closed which year, and from when on one is looked into.

create table income_sheets (
  county_code int not null,
  id bigint generated always as identity,
  household_id bigint not null,
  income_year int not null,
  lines_sealed bytea not null,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (county_code, id)
);
comment on table income_sheets is '收入测算表';
comment on column income_sheets.lines_sealed is '各项收支,加密;每次保存另存一份';
create index income_sheets_household on income_sheets (county_code, household_id, income_year, id desc);
alter table income_sheets enable row level security;
-- Whoever sees the household, wherever it lives by now.
create policy income_sheets_area on income_sheets to shouwang_app
  using (exists (select from households h where h.county_code = income_sheets.county_code and h.id = income_sheets.household_id))
  with check (exists (select from households h where h.county_code = income_sheets.county_code and h.id = income_sheets.household_id));
grant select, insert on income_sheets to shouwang_app;

create table income_closings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  income_year int not null,
  closed_on date not null,
  households int not null,
  members int not null,
  net_fen bigint not null,
  missing int not null,
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  reopened_at timestamptz,
  reopened_by text,
  reopened_why text
);
comment on table income_closings is '收入采集关账';
comment on column income_closings.households is '关账时有收支的脱贫户数';
comment on column income_closings.missing is '关账时没有收支的脱贫户数';
create unique index income_closings_once on income_closings (region_code, income_year) where reopened_at is null;
alter table income_closings enable row level security;
-- A village asks whether its county has closed: the range of a village lies inside the county's.
create policy income_closings_read on income_closings for select to shouwang_app
  using (region_code <= area_high() and region_high(region_code) >= area_low());
create policy income_closings_add on income_closings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy income_closings_change on income_closings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on income_closings to shouwang_app;

create table income_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 0 and 100000),
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint income_settings_once unique (region_code, key, effective_from)
);
comment on table income_settings is '收入核对设定';
comment on column income_settings.value is '以万分之一计';
comment on column income_settings.note is '依据的文件';
alter table income_settings enable row level security;
-- What a level is held to is no secret; a league's setting holds in its counties.
create policy income_settings_read on income_settings for select to shouwang_app using (true);
create policy income_settings_add on income_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy income_settings_change on income_settings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on income_settings to shouwang_app;

-- By when loans are looked after: days by region and day.

create table industry_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 0 and 3650),
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint industry_settings_once unique (region_code, key, effective_from)
);
comment on table industry_settings is '贷款管理期限设定';
comment on column industry_settings.value is '以天计';
comment on column industry_settings.note is '依据的文件';
alter table industry_settings enable row level security;
-- What a level is held to is no secret; a league's setting holds in its counties.
create policy industry_settings_read on industry_settings for select to shouwang_app using (true);
create policy industry_settings_add on industry_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy industry_settings_change on industry_settings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on industry_settings to shouwang_app;

-- By when assets are looked after: terms by region and day.

create table asset_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 0 and 3650),
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint asset_settings_once unique (region_code, key, effective_from)
);
comment on table asset_settings is '资产管理期限设定';
comment on column asset_settings.value is '以天计';
comment on column asset_settings.note is '依据的文件';
alter table asset_settings enable row level security;
-- What a level is held to is no secret; a league's setting holds in its counties.
create policy asset_settings_read on asset_settings for select to shouwang_app using (true);
create policy asset_settings_add on asset_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy asset_settings_change on asset_settings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on asset_settings to shouwang_app;


-- What pairings are held to: numbers by region and day.

create table pairing_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 0 and 10000),
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint pairing_settings_once unique (region_code, key, effective_from)
);
comment on table pairing_settings is '结对帮扶要求设定';
comment on column pairing_settings.value is '以家、个、次、月、天计; 截止日期为月日, 331 为 3 月 31 日';
comment on column pairing_settings.note is '依据的文件';
alter table pairing_settings enable row level security;
-- What a level is held to is no secret; a league's setting holds in its counties.
create policy pairing_settings_read on pairing_settings for select to shouwang_app using (true);
create policy pairing_settings_add on pairing_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy pairing_settings_change on pairing_settings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on pairing_settings to shouwang_app;

-- Deeds are summed up by pair.
create index support_records_of_pairing on support_records (pairing_number, happened_on) where not voided;

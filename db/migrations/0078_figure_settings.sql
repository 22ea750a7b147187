-- Settings of figures: words or numbers, by region and day. Thresholds of screenings stand in `parameters`, which holds numbers only.

create table figure_settings (
  id bigint generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  value text not null,
  effective_from date not null,
  note text not null default '',
  account_name text not null,
  at timestamptz not null default now(),
  constraint figure_settings_once unique (region_code, key, effective_from)
);
comment on table figure_settings is '指标设置';
alter table figure_settings enable row level security;
create policy figure_settings_read on figure_settings for select to shouwang_app using (true);
create policy figure_settings_add on figure_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy figure_settings_change on figure_settings for update to shouwang_app
  using (region_code between area_low() and area_high());
grant select, insert, update on figure_settings to shouwang_app;

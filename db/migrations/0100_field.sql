-- The phone: what it sent and what became of it, which phones are to be emptied, days and sizes by region.

create table field_items (
  id uuid primary key,
  number bigint generated always as identity,
  account_id bigint not null,
  county_code int,
  household_id bigint,
  seq int not null,
  operation text not null,
  state text not null check (state in ('stored', 'waiting', 'refused', 'conflict', 'dropped')),
  made_at timestamptz not null,
  arrived_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  merged text[] not null default '{}',
  files uuid[] not null default '{}',
  sealed bytea
);
comment on table field_items is '外业记录';
comment on column field_items.number is '回执号';
comment on column field_items.made_at is '手机时钟上的时间, 可能不准';
comment on column field_items.arrived_at is '送达时间';
comment on column field_items.sealed is '未办成的记录原样, 加密; 办成后清空, 内容在其所属的记录里';
comment on column field_items.merged is '他人同时改过、与本次修改并存的字段';
comment on column field_items.files is '等待的照片';
create index field_items_unsettled on field_items (account_id, arrived_at) where state in ('waiting', 'refused', 'conflict');
alter table field_items enable row level security;
create policy field_items_own on field_items to shouwang_app
  using (account_id = acting_account()) with check (account_id = acting_account());
grant select, insert, update on field_items to shouwang_app;

create table field_wipes (
  account_id bigint primary key references accounts (id),
  ordered_at timestamptz not null default clock_timestamp(),
  account_name text not null
);
comment on table field_wipes is '清除手机资料的指令';
comment on column field_wipes.account_id is '要清除其手机资料的账号';
comment on column field_wipes.ordered_at is '在此之前下载的资料, 下次联网时清除';
comment on column field_wipes.account_name is '下达指令的人';
alter table field_wipes enable row level security;
-- Seen and ordered by who sees the account; the account itself does.
create policy field_wipes_area on field_wipes to shouwang_app
  using (exists (select from accounts a where a.id = field_wipes.account_id))
  with check (exists (select from accounts a where a.id = field_wipes.account_id));
grant select, insert, update on field_wipes to shouwang_app;

create table field_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 1 and 10000),
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint field_settings_once unique (region_code, key, effective_from)
);
comment on table field_settings is '外业设定';
comment on column field_settings.value is '天数、分钟数或像素数, 按项目';
comment on column field_settings.note is '依据的文件';
alter table field_settings enable row level security;
create policy field_settings_read on field_settings for select to shouwang_app using (true);
create policy field_settings_add on field_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy field_settings_change on field_settings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on field_settings to shouwang_app;

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

-- Messages: what an account has to know, told in the transaction of the event or by the daily job; reminders that a level above
-- gives to whoever is late; and the door through which a gateway for SMS or government chat hears that there is something.

create index accounts_area_at_work on accounts (area_code, role) where disabled_at is null;
-- Whose messages are told where. Not granted: only the program itself reads across areas.
create view account_places as
  select a.id as account_id, a.role, a.area_code from accounts a where a.disabled_at is null;

create table messages (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  kind text not null,
  key text not null,
  county_code int,
  case_id bigint,
  count int not null default 1,
  facts jsonb not null default '{}',
  path text not null,
  held boolean not null default false,
  at timestamptz not null default now(),
  read_at timestamptz,
  queued boolean not null default false,
  constraint messages_once unique (account_id, kind, key)
);
comment on table messages is '消息';
comment on column messages.key is '消息所指的事项, 同一事项只告知一次';
comment on column messages.facts is '消息的要点, 不含姓名、证件号等个人信息';
comment on column messages.held is '并入每日汇总, 汇总前不计入未读';
comment on column messages.queued is '已排入外发队列';
create index messages_newest on messages (account_id, id desc);
create index messages_unread on messages (account_id) where read_at is null and not held;
create index messages_to_queue on messages (id) where not queued;
create index messages_at on messages (at);
alter table messages enable row level security;
create policy messages_own on messages to shouwang_app
  using (account_id = acting_account()) with check (account_id = acting_account());
grant select, update (read_at) on messages to shouwang_app;

create table message_settings (
  account_id bigint not null references accounts (id),
  kind text not null,
  mode text not null check (mode in ('at-once', 'daily', 'off')),
  primary key (account_id, kind)
);
comment on table message_settings is '消息设置';
alter table message_settings enable row level security;
create policy message_settings_own on message_settings to shouwang_app
  using (account_id = acting_account()) with check (account_id = acting_account());
grant select, insert, update, delete on message_settings to shouwang_app;

-- Tells the accounts of some roles at a place, or one account; not the one who acts. A transaction tells only of its own area.
create function tell(entries jsonb) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into messages (account_id, kind, key, county_code, case_id, facts, path, held)
  select distinct p.account_id, e.kind, e.key, e.county_code, e.case_id, coalesce(e.facts, '{}'), e.path,
    coalesce(s.mode = 'daily', false)
  from jsonb_to_recordset(entries) as e (kind text, key text, roles text[], account_id bigint, region_code bigint,
    county_code int, case_id bigint, facts jsonb, path text)
  join account_places p on p.account_id = e.account_id
    or (p.role = any (e.roles) and p.area_code in (e.region_code, e.region_code / 1000 * 1000,
      e.region_code / 1000000 * 1000000, e.region_code / 100000000 * 100000000, 150000000000))
  left join message_settings s on s.account_id = p.account_id and s.kind = e.kind
  where p.account_id <> acting_account() and coalesce(s.mode, '') <> 'off'
    and e.region_code between area_low() and area_high()
  on conflict on constraint messages_once do nothing
$$;
revoke all on function tell(jsonb) from public;
grant execute on function tell(jsonb) to shouwang_app;

create table reminders (
  county_code int not null,
  id bigint generated always as identity,
  case_id bigint not null,
  village_code bigint not null,
  kind text not null check (kind in ('urge', 'supervise')),
  turn text not null check (turn in ('village', 'township', 'county')),
  note text not null default '',
  by_account bigint not null,
  by_name text not null,
  by_role text not null,
  at timestamptz not null default now(),
  reply text,
  replied_by text,
  replied_at timestamptz,
  primary key (county_code, id)
);
comment on table reminders is '催办与督办';
comment on column reminders.turn is '由哪一级答复';
create index reminders_case on reminders (county_code, case_id, id desc);
create index reminders_open on reminders (village_code, id desc) where replied_at is null;
create index reminders_by on reminders (by_account, id desc);
alter table reminders enable row level security;
create policy reminders_area on reminders to shouwang_app using (village_code between area_low() and area_high())
  with check (village_code between area_low() and area_high());
grant select, insert, update (reply, replied_by, replied_at) on reminders to shouwang_app;

create table message_doors (
  id int primary key default 1 check (id = 1),
  url text not null,
  secret bytea not null,
  kinds text[] not null,
  enabled boolean not null,
  changed_by text not null,
  changed_at timestamptz not null default now()
);
comment on table message_doors is '消息外发接口';
comment on column message_doors.secret is '加密的签名密钥';
alter table message_doors enable row level security;
create policy message_doors_region on message_doors to shouwang_app
  using (area_low() <= 150000000000 and area_high() >= 159999999999)
  with check (area_low() <= 150000000000 and area_high() >= 159999999999);
grant select, insert, update on message_doors to shouwang_app;

create table message_deliveries (
  id uuid primary key default gen_random_uuid(),
  account_id bigint not null,
  kind text not null,
  count int not null,
  path text not null,
  at timestamptz not null default now(),
  tries int not null default 0,
  next_at timestamptz not null default now(),
  sent_at timestamptz,
  given_up_at timestamptz,
  problem text
);
comment on table message_deliveries is '消息外发队列';
create index message_deliveries_due on message_deliveries (next_at) where sent_at is null and given_up_at is null;
create index message_deliveries_at on message_deliveries (at);
alter table message_deliveries enable row level security;
create policy message_deliveries_region on message_deliveries for select to shouwang_app
  using (area_low() <= 150000000000 and area_high() >= 159999999999);
grant select on message_deliveries to shouwang_app;

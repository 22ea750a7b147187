-- One person may look after several villages: beside the own area an account has others of the same level. A session works in
-- one of them at a time, so that every policy goes on asking for one range.

create table account_areas (
  account_id bigint not null references accounts (id),
  area_code bigint not null references regions (code),
  primary key (account_id, area_code)
);
comment on table account_areas is '账号的其他区域';
create index account_areas_area on account_areas (area_code);
alter table account_areas enable row level security;
create policy account_areas_of_accounts_seen on account_areas to shouwang_app
  using (account_id in (select id from accounts))
  with check (area_code between area_low() and area_high() and account_id in (select id from accounts));
grant select, insert, delete on account_areas to shouwang_app;

alter table sessions add column area_code bigint references regions (code);
comment on column sessions.area_code is '本次登录选择的区域, 为空即账号的所属区域';
grant select (area_code), update (area_code) on sessions to shouwang_app;

-- Somebody at work in another of the own areas still sees the own account.
create policy accounts_own on accounts for select to shouwang_app using (id = acting_account());

create or replace view account_places as
  select a.id as account_id, a.role, a.area_code from accounts a where a.disabled_at is null
  union
  select a.id, a.role, x.area_code from accounts a join account_areas x on x.account_id = a.id where a.disabled_at is null;

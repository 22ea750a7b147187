-- What every slice stands on: the application role, the audit trail, applied requests, settings.
-- The owner migrates and runs set-based jobs; `shouwang_app` is entered inside each transaction of a user.

do $$
begin
  if not exists (select from pg_roles where rolname = 'shouwang_app') then
    create role shouwang_app nologin;
  end if;
  execute format('grant shouwang_app to %I', current_user);
end $$;

grant usage on schema public to shouwang_app;

-- The actor's area as a range of region codes. Missing settings give an empty range: nothing is seen.
create function area_low() returns bigint language sql stable parallel safe
  return coalesce(nullif(current_setting('app.area_low', true), '')::bigint, 1);
create function area_high() returns bigint language sql stable parallel safe
  return coalesce(nullif(current_setting('app.area_high', true), '')::bigint, 0);
create function acting_department() returns text language sql stable parallel safe
  return coalesce(current_setting('app.department', true), '');

create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account_id bigint not null,
  account_name text not null,
  role text not null,
  ip text not null,
  request_id text not null,
  operation text not null,
  subject_kind text not null,
  subject_id text not null,
  region_code bigint not null,
  household_id bigint,
  person_id bigint,
  reason text,
  before jsonb,
  after jsonb
);
comment on table audit_entries is '操作日志';
create index audit_entries_at on audit_entries (at desc, id desc);
create index audit_entries_household on audit_entries (household_id, id desc) where household_id is not null;
create index audit_entries_person on audit_entries (person_id, id desc) where person_id is not null;
create index audit_entries_account on audit_entries (account_id, id desc);
create index audit_entries_operation on audit_entries (operation, id desc);
alter table audit_entries enable row level security;
create policy audit_entries_read on audit_entries for select to shouwang_app
  using (region_code between area_low() and area_high());
create policy audit_entries_add on audit_entries for insert to shouwang_app with check (true);
grant select, insert on audit_entries to shouwang_app;

create table applied_requests (
  id uuid primary key,
  account_id bigint not null,
  result jsonb not null,
  at timestamptz not null default now()
);
comment on table applied_requests is '已处理请求';
grant select, insert on applied_requests to shouwang_app;

create table settings (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
comment on table settings is '系统设置';
grant select on settings to shouwang_app;

-- Entries of the audit trail are sealed after they are written: a job takes what no seal holds yet, one seal for each county and day,
-- each signed and chained to the one before. Writers wait for nothing.

create table audit_seals (
  number bigint primary key,
  -- The first six digits of the region: a county's, a league's own, or the region's own.
  area_code int not null,
  day date not null,
  entries int not null check (entries > 0),
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  key_id text not null,
  signature bytea not null,
  -- As it was signed.
  sealed_at text not null,
  archived_at timestamptz
);
comment on table audit_seals is '日志封存段';
create index audit_seals_day on audit_seals (day, number);

create table audit_leaves (
  entry_id bigint primary key,
  seal_number bigint not null,
  leaf bytea not null
);
comment on table audit_leaves is '日志指纹';
create index audit_leaves_seal on audit_leaves (seal_number, entry_id);

create table audit_keys (
  id text primary key,
  public_key text not null,
  since timestamptz not null default now()
);
comment on table audit_keys is '日志验签公钥';

-- The text of an entry whose bytes are hashed, and which stands in exported files as it is.
create function audit_text(e audit_entries) returns text language sql stable parallel safe return
  jsonb_build_object('id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'accountId', e.account_id, 'accountName', e.account_name, 'role', e.role, 'ip', e.ip, 'requestId', e.request_id,
    'operation', e.operation, 'subjectKind', e.subject_kind, 'subjectId', e.subject_id, 'regionCode', e.region_code,
    'householdId', e.household_id, 'personId', e.person_id, 'reason', e.reason, 'before', e.before, 'after', e.after)::text;

alter table audit_seals enable row level security;
create policy audit_seals_area on audit_seals for select to shouwang_app
  using (area_code::bigint * 1000000 between area_low() and area_high());
alter table audit_leaves enable row level security;
create policy audit_leaves_area on audit_leaves for select to shouwang_app
  using (exists (select from audit_seals s where s.number = audit_leaves.seal_number));
alter table audit_keys enable row level security;
create policy audit_keys_all on audit_keys for select to shouwang_app using (true);
grant select on audit_seals, audit_leaves, audit_keys to shouwang_app;

-- Of others' seals their hashes alone: the chain goes through them, and they tell nothing.
create function audit_chain(low bigint, high bigint) returns table (number bigint, hash bytea)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select s.number, s.hash from audit_seals s where s.number between low and high order by s.number $$;
revoke all on function audit_chain(bigint, bigint) from public;
grant execute on function audit_chain(bigint, bigint) to shouwang_app;

create function last_audit_seal() returns table (number bigint, hash bytea)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select s.number, s.hash from audit_seals s order by s.number desc limit 1 $$;
revoke all on function last_audit_seal() from public;
grant execute on function last_audit_seal() to shouwang_app;

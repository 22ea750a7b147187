-- A second factor beside the password, and the rules of signing in that an installation sets for itself.

create table account_factors (
  account_id bigint primary key references accounts (id),
  secret_sealed bytea not null,
  -- Null until a first code has shown that the phone knows the secret.
  confirmed_at timestamptz,
  -- The last step a code was used of: none comes twice.
  last_step bigint not null default 0
);
comment on table account_factors is '动态口令密钥';

create table account_recovery_codes (
  account_id bigint not null references accounts (id),
  hash bytea not null,
  used_at timestamptz,
  primary key (account_id, hash)
);
comment on table account_recovery_codes is '动态口令恢复码';

-- Signing in runs as the owner; the application's role sees neither.
alter table account_factors enable row level security;
alter table account_recovery_codes enable row level security;

-- Whether somebody has one, for the list of accounts, and taking it away from whoever lost the phone.
create function has_factor(asked bigint) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from account_factors f where f.account_id = asked and f.confirmed_at is not null) $$;
revoke all on function has_factor(bigint) from public;
grant execute on function has_factor(bigint) to shouwang_app;

create table security_policy (
  key text primary key,
  value int not null
);
comment on table security_policy is '安全策略';
alter table security_policy enable row level security;
create policy security_policy_read on security_policy for select to shouwang_app using (true);
create policy security_policy_add on security_policy for insert to shouwang_app
  with check (acting() ->> 'role' = 'security-administrator');
create policy security_policy_change on security_policy for update to shouwang_app
  using (acting() ->> 'role' = 'security-administrator') with check (acting() ->> 'role' = 'security-administrator');
grant select, insert, update on security_policy to shouwang_app;

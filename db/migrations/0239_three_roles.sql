-- System, security and audit are three people's: no administrator's account does business or reads the trail, and each of the
-- three looks after the accounts of its own kind.
alter table accounts drop constraint accounts_role_check;
alter table accounts add constraint accounts_role_check check (role in ('village-worker', 'township-officer', 'county-officer',
  'data-officer', 'region-officer', 'auditor', 'administrator', 'security-administrator'));

-- Whether anybody anywhere has this role: the first one is made by a system administrator.
create function has_accounts_of(asked text) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from accounts a where a.role = asked and a.disabled_at is null) $$;
revoke all on function has_accounts_of(text) from public;
grant execute on function has_accounts_of(text) to shouwang_app;

-- What the application role can do by itself. It logs in as itself, so that no `reset role` gives more; the password is set when
-- the program starts. The audit is written by one function, and no row of a household or of an account is seen without an area.

-- Who acts, as the program sets it at the beginning of a transaction: accountId, name, role, ip, requestId, areaCode.
create function acting() returns jsonb language sql stable parallel safe
  return coalesce(nullif(current_setting('app.actor', true), ''), '{}')::jsonb;
create function acting_account() returns bigint language sql stable parallel safe
  return coalesce((acting() ->> 'accountId')::bigint, -1);

-- Who and when are the transaction's own: entries cannot be written for somebody else, nor for another time.
create function add_audit(entries jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare actor jsonb := acting();
begin
  if not actor ? 'accountId' then
    raise exception 'add_audit: nobody acts';
  end if;
  insert into audit_entries (account_id, account_name, role, ip, request_id, operation, subject_kind, subject_id,
    region_code, household_id, person_id, reason, before, after)
  select (actor ->> 'accountId')::bigint, actor ->> 'name', actor ->> 'role', actor ->> 'ip', actor ->> 'requestId',
    e.operation, e.subject_kind, e.subject_id, coalesce(e.region_code, (actor ->> 'areaCode')::bigint), e.household_id,
    e.person_id, e.reason, e.before, e.after
  from rows from (jsonb_to_recordset(entries) as (operation text, subject_kind text, subject_id text, region_code bigint,
    household_id bigint, person_id bigint, reason text, before jsonb, after jsonb))
    with ordinality e (operation, subject_kind, subject_id, region_code, household_id, person_id, reason, before, after, n)
  order by e.n;
end $$;
revoke all on function add_audit(jsonb) from public;
grant execute on function add_audit(jsonb) to shouwang_app;
drop policy audit_entries_add on audit_entries;
revoke insert on audit_entries from shouwang_app;

-- Sessions: those of accounts that are seen, to end them.
alter table sessions enable row level security;
create policy sessions_area on sessions to shouwang_app
  using (exists (select from accounts a where a.id = sessions.account_id));

-- What was answered before: the own answers.
alter table applied_requests enable row level security;
create policy applied_requests_own on applied_requests to shouwang_app
  using (account_id = acting_account()) with check (account_id = acting_account());
create function is_request_of_others(asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from applied_requests r where r.id = asked and r.account_id <> acting_account()) $$;
revoke all on function is_request_of_others(uuid) from public;
grant execute on function is_request_of_others(uuid) to shouwang_app;

revoke all on settings from shouwang_app;
alter table settings enable row level security;
revoke all on unsound_ids from shouwang_app;
alter table unsound_ids enable row level security;
alter table repeated_ids enable row level security;
alter table pending_rescreens enable row level security;

-- Names of files: of batches for the own area, for one above it, or for one below.
create or replace view batch_files as
  select id, dataset, department, file_name, period, loaded_at from feed_batches
  where region_code <= area_high() and region_high(region_code) >= area_low();

-- Functions that read across areas are nobody's but the program's.
revoke all on function import_source(int) from public;
grant execute on function import_source(int) to shouwang_app;

revoke create on schema public from public;

-- Who takes out many rows says what for: the reason comes with the request and stands in all entries of it.

create function export_reason_rows() returns int language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce((select p.value from security_policy p where p.key = 'exportReasonRows'), 0) $$;
revoke all on function export_reason_rows() from public;
grant execute on function export_reason_rows() to shouwang_app;

create or replace function add_audit(entries jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare actor jsonb := acting();
begin
  if not actor ? 'accountId' then
    raise exception 'add_audit: nobody acts';
  end if;
  insert into audit_entries (account_id, account_name, role, ip, request_id, operation, subject_kind, subject_id,
    region_code, household_id, person_id, reason, before, after)
  select (actor ->> 'accountId')::bigint, actor ->> 'name', actor ->> 'role', actor ->> 'ip', actor ->> 'requestId',
    e.operation, e.subject_kind, e.subject_id, coalesce(e.region_code, (actor ->> 'areaCode')::bigint), e.household_id,
    e.person_id, coalesce(e.reason, actor ->> 'reason'), e.before, e.after
  from rows from (jsonb_to_recordset(entries) as (operation text, subject_kind text, subject_id text, region_code bigint,
    household_id bigint, person_id bigint, reason text, before jsonb, after jsonb))
    with ordinality e (operation, subject_kind, subject_id, region_code, household_id, person_id, reason, before, after, n)
  order by e.n;
end $$;

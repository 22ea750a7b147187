-- Who is responsible for a household is a person of the roster where one of that name is at work there; names alone stay possible.

alter table cases add column responsible_account bigint;
comment on column cases.responsible_account is '帮扶责任人的账号, 名册外的人为空';
create index cases_responsible on cases (responsible_account) where responsible_account is not null;

-- People at work whom somebody may name: accounts of the own county (above a county, of the own area). Name and office of
-- officials, nothing else; the policy on accounts shows only those of the own area and below.
create function people_at_work() returns table (account_id bigint, name text, role text, area_code bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.name, a.role, a.area_code from accounts a, lateral (
    select case when area_high() - area_low() < 1000000 then area_low() / 1000000 * 1000000 else area_low() end as low,
      case when area_high() - area_low() < 1000000 then area_low() / 1000000 * 1000000 + 999999 else area_high() end as high) s
  where a.disabled_at is null and a.area_code between s.low and s.high
    and a.role in ('village-worker', 'township-officer', 'county-officer', 'region-officer')
$$;
revoke all on function people_at_work() from public;
grant execute on function people_at_work() to shouwang_app;

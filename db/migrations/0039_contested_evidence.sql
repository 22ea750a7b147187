-- What one office hands in may not silence what another did: somebody who claims an ID that is held already waits for a decision,
-- and who holds an ID is asked one ID at a time.

create table id_claims (
  person_id bigint not null,
  id_key bigint not null,
  claimed_at timestamptz not null default now(),
  primary key (person_id, id_key)
);
comment on table id_claims is '后来登记的重复证件号码';
comment on column id_claims.person_id is '登记时该证件号码已由他人持有的人; 决定之前, 原持有人的同名行照常匹配';
create index id_claims_key on id_claims (id_key);
alter table id_claims enable row level security;

-- Who holds an ID, without regard to areas. The view let everybody walk over all persons.
create function holders_of_id(asked bigint) returns table (county_code int, household_id bigint, person_id bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select x.county_code, x.household_id, x.person_id from person_index x where x.id_key = asked $$;
revoke all on function holders_of_id(bigint) from public;
grant execute on function holders_of_id(bigint) to shouwang_app;
revoke all on person_index from shouwang_app;

-- The person, who must be in the actor's area, claims an ID that somebody else holds: all of them get an issue.
create function claim_id(claimer bigint, claimed bigint) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from persons p where p.id = claimer and p.id_key = claimed
      and p.village_code between area_low() and area_high()) then
    raise exception 'claim_id: not of this area';
  end if;
  insert into repeated_ids (id_key) values (claimed) on conflict do nothing;
  insert into id_claims (person_id, id_key) values (claimer, claimed) on conflict do nothing;
  insert into data_issues (county_code, village_code, household_id, person_id, code)
  select p.county_code, p.village_code, nullif(p.household_id, 0), p.id, 'id-repeated' from persons p
  where p.id_key = claimed and not p.id_passed_on and not exists (select from data_issues i
    where i.county_code = p.county_code and i.person_id = p.id and i.code = 'id-repeated' and i.state <> 'corrected');
end $$;
revoke all on function claim_id(bigint, bigint) from public;
grant execute on function claim_id(bigint, bigint) to shouwang_app;
revoke all on repeated_ids from shouwang_app;

-- What registers say about a household on a day, for screenings: one function a signal, each a plain select that is planned together
-- with whatever asks for it. `days` counts from when it stands so; `record_id` is the row it is read from.

create function ended_jobs(on_day date)
returns table (county_code int, household_id bigint, days int, record_county int, record_id bigint, person_id bigint)
language sql stable as $$
  select p.county_code, p.household_id, on_day - j.left_on, j.county_code, j.id, p.id
  from employment_spells j join persons p on p.county_code = j.county_code and p.id = j.person_id and p.valid_to is null
  where not j.voided and j.left_on <= on_day and not exists (
    select from persons m join employment_spells o on o.county_code = m.county_code and o.person_id = m.id
    where m.county_code = p.county_code and m.household_id = p.household_id and m.valid_to is null
      and not o.voided and o.started_on <= on_day and (o.left_on is null or o.left_on > on_day))
$$;
comment on function ended_jobs is '离岗而家中没有人在岗的务工';

create function unconfirmed_jobs(on_day date)
returns table (county_code int, household_id bigint, days int, record_county int, record_id bigint, person_id bigint)
language sql stable as $$
  select p.county_code, p.household_id, on_day - greatest(j.started_on, (select max(c.confirmed_on) from employment_confirmations c
      where c.spell_number = j.number and not c.voided and c.confirmed_on <= on_day)), j.county_code, j.id, p.id
  from employment_spells j join persons p on p.county_code = j.county_code and p.id = j.person_id and p.valid_to is null
  where not j.voided and j.started_on <= on_day and (j.left_on is null or j.left_on > on_day)
$$;
comment on function unconfirmed_jobs is '在岗务工距最近一次确认的天数';

create function overdue_loans(on_day date)
returns table (county_code int, household_id bigint, days int, record_county int, record_id bigint, person_id bigint)
language sql stable as $$
  select h.county_code, h.id, on_day - coalesce(l.extended_to, l.due_on), l.county_code, l.id, l.person_id
  from micro_loans l join households h on h.number = l.household_number
  where not l.voided and l.lent_on <= on_day and (l.settled_on is null or l.settled_on > on_day)
    and coalesce(l.extended_to, l.due_on) < on_day
$$;
comment on function overdue_loans is '逾期未结清的小额信贷';

create function unpaid_contracts(on_day date)
returns table (county_code int, household_id bigint, days int, record_county int, record_id bigint, person_id bigint)
language sql stable as $$
  select h.county_code, h.id, on_day - greatest(c.started_on, (select max(o.paid_on) from household_payouts o
      where o.agreement_number = c.number and o.household_number = c.household_number and not o.voided and o.paid_on <= on_day)),
    c.county_code, c.id, null::bigint
  from linkage_contracts c join households h on h.number = c.household_number
  where not c.voided and c.agreed_yearly_fen > 0 and c.started_on <= on_day
    and (c.through is null or c.through >= on_day) and (c.dissolved_on is null or c.dissolved_on > on_day)
$$;
comment on function unpaid_contracts is '利益联结协议距最近一次兑现的天数';

create function stopped_workshops(on_day date)
returns table (county_code int, household_id bigint, days int, record_county int, record_id bigint, person_id bigint)
language sql stable as $$
  select p.county_code, p.household_id, on_day - w.stopped_on, w.county_code, w.id, p.id
  from (
    select k.county_code, k.id, k.number, case when k.closed_on <= on_day then k.closed_on
      when not (select m.running from workshop_months m where m.workshop_number = k.number and not m.voided and m.month <= on_day order by m.month desc limit 1)
      then coalesce((select (max(m.month) + interval '1 month')::date from workshop_months m
          where m.workshop_number = k.number and not m.voided and m.running and m.month <= on_day), k.opened_on) end as stopped_on
    from workshops k where not k.voided and k.opened_on <= on_day) w
    join employment_spells j on j.workshop_number = w.number and not j.voided and j.started_on <= on_day and (j.left_on is null or j.left_on > on_day)
    join persons p on p.county_code = j.county_code and p.id = j.person_id and p.valid_to is null
  where w.stopped_on <= on_day
$$;
comment on function stopped_workshops is '停工或关闭的帮扶车间里的务工成员';

create function lapsed_policies(on_day date)
returns table (county_code int, days int, record_county int, record_id bigint)
language sql stable as $$
  select (n.region_code / 1000000)::int, on_day - n.cover_through, n.county_code, n.id
  from (select distinct on (t.region_code) t.region_code, t.county_code, t.id, t.cover_through from insurance_policies t
    where not t.voided and t.insurance_kind = 'poverty-insurance' and t.cover_from <= on_day
    order by t.region_code, t.cover_through desc, t.id) n
  where n.cover_through < on_day
$$;
comment on function lapsed_policies is '防贫保到期而没有续保的旗县';

create function register_incomes(on_day date)
returns table (county_code int, household_id bigint, head_fen bigint, last_head_fen bigint, record_county int, record_id bigint)
language sql stable as $$
  select h.county_code, h.id,
    ((i.wage_income_fen + i.business_income_fen + i.property_income_fen + i.transfer_income_fen - i.business_cost_fen)::numeric / i.year_end_members)::bigint,
    ((p.wage_income_fen + p.business_income_fen + p.property_income_fen + p.transfer_income_fen - p.business_cost_fen)::numeric / p.year_end_members)::bigint,
    i.county_code, i.id
  from household_income_records i join households h on h.number = i.household_number
    join household_income_records p on p.household_number = i.household_number and p.income_year = i.income_year - 1 and not p.voided
  where not i.voided and make_date(i.income_year, 12, 31) <= on_day and not exists (
    select from household_income_records n where n.household_number = i.household_number and not n.voided
      and n.income_year > i.income_year and make_date(n.income_year, 12, 31) <= on_day)
$$;
comment on function register_incomes is '家庭收支台账最近一年与上年的人均纯收入';

-- By what a row that a signal was read from is called in its register, as whoever asks may read it.
create function register_row_name(register text, in_county int, row_id bigint) returns text language sql stable as $$
  select case register
    when 'employment-spells' then (select number from employment_spells where county_code = in_county and id = row_id)
    when 'micro-loans' then (select number from micro_loans where county_code = in_county and id = row_id)
    when 'linkage-contracts' then (select number from linkage_contracts where county_code = in_county and id = row_id)
    when 'workshops' then (select number || ' ' || workshop_name from workshops where county_code = in_county and id = row_id)
    when 'insurance-policies' then (select number from insurance_policies where county_code = in_county and id = row_id)
    when 'household-incomes' then (select income_year || ' 年' from household_income_records where county_code = in_county and id = row_id) end
$$;

-- Cases in numbers, for measuring queries: rows as lists read them, spread over states, days and villages; their actions are
-- not written. `:cases` stands for the number.
insert into cases (county_code, household_id, village_code, channel, state, turn, version, template_id, opened_on, since,
  due_on, warn_days, escalate_days, category, danger, risks, responsible, decided_on, planned_on, cleared_on, clearing_mode,
  next_look_back_on, visited_on, ended_on, no_labour)
select county_code, id, village_code, (array['self', 'visit', 'department', 'social'])[1 + n % 4], s.state, s.turn, 9, 0,
  current_date - 20 - n % 700, current_date - n % 20,
  case when s.turn is not null then current_date - 12 + n % 24 when s.state = 'cleared' then current_date + n % 90 end, 3, 3,
  case when s.decided then 'borderline' end, (array['high', 'medium', 'low'])[1 + n % 3],
  case n % 3 when 0 then '{illness}'::text[] when 1 then '{illness,schooling}' else '{unstable-job}' end, '王建国',
  case when s.decided then current_date - n % 600 end, case when s.decided then current_date - n % 590 end,
  case when s.state = 'cleared' then current_date - n % 300 end, case when s.state = 'cleared' then 'assisted' end,
  case when s.state = 'cleared' then current_date + n % 90 end, case when s.decided then current_date - n % 60 end,
  case when s.ended then current_date - n % 400 end, n % 11 = 0
from (select *, (row_number() over (order by hashint8(id)))::int as n from households where valid_to is null
  and not exists (select from cases c where c.county_code = households.county_code and c.household_id = households.id)) h
join (values (0, 10, 'identification.verification', 'village', false, false), (10, 16, 'identification.review', 'village', false, false),
  (16, 20, 'identification.township-review', 'township', false, false), (20, 24, 'identification.county-approval', 'county', false, false),
  (24, 64, 'monitored', null, true, false), (64, 67, 'clearing.verification', 'village', true, false),
  (67, 87, 'cleared', null, true, false), (87, 100, 'not-confirmed', null, false, true))
  s (low, high, state, turn, decided, ended) on n % 100 >= s.low and n % 100 < s.high
where n <= :cases;

insert into case_steps (county_code, case_id, entry, village_code, walk, step, entered_on, due_on, done_on)
select c.county_code, c.id, e, c.village_code, 'identification',
  (array['verification', 'comparison', 'review', 'notice', 'township-review', 'county-approval', 'announcement', 'recording'])[e + 1],
  c.opened_on + e * 2, c.opened_on + e * 2 + 3, case when e < 7 or c.decided_on is not null then c.opened_on + e * 2 + (c.id % 5)::int end
from cases c, generate_series(0, case when c.decided_on is not null then 7 else (c.id % 5)::int end) e
on conflict do nothing;

insert into case_measures (county_code, case_id, village_code, class, answers, sealed, unit, planned_from, due_on, state, account_id,
  account_name)
select c.county_code, c.id, c.village_code, m.class, m.answers, '', '旗农牧局', c.decided_on, current_date - 30 + (c.id % 300)::int,
  case when c.id % 3 = 0 then 'done' else 'implementing' end, 0, 'bench'
from cases c, (values ('health', 'illness'), ('industry', null)) m (class, answers)
where c.decided_on is not null and c.id % 10 <> 0;

insert into national_changes (county_code, village_code, case_id, household_id, field, old_value, new_value, arises_on)
select county_code, village_code, id, household_id, 'category', '', '边缘易致贫户', decided_on from cases where decided_on is not null
on conflict do nothing;

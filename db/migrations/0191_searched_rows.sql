-- Cases and warnings as rows that queries for similar problems are run over (registers §18), as they are over registers. They see what the
-- asking account may see: security_invoker keeps row-level security, and an inspector sees nothing. Which household it is stands in its
-- number alone.

create view searched_cases with (security_invoker = true) as
  select c.county_code, c.id, c.village_code as place_code, false as voided, null::text as void_reason,
    null::text as remark, null::text as attachment, c.opened_on::timestamptz as recorded_at,
    h.number as household_number, c.village_code, c.state as case_state, c.turn, c.category, c.channel, c.danger, c.risks,
    c.turn is not null and c.due_on is not null and c.due_on < today_there() as is_late, c.planned_on is not null as is_planned,
    c.opened_on, c.decided_on, c.visited_on, c.cleared_on
  from cases c join households h on h.county_code = c.county_code and h.id = c.household_id;
comment on view searched_cases is '举一反三可查的监测个案';

-- Those of the newest screening of their village.
create view searched_warnings with (security_invoker = true) as
  select w.county_code, w.id, w.village_code as place_code, false as voided, null::text as void_reason,
    null::text as remark, null::text as attachment, w.found_at as recorded_at,
    h.number as household_number, w.village_code, w.rules, w.level as warning_level, w.state as warning_state, w.monitored as is_monitored,
    w.state = 'open' and w.due_on < today_there() as is_late, w.assignee_id is not null as is_assigned,
    (w.found_at at time zone 'Asia/Shanghai')::date as found_on, w.due_on, (w.checked_at at time zone 'Asia/Shanghai')::date as checked_on
  from warnings w join households h on h.county_code = w.county_code and h.id = w.household_id
  where w.active and w.as_of in (select s.as_of from screenings s where s.undone_at is null and s.as_of <= today_there())
    and not exists (select from screenings n where n.undone_at is null and n.as_of <= today_there() and n.as_of > w.as_of
      and n.region_code <= w.village_code and region_high(n.region_code) >= w.village_code);
comment on view searched_warnings is '举一反三可查的预警';

grant select on searched_cases, searched_warnings to shouwang_app;

-- Figures of monitoring as views. They see what the asking account may see: security_invoker keeps row-level security.

alter table cases add column clearing_mode text check (clearing_mode in ('assisted', 'natural'));
comment on column cases.clearing_mode is '风险消除方式';
create index cases_opened on cases (opened_on) include (village_code);
create index cases_cleared on cases (cleared_on) include (village_code) where cleared_on is not null;

-- Every step that was ended, and whether within its days. A step without a last day cannot be late.
create view step_times with (security_invoker = true) as
  select county_code, case_id, village_code, walk, step, entered_on, due_on, done_on,
    coalesce(done_on <= due_on, true) as on_time
  from case_steps where done_on is not null;
comment on view step_times is '已办结环节是否按期';

create view step_times_by_county with (security_invoker = true) as
  select county_code, date_trunc('month', done_on)::date as month, walk, step, count(*)::int as done,
    count(*) filter (where on_time)::int as on_time
  from step_times group by 1, 2, 3, 4;
comment on view step_times_by_county is '各旗县各环节按期办结数(按月)';

create view clues_by_month with (security_invoker = true) as
  select county_code, date_trunc('month', received_on)::date as month, channel, count(*)::int as clues,
    count(*) filter (where state <> 'open')::int as handled
  from clues group by 1, 2, 3;
comment on view clues_by_month is '各渠道线索数(按月)';

-- A risk is confirmed when the verification led on to a further step.
create view case_progress with (security_invoker = true) as
  select c.county_code, c.id, c.village_code, c.state, c.opened_on,
    exists (select from case_steps s where s.county_code = c.county_code and s.case_id = c.id
      and s.walk = 'identification' and s.step <> 'verification') as confirmed,
    c.decided_on as monitored_on, c.cleared_on, c.clearing_mode,
    case when c.state = 'reversed' then c.ended_on end as reversed_on
  from cases c;
comment on view case_progress is '个案从核实属实到纳入、消除、回退的进展';

create view cases_by_state with (security_invoker = true) as
  select county_code, state, count(*)::int as cases from cases group by 1, 2;
comment on view cases_by_state is '各旗县各环节个案数';

grant select on step_times, step_times_by_county, clues_by_month, case_progress, cases_by_state to shouwang_app;

-- A change of the calendar moves the days of open cases; what is not done stands here, so that a stopped program goes on.
create table recomputations (
  id int generated always as identity primary key,
  year int not null,
  account_name text not null,
  asked_at timestamptz not null default now(),
  done_at timestamptz
);
comment on table recomputations is '节假日变更后的期限重算';
create index recomputations_due on recomputations (id) where done_at is null;
grant select, insert on recomputations to shouwang_app;

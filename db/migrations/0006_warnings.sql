-- Facts, rules, parameters, screenings, warnings. Facts are one wide row of numbers per household and as-of date, in a
-- partition per as-of date made by the program; their columns follow the fact definitions.

create table parameters (
  id bigint generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  value numeric not null,
  effective_from date not null,
  note text not null default '',
  account_name text not null,
  at timestamptz not null default now(),
  constraint parameters_once unique (region_code, key, effective_from)
);
comment on table parameters is '预警参数';

create table rules (
  code text not null,
  version int not null,
  name text not null,
  text text not null,
  expression jsonb not null,
  enabled boolean not null default true,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (code, version)
);
comment on table rules is '预警规则';

create table screenings (
  as_of date primary key,
  parameters jsonb not null,
  rule_versions jsonb not null,
  counts jsonb not null default '{}',
  facts_through int not null default 0,
  screened_at timestamptz not null default now(),
  account_name text not null
);
comment on table screenings is '筛查';

-- What was asked for and how it went; an unfinished one is started again with the program.
create table screening_jobs (
  id bigint generated always as identity primary key,
  as_of date not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  problem text not null default '',
  account_id bigint not null,
  account_name text not null,
  role text not null,
  requested_at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table screening_jobs is '筛查任务';
create index screening_jobs_newest on screening_jobs (as_of, id desc);

-- Households and warnings of each village as of a screening: what maps and totals add up, without counting millions of rows.
create table screening_counts (
  as_of date not null,
  village_code bigint not null,
  households int not null default 0,
  red int not null default 0,
  orange int not null default 0,
  yellow int not null default 0,
  data int not null default 0,
  open_red int not null default 0,
  open_orange int not null default 0,
  open_yellow int not null default 0,
  open_data int not null default 0,
  -- Home and map add up thousands of villages: from the index alone, once it is vacuumed.
  primary key (as_of, village_code) include (households, red, orange, yellow, data, open_red, open_orange, open_yellow, open_data)
);
comment on table screening_counts is '筛查分村户数与预警数';

create table screening_parameters (
  as_of date not null,
  county_code int not null,
  key text not null,
  value numeric not null,
  primary key (as_of, county_code, key)
);
comment on table screening_parameters is '筛查所用参数';

create sequence warning_ids;

create table warnings (
  county_code int not null,
  id bigint not null default nextval('warning_ids'),
  household_id bigint not null,
  village_code bigint not null,
  as_of date not null,
  rules text[] not null,
  level text not null check (level in ('red', 'orange', 'yellow', 'data')),
  monitored boolean not null,
  active boolean not null default true,
  state text not null default 'open' check (state in ('open', 'no-risk', 'handled-by-department', 'to-be-monitored', 'already-monitored')),
  found_at timestamptz not null default now(),
  due_on date not null,
  assignee_id bigint,
  assignee_name text not null default '',
  checked_at timestamptz,
  checked_by text,
  checked_by_id bigint,
  note text not null default '',
  photos jsonb not null default '[]',
  checked_rules text[] not null default '{}',
  carried boolean not null default false,
  severity smallint generated always as (case level when 'red' then 1 when 'orange' then 2 when 'yellow' then 3 else 4 end) stored,
  primary key (county_code, id),
  constraint warnings_once unique (county_code, household_id, as_of)
);
comment on table warnings is '预警';
comment on column warnings.carried is '核实结果沿用自以前的筛查';
comment on column warnings.severity is '级别的次序: 1 红 2 橙 3 黄 4 数据';
create index warnings_list on warnings (as_of, village_code, id) where active;
-- A page of a list is found in these indexes alone; the rest of its rows is read by key.
create index warnings_due on warnings (as_of, due_on, severity, id) include (village_code, county_code) where active;
create index warnings_severity on warnings (as_of, severity, due_on, id) include (village_code, county_code) where active;
create index warnings_open on warnings (as_of, due_on, severity, id) include (village_code, county_code, found_at)
  where active and state = 'open';
create index warnings_assignee on warnings (assignee_id, as_of, due_on) where active and assignee_id is not null;
create index warnings_checked on warnings (checked_at) where checked_at is not null and not carried;

-- Append-only: what people did to a household's warnings. The current state stands in the warning.
create table warning_actions (
  county_code int not null,
  id bigint generated by default as identity,
  warning_id bigint not null,
  household_id bigint not null,
  village_code bigint not null,
  kind text not null check (kind in ('assign', 'check', 'reopen')),
  detail jsonb not null default '{}',
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (county_code, id)
);
comment on table warning_actions is '预警办理记录';
create index warning_actions_household on warning_actions (county_code, household_id, id desc);

create table warning_evidence (
  county_code int not null,
  household_id bigint not null,
  as_of date not null,
  rule text not null,
  numbers jsonb not null,
  rows jsonb not null default '[]',
  primary key (county_code, household_id, as_of, rule)
);
comment on table warning_evidence is '预警依据';

alter table warnings enable row level security;
create policy warnings_area on warnings to shouwang_app using (village_code between area_low() and area_high())
  with check (village_code between area_low() and area_high());
alter table warning_evidence enable row level security;
create policy warning_evidence_area on warning_evidence for select to shouwang_app
  using (exists (select from households h where h.county_code = warning_evidence.county_code and h.id = warning_evidence.household_id));
alter table warning_actions enable row level security;
create policy warning_actions_area on warning_actions to shouwang_app using (village_code between area_low() and area_high())
  with check (village_code between area_low() and area_high());
alter table screening_counts enable row level security;
create policy screening_counts_area on screening_counts to shouwang_app using (village_code between area_low() and area_high())
  with check (village_code between area_low() and area_high());
-- Everybody may read a threshold; only whose area holds the region may set one.
alter table parameters enable row level security;
create policy parameters_read on parameters for select to shouwang_app using (true);
create policy parameters_add on parameters for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy parameters_change on parameters for update to shouwang_app
  using (region_code between area_low() and area_high());
grant select, insert, update on warnings to shouwang_app;
grant select on warning_evidence, screenings, screening_parameters to shouwang_app;
grant select, insert on rules, warning_actions, screening_jobs to shouwang_app;
grant select, insert, update on parameters to shouwang_app;
grant select, update on screening_counts to shouwang_app;
grant usage on sequence warning_ids to shouwang_app;

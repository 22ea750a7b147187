-- Data cleaning: what a rule found keeps its rule, its value and its way to the end beside what every data issue has.

alter table data_issues add column rule text, add column rule_version int, add column severity text check (severity in ('block', 'warn', 'info')),
  add column run_id bigint, add column value_then text, add column value_key bigint, add column found_on date, add column due_on date,
  add column assigned_to bigint, add column assigned_name text, add column assigned_on date,
  add column outcome text check (outcome in ('verified-ok', 'corrected', 'exempted', 'not-ours', 'duplicate')),
  add column basis text check (basis in ('document', 'department', 'on-site', 'written-statement')),
  add column answered_on date, add column answered_by text, add column answered_id bigint, add column explained_until date,
  add column signed_on date, add column signed_by text, add column returned text, add column reopened int not null default 0;
comment on column data_issues.rule is '清洗规则; 导入时发现的疑点由规则接管后也有';
comment on column data_issues.rule_version is '规则版本';
comment on column data_issues.severity is '严重度';
comment on column data_issues.run_id is '最近一次处理它的清洗批次';
comment on column data_issues.value_then is '发现时的值';
comment on column data_issues.value_key is '发现时的值的摘要: 属实说明按它沿用';
comment on column data_issues.due_on is '处理期限';
comment on column data_issues.outcome is '处理结论';
comment on column data_issues.basis is '处理依据';
comment on column data_issues.explained_until is '属实说明有效至';
comment on column data_issues.signed_on is '苏木乡镇签认日期';
comment on column data_issues.returned is '退回原因';
comment on column data_issues.reopened is '再次出现的次数';
create index data_issues_rule on data_issues (rule, village_code, id) where rule is not null and state = 'open';
create index data_issues_village on data_issues (village_code, id) where state = 'open';

create table cleaning_runs (
  id bigint generated always as identity primary key,
  area_code bigint not null,
  area_high bigint not null,
  name text not null,
  as_of date not null,
  ruleset_version int not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  counties int[] not null default '{}',
  done int[] not null default '{}',
  counts jsonb not null default '{}',
  problem text,
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table cleaning_runs is '清洗批次';
comment on column cleaning_runs.as_of is '数据截止日';
comment on column cleaning_runs.counties is '要检查的旗县';
comment on column cleaning_runs.done is '已检查的旗县: 中断后从其余旗县继续';
comment on column cleaning_runs.counts is '查出、说明沿用、销号、再次出现的条数';
create index cleaning_runs_open on cleaning_runs (id) where state in ('queued', 'running');
alter table cleaning_runs enable row level security;
create policy cleaning_runs_read on cleaning_runs for select to shouwang_app
  using (area_code between area_low() and area_high() or area_low() between area_code and area_high);
create policy cleaning_runs_add on cleaning_runs for insert to shouwang_app
  with check (area_code between area_low() and area_high() and area_high between area_low() and area_high());
create policy cleaning_runs_change on cleaning_runs for update to shouwang_app using (area_code between area_low() and area_high());
grant select, insert, update on cleaning_runs to shouwang_app;

create table cleaning_counties (
  county_code int primary key,
  run_id bigint not null,
  as_of date not null,
  rules text[] not null,
  persons int not null,
  at timestamptz not null default now()
);
comment on table cleaning_counties is '旗县最近一次清洗';
comment on column cleaning_counties.rules is '用到的规则';
alter table cleaning_counties enable row level security;
-- How many people a county has and when it was checked is no secret.
create policy cleaning_counties_read on cleaning_counties for select to shouwang_app using (true);
grant select on cleaning_counties to shouwang_app;

create table cleaning_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 0 and 10000000),
  note text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint cleaning_settings_once unique (region_code, key, effective_from)
);
comment on table cleaning_settings is '数据清洗设定';
comment on column cleaning_settings.key is '阈值、期限, 或者一条规则的开关';
comment on column cleaning_settings.note is '依据的文件';
alter table cleaning_settings enable row level security;
create policy cleaning_settings_read on cleaning_settings for select to shouwang_app using (true);
create policy cleaning_settings_add on cleaning_settings for insert to shouwang_app with check (region_code between area_low() and area_high());
create policy cleaning_settings_change on cleaning_settings for update to shouwang_app using (region_code between area_low() and area_high())
  with check (region_code between area_low() and area_high());
grant select, insert, update on cleaning_settings to shouwang_app;

-- Of one rule a subject has one open issue.
create unique index data_issues_rule_once on data_issues (county_code, household_id, rule, coalesce(person_id, 0)) where rule is not null and state = 'open';

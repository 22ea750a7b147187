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
  note text not null default '',
  photos jsonb not null default '[]',
  checked_rules text[] not null default '{}',
  primary key (county_code, id),
  constraint warnings_once unique (county_code, household_id, as_of)
);
comment on table warnings is '预警';
create index warnings_list on warnings (as_of, village_code, id) where active;

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
grant select, insert, update on warnings to shouwang_app;
grant select on warning_evidence, screenings, screening_parameters, rules to shouwang_app;
grant select, insert on parameters, rules to shouwang_app;
grant usage on sequence warning_ids to shouwang_app;

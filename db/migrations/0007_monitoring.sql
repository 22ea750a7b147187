-- Monitoring: clues, cases and their actions, templates of the process, the calendar of working days. A case is the way of
-- one household from its first clue until its risk is gone; its state is folded from its actions and also stored, for lists.

-- A household that comes into monitoring or leaves it has changed like one that moved: facts and warnings follow.
alter table household_events drop constraint household_events_kind_check;
alter table household_events add constraint household_events_kind_check check (kind in
  ('split', 'merge', 'move', 'birth', 'death', 'marriage-in', 'marriage-out', 'leave', 'monitored', 'risk-cleared'));

create sequence case_ids;
create sequence clue_ids;

create table process_templates (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  effective_from date not null,
  name text not null,
  definition jsonb not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint process_templates_once unique (region_code, effective_from)
);
comment on table process_templates is '监测流程模板';

create table calendar_days (
  day date primary key,
  working boolean not null,
  name text not null default '',
  account_name text not null default '',
  at timestamptz not null default now()
);
comment on table calendar_days is '节假日与调休日';

create table cases (
  county_code int not null,
  id bigint not null default nextval('case_ids'),
  household_id bigint not null,
  village_code bigint not null,
  channel text not null check (channel in ('self', 'visit', 'department', 'social')),
  state text not null,
  turn text check (turn in ('village', 'township', 'county')),
  version int not null,
  template_id int not null,
  opened_on date not null,
  since date not null,
  due_on date,
  total_due_on date,
  warn_days int not null,
  escalate_days int not null,
  paused boolean not null default false,
  emergency boolean not null default false,
  category text check (category in ('unstable-lifted', 'borderline', 'sudden-hardship')),
  line_fen bigint,
  danger text check (danger in ('high', 'medium', 'low')),
  risks text[] not null default '{}',
  responsible text not null default '',
  decided_on date,
  planned_on date,
  cleared_on date,
  next_look_back_on date,
  visited_on date,
  ended_on date,
  previous_id bigint,
  primary key (county_code, id)
);
comment on table cases is '监测个案';
comment on column cases.since is '进入当前环节的日期';
comment on column cases.turn is '当前由哪一级办理';
comment on column cases.warn_days is '到期前几天提醒';
comment on column cases.escalate_days is '逾期几天上提一级';
-- One household has one case under way; a later one begins when this has ended.
create unique index cases_open on cases (county_code, household_id) where ended_on is null;
create index cases_household on cases (county_code, household_id, id desc);
create index cases_due on cases (due_on, village_code, id) where due_on is not null;
create index cases_turn on cases (turn, due_on, id) include (village_code) where turn is not null;
create index cases_state on cases (state, village_code, id);
create index cases_village on cases (village_code, id desc);

create table clues (
  county_code int not null,
  id bigint not null default nextval('clue_ids'),
  household_id bigint,
  village_code bigint not null,
  channel text not null check (channel in ('self', 'visit', 'department', 'social')),
  state text not null default 'open' check (state in ('open', 'linked', 'dismissed')),
  received_on date not null,
  person_name text not null default '',
  sealed bytea not null,
  warning_id bigint,
  case_id bigint,
  receipt_key bytea,
  files jsonb not null default '[]',
  dismissed_reason text not null default '',
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (county_code, id)
);
comment on table clues is '风险线索';
comment on column clues.person_name is '申报人或反映的户主姓名';
comment on column clues.sealed is '加密的线索内容与联系电话';
comment on column clues.receipt_key is '回执号的盲索引';
create index clues_state on clues (state, received_on, id) include (village_code);
create index clues_household on clues (county_code, household_id, id desc) where household_id is not null;
create unique index clues_warning on clues (county_code, warning_id) where warning_id is not null;
create unique index clues_receipt on clues (receipt_key) where receipt_key is not null;

create table case_actions (
  county_code int not null,
  case_id bigint not null,
  seq int not null,
  village_code bigint not null,
  kind text not null,
  on_date date not null,
  at timestamptz not null default now(),
  account_id bigint not null,
  account_name text not null,
  role text not null,
  sealed bytea not null,
  constraint case_actions_order primary key (county_code, case_id, seq)
);
comment on table case_actions is '个案办理记录';
comment on column case_actions.sealed is '加密的办理内容';

create table case_steps (
  county_code int not null,
  case_id bigint not null,
  entry int not null,
  village_code bigint not null,
  walk text not null check (walk in ('identification', 'clearing')),
  step text not null,
  entered_on date not null,
  due_on date,
  done_on date,
  primary key (county_code, case_id, entry)
);
comment on table case_steps is '个案各环节的进入、期限与办结日期';
create index case_steps_done on case_steps (done_on, step) include (village_code, due_on);

create table case_files (
  county_code int not null,
  case_id bigint not null,
  id uuid not null,
  seq int not null,
  village_code bigint not null,
  name text not null,
  type text not null,
  byte_size bigint not null,
  primary key (county_code, case_id, id)
);
comment on table case_files is '个案附件';

do $$
declare t text;
begin
  foreach t in array array['cases', 'clues', 'case_actions', 'case_steps', 'case_files'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to shouwang_app using (village_code between area_low() and area_high())
      with check (village_code between area_low() and area_high())', t || '_area', t);
  end loop;
end $$;
grant select, insert, update on cases, clues to shouwang_app;
grant select, insert on case_actions, case_files to shouwang_app;
grant select, insert, update, delete on case_steps to shouwang_app;
-- The owner's code follows a household that moves; for users an action and a file stand as they were written.
alter table process_templates enable row level security;
create policy process_templates_read on process_templates for select to shouwang_app using (true);
create policy process_templates_add on process_templates for insert to shouwang_app
  with check (region_code between area_low() and area_high());
grant select, insert on process_templates to shouwang_app;
grant select, insert, update, delete on calendar_days to shouwang_app;
grant usage on sequence case_ids, clue_ids to shouwang_app;

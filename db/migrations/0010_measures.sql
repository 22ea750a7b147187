-- Help: the measures of a household's plan with their results, and the visits of cadres. What a household was found to be
-- is sealed in its actions; two facts of the survey are kept open in the case's row, so that lists can tell gaps.

create sequence measure_ids;
create sequence visit_ids;

alter table cases add column no_labour boolean not null default false;
alter table cases add column shortcomings text[] not null default '{}';
alter table cases add column next_visit_due date;
comment on column cases.no_labour is '入户核实为整户无劳动能力';
comment on column cases.shortcomings is '入户核实中三保障和饮水四问答“是”的';
comment on column cases.next_visit_due is '走访人约定的下次走访日期';

create table case_measures (
  county_code int not null,
  case_id bigint not null,
  id bigint not null default nextval('measure_ids'),
  village_code bigint not null,
  class text not null check (class in ('industry', 'employment', 'finance', 'public-post', 'health', 'compulsory-education',
    'other-education', 'housing', 'water', 'comprehensive', 'social', 'relocation', 'living-conditions', 'infrastructure')),
  answers text,
  sealed bytea not null,
  unit text not null,
  person text not null default '',
  planned_from date not null,
  due_on date not null,
  money_fen bigint not null default 0 check (money_fen >= 0),
  state text not null default 'planned' check (state in ('planned', 'implementing', 'done', 'cancelled')),
  version int not null default 1,
  result_on date,
  policy text not null default '',
  files uuid[] not null default '{}',
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (county_code, case_id, id)
);
comment on table case_measures is '一户一策帮扶措施';
comment on column case_measures.class is '措施类别(国家采集表 14 类)';
comment on column case_measures.answers is '针对的风险或问题';
comment on column case_measures.sealed is '加密的措施内容、落实结果、取消原因和修改前的内容';
comment on column case_measures.result_on is '落实日期';
comment on column case_measures.policy is '依据的政策';
create index case_measures_due on case_measures (due_on, village_code) where state in ('planned', 'implementing');

create table case_visits (
  county_code int not null,
  case_id bigint not null,
  id bigint not null default nextval('visit_ids'),
  village_code bigint not null,
  visited_on date not null,
  visitors text[] not null,
  place text not null default '',
  longitude double precision check (longitude between 73 and 136),
  latitude double precision check (latitude between 3 and 54),
  sealed bytea not null,
  files uuid[] not null default '{}',
  next_visit_due date,
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (county_code, case_id, id)
);
comment on table case_visits is '帮扶走访记录';
comment on column case_visits.sealed is '加密的走访情况';
comment on column case_visits.next_visit_due is '约定的下次走访日期';

do $$
declare t text;
begin
  foreach t in array array['case_measures', 'case_visits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to shouwang_app using (village_code between area_low() and area_high())
      with check (village_code between area_low() and area_high())', t || '_area', t);
  end loop;
end $$;
grant select, insert, update on case_measures to shouwang_app;
grant select, insert on case_visits to shouwang_app;
grant usage on sequence measure_ids, visit_ids to shouwang_app;
-- Gaps and visits are asked of the households that are being helped, village by village.
create index cases_helped on cases (village_code, id) where ended_on is null and cleared_on is null;

-- Where else it is so (举一反三): a query over a register, kept with the problem and run again; what was said of each row it found.

create table similar_queries (
  id bigint generated always as identity primary key,
  problem_number text not null,
  register text not null,
  filters jsonb not null,
  title text not null,
  place_code bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  watched_from date,
  watched_by text,
  ended_at timestamptz
);
comment on table similar_queries is '举一反三查询';
comment on column similar_queries.filters is '台账列表的筛选条件, 不含查找的文字';
comment on column similar_queries.watched_from is '建章立制后作为长期核对规则的启用日期';
create index similar_queries_problem on similar_queries (problem_number);
alter table similar_queries enable row level security;
-- A kind of fault is looked for everywhere; the query names columns and codes, no person.
create policy similar_queries_read on similar_queries for select to shouwang_app using (area_low() <= area_high());
create policy similar_queries_add on similar_queries for insert to shouwang_app
  with check (place_code between area_low() and area_high());
create policy similar_queries_change on similar_queries for update to shouwang_app
  using (place_code between area_low() and area_high()) with check (place_code between area_low() and area_high());
grant select, insert, update (watched_from, watched_by, ended_at) on similar_queries to shouwang_app;

create table similar_findings (
  query_id bigint not null references similar_queries (id),
  county_code int not null,
  record_id bigint not null,
  place_code bigint not null,
  verdict text not null check (verdict in ('subject', 'problem', 'dismissed')),
  problem_number text,
  reason text,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (query_id, county_code, record_id),
  constraint similar_findings_told check (verdict = 'dismissed' and reason is not null or verdict <> 'dismissed' and problem_number is not null)
);
comment on table similar_findings is '举一反三结果';
comment on column similar_findings.verdict is '本问题涉及、另立问题、不属同类';
comment on column similar_findings.problem_number is '该记录涉及的问题: 整改到位须不再符合查询条件';
create index similar_findings_problem on similar_findings (problem_number) where problem_number is not null;
alter table similar_findings enable row level security;
create policy similar_findings_area on similar_findings to shouwang_app using (place_code between area_low() and area_high())
  with check (place_code between area_low() and area_high());
grant select, insert on similar_findings to shouwang_app;

-- Comparisons with an export of the national system: each one a job, its result kept.

create table national_comparisons (
  id bigint generated always as identity primary key,
  region_code bigint not null,
  region_high bigint not null,
  account_id bigint not null,
  account_name text not null,
  file_id uuid not null,
  file_name text not null,
  sha256 text not null,
  byte_size bigint not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  counts jsonb,
  differences jsonb not null default '[]',
  problem text,
  at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table national_comparisons is '国家系统导出比对';
comment on column national_comparisons.file_id is '比对完成前保存的上传文件';
comment on column national_comparisons.differences is '不一致的内容, 前二百条';
create index national_comparisons_region on national_comparisons (region_code, id desc);
create index national_comparisons_file on national_comparisons (sha256, region_code, id desc);
create index national_comparisons_unfinished on national_comparisons (id) where state in ('queued', 'running');
alter table national_comparisons enable row level security;
create policy national_comparisons_area on national_comparisons to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on national_comparisons to shouwang_app;

create table national_refusals (
  comparison_id bigint not null references national_comparisons (id),
  line int not null,
  column_name text not null,
  value text not null,
  reason text not null
);
comment on table national_refusals is '国家系统导出中未能比对的行';
comment on column national_refusals.value is '单元格的内容, 证件号码和电话已遮盖';
create index national_refusals_line on national_refusals (comparison_id, line);
alter table national_refusals enable row level security;
create policy national_refusals_read on national_refusals for select to shouwang_app
  using (exists (select from national_comparisons c where c.id = comparison_id));
grant select on national_refusals to shouwang_app;

-- The steps an area ended in a period, for figures and the bulletin.
create index case_steps_area on case_steps (village_code, done_on) where done_on is not null;
-- Lists of cases by deadline, those without one last: a page is read from its end, not sorted.
create index cases_by_deadline on cases ((coalesce(due_on, date '9999-12-31')), id) include (village_code);

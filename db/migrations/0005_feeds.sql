-- Department feeds. The rows of each dataset stand in `feed_<dataset>`, a table made from the dataset's definition and
-- partitioned by `part`: 0 for files of ordinary size, the batch id for a very large one, which is then built in parallel
-- and attached whole.

-- The last code of a region: 150923000000 → 150923999999.
create function region_high(code bigint) returns bigint language sql immutable parallel safe
  return code + case when code % 10000000000 = 0 then 9999999999 when code % 100000000 = 0 then 99999999
    when code % 1000000 = 0 then 999999 when code % 1000 = 0 then 999 else 0 end;

create table feed_batches (
  id int generated always as identity primary key,
  dataset text not null,
  department text not null,
  file_name text not null,
  sha256 text not null,
  byte_size bigint not null,
  purpose text not null default '',
  period text not null default '',
  region_code bigint not null,
  account_id bigint not null,
  account_name text not null,
  state text not null check (state in ('queued', 'loading', 'loaded', 'failed', 'cancelled', 'undoing', 'undone')),
  part int not null default 0,
  kept_file text,
  header jsonb,
  rescreen_due boolean not null default false,
  counts jsonb not null default '{}',
  problem text,
  created_at timestamptz not null default now(),
  loaded_at timestamptz,
  undone_at timestamptz,
  undone_by text
);
comment on table feed_batches is '部门数据批次';
comment on column feed_batches.kept_file is '装载完成前保存的文件';
comment on column feed_batches.header is '文件的表头';
comment on column feed_batches.rescreen_due is '装载后尚未重新筛查';
create index feed_batches_dataset on feed_batches (dataset, id desc);
create index feed_batches_sha on feed_batches (sha256);

create table quarantined_rows (
  batch_id int not null references feed_batches (id),
  line int not null,
  column_name text not null,
  value text not null,
  reason text not null,
  raw_sealed bytea not null
);
comment on table quarantined_rows is '隔离区';
create index quarantined_rows_batch on quarantined_rows (batch_id, line);

-- Rows without a sound ID that the registry knows: what was read of them, sealed, for later looks and for review.
create table stray_rows (
  batch_id int not null references feed_batches (id),
  line int not null,
  method text not null,
  id_sound boolean not null,
  id_key bigint,
  name text not null,
  village_code bigint,
  id_sealed bytea,
  candidates jsonb,
  candidate_count int,
  review_low bigint,
  review_high bigint,
  county_code int,
  household_id bigint,
  person_id bigint,
  decided_by text,
  decided_at timestamptz
);
comment on table stray_rows is '未直接匹配的行';
comment on column stray_rows.candidates is '可能的人: 旗县/户/人, 至多 10 个';
comment on column stray_rows.review_low is '可能的人所在村代码的最小值; 与 review_high 一起决定谁可以核对';
create index stray_rows_batch on stray_rows (batch_id, line);
create index stray_rows_review on stray_rows (batch_id desc, line) where method = 'ambiguous';
create index stray_rows_key on stray_rows (id_key) where id_key is not null;

-- A person's decision on an ambiguous row: the same ID and name in a later file are then known.
create table match_decisions (
  id bigint generated always as identity primary key,
  identity_key bigint not null,
  name text not null,
  village_code bigint,
  person_id bigint,
  county_code int,
  household_id bigint,
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint match_decisions_row unique nulls not distinct (identity_key, name, village_code)
);
comment on table match_decisions is '人工匹配决定';

-- Households that an undone batch or a decision touched, until they have been screened again.
create table pending_rescreens (
  household_id bigint not null,
  village_code bigint not null,
  claimed boolean not null default false
);
comment on table pending_rescreens is '待重新筛查的户';

-- A batch is seen from the area it was handed in for, from above it, and (so that an office knows what has arrived) from
-- below; its rows only by who may see all of it.
alter table feed_batches enable row level security;
create policy feed_batches_read on feed_batches for select to shouwang_app
  using (region_code <= area_high() and region_high(region_code) >= area_low() and acting_department() in ('', department));
create policy feed_batches_add on feed_batches for insert to shouwang_app
  with check (region_code between area_low() and area_high() and acting_department() in ('', department));
create policy feed_batches_change on feed_batches for update to shouwang_app
  using (region_code between area_low() and area_high() and acting_department() in ('', department));
grant select, insert, update on feed_batches to shouwang_app;

alter table quarantined_rows enable row level security;
create policy quarantined_rows_read on quarantined_rows for select to shouwang_app
  using (batch_id in (select b.id from feed_batches b where b.region_code between area_low() and area_high()));
grant select on quarantined_rows to shouwang_app;

-- A row that may be several people is decided by who may see all of them.
alter table stray_rows enable row level security;
create policy stray_rows_read on stray_rows for select to shouwang_app
  using ((review_low >= area_low() and review_high <= area_high() and acting_department() = '')
    or batch_id in (select b.id from feed_batches b where b.region_code between area_low() and area_high()));
grant select on stray_rows to shouwang_app;
alter table match_decisions enable row level security;
create policy match_decisions_read on match_decisions for select to shouwang_app
  using (exists (select from households h where h.county_code = match_decisions.county_code and h.id = match_decisions.household_id));
grant select on match_decisions to shouwang_app;

-- Which file a row came from, for whoever may see the row.
create view batch_files as select id, dataset, department, file_name, period, loaded_at from feed_batches;
comment on view batch_files is '批次的文件名';
grant select on batch_files to shouwang_app;

-- Files handed in on screen: columns named by hand, and batches that are held until somebody says what they are worth.

alter table feed_batches drop constraint feed_batches_state_check;
alter table feed_batches add constraint feed_batches_state_check check (state in
  ('queued', 'loading', 'held', 'loaded', 'failed', 'cancelled', 'withdrawn', 'undoing', 'undone'));
alter table feed_batches add column column_names jsonb not null default '[]';
alter table feed_batches add column held_for jsonb not null default '[]';
alter table feed_batches add column decided_by text;
alter table feed_batches add column decided_at timestamptz;
alter table feed_batches add column decision_reason text;
comment on column feed_batches.column_names is '人工指定的列对应: 文件中的列名与数据种类的列';
comment on column feed_batches.held_for is '待确认的原因与当时的数量';
comment on column feed_batches.decided_by is '确认装载或撤回的人';

-- What an office called a column in an earlier file of the dataset: its next file maps by itself.
create table feed_column_names (
  region_code bigint not null,
  department text not null,
  dataset text not null,
  header text not null,
  column_title text not null,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (region_code, dataset, header)
);
comment on table feed_column_names is '部门列名对应';
comment on column feed_column_names.header is '文件中的列名, 去掉空白和全角差别后';
alter table feed_column_names enable row level security;
create policy feed_column_names_own on feed_column_names to shouwang_app
  using (region_code between area_low() and area_high() and acting_department() in ('', department))
  with check (region_code between area_low() and area_high() and acting_department() in ('', department));
grant select, insert, update, delete on feed_column_names to shouwang_app;

-- What all registers (台账) share. Each has an ordinary table of its own, made by hand in the migration of its slice:
--   county_code, id          the key; the county of the row's place first, as everywhere
--   place_code               region of the row: what access and roll-up ask
--   its own columns          English names, the header of its files as comment
--   voided, void_reason, remark, attachment
--   recorded_at, recorded_by, set_id, file_no, line   when, by whom, in which import and from which line this version came
-- A reference keeps the key columns of the row it points at, which never change.

create table register_sets (
  id int generated always as identity primary key,
  account_id bigint not null,
  account_name text not null,
  region_code bigint not null,
  state text not null check (state in ('previewing', 'previewed', 'importing', 'done', 'failed', 'cancelled', 'undone')),
  files jsonb not null,
  counts jsonb not null default '[]',
  request jsonb not null default '{}',
  problem text,
  at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table register_sets is '台账导入批次';
comment on column register_sets.files is '文件名、台账和收到的表头, 按 file_no';
comment on column register_sets.counts is '每个文件的新增、变更、相同、作废、未收录行数';
create index register_sets_unfinished on register_sets (id) where state in ('previewing', 'importing');
alter table register_sets enable row level security;
create policy register_sets_area on register_sets to shouwang_app using (region_code between area_low() and area_high())
  with check (region_code between area_low() and area_high());
grant select, insert, update on register_sets to shouwang_app;

create table register_refusals (
  set_id int not null references register_sets (id),
  register text not null,
  file_no int not null,
  line int not null,
  codes jsonb not null,
  cells_sealed bytea not null,
  primary key (set_id, file_no, line)
);
comment on table register_refusals is '台账未收录行';
comment on column register_refusals.codes is '列和原因代码, 按列的顺序';
comment on column register_refusals.cells_sealed is '加密的整行, 原样';
alter table register_refusals enable row level security;
create policy register_refusals_read on register_refusals for select to shouwang_app
  using (exists (select from register_sets s where s.id = set_id));
grant select (set_id, register, file_no, line, codes) on register_refusals to shouwang_app;

create table register_versions (
  register text not null,
  county_code int not null,
  record_id bigint not null,
  place_code bigint,
  recorded_at timestamptz not null,
  replaced_at timestamptz not null,
  replaced_set_id int,
  content jsonb not null
);
comment on table register_versions is '台账历史版本';
comment on column register_versions.place_code is '该版本所在地区; 人人可读的台账为空';
comment on column register_versions.content is '被替换的整行, 各列按表中的名称';
create index register_versions_record on register_versions (register, county_code, record_id, replaced_at desc);
create index register_versions_replaced on register_versions (register, replaced_at);
create index register_versions_set on register_versions (replaced_set_id) where replaced_set_id is not null;
alter table register_versions enable row level security;
create policy register_versions_read on register_versions for select to shouwang_app
  using (place_code is null or place_code between area_low() and area_high());
create policy register_versions_add on register_versions for insert to shouwang_app with check (true);
grant select, insert on register_versions to shouwang_app;

-- Row-level security by place, the grant and the index by place of a register's table. `everybody`: all may read all rows.
create function open_register(t regclass, everybody boolean) returns void language plpgsql as $$
begin
  execute format('create index %I on %s (place_code, id)', t::text || '_place', t);
  execute format('create index %I on %s (set_id)', t::text || '_set', t);
  execute format('alter table %s enable row level security', t);
  execute format('create policy %I on %s for select to shouwang_app using (%s)', t::text || '_read', t,
    case when everybody then 'true' else 'place_code between area_low() and area_high()' end);
  execute format('create policy %I on %s for insert to shouwang_app with check (place_code between area_low() and area_high())',
    t::text || '_add', t);
  execute format('create policy %I on %s for update to shouwang_app using (place_code between area_low() and area_high())
    with check (place_code between area_low() and area_high())', t::text || '_change', t);
  execute format('grant select, insert, update on %s to shouwang_app', t);
end $$;

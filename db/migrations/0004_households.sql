-- The registry. Every household-scoped table has the county first in its key, so that it can be spread over machines by
-- county. Ids are bigints made by the program in blocks (docs/decisions/0006). Persons and households are bulk-loaded and
-- checked by set-based statements in the loading transaction; a foreign key would check row by row.

create sequence household_ids;
create sequence person_ids;

create table import_batches (
  id int generated always as identity primary key,
  kind text not null check (kind in ('registry', 'feed', 'parameters')),
  account_id bigint not null,
  account_name text not null,
  files jsonb not null,
  counts jsonb not null default '{}',
  region_code bigint not null default 150000000000,
  state text not null default 'done' check (state in ('previewing', 'previewed', 'importing', 'done', 'failed', 'cancelled')),
  request jsonb not null default '{}',
  problem text,
  rescreen_due boolean not null default false,
  at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table import_batches is '户人口导入批次';
comment on column import_batches.request is '上传的文件、表头与提交人的区域, 供中断后重新开始';
create index import_batches_unfinished on import_batches (id) where state in ('previewing', 'importing') or rescreen_due;

create table households (
  county_code int not null,
  line int not null,
  id bigint not null,
  village_code bigint not null,
  net_fen bigint,
  net_per_capita_fen float8 generated always as (net_fen::float8 / nullif(member_count, 0)) stored,
  batch_id int not null,
  member_count int not null default 0,
  valid_from date not null default '2000-01-01',
  valid_to date,
  income_year int,
  risk_cleared boolean,
  kind text not null check (kind in ('general', 'lifted')),
  monitoring_category text check (monitoring_category in ('unstable-lifted', 'borderline', 'sudden-hardship')),
  head_name text not null default '',
  number text not null,
  phone_key bigint,
  phone_sealed bytea,
  primary key (county_code, id)
);
comment on table households is '农牧户';
comment on column households.number is '户编号';
comment on column households.net_fen is '最近收入年度的纯收入, 与 household_incomes 同时写入';
comment on column households.net_per_capita_fen is '人均纯收入, 按它排序和筛选';
create unique index households_number on households (number);
-- Counts of a county's households, of one kind too, are read from the index alone.
create index households_village on households (village_code, id) include (valid_to, kind);
create index households_income on households (county_code, net_per_capita_fen, id) where valid_to is null;
create index households_monitored on households (village_code, id) where monitoring_category is not null;

create table household_incomes (
  county_code int not null,
  household_id bigint not null,
  year int not null,
  wage_fen bigint not null,
  business_fen bigint not null,
  property_fen bigint not null,
  transfer_fen bigint not null,
  business_cost_fen bigint not null,
  claim_fen bigint not null,
  self_paid_fen bigint not null,
  previous_net_fen bigint,
  batch_id int not null,
  line int not null,
  primary key (county_code, household_id, year)
);
comment on table household_incomes is '家庭收支';

-- What has a fixed width and is asked of everybody comes first: reaching a column costs going over those before it.
create table persons (
  county_code int not null,
  line int not null,
  id bigint not null,
  household_id bigint not null,
  village_code bigint not null,
  batch_id int not null,
  id_sound boolean not null,
  working boolean not null default false,
  dibao boolean not null default false,
  valid_from date not null default '2000-01-01',
  valid_to date,
  birth int,
  id_sex smallint,
  id_key bigint,
  tail_key bigint,
  phone_key bigint,
  name text not null,
  number text not null,
  sex text not null default '',
  relation text not null default '',
  ethnicity text not null default '',
  education text not null default '',
  schooling text not null default '',
  health text not null default '',
  labour text not null default '',
  sealed bytea,
  end_reason text,
  primary key (county_code, household_id, id)
);
comment on table persons is '家庭成员';
comment on column persons.birth is '证件号码中的出生日期 yyyymmdd, 原样';
comment on column persons.id_sex is '证件号码第 17 位: 1 男 2 女'; 
comment on column persons.tail_key is '前六位、后四位与姓名的盲索引';
comment on column persons.sealed is '加密的证件号码与手机号码';
create unique index persons_number on persons (number);
-- Whose row it was, without looking into the wide table: matches by the million go out as numbers of persons.
create unique index persons_id on persons (id) include (number);
-- The village lets a search by name pass over namesakes elsewhere without reading their rows.
create index persons_name_birth on persons (name, birth, village_code);
create index persons_dibao on persons (county_code, household_id) where dibao and valid_to is null;
create index persons_tail_key on persons (tail_key);

-- id_key → person. A table of its own, keyed by id_key, so that on several machines it is spread by id_key.
create table person_index (
  id_key bigint not null,
  county_code int not null,
  household_id bigint not null,
  person_id bigint not null,
  name_hash int not null
);
comment on table person_index is '证件号码盲索引';
create index person_index_key on person_index (id_key);
create table repeated_ids (id_key bigint primary key);
comment on table repeated_ids is '重复证件号码';

create table record_versions (
  county_code int not null,
  subject text not null check (subject in ('household', 'person', 'income')),
  subject_id bigint not null,
  before jsonb not null,
  batch_id int,
  account_name text not null,
  replaced_at timestamptz not null default now()
);
comment on table record_versions is '历史版本';
create index record_versions_subject on record_versions (county_code, subject, subject_id, replaced_at desc);

create table household_events (
  county_code int not null,
  id bigint generated by default as identity,
  household_id bigint not null,
  person_id bigint,
  village_code bigint not null,
  kind text not null check (kind in ('split', 'merge', 'move', 'birth', 'death', 'marriage-in', 'marriage-out', 'leave')),
  on_date date not null,
  detail jsonb not null default '{}',
  account_name text not null,
  at timestamptz not null default now(),
  settled boolean not null default false,
  primary key (county_code, id)
);
comment on table household_events is '户与成员变动';
comment on column household_events.settled is '上层(部门数据、预警)是否已随之更新';
create index household_events_unsettled on household_events (id) where not settled;
create index household_events_household on household_events (county_code, household_id, on_date desc);

create table data_issues (
  county_code int not null,
  id bigint generated by default as identity,
  village_code bigint not null,
  household_id bigint,
  person_id bigint,
  code text not null,
  dataset text not null default 'registry',
  batch_id int,
  line int,
  detail jsonb not null default '{}',
  state text not null default 'open' check (state in ('open', 'explained', 'corrected')),
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (county_code, id)
);
comment on table data_issues is '疑点';
create index data_issues_household on data_issues (county_code, household_id);
create index data_issues_state on data_issues (state, village_code);

create table refused_rows (
  batch_id int not null,
  file text not null,
  line int not null,
  column_name text not null,
  value text not null,
  reason text not null,
  raw_sealed bytea
);
comment on table refused_rows is '户人口导入未收录行';
create index refused_rows_batch on refused_rows (batch_id, file, line);

-- A distinct name once, for search by pinyin and initials.
create table person_names (
  name text primary key,
  pinyin text not null default '',
  initials text not null default ''
);
comment on table person_names is '姓名拼音';
create index person_names_unread on person_names (name) where initials = '';
create index person_names_name on person_names (name text_pattern_ops);
create index person_names_pinyin on person_names (pinyin text_pattern_ops);
create index person_names_initials on person_names (initials text_pattern_ops);

do $$
declare t text;
begin
  foreach t in array array['households', 'persons', 'data_issues', 'household_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to shouwang_app using (village_code between area_low() and area_high())
      with check (village_code between area_low() and area_high())', t || '_area', t);
    execute format('grant select, insert, update on %I to shouwang_app', t);
  end loop;
  alter table household_incomes enable row level security;
  -- Whoever has the whole county sees all of it without looking at each household.
  create policy household_incomes_area on household_incomes to shouwang_app
    using ((area_low() <= county_code * 1000000::bigint and area_high() >= county_code * 1000000::bigint + 999999)
      or exists (select from households h where h.county_code = household_incomes.county_code and h.id = household_incomes.household_id))
    with check ((area_low() <= county_code * 1000000::bigint and area_high() >= county_code * 1000000::bigint + 999999)
      or exists (select from households h where h.county_code = household_incomes.county_code and h.id = household_incomes.household_id));
  -- A version belongs to the area in which the record stood then. `before` of an income names its household only.
  alter table record_versions enable row level security;
  create policy record_versions_area on record_versions to shouwang_app
    using (case subject when 'income'
      then exists (select from households h where h.county_code = record_versions.county_code and h.id = record_versions.subject_id)
      else (record_versions.before ->> 'village_code')::bigint between area_low() and area_high() end)
    with check (true);
end $$;
grant select, insert, update on household_incomes to shouwang_app;
grant select, insert on record_versions to shouwang_app;
grant usage on sequence household_ids, person_ids to shouwang_app;
grant select, insert on person_names to shouwang_app;
grant select, insert, update on person_index to shouwang_app;
grant select, insert on repeated_ids to shouwang_app;
alter table import_batches enable row level security;
create policy import_batches_area on import_batches to shouwang_app using (region_code between area_low() and area_high())
  with check (region_code between area_low() and area_high());
grant select, insert, update on import_batches to shouwang_app;

alter table refused_rows enable row level security;
create policy refused_rows_read on refused_rows for select to shouwang_app
  using (exists (select from import_batches b where b.id = batch_id));
grant select (batch_id, file, line, column_name, value, reason) on refused_rows to shouwang_app;

-- Where a record came from, also where the import was made by a higher level, whose batches a lower one does not see.
create function import_source(batch int) returns table (files jsonb, account_name text, at timestamptz) language sql stable
  security definer set search_path = public
  as $$ select b.files, b.account_name, b.at from import_batches b where b.id = batch $$;

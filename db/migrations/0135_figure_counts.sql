-- Figures over all households are kept by county and day. A kept count stands as long as nothing it was counted from has changed since
-- the snapshot it was seen in: each change leaves a mark with its transaction, in that transaction.

create table figure_marks (
  source text not null,
  county_code int not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  primary key (source, county_code, xid)
);
comment on table figure_marks is '指标计数的变动标记';
comment on column figure_marks.source is '变动的表';
comment on column figure_marks.county_code is '变动所及的旗县; 0 为不论何处';
create index figure_marks_at on figure_marks (at);
alter table figure_marks enable row level security;

create table figure_counts (
  asked bytea not null,
  county_code int not null,
  total numeric not null,
  objects text[],
  seen pg_snapshot not null,
  cluster bigint not null,
  kept_at timestamptz not null default now(),
  primary key (asked, county_code)
);
comment on table figure_counts is '指标分旗县计数';
comment on column figure_counts.asked is '计数语句连同时点和设置的摘要';
comment on column figure_counts.objects is '去重计数的对象: 各旗县之间可能相同';
comment on column figure_counts.seen is '计数时看到的快照';
comment on column figure_counts.cluster is '快照所属的数据库集群: 在别处恢复后不再有效';
create index figure_counts_kept on figure_counts (kept_at);
alter table figure_counts enable row level security;

-- Counties that a change of these households reaches: where they live, and where rows about them lie that figures are counted from.
create function counties_of_households(numbers text[]) returns setof int language sql stable as $$
  select h.county_code from households h where h.number = any(numbers)
  union select i.county_code from household_income_records i where i.household_number = any(numbers)
  union select b.county_code from project_beneficiaries b where b.household_number = any(numbers)
  union select e.county_code from employment_spells e where e.household_number = any(numbers)
  union select e.county_code from households h join persons p on p.county_code = h.county_code and p.household_id = h.id
    join employment_spells e on e.person_id = p.id where h.number = any(numbers)
$$;
create index employment_spells_household_number on employment_spells (household_number) where household_number is not null;

-- Marks what has changed. Argument: the select of households' numbers from `rows_changed`, or nothing where every change concerns all
-- counties. Of many rows nobody asks where each household has others: all counties are marked.
create function mark_figures() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many constant int := 500;
  numbers text[];
  counties int[] := '{0}';
begin
  if tg_nargs > 0 then
    if (select count(*) from (select from rows_changed limit many + 1) r) <= many then
      execute 'select coalesce(array_agg(distinct n), ''{}'') from (' || tg_argv[0] || ') x (n) where n is not null' into numbers;
      select array_agg(distinct c) into counties from (select county_code from rows_changed union select counties_of_households(numbers)) x (c);
    end if;
  end if;
  insert into figure_marks (source, county_code) select tg_table_name, c from unnest(counties) c on conflict do nothing;
  return null;
end $$;

-- Before an update and after it: a row that moves away leaves one county and enters another.
create function mark_figures_of(t regclass, numbers text) returns void language plpgsql as $$
begin
  execute format('create trigger figures_added after insert on %s referencing new table as rows_changed for each statement execute function mark_figures(%L)', t, numbers);
  execute format('create trigger figures_removed after delete on %s referencing old table as rows_changed for each statement execute function mark_figures(%L)', t, numbers);
  execute format('create trigger figures_left after update on %s referencing old table as rows_changed for each statement execute function mark_figures(%L)', t, numbers);
  execute format('create trigger figures_changed after update on %s referencing new table as rows_changed for each statement execute function mark_figures(%L)', t, numbers);
end $$;

-- Rows of registers, by the households they name.
select mark_figures_of('household_statuses', 'select household_number from rows_changed');
select mark_figures_of('household_income_records', 'select household_number from rows_changed');
select mark_figures_of('project_beneficiaries', 'select household_number from rows_changed');
select mark_figures_of('linkage_contracts', 'select household_number from rows_changed');
select mark_figures_of('help_measures', 'select household_number from rows_changed');
select mark_figures_of('employment_spells', 'select household_number from rows_changed
  union all select h.number from rows_changed r join persons p on p.id = r.person_id join households h on h.county_code = p.county_code and h.id = p.household_id');
select mark_figures_of('employment_confirmations', 'select e.household_number from rows_changed r join employment_spells e on e.number = r.spell_number
  union all select h.number from rows_changed r join employment_spells e on e.number = r.spell_number join persons p on p.id = e.person_id
    join households h on h.county_code = p.county_code and h.id = p.household_id');
select mark_figures_of('cases', 'select h.number from rows_changed r join households h on h.county_code = r.county_code and h.id = r.household_id');

-- The registry is filled by the million: what was added is not looked at.
create function mark_registry_of(t regclass, numbers text) returns void language plpgsql as $$
begin
  execute format('create trigger figures_added after insert or truncate on %s for each statement execute function mark_figures()', t);
  execute format('create trigger figures_removed after delete on %s referencing old table as rows_changed for each statement execute function mark_figures(%L)', t, numbers);
  execute format('create trigger figures_left after update on %s referencing old table as rows_changed for each statement execute function mark_figures(%L)', t, numbers);
  execute format('create trigger figures_changed after update on %s referencing new table as rows_changed for each statement execute function mark_figures(%L)', t, numbers);
end $$;
select mark_registry_of('households', 'select number from rows_changed');
select mark_registry_of('household_incomes', 'select h.number from rows_changed r join households h on h.county_code = r.county_code and h.id = r.household_id');
select mark_registry_of('persons', 'select h.number from rows_changed r join households h on h.county_code = r.county_code and h.id = r.household_id');

-- What any county may be counted by.
create trigger figures_changed after insert or update or delete or truncate on projects for each statement execute function mark_figures();
create trigger figures_changed after insert or update or delete or truncate on fund_allocations for each statement execute function mark_figures();
create trigger figures_changed after insert or update or delete or truncate on fund_issuances for each statement execute function mark_figures();
create trigger figures_changed after insert or update or delete or truncate on regions for each statement execute function mark_figures();

-- Counts of figures are kept for leagues and the region, too, with how many rows stand behind them; rosters, plans of cases and what was
-- known at a moment among them. What had been kept is counted anew.

truncate figure_counts, figure_marks;
alter table figure_counts rename column county_code to area;
alter table figure_counts add column rows bigint not null, add column figure text, add column day date,
  add column asked_at timestamptz not null default now();
comment on column figure_counts.area is '旗县、盟市或全区代码的前六位';
comment on column figure_counts.rows is '计数所依据的行数';
comment on column figure_counts.figure is '因哪项指标而计';
comment on column figure_counts.day is '该指标的时点';
comment on column figure_counts.asked_at is '最近一次因有人查看而计数的时间';
drop index figure_counts_kept;
create index figure_counts_asked on figure_counts (asked_at);

-- Plans of cases, by the households of their cases.
select mark_figures_of('case_measures', 'select h.number from rows_changed r join cases c on c.county_code = r.county_code and c.id = r.case_id
  join households h on h.county_code = c.county_code and h.id = c.household_id');

-- As before; rows of a feed that found no person lie in no county.
create or replace function mark_figures() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
  insert into figure_marks (source, county_code) select tg_table_name, c from unnest(counties) c where c is not null on conflict do nothing;
  return null;
end $$;

-- Rows of a feed count with their batch; rows that follow a person into another household are changed by themselves (feed-tables.ts).
create trigger figures_changed after insert or update or delete or truncate on feed_batches for each statement execute function mark_figures();
create trigger figures_changed after insert or update or delete or truncate on import_batches for each statement execute function mark_figures();
create function mark_feed_of(t regclass) returns void language plpgsql as $$
begin
  execute format('create trigger figures_changed after update on %s referencing new table as rows_changed for each statement execute function mark_figures(%L)',
    t, 'select h.number from rows_changed r join households h on h.county_code = r.county_code and h.id = r.household_id');
end $$;
do $$ begin
  if to_regclass('feed_dibao_roster') is not null then perform mark_feed_of('feed_dibao_roster'); end if;
end $$;

-- Which years have incomes: a question that is asked before every figure.
create index household_income_records_year on household_income_records using brin (income_year);
create index household_incomes_year on household_incomes using brin (year);

-- What was changed since a moment.
create index record_versions_replaced on record_versions (subject, replaced_at);

-- The board of whoever answers for an area: which figures each account looks at, and what they came to when they were last counted.

create table board_choices (
  account_id bigint primary key references accounts (id),
  figures text[] not null check (cardinality(figures) between 1 and 12),
  chosen_at timestamptz not null default now()
);
comment on table board_choices is '看板所选指标';
comment on column board_choices.figures is '指标代码, 按看板上的次序';
alter table board_choices enable row level security;
create policy board_choices_own on board_choices to shouwang_app
  using (account_id = (nullif(current_setting('app.actor', true), '')::jsonb ->> 'accountId')::bigint)
  with check (account_id = (nullif(current_setting('app.actor', true), '')::jsonb ->> 'accountId')::bigint);
grant select, insert, update, delete on board_choices to shouwang_app;

create table board_values (
  region_code bigint not null,
  figure text not null,
  day date not null,
  status text not null check (status in ('value', 'no-data', 'not-defined')),
  value text not null,
  shown text not null,
  number numeric,
  kept_at timestamptz not null default now(),
  primary key (region_code, figure, day)
);
comment on table board_values is '看板留存的数';
comment on column board_values.value is '准确值';
comment on column board_values.number is '按指标的计量单位; 不是数的为空';
comment on column board_values.kept_at is '何时算出';
create index board_values_kept on board_values (kept_at);
alter table board_values enable row level security;
create policy board_values_area on board_values to shouwang_app using (region_code between area_low() and area_high());
grant select on board_values to shouwang_app;

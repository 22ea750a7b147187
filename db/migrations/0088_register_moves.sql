-- The moves of rows that go through states (台账办理): who led which row where, for which day, with which opinion. The state itself is not
-- stored: it follows from the row's days and the last move.

create table register_moves (
  id bigint generated always as identity primary key,
  register text not null,
  county_code int not null,
  record_id bigint not null,
  place_code bigint not null,
  move text not null,
  from_state text not null,
  to_state text,
  done_on date not null,
  opinion text,
  before jsonb not null default '{}',
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  withdrawn_at timestamptz
);
comment on table register_moves is '台账办理记录';
comment on column register_moves.to_state is '办理后的状态; 空为恢复到记录自身日期所示的状态';
comment on column register_moves.done_on is '办理日期';
comment on column register_moves.before is '办理所改各项原来的值, 撤回时恢复';
create index register_moves_last on register_moves (register, county_code, record_id, id desc) where withdrawn_at is null;
create index register_moves_record on register_moves (register, county_code, record_id, id desc);
alter table register_moves enable row level security;
create policy register_moves_read on register_moves for select to shouwang_app
  using (place_code between area_low() and area_high());
create policy register_moves_add on register_moves for insert to shouwang_app
  with check (place_code between area_low() and area_high());
create policy register_moves_withdraw on register_moves for update to shouwang_app
  using (place_code between area_low() and area_high()) with check (place_code between area_low() and area_high());
grant select, insert, update (withdrawn_at) on register_moves to shouwang_app;

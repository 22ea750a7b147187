-- Whose account wrote a row of a register as it stands. Names repeat in a county: whether the next step is somebody else's is a
-- question of accounts. A new register needs to say its key and its own columns only: those that all have are added as it is opened.

create or replace function open_register(t regclass, everybody boolean) returns void language plpgsql as $$
begin
  execute format('alter table %s
    add column if not exists voided boolean not null default false, add column if not exists void_reason text,
    add column if not exists remark text, add column if not exists attachment text,
    add column if not exists recorded_at timestamptz not null default now(), add column if not exists recorded_by text not null,
    add column if not exists set_id int, add column if not exists file_no int, add column if not exists line int,
    add column account_id bigint', t);
  execute format('comment on column %1$s.voided is %2$L; comment on column %1$s.void_reason is %3$L;
    comment on column %1$s.remark is %4$L; comment on column %1$s.attachment is %5$L; comment on column %1$s.account_id is %6$L',
    t, '作废', '作废原因', '备注', '附件', '录入或导入这一版本的账号');
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

-- The registers there are, told by their common columns. What an import wrote is of the account of the import.
do $$
declare t regclass;
begin
  for t in
    select c.oid::regclass from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (select count(*) from pg_attribute a
      where a.attrelid = c.oid and a.attname in ('place_code', 'recorded_by', 'set_id', 'file_no') and not a.attisdropped) = 4
  loop
    execute format('alter table %s add column account_id bigint', t);
    execute format('comment on column %s.account_id is %L', t, '录入或导入这一版本的账号');
    execute format('update %s r set account_id = s.account_id from register_sets s where s.id = r.set_id', t);
    -- What was typed is the one account of its name; of several nobody can say whose it is.
    execute format('update %s r set account_id = a.id from (select name, min(id) as id from accounts group by name having count(*) = 1) a
      where r.set_id is null and a.name = r.recorded_by', t);
  end loop;
end $$;

-- An inspector’s account (督查账号) sees the problems of its batch and what belongs to them, and nothing else: for it the area that all
-- policies ask is empty, and these policies open the batch. A setting that is missing opens nothing.

create table account_batches (
  account_id bigint primary key references accounts (id),
  problem_source text not null,
  document_no text not null,
  account_name text not null,
  at timestamptz not null default now()
);
comment on table account_batches is '督查账号的批次';
comment on column account_batches.problem_source is '问题来源';
comment on column account_batches.document_no is '反馈文号';
comment on column account_batches.account_name is '设定人';
alter table account_batches enable row level security;
create policy account_batches_of_accounts_seen on account_batches to shouwang_app using (account_id in (select id from accounts))
  with check (account_id in (select id from accounts));
grant select, insert, update, delete on account_batches to shouwang_app;

create function batch_of_actor(what text) returns text language sql stable parallel safe
  return nullif(current_setting('app.batch', true), '')::jsonb ->> what;
comment on function batch_of_actor is '督查账号的批次: source, documentNo, low, high; 其他账号为空';

create policy problems_of_batch on problems for select to shouwang_app using (
  problem_source = batch_of_actor('source') and feedback_document_no = batch_of_actor('documentNo')
  and place_code between batch_of_actor('low')::bigint and batch_of_actor('high')::bigint);

do $$
declare t text;
begin
  foreach t in array array['problem_claims', 'fix_measures', 'fix_checks', 'spread_checks', 'rules_made', 'cards'] loop
    execute format('create policy %1$I on %2$I for select to shouwang_app using (batch_of_actor(''source'') is not null
      and problem_number in (select p.number from problems p where p.problem_source = batch_of_actor(''source'')
        and p.feedback_document_no = batch_of_actor(''documentNo'')))', t || '_of_batch', t);
  end loop;
end $$;

create policy problem_links_of_batch on problem_links for select to shouwang_app using (batch_of_actor('source') is not null
  and exists (select from problems p where p.number in (problem_number, other_number)));
-- Where a problem stands follows from its moves.
create policy register_moves_of_batch on register_moves for select to shouwang_app using (batch_of_actor('source') is not null
  and register = 'problems' and exists (select from problems p where p.county_code = register_moves.county_code and p.id = record_id));
create policy register_photos_of_batch on register_photos for select to shouwang_app using (batch_of_actor('source') is not null
  and register = 'fix-measures'
  and exists (select from fix_measures f where f.county_code = register_photos.county_code and f.id = record_id));

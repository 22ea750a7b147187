-- Lists with their filters that somebody keeps under a name, to open them again from the desk.
create table saved_lists (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  name text not null check (length(name) between 1 and 40),
  path text not null check (length(path) <= 120),
  search text not null check (length(search) <= 1000),
  saved_at timestamptz not null default now(),
  unique (account_id, name)
);
comment on table saved_lists is '收藏的筛选';
comment on column saved_lists.id is '编号';
comment on column saved_lists.account_id is '所属账号';
comment on column saved_lists.name is '名称';
comment on column saved_lists.path is '页面地址';
comment on column saved_lists.search is '筛选条件';
comment on column saved_lists.saved_at is '收藏时间';
alter table saved_lists enable row level security;
create policy saved_lists_own on saved_lists to shouwang_app
  using (account_id = (nullif(current_setting('app.actor', true), '')::jsonb ->> 'accountId')::bigint)
  with check (account_id = (nullif(current_setting('app.actor', true), '')::jsonb ->> 'accountId')::bigint);
grant select, insert, delete on saved_lists to shouwang_app;

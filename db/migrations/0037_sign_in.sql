-- Tries to sign in are counted before the password is checked, by who is meant and from where: the browsers an account has
-- used before are counted apart, so that nobody elsewhere keeps it locked. Names nobody has are counted like the others.
create table sign_in_attempts (
  who bytea primary key,
  account_id bigint references accounts (id),
  tries int not null,
  most int not null,
  at timestamptz not null default now()
);
comment on table sign_in_attempts is '登录尝试次数';
comment on column sign_in_attempts.who is '用户名与来源(设备或网络地址)的盲索引';
create index sign_in_attempts_account on sign_in_attempts (account_id) where account_id is not null;
create index sign_in_attempts_at on sign_in_attempts (at);
alter table sign_in_attempts enable row level security;
-- Counting is the sign-in's, which runs as the owner; the office sees that an account is locked, and lifts it.
create policy sign_in_attempts_of_accounts_seen on sign_in_attempts to shouwang_app
  using (account_id in (select id from accounts));
grant select (account_id, tries, most, at), delete on sign_in_attempts to shouwang_app;

alter table accounts drop column failed_attempts, drop column locked_until;

-- Passwords that are not to come again, and until when a first one is good.
create table password_history (
  account_id bigint not null references accounts (id),
  at timestamptz not null default now(),
  password_hash text not null
);
comment on table password_history is '用过的密码';
create index password_history_account on password_history (account_id, at desc);
alter table password_history enable row level security;
create policy password_history_add on password_history for insert to shouwang_app
  with check (account_id in (select id from accounts));
grant insert on password_history to shouwang_app;
insert into password_history (account_id, password_hash) select id, password_hash from accounts;

alter table accounts add column first_password_until timestamptz;
comment on column accounts.first_password_until is '初始密码的有效期';
grant select (first_password_until) on accounts to shouwang_app;
update accounts set first_password_until = now() + interval '14 days' where must_change_password;

-- A session can be named without its token, seen by its account and ended.
alter table sessions add column id uuid not null default gen_random_uuid();
create unique index sessions_id on sessions (id);
alter table sessions enable row level security;
create policy sessions_of_accounts_seen on sessions to shouwang_app
  using (account_id in (select id from accounts));
grant select (id, created_at, last_seen_at, expires_at, ip, user_agent) on sessions to shouwang_app;

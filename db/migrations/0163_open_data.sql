-- The open data door: a key of another office reads figures of an area, and nothing else. Only a digest of a key is kept.

create table api_keys (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 60),
  office text not null check (length(office) between 1 and 60),
  region_code bigint not null references regions (code),
  figures text[] not null check (cardinality(figures) between 1 and 200),
  digest bytea not null unique,
  hint text not null,
  per_minute int not null check (per_minute between 1 and 600),
  expires_on date not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  revoked_by text,
  revoked_at timestamptz,
  last_used_at timestamptz,
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table api_keys is '数据接口密钥';
comment on column api_keys.name is '用途';
comment on column api_keys.office is '使用单位';
comment on column api_keys.region_code is '可以读取的地区, 含下级';
comment on column api_keys.figures is '可以读取的指标';
comment on column api_keys.digest is '密钥的摘要; 密钥本身不留存';
comment on column api_keys.hint is '密钥的末四位, 用来辨认';
comment on column api_keys.per_minute is '每分钟最多次数';
comment on column api_keys.expires_on is '有效期至, 含当天';
comment on column api_keys.last_used_at is '最近一次使用';
create index api_keys_region on api_keys (region_code);
alter table api_keys enable row level security;
create policy api_keys_area on api_keys to shouwang_app using (region_code between area_low() and area_high())
  with check (region_code between area_low() and area_high());
grant select, insert on api_keys to shouwang_app;
grant update (revoked_by, revoked_at, last_used_at) on api_keys to shouwang_app;

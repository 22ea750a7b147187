-- Photos of rows of registers (台账照片). One that is removed stays known: who removed it, and why.

create table register_photos (
  county_code int not null,
  id uuid not null,
  register text not null,
  record_id bigint not null,
  place_code bigint not null,
  stage text not null check (stage in ('before', 'after', 'other')),
  name text not null,
  type text not null,
  byte_size bigint not null,
  sha256 text not null,
  account_name text not null,
  at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by text,
  remove_reason text,
  primary key (county_code, id)
);
comment on table register_photos is '台账照片';
comment on column register_photos.sha256 is '照片内容的散列, 同一张照片用于几条记录时可以看出';
create index register_photos_record on register_photos (register, county_code, record_id) where removed_at is null;
create index register_photos_same on register_photos (register, sha256) where removed_at is null;
alter table register_photos enable row level security;
create policy register_photos_area on register_photos to shouwang_app using (place_code between area_low() and area_high())
  with check (place_code between area_low() and area_high());
grant select, insert, update (removed_at, removed_by, remove_reason) on register_photos to shouwang_app;

-- Lists of persons that departments are asked about while households are compared, and what each department answered.

create table inquiries (
  id bigint generated always as identity primary key,
  region_code bigint not null references regions (code),
  department text not null,
  account_id bigint not null,
  account_name text not null,
  at timestamptz not null default now(),
  sent_at timestamptz,
  refused_sealed bytea
);
comment on table inquiries is '部门协查单';
comment on column inquiries.sent_at is '名单第一次下载的时间; 此后的比对请求另起一张';
comment on column inquiries.refused_sealed is '最近一次回复文件中未采用的行';
create unique index inquiries_open on inquiries (region_code, department) where sent_at is null;
create index inquiries_department on inquiries (department, id desc);

create table inquiry_persons (
  inquiry_id bigint not null references inquiries (id),
  position int not null,
  county_code int not null,
  case_id bigint not null,
  household_id bigint not null,
  person_id bigint not null,
  reply_sealed bytea,
  answered_at timestamptz,
  answered_by text,
  primary key (inquiry_id, position)
);
comment on table inquiry_persons is '协查名单';
comment on column inquiry_persons.reply_sealed is '部门回复: 结果、命中情形和说明';
create index inquiry_persons_case on inquiry_persons (county_code, case_id);

-- A county asks and a department answers; whoever works below the county has no part in it.
alter table inquiries enable row level security;
create policy inquiries_own on inquiries to shouwang_app
  using (region_code between area_low() and area_high() and acting_department() in ('', department))
  with check (region_code between area_low() and area_high() and acting_department() in ('', department));
grant select, insert, update on inquiries to shouwang_app;
alter table inquiry_persons enable row level security;
create policy inquiry_persons_own on inquiry_persons to shouwang_app
  using (inquiry_id in (select i.id from inquiries i where i.region_code between area_low() and area_high() and acting_department() in ('', i.department)));
grant select, insert, update, delete on inquiry_persons to shouwang_app;

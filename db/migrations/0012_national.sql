-- What has to be entered or changed by hand in the national system, written with the actions that cause it.

create sequence national_change_ids;

create table national_changes (
  county_code int not null,
  id bigint not null default nextval('national_change_ids'),
  village_code bigint not null,
  case_id bigint not null,
  household_id bigint not null,
  field text not null,
  old_value text not null default '',
  new_value text not null default '',
  arises_on date not null,
  done_on date,
  done_by text not null default '',
  note text not null default '',
  primary key (county_code, id)
);
comment on table national_changes is '国家系统回写清单';
comment on column national_changes.arises_on is '产生日期';
comment on column national_changes.done_on is '回写日期';
-- Of one field of a household only the newest value is to be entered.
create unique index national_changes_open on national_changes (county_code, household_id, field) where done_on is null;
create index national_changes_waiting on national_changes (village_code, id) where done_on is null;
create index national_changes_village on national_changes (village_code, id desc);
create index national_changes_case on national_changes (county_code, case_id);
alter table national_changes enable row level security;
create policy national_changes_area on national_changes to shouwang_app using (village_code between area_low() and area_high())
  with check (village_code between area_low() and area_high());
grant select, insert, update on national_changes to shouwang_app;
grant usage on sequence national_change_ids to shouwang_app;

-- The table of persons anew, with the columns of later migrations among those of a fixed width that everybody has: reaching a
-- column costs going over those before it, and no index is built without reaching some of these eight million times.

alter table persons rename to persons_before;
alter table persons_before rename constraint persons_pkey to persons_before_pkey;

create table persons (
  county_code int not null,
  line int not null,
  id bigint not null,
  household_id bigint not null,
  village_code bigint not null,
  batch_id int not null,
  name_hash int not null,
  valid_from date not null default '2000-01-01',
  id_sound boolean not null,
  id_passed_on boolean not null default false,
  working boolean not null default false,
  dibao boolean not null default false,
  birth int,
  id_key bigint,
  tail_key bigint,
  id_sex smallint,
  valid_to date,
  phone_key bigint,
  name text not null,
  number text not null,
  sex text not null default '',
  relation text not null default '',
  ethnicity text not null default '',
  education text not null default '',
  schooling text not null default '',
  health text not null default '',
  labour text not null default '',
  sealed bytea,
  end_reason text,
  primary key (county_code, household_id, id)
);
comment on table persons is '家庭成员';
comment on column persons.birth is '证件号码中的出生日期 yyyymmdd, 原样';
comment on column persons.id_sex is '证件号码第 17 位: 1 男 2 女';
comment on column persons.tail_key is '前六位、后四位与姓名的盲索引';
comment on column persons.sealed is '加密的证件号码与手机号码';
comment on column persons.name_hash is 'hashtext(name), 由写入者填写; 与姓名一同比较';
comment on column persons.id_passed_on is '证件号码已由此人后来的记录接替, 不再据此找到本记录';

insert into persons (county_code, line, id, household_id, village_code, batch_id, name_hash, valid_from, id_sound, id_passed_on,
  working, dibao, birth, id_key, tail_key, id_sex, valid_to, phone_key, name, number, sex, relation, ethnicity, education,
  schooling, health, labour, sealed, end_reason)
select county_code, line, id, household_id, village_code, batch_id, name_hash, valid_from, id_sound, id_passed_on,
  working, dibao, birth, id_key, tail_key, id_sex, valid_to, phone_key, name, number, sex, relation, ethnicity, education,
  schooling, health, labour, sealed, end_reason
from persons_before;

create or replace view person_index as
  select id_key, county_code, household_id, id as person_id, name_hash from persons where id_key is not null and not id_passed_on;
drop table persons_before;

create unique index persons_number on persons (number);
create unique index persons_id on persons (id) include (number);
-- The village lets a search by name, and a row that names its village, pass over namesakes elsewhere without reading them: an
-- index of its own for that took as long to build as two others.
create index persons_name_birth on persons (name_hash, birth, village_code);
create index persons_id_key on persons (id_key) where not id_passed_on;
create index persons_tail_key on persons (tail_key);
create index persons_dibao on persons (county_code, household_id) where dibao and valid_to is null;

alter table persons enable row level security;
create policy persons_area on persons to shouwang_app using (village_code between area_low() and area_high())
  with check (village_code between area_low() and area_high());
grant select, insert, update on persons to shouwang_app;

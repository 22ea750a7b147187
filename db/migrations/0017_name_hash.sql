-- Persons are found by the hash of their name: sorting eight million whole names took longer than any other index, and who
-- has this name in this village was looked for among all namesakes of the region.

alter table persons add column name_hash int;
update persons set name_hash = hashtext(name);
alter table persons alter column name_hash set not null;
comment on column persons.name_hash is 'hashtext(name), 由写入者填写; 与姓名一同比较';

drop index persons_name_birth;
create index persons_name_birth on persons (name_hash, birth);
create index persons_name_village on persons (name_hash, village_code);

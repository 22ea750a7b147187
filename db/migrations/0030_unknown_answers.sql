-- A word in a yes-or-no column that says neither is unknown, with a data issue, and never silently no.

alter table persons alter column working drop not null, alter column working drop default;
alter table persons alter column dibao drop not null, alter column dibao drop default;

comment on column persons.working is '是否务工,空为不详';
comment on column persons.dibao is '是否低保,空为不详';

-- Packs for the quarter's joint conference are written as statements are; the tables behind their text are frozen with it.

alter table statements add column kind text not null default 'press' check (kind in ('press', 'conference'));
alter table statements alter column kind drop default;
comment on column statements.kind is '类别';
alter table statement_values add column appendix jsonb;
comment on column statement_values.appendix is '联席会议材料的附表';

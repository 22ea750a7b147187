-- Names that people read in more than one way, and names looked for without their dot or without the surname.

create table name_spellings (
  name text not null,
  pinyin text not null,
  initials text not null,
  primary key (name, pinyin)
);
comment on table name_spellings is '姓名的其他读音';
create index name_spellings_pinyin on name_spellings (pinyin text_pattern_ops);
create index name_spellings_initials on name_spellings (initials text_pattern_ops);
-- As the names themselves: without a household they say nothing of anybody.
alter table name_spellings enable row level security;
create policy name_spellings_all on name_spellings to shouwang_app using (true) with check (true);
grant select, insert on name_spellings to shouwang_app;

create index person_names_reversed on person_names (reverse(name) text_pattern_ops);
create index person_names_dotless on person_names (replace(name, '·', '') text_pattern_ops) where strpos(name, '·') > 0;

-- The program spells them again at its next start.
update person_names set initials = '' where initials <> '';

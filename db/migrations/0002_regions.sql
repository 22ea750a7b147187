-- Regions of all five levels. A region and all below it are one range of codes.
create table regions (
  code bigint primary key,
  parent_code bigint references regions (code),
  level text not null check (level in ('autonomous-region', 'prefecture', 'county', 'township', 'village')),
  name text not null,
  official_name text not null,
  kind text not null default '',
  pinyin text not null default '',
  initials text not null default '',
  valid_from date not null default '2000-01-01',
  valid_to date,
  predecessor_code bigint references regions (code)
);
comment on table regions is '行政区划';
create index regions_level on regions (level, code);
create index regions_parent on regions (parent_code);
create index regions_name on regions (name text_pattern_ops);
create index regions_initials on regions (initials text_pattern_ops);
create index regions_pinyin on regions (pinyin text_pattern_ops);

create table county_designations (
  county_code bigint not null references regions (code),
  designation text not null,
  evidence text not null default '',
  primary key (county_code, designation)
);
comment on table county_designations is '旗县称号';
grant select on regions, county_designations to shouwang_app;

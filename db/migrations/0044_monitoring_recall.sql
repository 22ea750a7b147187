-- What somebody did last can be taken back until somebody else goes on from it; and a case says from which day on it can be
-- worked on, so that what nobody can do yet is not counted as work.

alter table household_events drop constraint household_events_kind_check;
alter table household_events add constraint household_events_kind_check check (kind in
  ('split', 'merge', 'move', 'birth', 'death', 'marriage-in', 'marriage-out', 'leave', 'monitored', 'risk-cleared',
   'region-change', 'monitoring-recalled'));

alter table cases add column ready_on date;
comment on column cases.ready_on is '最早可以办理的日期(公示期满日),为空即可办理';

-- Cases whose notice hangs today are folded anew at the next start, which sets the day.
insert into recomputations (year, account_name)
  select extract(year from now())::int, '升级' where exists (select from cases where state like '%.notice');

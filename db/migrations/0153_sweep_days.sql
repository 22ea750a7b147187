-- How many households of each village of a round were seen on which day: kept, as the counts of villages are, so that the curve of the region sums villages and not
-- households. Nothing refers to it, for rounds come with a later file.

create table sweep_days (
  sweep_id bigint not null,
  village_code bigint not null,
  visited_on date not null,
  done int not null,
  in_person int not null,
  primary key (sweep_id, village_code, visited_on)
);
comment on table sweep_days is '分村逐日核查数';
comment on column sweep_days.visited_on is '核查日期';
comment on column sweep_days.done is '当日查到的户数';
comment on column sweep_days.in_person is '其中入户';

alter table sweep_days enable row level security;
create policy sweep_days_area on sweep_days to shouwang_app using (village_code between area_low() and area_high())
  with check (village_code between area_low() and area_high());
grant select, insert, update, delete on sweep_days to shouwang_app;

-- Where rounds ran before.
do $$
begin
  if to_regclass('sweep_items') is not null then
    insert into sweep_days (sweep_id, village_code, visited_on, done, in_person)
    select sweep_id, village_code, visited_on, count(*), count(*) filter (where visit_mode = 'in-person') from sweep_items
    where left_on is null and visit_result is not null and visit_result not in ('not-met', 'whole-away') group by 1, 2, 3;
  end if;
end $$;

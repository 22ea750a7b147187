-- One door to the day it is: in Beijing, whatever zone the session has. A screening of a day that has not come (a clock that ran
-- ahead, a mistyped day) hides none of those before it.

create function today_there() returns date language sql stable
  as $$ select (now() at time zone 'Asia/Shanghai')::date $$;
comment on function today_there() is '北京时间的今天';

create or replace function newest_screening(low bigint, high bigint) returns date language sql stable
  as $$ select max(s.as_of) from screenings s
    where s.undone_at is null and s.as_of <= today_there() and s.region_code <= low and region_high(s.region_code) >= high $$;

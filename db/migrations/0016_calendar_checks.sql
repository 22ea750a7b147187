-- Whether somebody has compared the holidays of a year with the announcement of the State Council. Holidays reach the calendar
-- from a list the program brings or from the demonstration; deadlines in working days follow them, so people vouch for them.

create table calendar_checks (
  year int primary key,
  account_name text not null,
  at timestamptz not null default now()
);
comment on table calendar_checks is '节假日安排核对记录';
grant select, insert, delete on calendar_checks to shouwang_app;

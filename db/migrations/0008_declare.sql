-- A household's own declaration without an account. What comes in is a clue; here is only how often who has come today, so
-- that floods and guessing end. Addresses and phone numbers stand as keyed hashes, for two days.
create table visitor_tallies (
  day date not null,
  kind text not null,
  who bytea not null,
  n int not null,
  constraint visitor_tallies_pkey primary key (day, kind, who)
);
comment on table visitor_tallies is '自主申报的每日次数';
comment on column visitor_tallies.who is '网络地址、电话号码或回执号的盲索引';
-- No policy and no grant: the application reaches the table only through the function.
alter table visitor_tallies enable row level security;

/* Adds to a count of the day and answers it. Old days go as it is used; rows another transaction holds are left to that. */
create function count_visitor(of_kind text, of_who bytea, on_day date, added int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare counted int;
begin
  delete from visitor_tallies where ctid in
    (select ctid from visitor_tallies where day < on_day - 2 limit 100 for update skip locked);
  insert into visitor_tallies as t (day, kind, who, n) values (on_day, of_kind, of_who, added)
    on conflict (day, kind, who) do update set n = t.n + added returning t.n into counted;
  return counted;
end $$;
revoke all on function count_visitor from public;
grant execute on function count_visitor to shouwang_app;

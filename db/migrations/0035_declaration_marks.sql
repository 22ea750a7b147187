-- The same declaration handed in again on its day (the page was loaded anew, the answer did not arrive) is answered as the first
-- one was. Marks are keyed hashes of what was handed in and from where, and are kept for two days, as the tallies are.
create table declaration_marks (
  mark bytea primary key,
  request_id uuid not null,
  day date not null
);
comment on table declaration_marks is '当日重复申报的识别';
-- No policy and no grant: the application reaches the table only through the function.
alter table declaration_marks enable row level security;

/* Keeps the mark and answers the request it came with first; that of another transaction is waited for. */
create function mark_declaration(of_mark bytea, of_request uuid, on_day date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare first_request uuid;
begin
  delete from declaration_marks where ctid in
    (select ctid from declaration_marks where day < on_day - 2 limit 100 for update skip locked);
  insert into declaration_marks as d (mark, request_id, day) values (of_mark, of_request, on_day)
    on conflict (mark) do update set request_id = d.request_id returning d.request_id into first_request;
  return first_request;
end $$;
revoke all on function mark_declaration from public;
grant execute on function mark_declaration to shouwang_app;

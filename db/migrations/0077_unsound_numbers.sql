-- Numbers of persons with this name whose own ID is not sound: asked for one name at a time when a row is typed in.
create function unsound_numbers(hash int) returns setof text language sql stable security definer set search_path = public, pg_temp
  as $$ select number from unsound_ids where name_hash = hash $$;
revoke all on function unsound_numbers(int) from public;
grant execute on function unsound_numbers(int) to shouwang_app;

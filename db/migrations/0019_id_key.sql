-- Most rows of departments find their person in memory (docs/decisions/0013): holding all that matching asks for made the index
-- two and a half times as large, and its building twice as long, for the few that are still looked up here.

drop index persons_id_key;
create index persons_id_key on persons (id_key) where not id_passed_on;

-- Jobs of people outside the registry are found by their key, as those of the registry's people are by their id.

create index employment_spells_outsider_key on employment_spells (outsider_key) where outsider_key is not null;

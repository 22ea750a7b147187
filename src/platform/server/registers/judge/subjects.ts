// Whom rows speak of. Registers know columns; households and persons are found by the slice that keeps them, which is handed down.

import type { Tx } from '../../db.ts';
import type { Keys } from '../../keys.ts';

/** Both read a temporary table that the import made and fill another, set by set. */
export type Subjects = {
  /** Of `asked_households (ord, number, on_day)` fills `found_households (ord, place_code)`: where each was on the day. */
  findHouseholds: (tx: Tx) => Promise<void>;
  /**
   * Of `asked_persons (ord, number, id_sealed, name, household_number, village_code, on_day, kept_id)` fills `found_persons (ord,
   * person_id, outsider_key, birth, place_code, name_differs, code)`; `code` says why a row finds nobody.
   */
  findPersons: (tx: Tx, keys: Keys) => Promise<void>;
};

export const SUBJECT_TABLES = `
  create temp table if not exists asked_households (ord bigint not null, number text not null, on_day date) on commit drop;
  create temp table if not exists found_households (ord bigint not null, place_code bigint not null) on commit drop;
  create temp table if not exists asked_persons (ord bigint not null, number text, id_sealed bytea, name text, household_number text,
    village_code bigint, on_day date, kept_id bigint) on commit drop;
  create temp table if not exists found_persons (ord bigint not null, person_id bigint, outsider_key bigint, birth int, place_code bigint,
    name_differs boolean not null default false, code text) on commit drop`;

// Issues that other slices find: they say what with a SELECT, so that millions of rows stay in the database.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

type Selected = RawBuilder<unknown>;

/** `found` selects county_code, village_code, household_id, person_id, code, dataset, batch_id, line and detail. */
export function openIssues(tx: Tx, found: Selected): Promise<number> {
  return tx.run(sql`
    insert into data_issues (county_code, village_code, household_id, person_id, code, dataset, batch_id, line, detail) ${found}`);
}

/** What is found anew of issues that are open: `found` selects county_code, id, line and detail. */
export function restateIssues(tx: Tx, found: Selected): Promise<number> {
  return tx.run(sql`update data_issues d set line = f.line, detail = f.detail from (${found}) f
    where d.county_code = f.county_code and d.id = f.id`);
}

/** Open issues that are gone: `gone` selects county_code and id; `detail` is added to what each says. */
export function correctIssues(tx: Tx, gone: Selected, detail: object = {}): Promise<number> {
  return tx.run(sql`update data_issues d set state = 'corrected', closed_at = now(), detail = d.detail || ${JSON.stringify(detail)}::jsonb
    from (${gone}) g where d.county_code = g.county_code and d.id = g.id and d.state = 'open'`);
}

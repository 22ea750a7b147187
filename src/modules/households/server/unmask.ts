// One sensitive value in clear, for somebody who says why. The audit names the person and the field, never the value.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { readSecrets } from '../domain/mask.ts';
import '../domain/problems.ts';

export type Unmasking = {
  countyCode: number;
  householdId: number;
  personId?: number | undefined;
  field: 'id-number' | 'phone';
  reason: string;
};

type SealedRow = { villageCode: number; phoneSealed: Buffer | null; personId: number | null; sealed: Buffer | null };

const FIELD_WORDS = { 'id-number': '证件号码', phone: '电话号码' };

function clearValue(keys: Keys, row: SealedRow, asked: Unmasking): string {
  if (asked.personId === undefined)
    return asked.field === 'phone' && row.phoneSealed ? open(keys, row.phoneSealed) : '';
  const { id, phone } = row.sealed ? readSecrets(open(keys, row.sealed)) : { id: '', phone: '' };
  return asked.field === 'phone' ? phone : id;
}

/** Throws `households.not-found`, `households.person-not-found`, `households.no-value`. */
export async function unmask(tx: Tx, keys: Keys, asked: Unmasking): Promise<Outcome<{ value: string }>> {
  const row = await tx.first(sql<SealedRow>`
    select h.village_code, h.phone_sealed, p.id as person_id, p.sealed from households h
    left join persons p on p.county_code = h.county_code and p.household_id = h.id and p.id = ${asked.personId ?? null}::bigint
    where h.county_code = ${asked.countyCode} and h.id = ${asked.householdId}`);
  if (!row) throw new Problem('households.not-found');
  if (asked.personId !== undefined && row.personId === null) throw new Problem('households.person-not-found');
  const value = clearValue(keys, row, asked);
  if (value === '') throw new Problem('households.no-value', { what: FIELD_WORDS[asked.field] });
  return {
    result: { value },
    audit: {
      operation: 'households.unmask',
      subjectKind: asked.personId === undefined ? 'household' : 'person',
      subjectId: asked.personId ?? asked.householdId,
      regionCode: row.villageCode,
      householdId: asked.householdId,
      ...(asked.personId === undefined ? {} : { personId: asked.personId }),
      reason: asked.reason,
      after: { field: asked.field },
    },
  };
}

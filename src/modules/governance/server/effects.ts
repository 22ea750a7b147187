// An objection that is right takes the entry out; what was spent of it already stands in the way, and is told.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import { changeRecord } from '../../../platform/server/registers/record.ts';
import { pointEntryRegister } from '../domain/registers/point-entry-register.ts';

const register = pointEntryRegister as unknown as RegisterDefinition;

export const governanceEffects: readonly Effect[] = [
  {
    ...{ register: 'point-entries', move: 'uphold' },
    run: async (tx, tools, rows) => {
      const audit = [];
      for (const { countyCode, id, version } of rows) {
        const made = await tx.first(sql<{ opinion: string | null }>`select opinion from register_moves
          where register = 'point-entries' and county_code = ${countyCode} and record_id = ${id} order by id desc limit 1`);
        const values = { voided: true, voidReason: `异议成立：${made?.opinion ?? ''}` };
        const changed = await changeRecord(tx, tools, register, { countyCode, id, version, values });
        audit.push({ ...changed.audit, operation: operationName(register, 'void') });
      }
      return audit;
    },
  },
];

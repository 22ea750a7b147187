// Saves a sheet: its lines sealed beside the older ones, and their sums as the row of 家庭收支, by the rules that row has anyway.

import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, seal } from '../../../platform/server/keys.ts';
import { addRecord, changeRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import type { HouseholdKey } from '../../households/domain/addresses.ts';
import { householdIncomeRegister } from '../../households/domain/registers/household-income-register.ts';
import '../domain/problems.ts';
import { incomeValues, isHalf, netOf, perHead, type SheetLine, sumSheet } from '../domain/sheet.ts';
import { sheetItem } from '../domain/sheet-items.ts';
import { closedOn, refuseUnfinished } from './closings.ts';
import { householdOf, recordOf } from './read-sheet.ts';

const register = householdIncomeRegister as unknown as Parameters<typeof addRecord>[2];

export type GivenSheet = HouseholdKey & {
  year: number;
  members: number;
  lines: SheetLine[];
  collectedOn: string;
  version?: string | undefined;
};

function refuseHalf(lines: readonly SheetLine[]): void {
  const half = lines.find(isHalf);
  if (half) throw new Problem('incomes.half-line', { item: sheetItem(half.item).title });
}

/** Only those of today's screen or of a phone that saw the row as it still is. */
async function saveRow(tx: Tx, tools: RecordTools, number: string, given: GivenSheet) {
  const { year, members, lines, collectedOn, version } = given;
  const record = await recordOf(tx, number, year);
  if (record?.version !== version) throw new Problem('incomes.changed');
  const values = { yearEndMembers: members, ...incomeValues(sumSheet(lines)), collectedOn };
  if (record)
    return {
      verb: 'change',
      ...(await changeRecord(tx, tools, register, {
        ...record,
        values: { ...values, voided: false, voidReason: null },
      })),
    };
  return {
    verb: 'add',
    ...(await addRecord(tx, tools, register, { householdNumber: number, incomeYear: year, ...values })),
  };
}

export async function saveSheet(
  tx: Tx,
  { tools, keys }: { tools: RecordTools; keys: Keys },
  given: GivenSheet,
  today: PlainDate,
): Promise<Outcome<{ netFen: number; perHeadFen: number }>> {
  const { countyCode, id, year, members, lines } = given;
  const { number, villageCode } = await householdOf(tx, given);
  refuseUnfinished(year, today);
  const day = await closedOn(tx, countyCode, year);
  if (day) throw new Problem('incomes.year-closed', { year, day });
  refuseHalf(lines);
  const { verb, audit } = await saveRow(tx, tools, number, given);
  await tx.run(sql`
    insert into income_sheets (county_code, household_id, income_year, lines_sealed, account_name)
    values (${countyCode}, ${id}, ${year}, ${seal(keys, JSON.stringify(lines))}, ${tx.actor.name})`);
  const netFen = netOf(sumSheet(lines));
  const subject = { subjectKind: 'household', subjectId: id, regionCode: villageCode, householdId: id };
  return {
    result: { netFen, perHeadFen: perHead(netFen, members) },
    audit: [
      { ...audit, operation: operationName(register, verb) },
      { operation: 'incomes.save-sheet', ...subject, after: { year, lines: lines.length } },
    ],
  };
}

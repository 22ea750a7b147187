// An import into an empty registry: members go straight into their table, with the household found in memory while they are
// read (fill-registry.ts of households). The outcome is that of the general import.

import { collectNow } from '../../../platform/server/bulk/hand-back.ts';
import { estimateLines } from '../../../platform/server/tables/estimate-lines.ts';
import {
  beginFill,
  copyHouseholds,
  countOf,
  type FirstIds,
  forgetRepeated,
  type ImportCounts,
} from '../../households/server/index.ts';
import { NumberTable } from './files/household-numbers.ts';
import { HouseholdSpool } from './files/household-spool.ts';
import { HouseholdSummary } from './files/household-summary.ts';
import { FINAL_INCOME, FINAL_PERSON, ISSUE, NAME } from './files/registry-layouts.ts';
import { type Staging, stageFile } from './files/stage-registry.ts';
import type { Arriving } from './persons/arriving-persons.ts';

export type FirstImport = { households: ImportCounts; members: ImportCounts; unknown: string[]; skipped: number };

/** The staging tables must stand and be empty. Indexes taken away come back before this ends. */
export async function importFirst(staging: Staging, batchId: number, arriving?: Arriving): Promise<FirstImport> {
  const { tx } = staging;
  const { bases, end } = await beginFill(tx);
  const read = await readBoth(staging, batchId, bases, arriving);
  await end({ ...read, batchId, onRepeated: () => arriving?.withdraw() });
  const counts = async (which: 'households' | 'members', taken: number): Promise<ImportCounts> => {
    const refused = await countOf(tx, `staged_${which}_refused`);
    const repeated = await countOf(tx, `staged_${which}_refused where reason = 'repeated'`);
    return { rows: taken - repeated + refused, added: taken - repeated, changed: 0, unchanged: 0, refused, missing: 0 };
  };
  return {
    households: await counts('households', read.households.rows),
    members: await counts('members', read.members.rows),
    unknown: [...read.households.unknown, ...read.members.unknown],
    skipped: read.households.skipped + read.members.skipped,
  };
}

/** Both files into their tables: a household's row is written once its members have been read. */
async function readBoth(staging: Staging, batchId: number, bases: FirstIds, arriving: Arriving | undefined) {
  const spool = await HouseholdSpool.open();
  try {
    const { summary, repeated, ...read } = await readFiles(staging, { batchId, bases, spool, arriving });
    collectNow();
    const repeatedIds = arriving?.end(bases.person, bases.household);
    await spool.complete(staging.tx, { summary, repeated, batchId }, copyHouseholds);
    if (repeated.size > 0) await forgetRepeated(staging.tx, batchId);
    return { ...read, repeatedIds };
  } finally {
    await spool.close();
  }
}

type FilesInto = { batchId: number; bases: FirstIds; spool: HouseholdSpool; arriving: Arriving | undefined };

/** The table of numbers, which takes tens of megabytes, ends with this. */
async function readFiles(staging: Staging, { spool, arriving, ...into }: FilesInto) {
  const { households: file } = staging.request;
  const numbers = new NumberTable(file ? await estimateLines(file.path) : 0);
  const households = await readHouseholds(staging, { ...into, numbers, spool });
  const summary = new HouseholdSummary(numbers.highestLine);
  const members = await readMembers(staging, { ...into, numbers, summary, arriving });
  return { households, members, summary, repeated: numbers.repeated, lastHousehold: numbers.highestLine };
}

type HouseholdsInto = { batchId: number; bases: FirstIds; numbers: NumberTable; spool: HouseholdSpool };

function readHouseholds(staging: Staging, { batchId, bases, numbers, spool }: HouseholdsInto) {
  return stageFile(staging, 'households', staging.request.households, {
    finalHouseholds: { numberSeeds: numbers.seeds, batchId, householdBase: bases.household },
    targets: { incomes: 'household_incomes', issues: 'data_issues' },
    copies: { incomes: { columns: FINAL_INCOME.columns, freeze: true }, issues: { columns: ISSUE.columns } },
    onStreams: async (streams) => {
      if (streams.numbers) numbers.add(streams.numbers);
      if (streams.rows) await spool.add(streams.rows);
    },
  });
}

type MembersInto = Omit<HouseholdsInto, 'spool'> & { summary: HouseholdSummary; arriving: Arriving | undefined };

async function readMembers(staging: Staging, { batchId, bases, numbers, summary, arriving }: MembersInto) {
  await staging.tx.script(`create unlogged table staged_names (${NAME.ddl})`);
  return stageFile(staging, 'members', staging.request.members, {
    final: {
      ...{ numbers: numbers.shared(), batchId, personBase: bases.person, householdBase: bases.household },
      withEntries: arriving !== undefined,
    },
    targets: { rows: 'persons', issues: 'data_issues', names: 'staged_names' },
    copies: { rows: { columns: FINAL_PERSON.columns, freeze: true }, issues: { columns: ISSUE.columns } },
    onStreams: ({ runs, entries }) => {
      if (runs) summary.add(runs);
      if (entries) arriving?.add(entries);
    },
  });
}

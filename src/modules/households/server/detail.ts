// Everything known of one household, put together from a handful of keyed reads, most of which are sent at once.

import type * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { computeIncome } from '../domain/income.ts';
import { maskId, maskPhone, readSecrets } from '../domain/mask.ts';
import type { householdDetail } from '../domain/shapes.ts';
import { changesOf } from '../domain/version-changes.ts';
import {
  type BatchSource,
  findHousehold,
  type IncomeRecord,
  listEvents,
  listHouseholdIssues,
  listIncomes,
  listMembers,
  listSources,
  listStates,
  listVersions,
  type MemberRecord,
  type StateRecord,
  type VersionRecord,
} from './queries.ts';
import { withoutNulls } from './rows.ts';
import '../domain/problems.ts';

export type HouseholdDetail = z.output<typeof householdDetail>;
type Member = HouseholdDetail['members'][number];
type Version = HouseholdDetail['versions'][number];
type Sources = Map<number, BatchSource>;

/** Which of a batch's files a fact stands in: the households' file comes first, the members' last. */
function sourceOf(sources: Sources, batchId: number, line: number, table: 'households' | 'members') {
  const batch = sources.get(batchId);
  if (!batch) return { batchId, file: '', line, accountName: '' };
  const file = (table === 'households' ? batch.files[0] : batch.files.at(-1)) ?? '';
  return { batchId, file, line, at: batch.at, accountName: batch.accountName };
}

function memberOf(keys: Keys, sources: Sources, row: MemberRecord): Member {
  const { sealed, batchId, line, ...rest } = row;
  const { id, phone } = sealed ? readSecrets(open(keys, sealed)) : { id: '', phone: '' };
  return {
    ...withoutNulls(rest),
    ...(id === '' ? {} : { idMasked: maskId(id) }),
    ...(phone === '' ? {} : { phoneMasked: maskPhone(phone) }),
    source: sourceOf(sources, batchId, line, 'members'),
  };
}

function incomeOf(sources: Sources, row: IncomeRecord, memberCount: number): HouseholdDetail['incomes'][number] {
  const { batchId, line, recordedBy, ...rest } = row;
  const { netPerCapitaFen, ...sums } = computeIncome(rest, rest.members ?? memberCount);
  return {
    ...withoutNulls(rest),
    ...sums,
    ...(netPerCapitaFen === undefined ? {} : { netPerCapitaFen }),
    source: { ...sourceOf(sources, batchId, line, 'households'), ...(recordedBy ? { accountName: recordedBy } : {}) },
  };
}

/** An income's versions are of one year; those of persons and households are told apart by their id. */
function stateKey(
  { subject, subjectId }: { subject: string; subjectId: number },
  state: Record<string, unknown>,
): string {
  return subject === 'income' ? `income ${String(state.year)}` : `${subject} ${subjectId}`;
}

/** Versions come newest first: each is compared with what followed it. */
function versionsOf(
  versions: VersionRecord[],
  now: StateRecord[],
  sources: Sources,
  names: Map<number, string>,
): Version[] {
  const after = new Map(now.map((record) => [stateKey(record, record.state), record.state]));
  return versions.flatMap(({ before, batchId, ...version }) => {
    const key = stateKey(version, before);
    const changes = changesOf(version.subject, before, after.get(key) ?? {});
    after.set(key, before);
    if (changes.length === 0) return [];
    const file = batchId === null ? undefined : sourceFile(sources.get(batchId), version.subject);
    const personName = version.subject === 'person' ? names.get(version.subjectId) : undefined;
    return [{ ...version, changes, ...(file ? { file } : {}), ...(personName ? { personName } : {}) }];
  });
}

function sourceFile(batch: BatchSource | undefined, subject: VersionRecord['subject']): string | undefined {
  return subject === 'person' ? batch?.files.at(-1) : batch?.files[0];
}

/** Throws `households.not-found`, also for a household outside the actor's area. */
export async function getHousehold(
  tx: Tx,
  keys: Keys,
  key: { countyCode: number; id: number },
): Promise<HouseholdDetail> {
  const { countyCode, id } = key;
  const [household, members, incomes, versions, events, issues] = await Promise.all([
    findHousehold(tx, countyCode, id),
    listMembers(tx, countyCode, id),
    listIncomes(tx, countyCode, id),
    listVersions(tx, countyCode, id),
    listEvents(tx, countyCode, id),
    listHouseholdIssues(tx, countyCode, id),
  ]);
  if (!household) throw new Problem('households.not-found');
  const batches = [household, ...members, ...incomes, ...versions].flatMap((row) => row.batchId ?? []);
  const [sources, states] = await Promise.all([
    listSources(tx, batches),
    versions.length > 0 ? listStates(tx, countyCode, id) : [],
  ]);
  const names = new Map(members.map((row) => [row.id, row.name]));
  const { phoneSealed, batchId, line, leagueName, countyName, townshipName, villageName, ...rest } = household;
  const all = members.map((row) => memberOf(keys, sources, row));
  return {
    household: {
      ...withoutNulls(rest),
      path: [leagueName, countyName, townshipName, villageName].flatMap((name) => name ?? []),
      ...(phoneSealed ? { phoneMasked: maskPhone(open(keys, phoneSealed)) } : {}),
      source: sourceOf(sources, batchId, line, 'households'),
    },
    members: all.filter((row) => row.validTo === undefined),
    formerMembers: all.filter((row) => row.validTo !== undefined),
    incomes: incomes.map((row) => incomeOf(sources, row, household.memberCount)),
    events,
    versions: versionsOf(versions, states, sources, names),
    issues,
  };
}

// All judgements over a set, in the order in which they can be made, until nothing more is refused.

import { sql } from 'kysely';
import type { SumCheck } from '../../../../kernel/register/checks.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import type { Keys } from '../../keys.ts';
import { columnsOf } from '../columns.ts';
import { refusalTable, setTable } from '../set-rows.ts';
import { judgeBalance } from './judge-balances.ts';
import { judgeFields } from './judge-fields.ts';
import { findDoubles, judgeDoubles } from './judge-keys.ts';
import {
  inOrderOfReference,
  judgePlaces,
  judgeReferences,
  judgeVoiding,
  placeByReference,
} from './judge-references.ts';
import { judgeOneToOne, judgeSharesOf, judgeSpells } from './judge-spells.ts';
import { judgeSubjects, makeSubjectTables } from './judge-subjects.ts';
import { judgeSum, termsOf } from './judge-sums.ts';
import { type JudgedSet, linksOf } from './links.ts';
import { lockBalance, lockSum } from './lock-groups.ts';
import type { Subjects } from './subjects.ts';

/** What one row's refusal does to others ends sooner or later: there are only so many rows. */
const MOST_ROUNDS = 100;

/** 指标 must name a figure; told of rows that nothing else speaks against. */
async function judgeFigures(tx: Tx, register: RegisterDefinition, figures: ReadonlySet<string>): Promise<void> {
  for (const { column, at, field } of columnsOf(register)) {
    if (field.form !== 'figure') continue;
    await tx.run(sql`insert into ${sql.raw(refusalTable(register))} (ord, at, code)
      select x.ord, ${at}, 'not-in-list' from ${sql.raw(setTable(register))} x
      where ${sql.raw(`x.${column}`)} <> all (${[...figures]}::text[])
        and not exists (select from ${sql.raw(refusalTable(register))} r where r.ord = x.ord)`);
  }
}

/** What rows of one register say together. */
async function judgeTogether(tx: Tx, register: RegisterDefinition): Promise<number> {
  let added = 0;
  for (const check of register.checks ?? []) {
    if (check.check === 'spells') added += await judgeSpells(tx, register, check);
    if (check.check === 'one-to-one') added += await judgeOneToOne(tx, register, check);
    if (check.check === 'shares') added += await judgeSharesOf(tx, register, check);
    if (check.check === 'balance') added += await judgeBalance(tx, register, check);
  }
  return added;
}

/** A register after the ones it refers to. */
function inOrder({ catalogue }: JudgedSet, registers: readonly RegisterDefinition[]): RegisterDefinition[] {
  return inOrderOfReference(registers, (register) => linksOf(register, catalogue).map(({ target }) => target));
}

/** Sums that rows of the set are in, those first that others stand on. */
function sumsOf(set: JudgedSet): SumCheck[] {
  return inOrder(set, set.catalogue.registers)
    .flatMap(({ checks = [] }) => checks.filter((check) => check.check === 'sum'))
    .filter((check) => termsOf(check).some(({ of }) => set.registers.some(({ code }) => code === of)));
}

/** The first sum that refuses rows ends the round: what stands on them is judged anew. */
async function judgeSums(tx: Tx, set: JudgedSet, sums: readonly SumCheck[]): Promise<number> {
  for (const check of sums) {
    const added = await judgeSum(tx, set, check);
    if (added > 0) return added;
  }
  return 0;
}

export type JudgeTools = { keys: Keys; subjects: Subjects; figures?: ReadonlySet<string> | undefined };

/** Judges the rows of the set, which `makeSetRows` laid out. */
export async function judgeSet(tx: Tx, set: JudgedSet, { figures, subjects, keys }: JudgeTools): Promise<void> {
  await makeSubjectTables(tx);
  for (const register of set.registers) await judgeSubjects(tx, { subjects, keys }, register);
  const withDoubles: RegisterDefinition[] = [];
  for (const register of inOrder(set, set.registers)) {
    await placeByReference(tx, set, register);
    await judgePlaces(tx, register);
    await judgeFields(tx, set, register);
    if (figures) await judgeFigures(tx, register, figures);
    if (await findDoubles(tx, register)) withDoubles.push(register);
  }
  const sums = sumsOf(set);
  for (const register of set.registers)
    for (const check of register.checks ?? []) if (check.check === 'balance') await lockBalance(tx, register, check);
  for (const check of sums) await lockSum(tx, set, check);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const register of withDoubles) await judgeDoubles(tx, register);
    let added = await judgeVoiding(tx, set);
    added += await judgeReferences(tx, set);
    if (added > 0) continue;
    for (const register of set.registers) added += await judgeTogether(tx, register);
    if (added > 0) continue;
    added = await judgeSums(tx, set, sums);
    if (added === 0) return;
  }
  throw new Error('the judgement of a set does not end');
}

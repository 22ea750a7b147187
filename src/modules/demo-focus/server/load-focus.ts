// The demonstration at its full size, into an empty installation: first the demonstration that everybody knows, step by step and each step
// repeatable; then all the rest in one transaction. Cut off anywhere, the same call goes on.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { keepSetting, readSetting } from '../../../platform/server/settings.ts';
import '../domain/problems.ts';
import { fillFocus } from './fill-focus.ts';

const ACTOR = systemActor('演示数据');
const STATE = 'demo.focus';
type FocusState = 'loading' | 'done';

const isEmpty = async (tx: Tx): Promise<boolean> =>
  !(await tx.first(sql`select from accounts limit 1`)) && !(await tx.first(sql`select from households limit 1`));

/** Throws `demo-focus.there`, `demo-focus.not-empty`. */
async function begin(db: Database): Promise<void> {
  await db.bulk(ACTOR, async (tx) => {
    const state = await readSetting<FocusState>(tx, STATE);
    if (state === 'done') throw new Problem('demo-focus.there');
    if (state === undefined && !(await isEmpty(tx))) throw new Problem('demo-focus.not-empty');
    await keepSetting(tx, STATE, 'loading');
    return { result: undefined, audit: { operation: 'shouwang.demo', subjectKind: 'demo', subjectId: 'focus' } };
  });
}

export type FocusLoad = {
  share: number;
  /** Loads what the first start shows, with all that comes behind its first page; done again it changes nothing. */
  loadBase: () => Promise<void>;
  onStep: (what: string) => void;
};

/** Answers how many rows stand beside the demonstration's own. Throws as `begin` does. */
export async function loadFocus(db: Database, { share, loadBase, onStep }: FocusLoad): Promise<number> {
  await begin(db);
  await loadBase();
  return fillFocus(db, ACTOR, { share, onStep, finish: (tx) => keepSetting(tx, STATE, 'done') });
}

// Visits of the demonstration's round: some villages are through, others have begun, written down the way everybody's are.

import { addDays, formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { busiestVillages, listItems, recordVisit, refreshLists } from '../../sweeps/server/index.ts';
import { roundNumber } from '../domain/index.ts';

const VILLAGES = 6;
const MOST_HOUSEHOLDS = 60;
/** Every so manieth household of a village that has only begun is left open. */
const LEFT_OPEN = 3;
/** Between two visits of one person: nobody doubts them. */
const MINUTES_APART = 31;

type Items = Awaited<ReturnType<typeof listItems>>['items'];
const ANSWERS = {
  housing: 'ok',
  school: 'ok',
  water: 'ok',
  insured: 'ok',
  income: 'same',
  'self-paid': 'same',
  measures: 'yes',
  cadre: 'yes',
};

function toldOf(n: number) {
  if (n % 29 === 7)
    return {
      result: 'clue',
      risks: ['illness'],
      answers: { ...ANSWERS, 'self-paid': 'up' },
      note: '住院自付较高',
    } as const;
  if (n % 23 === 5) return { result: 'whole-away', mode: 'phone', answers: {} } as const;
  if (n % 19 === 3) return { result: 'not-met', answers: {} } as const;
  if (n % 7 === 2) return { result: 'no-risk', mode: 'phone' } as const;
  return { result: 'no-risk' } as const;
}

async function visitAll(
  tx: Tx,
  keys: Keys,
  { number, items, today }: { number: string; items: Items; today: PlainDate },
) {
  const audit: AuditEntry[] = [];
  for (const [n, { countyCode, id }] of items.entries()) {
    const visitedOn = formatDate(addDays(today, -1 - (n % 12)));
    const filled = new Date(Date.parse(`${visitedOn}T01:00:00Z`) + Math.floor(n / 12) * MINUTES_APART * 60_000);
    const told = { risks: [], answers: ANSWERS, note: '', mode: 'in-person', ...toldOf(n) } as const;
    const visit = {
      number,
      household: { countyCode, id },
      visitedOn,
      ...told,
      risks: [...told.risks],
      secondVisitor: '嘎查村干部',
    };
    const more = { solved: false, signed: true, photos: [], explanations: [], filledAt: filled.toISOString() };
    const tools = { keys, today, now: filled, take: async () => [] };
    audit.push(...[(await recordVisit(tx, tools, { ...visit, ...more })).audit].flat());
  }
  return audit;
}

/** Lists the round and visits a part of it. */
export async function visitDemoRound({ db, keys }: { db: Database; keys: Keys }, today: PlainDate): Promise<void> {
  const number = roundNumber(formatDate(today));
  await refreshLists(db, formatDate(today));
  await db.bulk(systemActor('演示核查人'), async (tx) => {
    const audit: AuditEntry[] = [];
    for (const [i, area] of (await busiestVillages(tx, number, VILLAGES)).entries()) {
      const { items } = await listItems(tx, { number, area, look: 'waiting', limit: MOST_HOUSEHOLDS }, today);
      const kept = i < 2 ? items : items.filter((_, n) => n % LEFT_OPEN > 0);
      audit.push(...(await visitAll(tx, keys, { number, items: kept, today })));
    }
    return { result: undefined, audit };
  });
}

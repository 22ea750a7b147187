// Data cleaning of the demonstration's county: a run, some issues explained and signed, some waiting for the signature; a second run closes what is proven.

import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import {
  addRun,
  answerIssues,
  cleanAll,
  endRun,
  findRun,
  listIssues,
  markRunning,
  signIssues,
} from '../../cleaning/server/index.ts';

const COUNTY = 150_923_000_000;
const IN_COUNTY = { areaCode: COUNTY, range: { low: COUNTY, high: COUNTY + 999_999 } };
const EXPLAINED = 40;
const SIGNED = 25;
/** Who answers is not who signs. */
const VILLAGE = { ...systemActor('演示核查人'), ...IN_COUNTY };
const TOWNSHIP = { ...systemActor('演示签认人'), ...IN_COUNTY, accountId: VILLAGE.accountId + 1 };

const NEVER = { signal: new AbortController().signal, report: () => undefined };

async function runOver(db: Database, name: string, asOf: string): Promise<void> {
  const { id } = await db.bulk(VILLAGE, (tx) => addRun(tx, { area: COUNTY, name, asOf }));
  const change = <T>(work: (tx: Tx) => Promise<T>) =>
    db.bulk(VILLAGE, async (tx) => ({ result: await work(tx), audit: [] }));
  await change((tx) => markRunning(tx, id));
  const run = await db.bulkRead((tx) => findRun(tx, id));
  if (run) await cleanAll(db, run, NEVER);
  await change((tx) => endRun(tx, id, 'done'));
}

export async function cleanDemoCounty({ db }: { db: Database }, today: PlainDate): Promise<void> {
  const on = formatDate(today);
  const month = on.slice(0, 7);
  await runOver(db, `${month} 数据清洗`, on);
  const keys = await db.read(VILLAGE, async (tx) => {
    const { items } = await listIssues(tx, { area: COUNTY, look: 'open', severity: 'warn', limit: EXPLAINED }, on);
    return items.flatMap(({ countyCode, id, rule }) => (rule === undefined ? [] : [{ countyCode, id }]));
  });
  if (keys.length === 0) return;
  const answer = { outcome: 'verified-ok', basis: 'on-site', explanation: '已入户核实，登记与实际一致' } as const;
  await db.bulk(VILLAGE, (tx) => answerIssues(tx, { keys, ...answer }, on));
  await db.bulk(TOWNSHIP, (tx) => signIssues(tx, keys.slice(0, SIGNED), on));
  await runOver(db, `${month} 数据清洗复跑`, on);
}

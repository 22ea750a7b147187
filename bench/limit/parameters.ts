// The values in force in every county (contract §5), as one table, in whole numbers: fen, days, ten-thousandths.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './session.ts';

type Entry = { region: string; effectiveFrom: string; values: Record<string, number> };

const COLUMNS: [name: string, column: string, scale: number][] = [
  ['medical.selfPaid.focus', 'paid_focus', 100],
  ['medical.selfPaid.general', 'paid_general', 100],
  ['medical.incomeShare', 'paid_share', 10_000],
  ['water.outageDays', 'outage_days', 1],
  ['income.line', 'line', 100],
  ['disaster.severity', 'severity', 1],
  ['dibao.exitFactor', 'exit_factor', 10_000],
  ['income.dropRatio', 'drop_ratio', 10_000],
  ['income.dropFactor', 'drop_factor', 10_000],
];

function valueFor(entries: readonly Entry[], county: number, name: string): number {
  const code = String(county);
  for (const region of [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]) {
    const entry = entries.find((e) => e.region === `${region}000000` && e.values[name] !== undefined);
    if (entry?.values[name] !== undefined) return entry.values[name];
  }
  throw new Error(`parameters.json: no ${name} for ${county}`);
}

export async function loadParameters(session: Session, folder: string, asOf: string): Promise<void> {
  const all = JSON.parse(readFileSync(join(folder, 'parameters.json'), 'utf8')) as Entry[];
  const inForce = all
    .filter((e) => e.effectiveFrom <= asOf)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const counties = await session.rows('SELECT DISTINCT village // 1000000 AS county FROM households');
  const rows = counties.map(({ county }) => {
    const values = COLUMNS.map(([name, , scale]) => Math.round(valueFor(inForce, Number(county), name) * scale));
    return `(${[county, ...values].join(', ')})`;
  });
  const columns = COLUMNS.map(([, column]) => `${column} BIGINT`).join(', ');
  await session.run(`CREATE TABLE parameters(county BIGINT, ${columns})`);
  await session.run(`INSERT INTO parameters VALUES ${rows.join(', ')}`);
}

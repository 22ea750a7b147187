// Toilets of the counties that the demonstration does not show in depth: a quarter of a million rows, brought in while it is already looked at.

import { open } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../../platform/server/db.ts';
import { readRegions } from '../../demo/server/index.ts';
import { demoCounties } from '../domain/counties.ts';
import { regionToilets, TOILET_HEADS } from '../domain/toilets.ts';
import { designationsOf, type ImportRegisters } from './load-registers.ts';

async function countiesInDepth(db: Database): Promise<ReadonlySet<number>> {
  const rows = await db.bulkRead((tx) =>
    tx.rows(sql<{ county: number }>`select distinct county_code as county from households limit 200`),
  );
  return new Set(rows.map(({ county }) => county));
}

/** Writes files into the folder and has them imported; done again it changes nothing. Throws where a row is refused. */
export async function loadRegionToilets(db: Database, folder: string, importRegisters: ImportRegisters): Promise<void> {
  const counties = demoCounties(readRegions(), await designationsOf(db));
  const named = (name: string, register: string) => ({ path: path.join(folder, name), name, register });
  const files = [named('toilets.csv', 'toilets'), named('toilet-issues.csv', 'toilet-issues')] as const;
  const [toilets, issues] = await Promise.all(files.map((file) => open(file.path, 'w')));
  if (!toilets || !issues) throw new Error('two files were opened');
  try {
    await toilets.write(`${TOILET_HEADS.toilets}\n`);
    await issues.write(`${TOILET_HEADS.issues}\n`);
    for (const lines of regionToilets(counties, await countiesInDepth(db))) {
      await toilets.write(`${lines.toilets.join('\n')}\n`);
      await issues.write(`${lines.issues.join('\n')}\n`);
    }
  } finally {
    await Promise.all([toilets.close(), issues.close()]);
  }
  const refused = await importRegisters([...files]);
  if (refused.length > 0) throw new Error(`the demonstration's toilets were refused: ${refused.join('; ')}`);
}

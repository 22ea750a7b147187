// The plain evaluator, the generator's answers and the DuckDB script are three independent readings of the data contract:
// here they must agree.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '../../bench/check/judge.ts';
import { generateRegion } from '../../src/modules/demo/server/index.ts';

const root = mkdtempSync(join(tmpdir(), 'limit-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([11, 12])(
  'seed %i: all warnings and matches are right',
  async (seed) => {
    const data = join(root, `data-${seed}`);
    const out = join(root, `out-${seed}`);
    await generateRegion({ outDir: data, counties: [150923, 152222], households: 1500, seed, damagedShare: 0.1 });
    execFileSync(process.execPath, [join(import.meta.dirname, '../../bench/limit.ts'), data, out]);
    const verdict = await judge(join(data, 'truth'), out);
    expect(verdict.match).toEqual({ precision: 1, recall: 1, wrong: 0 });
    expect(verdict.warnings).toMatchObject({ precision: 1, recall: 1, levelDiffers: 0, monitoredDiffers: 0 });
    for (const dataset of Object.values(verdict.matches)) expect([dataset.unlisted, dataset.surplus]).toEqual([0, 0]);
  },
  60_000,
);

// The order of test files: the longest begin first, so that at the end nothing waits for one of them alone.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = [
  'test/database/crash.api.test.ts',
  'test/attacks/odd-input.api.test.ts',
  'test/access/access.api.test.ts',
  'test/registers/registers.api.test.ts',
  'test/attacks/bad-input.api.test.ts',
  'test/database/database-crash.api.test.ts',
  'src/platform/server/postgres/postgres.api.test.ts',
  'test/figures/trial/trial.api.test.ts',
  'src/modules/cases/server/model.api.test.ts',
  'src/modules/feeds/server/bulk.api.test.ts',
  'e2e/cases.test.ts',
  'e2e/other-county.test.ts',
  'e2e/whole-way.test.ts',
  'e2e/worklist.test.ts',
  'e2e/feeds.test.ts',
  'e2e/desk.test.ts',
];

/** Its place among the longest; behind them all where it is none. */
function rankOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? LONGEST.length : place;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

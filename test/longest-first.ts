// The order of test files: the longest begins first, so that at the end nothing waits for it alone.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = ['test/database/crash.api.test.ts', 'src/platform/server/postgres/postgres.api.test.ts'];

const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((file) => moduleId.endsWith(file));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

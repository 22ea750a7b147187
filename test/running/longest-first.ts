// The order of test files. All projects of a run stand in one row, so that nobody waits between them: files on the database, then
// journeys, then what is short. The longest begin first, so that at the end nothing waits for one of them alone.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

const FIRST = [
  'test/database/crash.api.test.ts',
  'test/attacks/odd-input.api.test.ts',
  'test/access/access.api.test.ts',
  'test/start.api.test.ts',
  'src/modules/cases/server/model.api.test.ts',
  'test/registers/odd-fields.api.test.ts',
  'test/registers/registers.api.test.ts',
  'test/attacks/bad-input.api.test.ts',
  'test/database/database-crash.api.test.ts',
  'src/platform/server/postgres/postgres.api.test.ts',
  'test/figures/trial/trial.api.test.ts',
  'src/modules/feeds/server/bulk.api.test.ts',
  // The journeys begin from a demonstration that the first of them makes. Made in time, none of the others waits for it.
  'e2e/regions.test.ts',
];

const JOURNEYS = ['cases', 'other-county', 'whole-way', 'worklist', 'feeds', 'desk'].map(
  (name) => `e2e/${name}.test.ts`,
);

const PROJECTS = ['api', 'browser', 'unit'];

/** Where a file stands: the first of all, then project by project, since each change of project starts a process anew. */
function placeOf({ moduleId, project }: TestSpecification): number[] {
  const among = (files: string[]) => {
    const place = files.findIndex((file) => moduleId.endsWith(file));
    return place < 0 ? files.length : place;
  };
  return [among(FIRST), PROJECTS.indexOf(project.name), among(JOURNEYS)];
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = (await super.sort(files)).map((file) => ({ file, place: placeOf(file) }));
    const compare = (a: number[], b: number[]) => a.map((at, i) => at - (b[i] ?? 0)).find((step) => step !== 0) ?? 0;
    return sorted.toSorted((a, b) => compare(a.place, b.place)).map(({ file }) => file);
  }
}

import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/running/longest-first.ts';
import { workInMemory } from './test/running/work-in-memory.ts';

workInMemory();

/** What is waited for comes when it comes, on a slow machine late. */
const patient = { expect: { poll: { timeout: 60_000 } } };

const shared = { ...patient, testTimeout: 60_000, hookTimeout: 120_000 };

/** Ends what hangs, nothing else: on a slow machine that does other work beside, loading the demonstration takes minutes. */
const journeys = { ...patient, testTimeout: 300_000, hookTimeout: 900_000 };

/** Each waits half of its time, for the database or for its page: three keep two processors at work. */
const sideBySide = { maxWorkers: 3 };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          isolate: false,
          ...sideBySide,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
          exclude: ['**/*.api.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'api',
          isolate: false,
          ...sideBySide,
          include: ['src/**/*.api.test.ts', 'test/**/*.api.test.ts'],
          globalSetup: ['test/database.ts'],
        },
      },
      {
        test: {
          ...journeys,
          name: 'browser',
          isolate: false,
          ...sideBySide,
          setupFiles: ['e2e/each-test.ts'],
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['test/database.ts'],
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

const shared = { testTimeout: 60_000, hookTimeout: 120_000 };

const sideBySide = { maxWorkers: 2, sequence: { groupOrder: 0 } };
/** A journey keeps two cores busy by itself (browser, server, database): beside another one its clicks begin to miss. */
const oneByOne = { maxWorkers: 1, sequence: { groupOrder: 1 } };

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
          ...sideBySide,
          include: ['src/**/*.api.test.ts', 'test/**/*.api.test.ts'],
          globalSetup: ['test/database.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          ...oneByOne,
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['test/database.ts'],
        },
      },
    ],
  },
});

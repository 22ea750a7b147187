import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import { type Job, type Jobs, openJobs } from '../jobs.ts';
import { type FileWork, runFileWork } from './file-work.ts';

defineProblems({ 'test.refused': { kind: 'invalid', sentence: () => '表头不对' } });

const open = () => openJobs(pino({ level: 'silent' }), { answers: async () => true, resume: async () => undefined });

type Told = string[];
type Way = { jobs: Jobs; told: Told; job: Job };

function workOf(told: Told, work: FileWork['work']): FileWork {
  const tell = (what: string) => async () => {
    told.push(what);
  };
  return {
    ...{ work, fault: '系统出现错误', cancel: tell('cancel'), drop: tell('drop') },
    fail: async (problem) => {
      told.push(`fail ${problem}`);
    },
  };
}

/** Runs the work as a job, and answers what it told and whether it ended in a fault. */
async function run(work: (way: Way) => Promise<boolean>): Promise<{ told: Told; fault: unknown }> {
  const jobs = open();
  const told: Told = [];
  const outcome = Promise.withResolvers<unknown>();
  jobs.start('one', (job) =>
    runFileWork(
      jobs,
      job,
      workOf(told, () => work({ jobs, told, job })),
    ).then(
      () => outcome.resolve(undefined),
      (error) => outcome.resolve(error),
    ),
  );
  const fault = await outcome.promise;
  await jobs.close();
  return { told, fault };
}

const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });

describe('work on files', () => {
  test.each<[string, (way: Way) => Promise<boolean>, Told]>([
    ['that is over leaves no file', async () => true, ['drop']],
    ['that was a preview keeps them', async () => false, []],
    [
      'that was refused says why',
      async () => {
        throw new Problem('test.refused');
      },
      ['fail 表头不对', 'drop'],
    ],
    [
      'that somebody stopped is told so, and not as a failure',
      async ({ jobs, job }) => {
        jobs.cancel('one');
        job.signal.throwIfAborted();
        return true;
      },
      ['cancel', 'drop'],
    ],
    [
      'goes on later where the program stops: nothing is written, no file dropped',
      async ({ jobs, job }) => {
        void jobs.close();
        job.signal.throwIfAborted();
        return true;
      },
      [],
    ],
  ])('%s', async (_what, work, told) => {
    expect(await run(work)).toEqual({ told, fault: undefined });
  });

  test('a fault is told in general words, and to whoever runs the program', async () => {
    const { told, fault } = await run(async () => {
      throw new TypeError('x is undefined');
    });
    expect(told).toEqual(['fail 系统出现错误', 'drop']);
    expect(fault).toBeInstanceOf(TypeError);
  });

  test('a database that was lost fails nothing: the work is taken up again', async () => {
    const { told, fault } = await run(async () => {
      throw lost;
    });
    expect(told).toEqual([]);
    expect(fault).toBe(lost);
  });
});

test('a register does not wait behind bulk work, work of one lane comes in turn', async () => {
  const jobs = open();
  const bulk = Promise.withResolvers<void>();
  const done: string[] = [];
  const all = Promise.withResolvers<void>();
  jobs.start('bulk', async () => {
    await bulk.promise;
    done.push('bulk');
  });
  jobs.start('more bulk', async () => {
    done.push('more bulk');
    all.resolve();
  });
  jobs.start(
    'register',
    async () => {
      done.push('register');
      bulk.resolve();
    },
    'registers',
  );
  await all.promise;
  expect(done).toEqual(['register', 'bulk', 'more bulk']);
  await jobs.close();
});

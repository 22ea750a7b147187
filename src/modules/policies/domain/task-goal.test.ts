import { describe, expect, it } from 'vitest';
import { goalConcerns, goalOf } from './task-goal.ts';

const NOW = { id: 'employment.persons', unit: '万人', shown: '20.27', value: 20.2712 };

describe('the goal of a task', () => {
  it.each([
    [20, true],
    [20.2712, true],
    [20.28, false],
  ])('of %d is reached by 20.2712: %s', (target, reached) => {
    expect(goalOf({ standing: 'under-way', target }, NOW)).toEqual({ ...NOW, reached });
  });

  it('is not judged where there is no number, and is none where the word is no figure', () => {
    const none = { id: 'income.rank', unit: '', shown: '无数据' };
    expect(goalOf({ standing: 'done', target: 3 }, none)).toEqual(none);
    expect(goalOf({ standing: 'done', target: 3 }, undefined)).toBeUndefined();
  });

  it.each([
    ['no figure is named', { standing: 'done' as const }, undefined, []],
    ['a word is no figure', { standing: 'late' as const, figure: '随便', target: 1 }, undefined, ['figure-unknown']],
    ['done and not reached', { standing: 'done' as const, figure: 'x', target: 30 }, NOW, ['goal-not-reached']],
    ['late and not reached', { standing: 'late' as const, figure: 'x', target: 30 }, NOW, []],
    ['more was reported', { standing: 'late' as const, figure: 'x', target: 30, actual: 21 }, NOW, ['actual-differs']],
    ['rounded up', { standing: 'late' as const, figure: 'x', target: 30, actual: 20.28 }, NOW, []],
  ])('asks for a look where %s', (_what, task, now, concerns) => {
    expect(goalConcerns(task, goalOf(task, now))).toEqual(concerns);
  });
});

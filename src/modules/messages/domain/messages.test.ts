import { describe, expect, it } from 'vitest';
import { MOST_TRIES, waitMinutes } from './backoff.ts';
import { MESSAGE_KINDS } from './kinds.ts';
import { remindableTurns } from './reminders.ts';
import { messageText } from './words.ts';

describe('when the door is tried again', () => {
  it.each([
    [1, 1],
    [2, 2],
    [5, 16],
    [9, 256],
    [10, 360],
    [MOST_TRIES - 1, 360],
    [MOST_TRIES, undefined],
  ])('after %i tries: %s minutes', (tries, minutes) => expect(waitMinutes(tries)).toBe(minutes));
});

describe('whom a level may remind', () => {
  it.each([
    ['village-worker', []],
    ['township-officer', ['village']],
    ['county-officer', ['village', 'township']],
    ['region-officer', ['village', 'township', 'county']],
    ['auditor', []],
  ])('%s: %j', (role, turns) => expect(remindableTurns(role)).toEqual(turns));
});

describe('what a message says', () => {
  it('is one sentence for every kind, without what it was not given', () => {
    for (const kind of MESSAGE_KINDS) {
      const text = messageText({ kind, count: 3, facts: {} });
      expect(text).toMatch(/^.{3,}。$/);
      expect(text).not.toMatch(/undefined|null|\[object/);
    }
  });
  it.each([
    [{ kind: 'overdue', count: 3, facts: {} }, '3 户监测对象超过办理期限，须由本级尽快办理。'],
    [
      {
        kind: 'reminded',
        count: 1,
        facts: { by: '王建国', reminder: 'supervise' },
        headName: '巴图',
        villageName: '红旗村',
      },
      '王建国督办：红旗村巴图户，请尽快办理并答复。',
    ],
    [{ kind: 'summary', count: 5, facts: { due: 3, returned: 2 } }, '汇总：即将到期 3 项，退回补正 2 项。'],
  ] as const)('%j', (said, text) => expect(messageText(said)).toBe(text));
});

// The phone's outbox, merge, PIN and strip as tables; and a phone against a server over a network that cuts anywhere.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeThreeWays } from './merge.ts';
import {
  drop,
  markCut,
  markSending,
  mayEdit,
  nextToSend,
  type OutboxItem,
  type Outcome,
  recover,
  reopenLost,
  resend,
  settle,
} from './outbox.ts';
import { afterWrongPin, MOST_TRIES, mayTryPin, NO_TRIES, type PinTries, weakPin } from './pin-policy.ts';
import { type StripInput, stripOf } from './strip.ts';

function anItem(id: string, seq: number, more: Partial<OutboxItem> = {}): OutboxItem {
  return {
    ...{ id, seq, operation: 'clues.add', input: {}, title: '登记线索', about: '', files: [], madeAt: '', tries: 0 },
    state: 'queued',
    ...more,
  };
}

const states = (items: readonly OutboxItem[]) => items.map(({ id, state }) => `${id} ${state}`).join(', ');

describe('outbox', () => {
  it('sends in order, and behind a refused item of a household nothing of that household', () => {
    const items = [
      anItem('b', 2, { group: 'A' }),
      anItem('a', 1, { group: 'A', state: 'refused' }),
      anItem('c', 3, { group: 'B' }),
      anItem('d', 4),
    ];
    expect(nextToSend(items, 10).map(({ id }) => id)).toEqual(['c', 'd']);
    expect(nextToSend(items, 1).map(({ id }) => id)).toEqual(['c']);
  });

  it('says of each what the server said, and parks what waits behind', () => {
    const sent = markSending(
      [anItem('a', 1, { group: 'A' }), anItem('b', 2, { group: 'A' }), anItem('c', 3)],
      new Set('abc'),
    );
    const problem = { code: 'clues.closed', message: '该户已立案' };
    const receipt = { number: 'R1', at: '2026-11-30T06:02:00Z' };
    const after = settle(sent, [
      { id: 'a', state: 'refused', problem },
      { id: 'b', state: 'parked' },
      { id: 'c', state: 'stored', receipt },
    ]);
    expect(states(after)).toBe('a refused, b parked, c stored');
    expect(after[0]?.problem).toEqual(problem);
    expect(after[2]?.receipt).toEqual(receipt);
    // Settled by its author: what waited goes on, in the old order.
    const again = resend(after, 'a', { id: 'a2', input: { text: '改' } });
    expect(nextToSend(again, 10).map(({ id }) => id)).toEqual(['a2', 'b']);
    expect(again[0]?.problem).toBeUndefined();
    expect(states(drop(after, 'a'))).toBe('b queued, c stored');
  });

  it('sends again what has no answer, under its id, and lets nobody change it meanwhile', () => {
    const sent = markSending([anItem('a', 1), anItem('b', 2)], new Set(['a']));
    expect(states(markCut(sent, new Set(['a', 'b'])))).toBe('a queued, b queued');
    expect(states(recover(sent))).toBe('a queued, b queued');
    const [a, b] = markCut(sent, new Set(['a']));
    expect([a && mayEdit(a), b && mayEdit(b)]).toEqual([false, true]);
    expect(a && drop([a], 'a')).toHaveLength(1);
    expect(a && resend([a], 'a', { id: 'x' })[0]?.id).toBe('a');
  });

  it('waits behind a record whose photos are on their way, and goes nowhere without what it builds on', () => {
    const items = [
      anItem('a', 1, { group: 'A', state: 'waiting' }),
      anItem('b', 2, { group: 'A' }),
      anItem('c', 3, { after: 'b' }),
      anItem('d', 4),
    ];
    expect(nextToSend(items, 10).map(({ id }) => id)).toEqual(['d']);
    const stored = settle(items, [
      { id: 'a', state: 'stored' },
      { id: 'd', state: 'stored' },
    ]);
    expect(nextToSend(stored, 10).map(({ id }) => id)).toEqual(['b', 'c']);
    const refused = settle(markSending(stored, new Set(['b'])), [{ id: 'b', state: 'refused' }]);
    expect(states(refused)).toBe('a stored, b refused, c parked, d stored');
    expect(resend(refused, 'b', { id: 'b2' })[2]?.after).toBe('b2');
    expect(states(drop(refused, 'b'))).toBe('a stored, d stored');
    // Its photos are gone with another phone: given up it holds nobody back.
    expect(nextToSend(drop(items, 'a'), 10).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('is not put off by an answer that says "later"', () => {
    const sent = markSending([anItem('a', 1)], new Set(['a']));
    const later = { code: 'http.busy', message: '系统正忙', again: true };
    expect(states(settle(sent, [{ id: 'a', state: 'refused', problem: later }]))).toBe('a queued');
  });

  it('takes nothing back that is stored, but sends again what a restored server lost', () => {
    const stored = [anItem('a', 1, { state: 'stored' }), anItem('b', 2, { state: 'stored' })];
    expect(states(settle(stored, [{ id: 'a', state: 'refused' }]))).toBe('a stored, b stored');
    expect(states(reopenLost(stored, new Set(['a'])))).toBe('a stored, b queued');
  });

  it('loses and doubles nothing, wherever the network cuts and the phone is killed', () => {
    const cut = fc.constantFrom('before', 'after', 'no', 'killed', 'half');
    const group = fc.constantFrom('A', 'B', 'C', undefined);
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 12 }),
        fc.array(cut, { maxLength: 30 }),
        (groups, cuts) => {
          let phone = groups.map((each, i) => anItem(`i${i}`, i, { group: each }));
          const server: string[] = [];
          const answer = (sent: readonly OutboxItem[]): Outcome[] =>
            sent.map(({ id }) => {
              if (!server.includes(id)) server.push(id);
              return { id, state: 'stored', receipt: { number: id, at: '' } };
            });
          for (const how of [...cuts, ...groups.map(() => 'no')]) {
            const batch = nextToSend(phone, 3);
            const ids = new Set(batch.map(({ id }) => id));
            phone = markSending(phone, ids);
            if (how === 'before') phone = markCut(phone, ids);
            else if (how === 'half') {
              answer(batch.slice(0, 1));
              phone = markCut(phone, ids);
            } else if (how === 'no') phone = settle(phone, answer(batch));
            else {
              answer(batch);
              phone = how === 'killed' ? recover(phone) : markCut(phone, ids);
            }
          }
          expect(phone.every(({ state }) => state === 'stored')).toBe(true);
          expect(new Set(server).size).toBe(server.length);
          expect([...server].sort()).toEqual(phone.map(({ id }) => id).sort());
          for (const each of ['A', 'B', 'C']) {
            const own = phone.filter(({ group: g }) => g === each).map(({ id }) => id);
            expect(server.filter((id) => own.includes(id))).toEqual(own);
          }
        },
      ),
    );
  });
});

describe('merge', () => {
  const base = { a: 1, b: 'x', c: null, d: ['p', 'q'] };
  it.each([
    ['only mine changed', { a: 2 }, base, { a: 2 }, []],
    ['only theirs changed', {}, { ...base, b: 'y' }, {}, []],
    ['each another field', { a: 2 }, { ...base, b: 'y' }, { a: 2 }, []],
    ['both the same way', { a: 2 }, { ...base, a: 2 }, {}, []],
    ['mine unchanged, theirs changed', { a: 1 }, { ...base, a: 3 }, {}, []],
    ['emptied by me, changed by them', { b: null }, { ...base, b: 'y' }, {}, ['b']],
    ['empty and absent are one', { c: null }, { a: 1 }, {}, []],
    ['lists by their parts', { d: ['p', 'q'] }, { ...base, d: ['p'] }, {}, []],
    ['both, to different values', { a: 2, b: 'z' }, { ...base, a: 3 }, { b: 'z' }, ['a']],
  ])('%s', (_what, mine, theirs, changes, clashing) => {
    const merge = mergeThreeWays(base, mine, theirs);
    expect(merge.changes).toEqual(changes);
    expect(merge.clashes.map(({ field }) => field)).toEqual(clashing);
  });

  it('tells both values of a clash and what it was', () => {
    expect(mergeThreeWays(base, { a: 2 }, { a: 3 }).clashes).toEqual([{ field: 'a', base: 1, mine: 2, theirs: 3 }]);
  });
});

describe('pin', () => {
  it('waits from the fifth wrong one on, longer each time, and is over after the tenth', () => {
    let tries: PinTries = NO_TRIES;
    const answers = Array.from({ length: MOST_TRIES }, () => {
      tries = afterWrongPin(tries, 1000);
      const answer = mayTryPin(tries, 1000);
      return answer.may === 'wait' ? answer.ms / 60_000 : answer.may;
    });
    expect(answers).toEqual(['try', 'try', 'try', 'try', 1, 2, 5, 15, 30, 'wipe']);
  });

  it('lets try again when the time has passed, not when the clock is turned back', () => {
    const tries = { wrong: 5, lastWrongAt: 1_000_000 };
    expect(mayTryPin(tries, 1_060_000)).toEqual({ may: 'try' });
    expect(mayTryPin(tries, 1_030_000)).toEqual({ may: 'wait', ms: 30_000 });
    expect(mayTryPin(tries, 0)).toEqual({ may: 'wait', ms: 60_000 });
  });

  it.each(['12345', '1234567', 'abcdef', '111111', '123456', '987654'])('%s is no PIN', (pin) => {
    expect(weakPin(pin)).toBeTruthy();
  });

  it('takes others', () => expect(weakPin('270519')).toBeUndefined());
});

describe('strip', () => {
  const still: StripInput = { online: true, items: [], filesLeft: 0 };
  const of = (...given: OutboxItem['state'][]) => given.map((state) => ({ state }));
  it.each<[string, Partial<StripInput>]>([
    ['没有待传', {}],
    ['全部已送达 14:02', { allStoredAt: '14:02', items: of('stored') }],
    ['离线，3 条待传', { online: false, items: of('queued', 'sending', 'parked', 'stored'), allStoredAt: '14:02' }],
    ['离线，没有待传', { online: false, allStoredAt: '14:02' }],
    ['离线，1 条、2 张照片待传，1 条要处理', { online: false, items: of('queued', 'refused'), filesLeft: 2 }],
    ['正在传 2/3', { items: of('stored', 'sending', 'queued'), sending: { done: 2, of: 3 } }],
    ['登录已过期，1 条待传，请重新登录', { signedOut: true, items: of('queued') }],
    ['连不上服务器，1 条待传', { isUnreachable: true, items: of('queued') }],
    ['2 张照片待传', { filesLeft: 2, allStoredAt: '14:02', items: of('stored') }],
    ['1 条没有送达，请处理', { items: of('conflict', 'stored'), allStoredAt: '14:02' }],
    ['1 条待传，1 条要处理', { items: of('parked', 'refused') }],
  ])('%s', (text, given) => {
    expect(stripOf({ ...still, ...given }).text).toBe(text);
  });
});

import { expect, test } from 'vitest';
import { openTapQueue, type TapState } from './tap-queue.ts';

type Sent = { works: readonly string[]; requestId: string };

function queueOf(answers: (() => Promise<{ refused: { key: string; reason: string }[] }>)[]) {
  const sent: Sent[] = [];
  const states = new Map<string, TapState>();
  const again: (() => void)[] = [];
  let ids = 0;
  const queue = openTapQueue<string>({
    send: async (works, requestId) => {
      sent.push({ works, requestId });
      return (await answers.shift()?.()) ?? { refused: [] };
    },
    goTogether: (one, other) => one[0] === other[0],
    reasonOf: (error) => (error === 'offline' ? undefined : String(error)),
    newRequestId: () => `r${++ids}`,
    onState: (keys, state) => {
      for (const key of keys) states.set(key, state);
    },
    later: (work) => again.push(work),
  });
  const tap = (...works: string[]) => {
    for (const work of works) queue.add({ key: work, work });
  };
  return { queue, sent, states, again, tap };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what is tapped while a set is on its way goes with the next, of one kind together', async () => {
  const { queue, sent, states, tap } = queueOf([]);
  tap('a1', 'a2', 'a3', 'b1', 'a4');
  expect(queue.open()).toBe(5);
  await settled();
  expect(sent.map(({ works }) => works)).toEqual([['a1'], ['a2', 'a3'], ['b1'], ['a4']]);
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(4);
  expect([...states.values()].every(({ at }) => at === 'kept')).toBe(true);
  expect(queue.open()).toBe(0);
});

test('without a network everything waits, and goes again under the same request', async () => {
  const { queue, sent, states, again, tap } = queueOf([() => Promise.reject('offline')]);
  tap('a1', 'a2');
  await settled();
  expect(states.get('a1')).toEqual({ at: 'waiting' });
  expect(states.get('a2')).toEqual({ at: 'waiting' });
  tap('a3');
  again.pop()?.();
  await settled();
  expect(sent.map(({ works, requestId }) => [works.join(), requestId])).toEqual([
    ['a1', 'r1'],
    ['a1', 'r1'],
    ['a2,a3', 'r2'],
  ]);
  expect(queue.open()).toBe(0);
});

test('what is refused is told, and the rest goes on', async () => {
  const refusing = async () => ({ refused: [{ key: 'a1', reason: '已登记离岗' }] });
  const { states, tap } = queueOf([refusing, () => Promise.reject('没有登记')]);
  tap('a1', 'b1', 'c1');
  await settled();
  expect(states.get('a1')).toEqual({ at: 'refused', reason: '已登记离岗' });
  expect(states.get('b1')).toEqual({ at: 'refused', reason: '没有登记' });
  expect(states.get('c1')).toEqual({ at: 'kept' });
});

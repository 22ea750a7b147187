import { expect, test } from 'vitest';
import { allEnded } from './all-ended.ts';

const after = <T>(ms: number, act: () => T) => new Promise<void>((resolve) => setTimeout(resolve, ms)).then(act);

test('answers in order, whoever ends first', async () => {
  expect(await allEnded([after(5, () => 'slow'), after(0, () => 1)])).toEqual(['slow', 1]);
});

test('an error waits for the others', async () => {
  let ended = false;
  const failing = after(0, () => {
    throw new Error('早');
  });
  const slow = after(20, () => {
    ended = true;
  });
  await expect(allEnded([failing, slow])).rejects.toThrow('早');
  expect(ended).toBe(true);
});

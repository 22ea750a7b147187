import { describe, expect, it } from 'vitest';
import { openTurns } from './turns.ts';

const OPTIONS = { atOnce: 4, atOnceOfCaller: 2, waitingOfCaller: 8, waiting: 20, patience: 60_000 };

async function outcome(turn: Promise<() => void>): Promise<string> {
  return turn.then(
    () => 'went',
    (error: { code: string }) => error.code,
  );
}

describe('turns', () => {
  it('a flood of one caller delays another by nothing while there is room, and is refused beyond its share', async () => {
    const turns = openTurns(OPTIONS);
    const flood = Array.from({ length: 2000 }, () => outcome(turns.take('visitor')));
    expect(new Set(await Promise.all(flood.slice(10)))).toEqual(new Set(['http.too-many-at-once']));
    expect(await outcome(turns.take('officer'))).toBe('went');
  });

  it('those who wait take turns: after the flood of one caller, another waits for one end and not for all', async () => {
    const turns = openTurns({ ...OPTIONS, atOnce: 2 });
    const order: string[] = [];
    const running = await Promise.all([turns.take('a'), turns.take('a')]);
    const waiting = ['a', 'a', 'a', 'b', 'a', 'b'].map((caller) =>
      turns.take(caller).then((end) => {
        order.push(caller);
        end();
      }),
    );
    for (const end of running) end();
    await Promise.all(waiting);
    expect(order.slice(0, 4).filter((caller) => caller === 'b')).toHaveLength(2);
    expect(order).toHaveLength(6);
  });

  it('refuses everybody once too many wait, and goes on when they have gone', async () => {
    const turns = openTurns({ ...OPTIONS, atOnce: 1, atOnceOfCaller: 1, waiting: 3 });
    const first = await turns.take('a');
    const rest = ['b', 'c', 'd'].map((caller) => turns.take(caller));
    expect(await outcome(turns.take('e'))).toBe('http.busy');
    first();
    for (const turn of rest) (await turn)();
    expect(await outcome(turns.take('e'))).toBe('went');
  });

  it('who waits too long is refused and leaves no gap behind', async () => {
    const turns = openTurns({ ...OPTIONS, atOnce: 1, atOnceOfCaller: 1, patience: 1 });
    const end = await turns.take('a');
    const kept = setTimeout(() => undefined, 60_000); // the timer of a wait alone keeps no program running
    expect(await outcome(turns.take('b'))).toBe('http.busy');
    clearTimeout(kept);
    end();
    end();
    expect(await outcome(turns.take('c'))).toBe('went');
    expect(await outcome(turns.take('d'))).toBe('http.busy');
  });
});

// What was picked up goes to the middle of the next place; at the end it stays.

import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import { describe, expect, test } from 'vitest';
import { stepsAlong } from './keyboard-steps.ts';

const rect = (left: number, top: number, width = 100, height = 40) => ({ left, top, width, height });
const PEOPLE = [rect(300, 200), rect(300, 0), rect(300, 100)];

function press(axis: 'x' | 'y', code: string, at: ReturnType<typeof rect>) {
  const event = { code, preventDefault: () => undefined };
  const context = { droppableRects: new Map(PEOPLE.map((one, i) => [i, one])), collisionRect: at };
  const given = { currentCoordinates: { x: at.left, y: at.top }, context };
  return stepsAlong(axis)(
    event as unknown as KeyboardEvent,
    given as unknown as Parameters<KeyboardCoordinateGetter>[1],
  );
}

describe('a step by keyboard', () => {
  test.each([
    ['down, to the first below', 'ArrowDown', rect(0, 30), { x: 300, y: 100 }],
    ['up, to the first above', 'ArrowUp', rect(0, 130), { x: 300, y: 100 }],
    ['from the last one stays', 'ArrowDown', rect(300, 200), { x: 300, y: 200 }],
    ['sideways means nothing in a column', 'ArrowRight', rect(0, 30), undefined],
  ])('%s', (_what, code, at, to) => {
    expect(press('y', code, at)).toEqual(to);
  });

  test('in a row keeps its height', () => {
    expect(press('x', 'ArrowRight', rect(0, 500))).toEqual({ x: 300, y: 500 });
  });
});

import { expect, it } from 'vitest';
import { colourOf, fallbackOf, shareAsked } from './settings.ts';

it.each([
  [20220629, undefined],
  [20220630, 5000],
  [20220929, 5000],
  [20220930, 7500],
  [20221231, 9500],
  [20230601, 9500],
])('on %d the curve of 2022 asks for %s', (on, share) => {
  expect(shareAsked(2022, on, fallbackOf)).toBe(share);
});

it.each([
  [4501, undefined],
  [4500, 'yellow'],
  [4001, 'yellow'],
  [4000, 'red'],
  [undefined, undefined],
])('paid %s of 5000 asked is %s', (paid, colour) => {
  expect(colourOf(paid, 5000, fallbackOf)).toBe(colour);
});

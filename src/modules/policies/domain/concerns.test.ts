import { expect, test } from 'vitest';
import { sharedNumbers } from './concerns.ts';

const REGION = 150000000000;
const COUNTY = 150923000000;
const doc = (number: string, documentNo: string, issuer: string, regionCode = REGION) => ({
  number,
  documentNo,
  issuer,
  regionCode,
});

test.each([
  ['two issuers may number alike', [doc('A', '1号', '党委'), doc('B', '1号', '政府')], []],
  [
    'a joint document under one of its issuers again',
    [doc('A', '1号', '党委、政府'), doc('B', '1 号', '政府')],
    ['A same-number', 'B same-number'],
  ],
  [
    'a copy of a lower level under its own name',
    [doc('A', '1号', '党委'), doc('B', '1号', '旗委', COUNTY)],
    ['A copied', 'B copied'],
  ],
] as const)('%s', (_what, documents, found) => {
  expect(sharedNumbers(documents).map(({ number, concern }) => `${number} ${concern}`)).toEqual(found);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../../test/harness.ts';
import type { Shouwang } from '../../../../app/open-shouwang.ts';
import { systemActor } from '../../../../platform/server/actor.ts';
import { screen } from '../index.ts';

const ACTOR = systemActor('test');
const AS_OF = '2022-05-31';

let shouwang: Shouwang;

beforeAll(async () => {
  shouwang = await openTestDatabase();
});

afterAll(() => shouwang.close());

test('a registry without anybody is screened, and screened again', async () => {
  const nobody = { asOf: AS_OF, households: 0, byRule: {}, byLevel: {} };
  expect(await screen(shouwang.db, ACTOR, AS_OF)).toMatchObject(nobody);
  expect(await screen(shouwang.db, ACTOR, AS_OF)).toMatchObject(nobody);
});

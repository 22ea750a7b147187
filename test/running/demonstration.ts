// The demonstration, as the first start of the program loads it, with passwords that are cheap to check.

import { sql } from 'kysely';
import { demoRegistersOf } from '../../src/app/demo-registers.ts';
import type { Shouwang } from '../../src/app/open-shouwang.ts';
import { DEMO_PASSWORD, loadDemo } from '../../src/modules/demo/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { cheaply } from '../harness.ts';

export const DEMONSTRATION = {
  name: 'demo',
  make: async (shouwang: Shouwang) => {
    await loadDemo(shouwang, demoRegistersOf(shouwang), () => undefined);
    const passwordHash = await cheaply(DEMO_PASSWORD);
    await shouwang.db.bulk(systemActor('test'), async (tx) => {
      await tx.run(sql`update accounts set password_hash = ${passwordHash}`);
      return { result: undefined, audit: [] };
    });
  },
};

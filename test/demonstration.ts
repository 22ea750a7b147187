// The demonstration, as the first start of the program loads it.

import { demoRegistersOf } from '../src/app/demo-registers.ts';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { loadDemo } from '../src/modules/demo/server/index.ts';

export const DEMONSTRATION = {
  name: 'demo',
  make: async (shouwang: Shouwang) => {
    await loadDemo(shouwang, demoRegistersOf(shouwang), () => undefined);
  },
};

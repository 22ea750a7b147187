// The phone loads its registers by name: none that may be worked with offline is forgotten, and none is there that may not.

import { expect, it } from 'vitest';
import { fieldRegisters } from '../../src/app/field-registers.ts';
import { catalogue } from '../../src/app/registers.ts';

it('the registers of the phone are those of the catalogue that are marked offline', () => {
  const marked = catalogue.registers.filter(({ offline }) => offline !== undefined);
  expect(fieldRegisters.map(({ code }) => code).sort()).toEqual(marked.map(({ code }) => code).sort());
  for (const register of fieldRegisters) expect(marked).toContain(register);
});

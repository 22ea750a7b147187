// The pages of registers with the registers of all slices. Loaded with the first of them.

import type { ComponentType } from 'react';
import { ImportPage } from '../../platform/web/registers/imports/import-page.tsx';
import { RegisterPage } from '../../platform/web/registers/register-page.tsx';
import { RegistersProvider, registersSetup } from '../../platform/web/registers/registers.tsx';
import { RegistersPage } from '../../platform/web/registers/registers-page.tsx';
import { catalogue } from '../registers.ts';

const setup = registersSetup(catalogue);

function withRegisters(Page: ComponentType): ComponentType {
  return () => (
    <RegistersProvider setup={setup}>
      <Page />
    </RegistersProvider>
  );
}

export const REGISTER_PAGES = {
  all: withRegisters(RegistersPage),
  one: withRegisters(RegisterPage),
  imports: withRegisters(ImportPage),
};

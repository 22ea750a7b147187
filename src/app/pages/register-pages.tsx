// The pages of registers with the registers of all slices. Loaded with the first of them.

import type { ComponentType } from 'react';
import * as circulars from '../../modules/circulars/web/index.tsx';
import * as notices from '../../modules/notices/web/index.tsx';
import * as rectification from '../../modules/rectification/web/index.tsx';
import * as statements from '../../modules/statements/web/index.tsx';
import { AddRow } from '../../platform/web/registers/add-row.tsx';
import { ImportPage } from '../../platform/web/registers/imports/import-page.tsx';
import { StateOfRow } from '../../platform/web/registers/moves/state-of-row.tsx';
import { RegisterPage } from '../../platform/web/registers/register-page.tsx';
import { RegistersProvider, registersSetup } from '../../platform/web/registers/registers.tsx';
import { RegistersPage } from '../../platform/web/registers/registers-page.tsx';
import { catalogue } from '../registers.ts';
import { ROW_PAGES } from './row-pages.tsx';

const setup = registersSetup(catalogue, {
  rowPages: ROW_PAGES,
  parts: [notices.registerParts, circulars.registerParts, statements.registerParts, rectification.registerParts],
});

function withRegisters<Props extends object>(Page: ComponentType<Props>): ComponentType<Props> {
  return (props) => (
    <RegistersProvider setup={setup}>
      <Page {...props} />
    </RegistersProvider>
  );
}

export const REGISTER_PAGES = {
  all: withRegisters(RegistersPage),
  one: withRegisters(RegisterPage),
  imports: withRegisters(ImportPage),
};

/** For pages of slices that tell more of a row than its register does. */
export const STATE_OF_ROW = withRegisters(StateOfRow);

/** For pages of slices that know how a new row begins. */
export const ADD_ROW = withRegisters(AddRow);

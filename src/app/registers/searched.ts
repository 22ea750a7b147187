// Where queries for similar problems look: registers, and what is searched as if it were one.

import { catalogueOf } from '../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../kernel/register/define-register.ts';
import { searchedCases } from '../../modules/caseload/domain/searched-cases.ts';
import { searchedWarnings } from '../../modules/warnings/domain/searched-warnings.ts';
import { catalogue } from '../registers.ts';

export const searchedCatalogue = catalogueOf([
  ...catalogue.registers,
  ...([searchedCases, searchedWarnings] as unknown as RegisterDefinition[]),
]);

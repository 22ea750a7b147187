// All registers of the product, and the words that name figures.

import { catalogueOf } from '../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../kernel/register/define-register.ts';
import { agendaRegisters } from '../modules/agenda/domain/registers.ts';
import { organisationsRegisters } from '../modules/organisations/domain/registers.ts';
import { policiesRegisters } from '../modules/policies/domain/registers.ts';
import { regionsRegisters } from '../modules/regions/domain/registers.ts';

export const catalogue = catalogueOf([
  ...regionsRegisters,
  ...organisationsRegisters,
  ...policiesRegisters,
  ...agendaRegisters,
] as unknown as RegisterDefinition[]);

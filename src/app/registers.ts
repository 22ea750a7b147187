// All registers of the product, and the words that name figures.

import { catalogueOf } from '../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../kernel/register/define-register.ts';
import { agendaRegisters } from '../modules/agenda/domain/registers.ts';
import { appraisalsRegisters } from '../modules/appraisals/domain/registers/registers.ts';
import { assessmentRegisters } from '../modules/assessment/domain/registers.ts';
import { assetsRegisters } from '../modules/assets/domain/registers/registers.ts';
import { circularsRegisters } from '../modules/circulars/domain/registers.ts';
import { cluesRegisters } from '../modules/clues/domain/registers.ts';
import { constructionRegisters } from '../modules/construction/domain/registers/registers.ts';
import { contingencyRegisters } from '../modules/contingency/domain/registers.ts';
import { employmentRegisters } from '../modules/employment/domain/registers/registers.ts';
import { entitlementsRegisters } from '../modules/entitlements/domain/registers.ts';
import { figuresRegisters } from '../modules/figures/domain/registers.ts';
import { fundsRegisters } from '../modules/funds/domain/registers.ts';
import { governanceRegisters } from '../modules/governance/domain/registers/registers.ts';
import { helpRegisters } from '../modules/help/domain/registers/registers.ts';
import { householdsRegisters } from '../modules/households/domain/registers/registers.ts';
import { industryRegisters } from '../modules/industry/domain/registers/registers.ts';
import { insuranceRegisters } from '../modules/insurance/domain/registers.ts';
import { keycountiesRegisters } from '../modules/keycounties/domain/registers/registers.ts';
import { linkageRegisters } from '../modules/linkage/domain/registers/registers.ts';
import { noticesRegisters } from '../modules/notices/domain/registers.ts';
import { organisationsRegisters } from '../modules/organisations/domain/registers.ts';
import { pairingRegisters } from '../modules/pairing/domain/registers/registers.ts';
import { policiesRegisters } from '../modules/policies/domain/registers.ts';
import { projectsRegisters } from '../modules/projects/domain/registers.ts';
import { rectificationRegisters } from '../modules/rectification/domain/registers/registers.ts';
import { regionsRegisters } from '../modules/regions/domain/registers.ts';
import { relocationRegisters } from '../modules/relocation/domain/registers.ts';
import { statementsRegisters } from '../modules/statements/domain/registers.ts';
import { sweepsRegisters } from '../modules/sweeps/domain/registers.ts';
import { teamsRegisters } from '../modules/teams/domain/registers/registers.ts';

export const catalogue = catalogueOf([
  ...regionsRegisters,
  ...organisationsRegisters,
  ...policiesRegisters,
  ...agendaRegisters,
  ...householdsRegisters,
  ...noticesRegisters,
  ...cluesRegisters,
  ...helpRegisters,
  ...insuranceRegisters,
  ...projectsRegisters,
  ...fundsRegisters,
  ...assetsRegisters,
  ...industryRegisters,
  ...employmentRegisters,
  ...relocationRegisters,
  ...linkageRegisters,
  ...entitlementsRegisters,
  ...pairingRegisters,
  ...keycountiesRegisters,
  ...teamsRegisters,
  ...constructionRegisters,
  ...governanceRegisters,
  ...contingencyRegisters,
  ...sweepsRegisters,
  ...rectificationRegisters,
  ...assessmentRegisters,
  ...figuresRegisters,
  ...circularsRegisters,
  ...statementsRegisters,
  ...appraisalsRegisters,
] as unknown as RegisterDefinition[]);

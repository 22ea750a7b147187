// What the platform's registers are handed: the registers of all slices, the door of the regions, the words that name figures.

import { FIGURE_WORDS } from '../../modules/figures/domain/definitions/index.ts';
import { findHouseholds, findPersons } from '../../modules/households/server/index.ts';
import { levelsOf, namesOf } from '../../modules/regions/server/index.ts';
import type { RegisterTools } from '../../platform/server/registers/handlers.ts';
import { catalogue } from '../registers.ts';
import { doubts } from './doubts.ts';
import { effects } from './effects.ts';
import { guards } from './guards.ts';

export const registerTools: RegisterTools = {
  catalogue,
  regions: { levels: levelsOf, names: namesOf },
  subjects: { findHouseholds, findPersons },
  doubts,
  guards,
  effects,
  figures: FIGURE_WORDS,
};

// What hinders moves of rows of registers, of all slices together.

import { appraisalsGuards } from '../../modules/appraisals/server/index.ts';
import { assetsGuards } from '../../modules/assets/server/index.ts';
import { constructionGuards } from '../../modules/construction/server/index.ts';
import { contingencyGuards } from '../../modules/contingency/server/index.ts';
import { dutiesGuards } from '../../modules/duties/server/index.ts';
import { employmentGuards } from '../../modules/employment/server/index.ts';
import { fundsGuards } from '../../modules/funds/server/index.ts';
import { governanceGuards } from '../../modules/governance/server/index.ts';
import { industryGuards } from '../../modules/industry/server/index.ts';
import { noticesGuards } from '../../modules/notices/server/index.ts';
import { pairingGuards } from '../../modules/pairing/server/index.ts';
import { rectificationGuards } from '../../modules/rectification/server/index.ts';
import { sweepsGuards } from '../../modules/sweeps/server/index.ts';
import { teamsGuards } from '../../modules/teams/server/index.ts';
import type { Guard } from '../../platform/server/registers/moves/guards.ts';
import { catalogue } from '../registers.ts';
import { searchedCatalogue } from './searched.ts';

export const guards: readonly Guard[] = [
  ...industryGuards,
  ...employmentGuards,
  ...fundsGuards,
  ...assetsGuards,
  ...constructionGuards,
  ...rectificationGuards(searchedCatalogue),
  ...dutiesGuards,
  ...contingencyGuards,
  ...sweepsGuards,
  ...teamsGuards,
  ...governanceGuards,
  ...noticesGuards(catalogue),
  ...appraisalsGuards,
  ...pairingGuards,
];

// What comes of moves of rows of registers, of all slices together.

import { appraisalsEffects } from '../../modules/appraisals/server/index.ts';
import { constructionEffects } from '../../modules/construction/server/index.ts';
import { contingencyEffects } from '../../modules/contingency/server/index.ts';
import { employmentEffects } from '../../modules/employment/server/index.ts';
import { governanceEffects } from '../../modules/governance/server/index.ts';
import { industryEffects } from '../../modules/industry/server/index.ts';
import { noticesEffects } from '../../modules/notices/server/index.ts';
import { projectsEffects } from '../../modules/projects/server/index.ts';
import { rectificationEffects } from '../../modules/rectification/server/index.ts';
import { relocationEffects } from '../../modules/relocation/server/index.ts';
import { statementsEffects } from '../../modules/statements/server/index.ts';
import { sweepsEffects } from '../../modules/sweeps/server/index.ts';
import type { Effect } from '../../platform/server/registers/moves/effects.ts';

export const effects: readonly Effect[] = [
  ...constructionEffects,
  ...governanceEffects,
  ...noticesEffects,
  ...contingencyEffects,
  ...sweepsEffects,
  ...projectsEffects,
  ...employmentEffects,
  ...industryEffects,
  ...relocationEffects,
  ...rectificationEffects,
  ...appraisalsEffects,
  ...statementsEffects,
];

// What is doubtful about rows of registers, of all slices together.

import { employmentDoubts } from '../../modules/employment/server/index.ts';
import { fundsDoubts } from '../../modules/funds/server/index.ts';
import { industryDoubts } from '../../modules/industry/server/index.ts';
import { pairingDoubts } from '../../modules/pairing/server/index.ts';
import { projectsDoubts } from '../../modules/projects/server/index.ts';
import type { Doubt } from '../../platform/server/registers/doubts.ts';

export const doubts: readonly Doubt[] = [
  ...projectsDoubts,
  ...fundsDoubts,
  ...industryDoubts,
  ...employmentDoubts,
  ...pairingDoubts,
];

// Terms of registers that somebody is told of before and after they are over, of all slices together.

import { appraisalsDues } from '../../modules/appraisals/server/index.ts';
import { assetsDues } from '../../modules/assets/server/index.ts';
import { cleaningDues } from '../../modules/cleaning/server/index.ts';
import { constructionDues } from '../../modules/construction/server/index.ts';
import { contingencyDues } from '../../modules/contingency/server/index.ts';
import { dutiesDues } from '../../modules/duties/server/index.ts';
import { employmentDues } from '../../modules/employment/server/index.ts';
import { governanceDues } from '../../modules/governance/server/index.ts';
import { industryDues } from '../../modules/industry/server/index.ts';
import { insuranceDues } from '../../modules/insurance/server/index.ts';
import { keycountiesDues } from '../../modules/keycounties/server/index.ts';
import { linkageDues } from '../../modules/linkage/server/index.ts';
import { moneyDues } from '../../modules/money/server/index.ts';
import { noticesDues } from '../../modules/notices/server/index.ts';
import { pairingDues } from '../../modules/pairing/server/index.ts';
import { policiesDues } from '../../modules/policies/server/index.ts';
import { rectificationDues } from '../../modules/rectification/server/index.ts';
import { relocationDues } from '../../modules/relocation/server/index.ts';
import { sweepsDues } from '../../modules/sweeps/server/index.ts';
import { teamsDues } from '../../modules/teams/server/index.ts';
import type { Due } from '../../platform/server/registers/due.ts';

export const dues: readonly Due[] = [
  ...moneyDues,
  ...assetsDues,
  ...constructionDues,
  ...governanceDues,
  ...employmentDues,
  ...industryDues,
  ...linkageDues,
  ...relocationDues,
  ...insuranceDues,
  ...noticesDues,
  ...rectificationDues,
  ...policiesDues,
  ...dutiesDues,
  ...contingencyDues,
  ...sweepsDues,
  ...cleaningDues,
  ...teamsDues,
  ...appraisalsDues,
  ...pairingDues,
  ...keycountiesDues,
];

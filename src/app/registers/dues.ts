// Terms of registers that somebody is told of before and after they are over, of all slices together.

import { appraisalsDues } from '../../modules/appraisals/server/index.ts';
import { assetsDues } from '../../modules/assets/server/index.ts';
import { constructionDues } from '../../modules/construction/server/index.ts';
import { employmentDues } from '../../modules/employment/server/index.ts';
import { industryDues } from '../../modules/industry/server/index.ts';
import { insuranceDues } from '../../modules/insurance/server/index.ts';
import { moneyDues } from '../../modules/money/server/index.ts';
import { noticesDues } from '../../modules/notices/server/index.ts';
import type { Due } from '../../platform/server/registers/due.ts';

export const dues: readonly Due[] = [
  ...moneyDues,
  ...assetsDues,
  ...constructionDues,
  ...employmentDues,
  ...industryDues,
  ...insuranceDues,
  ...noticesDues,
  ...appraisalsDues,
];

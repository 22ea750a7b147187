// Pages that tell more of a row of a register than the register knows.

import { resultsPath } from '../../modules/appraisals/domain/addresses.ts';
import { assetPath } from '../../modules/assets/domain/addresses.ts';
import { documentPath, projectPath } from '../../modules/money/domain/addresses.ts';
import type { RowPages } from '../../platform/web/registers/registers.tsx';

export const ROW_PAGES: RowPages = {
  projects: {
    operation: 'money.project',
    title: '查看项目：资金去向、受益户、资产和表格',
    path: ({ number }) => projectPath(String(number)),
  },
  'fund-issuances': {
    operation: 'money.document',
    title: '查看下达文件：资金去向',
    path: ({ number }) => documentPath(String(number)),
  },
  'assessment-schemes': {
    operation: 'appraisals.results',
    title: '查看考核得分：计算、名次、试算权重',
    path: ({ number }) => resultsPath(String(number)),
  },
  assets: {
    operation: 'assets.one',
    title: '查看资产：来源、收益、分配和巡查',
    path: ({ number }) => assetPath(String(number)),
  },
};

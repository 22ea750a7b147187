// Pages that tell more of a row of a register than the register knows.

import { resultsPath } from '../../modules/appraisals/domain/addresses.ts';
import { assetPath } from '../../modules/assets/domain/addresses.ts';
import { eventPath } from '../../modules/contingency/domain/addresses.ts';
import { cadrePath } from '../../modules/duties/domain/addresses.ts';
import { entityPath } from '../../modules/linkage/domain/addresses.ts';
import { documentPath, projectPath } from '../../modules/money/domain/addresses.ts';
import { problemPath } from '../../modules/rectification/domain/addresses.ts';
import { sweepPath } from '../../modules/sweeps/domain/addresses.ts';
import { ballotPath, teamPath } from '../../modules/teams/domain/addresses.ts';
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
  problems: {
    operation: 'rectification.one',
    title: '查看问题：原文、措施、验收、举一反三和表格',
    path: ({ number }) => problemPath(String(number)),
  },
  organisations: {
    operation: 'linkage.entity',
    title: '查看带动情况：兑现、带动户和得到的扶持',
    path: ({ code }) => entityPath(String(code)),
  },
  'contingency-activations': {
    operation: 'contingency.event',
    title: '查看响应：名单、走访、日报',
    path: ({ number }) => eventPath(String(number)),
  },
  sweeps: {
    operation: 'sweeps.board',
    title: '查看轮次：清单、覆盖情况、复核',
    path: ({ number }) => sweepPath(String(number)),
  },
  'team-postings': {
    operation: 'teams.team',
    title: '查看工作队：考勤、任务、营地和日志',
    path: ({ villageCode }) => teamPath(Number(villageCode)),
  },
  'team-ballots': {
    operation: 'teams.ballot',
    title: '打印测评票、录入和查看结果',
    path: ({ number }) => ballotPath(String(number)),
  },
  cadres: {
    operation: 'duties.cadre',
    title: '查看名下责任：岗位、监测对象、项目和交接清单',
    path: ({ number }) => cadrePath(String(number)),
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

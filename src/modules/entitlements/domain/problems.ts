// What can be refused about whom a clause is for.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'entitlements.no-rule': {
    kind: 'not-found',
    sentence: (d) => `文件“${d.document}”${d.clause}没有对农牧户启用的适用规则。请先在“条款适用规则”台账里登记。`,
  },
  'entitlements.household-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这户，可能不在您的区域内。请核对户编号。',
  },
  'entitlements.organisation-not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到单位代码“${d.code}”。请核对统一社会信用代码。`,
  },
});

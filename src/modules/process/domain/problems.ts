// What can be refused in the settings of the process.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'process.template-needs-area': {
    kind: 'forbidden',
    sentence: () => '只能为本区域内的旗县、盟市设定流程模板。请选择本区域内的地区。',
  },
  'process.template-in-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。模板不能追溯生效，请选择今天或以后的日期。`,
  },
  'process.template-exists': {
    kind: 'conflict',
    sentence: (d) => `该地区已有 ${d.day} 生效的模板。请选择另一个生效日期。`,
  },
  'process.calendar-needs-region': {
    kind: 'forbidden',
    sentence: () => '节假日由自治区统一设定，本账号不能修改。请联系自治区管理员。',
  },
});

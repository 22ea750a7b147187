// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const templates: PageHelp = {
  purpose: '流程模板规定各环节由谁办、几天办完、公示几天、走访多久一次。',
  rules: ['旗县可以在自治区规定的范围内调整。', '新模板从生效日期起用于新的步骤，办理中的按说明重算期限。'],
  words: [['环节', '流程中的一步']],
};

export const calendar: PageHelp = {
  purpose: '节假日决定按工作日计算的期限。',
  rules: ['国务院公布放假安排后，由盟市或自治区核对一次。', '改动后正在办理的期限自动重算。'],
  words: [['调休', '周末上班的日子，按工作日计算']],
};

// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const clues: PageHelp = {
  purpose: '线索汇集各渠道反映的返贫致贫风险，在这里登记、核对、并入个案或不立案。',
  rules: [
    '同一户有正在办理的个案时，线索并入该个案，不另立案。',
    '不立案须写明原因；线索内容写错时用“更正”，原来的内容仍可查。',
  ],
  words: [
    ['线索', '来自筛查预警、干部排查、自主申报、部门推送、信访等渠道的风险反映'],
    ['立案', '由线索开始一个监测个案，从入户核实办起'],
  ],
};

// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const list: PageHelp = {
  purpose: '预警是筛查按规则发现的、需要入户核实的农牧户。这里分派、核实、登记结论。',
  rules: [
    '红、橙、黄表示等级，等级决定核实期限。',
    '核实结论为“情况属实”的转为线索；“不属实”须写明理由。',
    '同一户一次筛查只有一条预警，命中多条规则的列在一起。',
  ],
  words: [
    ['核实', '到户了解情况并给出结论'],
    ['核实期限', '预警最迟核实的日期'],
  ],
};

export const map: PageHelp = {
  purpose: '按旗县或苏木乡镇比较每千户预警数，图和表的数字相同。',
  rules: ['点击地区可进入下一级。', '没有筛查结果的地区标为无数据，不等于没有预警。'],
  words: [['每千户预警数', '预警户数除以登记户数再乘以一千']],
};

export const rules: PageHelp = {
  purpose: '筛查规则和参数。规则说明什么情况算风险，参数是规则用的数值。',
  rules: [
    '修改规则产生新版本，旧版本和旧结果保留。',
    '参数按地区和生效日期取值，下级没有的用上级的。',
    '改动前可以试算影响户数；修改须写明依据。',
  ],
  words: [
    ['参数', '如收入监测范围、自付费用标准等数值'],
    ['试算', '不改变结果，只看改动后会有多少户'],
  ],
};

export const oneWarning: PageHelp = {
  purpose: '一条预警的依据：命中的规则、用到的数据和历次处理。',
  rules: ['每条规则下列出所依据的数据批次和行。', '核实后仍可重新打开，须写明原因。'],
  words: [],
};

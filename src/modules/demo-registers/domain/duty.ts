// Who answers in villages, what documents ask by when, whom clauses are for, and when the plans of the present begin: in the counties of the
// demonstration's own families. Some posts are empty and some tasks late, so that the pages have something to say.

import type { DemoCounty } from './counties.ts';
import type { openDirectory } from './pairing.ts';
import { LEAGUE } from './present/ground.ts';
import { openSheet, type Sheet } from './sheet.ts';

/** A line a row, the header first; a row with `{}` stands once for each county. */
const SHEETS = {
  'policy-tasks': `任务编号|地区代码|文件编号|任务内容|牵头单位|责任岗位|开始日期|完成时限|报告频次|进展|完成日期
RW{}1|{}000000|WW01|稳岗就业补助发放到户|人社局|分管副旗长|2022-01-10|2022-06-30|每月||
RW{}2|{}000000|WW01|就业帮扶车间摸底|人社局|分管副旗长|2022-01-10|2022-04-30|每季|完成|2022-04-20
RW{}3|{}000000|WJ05|牲畜棚圈改造|农牧局|农牧局局长|2022-03-01|2022-05-15|每月|进行中|
RW{}4|{}000000|WJ06|义务教育控辍保学核查|教育局|教育局局长|2022-02-15|2022-05-31|一次|完成|2022-06-02`,
  'policy-clause-rules': `文件编号|条号|地区代码|规则序号|适用对象|须同时具备|至少具备一项|享受周期|视为享受的发放类别|需要携带的材料|办理地点|办理单位|规则启用日期
WW01|7|150000000000|1|农牧户|脱贫户、有人务工||每年|县内务工稳岗补贴|身份证、务工合同、银行卡|旗县政务服务大厅|人社局|2022-02-20
WW01|3|150000000000|1|农牧户|有劳动力而无人务工|脱贫户、监测对象（风险未消除）|每年|公益岗位补贴|身份证、申请表|苏木乡镇便民服务中心|人社所|2022-02-20`,
  'contingency-plans': `预案编号|地区代码|预案名称|主管部门|险种|处置措施|责任岗位|批准日期|生效日期|复审日期|最近演练日期
YA{}1|{}000000|雪灾寒潮应急预案|应急管理局|白灾寒潮|先救人、保畜、通路，再核损；先救助，手续后补|应急值班室|2021-10-20|2021-11-01|2022-11-01|2021-12-10
YA{}2|{}000000|旱灾应急预案|应急管理局|旱|拉水、调草、核损；先救助，手续后补|应急值班室|2021-10-20|2021-11-01|2022-11-01|2022-04-20`,
  'contingency-triggers': `预案编号|响应级别|监测信号|达到数值|窗口天数
YA{}1|三级|灾情程度（1 轻 … 4 特重）|3|30
YA{}2|三级|灾情程度（1 轻 … 4 特重）|3|30`,
  'contingency-lists': `预案编号|规则序号|须同时具备|至少具备一项
YA{}1|1||脱贫户、监测对象（风险未消除）
YA{}1|2|全是 60 岁以上老人|
YA{}2|1||脱贫户、监测对象（风险未消除）`,
};

function sheetOf([code, text]: [string, string], counties: readonly DemoCounty[]): Sheet {
  const [header = '', ...lines] = text.split('\n');
  const rows = lines.flatMap((line) =>
    line.includes('{}') ? counties.map(({ county }) => line.replaceAll('{}', String(county))) : [line],
  );
  return { code, header: header.split('|'), rows: rows.map((row) => row.split('|')) };
}

type Cadres = ReturnType<typeof openDirectory>['cadres'];

/** `counties`: those of the demonstration's own families. Every tenth village has nobody. */
export function dutySheets(counties: readonly DemoCounty[], cadres: Cadres): Sheet[] {
  const { sheet, add } = openSheet('duty-terms', '地区代码,岗位,干部编号,任职日期');
  const appoint = (place: string, posts: readonly string[]) => {
    const number = `ZR${place}${sheet.rows.length}`;
    cadres.add({ 干部编号: number, 姓名: `示例${posts[0] ?? ''}`, 地区代码: place, 单位名称: '示例单位' });
    for (const post of posts) add({ 地区代码: place, 岗位: post, 干部编号: number, 任职日期: '2021-07-01' });
  };
  for (const { villages } of counties)
    for (const [i, village] of villages.entries()) if (i % 10 !== 9) appoint(village, ['书记', '政府主要领导']);
  // The league of the present has these plans among its own, by the same numbers.
  const elsewhere = counties.filter(({ league }) => league !== LEAGUE);
  return [
    sheet,
    ...Object.entries(SHEETS).map((one) => sheetOf(one, one[0] === 'contingency-plans' ? elsewhere : counties)),
  ];
}

// Documents with their clauses, lists, targets, results of assessments and the table of other provinces.

import { openSheet, type Sheet } from './sheet.ts';

const REGION = '150000000000';

/** 45 documents of the set, one of them the main one; others beside it, and editions that were replaced. */
function policies(): Sheet[] {
  const policy = openSheet(
    'policies',
    '文件编号,地区代码,文件名称,文号,发文机关,发文日期,文件集,文件角色,领域,替代文件编号,公开',
  );
  const clause = openSheet('policy-clauses', '文件编号,条号,要点,条款集,年度,适用称号,生效日期');
  const add = (number: string, title: string, more: Parameters<typeof policy.add>[0]) =>
    policy.add({
      文件编号: number,
      地区代码: REGION,
      文件名称: title,
      文号: `演示发〔2021〕${number.slice(-2)}号`,
      发文机关: '示例机关',
      发文日期: '2021-06-15',
      公开: '是',
      ...more,
    });
  for (let i = 0; i < 45; i++)
    add(
      `WJ${String(i + 1).padStart(2, '0')}`,
      i === 0 ? '巩固拓展脱贫攻坚成果实施意见（示例）' : `配套政策文件${i}（示例）`,
      { 文件集: '1+N', 文件角色: i === 0 ? '主文件' : '配套文件' },
    );
  for (let i = 0; i < 3; i++)
    add(`WT${i + 1}`, `配套政策文件${i + 1}（旧版，示例）`, {
      文件集: '1+N',
      文件角色: '配套文件',
      发文日期: '2021-03-01',
    });
  for (let i = 0; i < 3; i++) {
    const row = policy.sheet.rows.find(([number]) => number === `WJ${String(i + 2).padStart(2, '0')}`);
    if (row) row[9] = `WT${i + 1}`;
  }
  add('WW01', '稳岗就业措施（示例）', { 文件集: '稳岗就业', 发文日期: '2022-02-20' });
  add('WZ01', '重点帮扶旗县倾斜支持政策（示例）', { 文件集: '重点旗县', 发文日期: '2021-11-05' });
  for (let i = 0; i < 6; i++) add(`WQ0${i + 1}`, `其他文件${i + 1}（示例）`, {});
  for (let i = 0; i < 17; i++)
    clause.add({
      文件编号: 'WW01',
      条号: String(i + 1),
      要点: `稳岗就业措施第 ${i + 1} 条`,
      条款集: '稳岗就业措施',
      年度: 2022,
      生效日期: '2022-02-20',
    });
  for (let i = 0; i < 15; i++)
    clause.add({
      文件编号: 'WW01',
      条号: `旧${i + 1}`,
      要点: `上年稳岗就业措施第 ${i + 1} 条`,
      条款集: '稳岗就业措施',
      年度: 2021,
      生效日期: '2021-03-01',
    });
  for (let i = 0; i < 14; i++)
    clause.add({
      文件编号: 'WZ01',
      条号: String(i + 1),
      要点: `倾斜支持政策第 ${i + 1} 项`,
      条款集: '重点旗县倾斜政策',
      生效日期: '2021-11-05',
    });
  return [policy.sheet, clause.sheet];
}

const ASPECTS: readonly [string, number][] = [
  ['建强村党组织', 5],
  ['推进强村富民', 7],
  ['提升治理水平', 6],
  ['为民办事服务', 6],
  ['巩固脱贫成果', 5],
  ['乡村建设', 6],
];
const JOB_WAYS = [
  '产业园区吸纳一批',
  '劳务协作输出一批',
  '帮扶车间安置一批',
  '技能培训提升一批',
  '稳岗补贴稳定一批',
  '公益岗位托底一批',
];

function lists(): Sheet {
  const { sheet, add } = openSheet('list-items', '清单,年度,序号,方面,内容,启用日期');
  const numbered = (list: string, year: number, items: readonly string[]) =>
    items.forEach((text, i) => {
      add({ 清单: list, 年度: year, 序号: i + 1, 内容: text, 启用日期: `${year}-01-20` });
    });
  let serial = 0;
  for (const [aspect, count] of ASPECTS)
    for (let i = 0; i < count; i++)
      add({
        清单: '驻村任务清单',
        年度: 2022,
        序号: ++serial,
        方面: aspect,
        内容: `${aspect}任务${i + 1}`,
        启用日期: '2022-01-20',
      });
  for (let i = 0; i < 33; i++)
    add({
      清单: '驻村任务清单',
      年度: 2021,
      序号: i + 1,
      方面: ASPECTS[i % 6]?.[0],
      内容: `上年任务${i + 1}`,
      启用日期: '2021-01-20',
    });
  numbered('驻村重点任务', 2022, ['建强村党组织', '推进强村富民', '提升治理水平', '为民办事服务']);
  numbered(
    '十类重点人群',
    2022,
    Array.from({ length: 10 }, (_, i) => `重点人群第 ${i + 1} 类（示例）`),
  );
  numbered(
    '四季度工作调度',
    2022,
    Array.from({ length: 5 }, (_, i) => `调度内容第 ${i + 1} 项（示例）`),
  );
  numbered('六个一批', 2022, JOB_WAYS);
  return sheet;
}

function assessments(): Sheet {
  const { sheet, add } = openSheet('assessment-results', '地区代码,年度,考核类别,考核名称,评价层级,等次,公布日期');
  for (const year of [2018, 2019, 2020, 2021])
    add({
      地区代码: REGION,
      年度: year,
      考核类别: '综合评价',
      考核名称: year < 2021 ? '脱贫攻坚成效考核' : '有效衔接考核评估',
      评价层级: '国家',
      等次: year === 2018 ? '较好' : '好',
      公布日期: `${year + 1}-04-20`,
    });
  return sheet;
}

const PROVINCES = [
  '130000 河北省',
  '140000 山西省',
  '210000 辽宁省',
  '220000 吉林省',
  '230000 黑龙江省',
  '340000 安徽省',
  '350000 福建省',
  '360000 江西省',
  '370000 山东省',
  '410000 河南省',
  '420000 湖北省',
  '430000 湖南省',
  '440000 广东省',
  '450000 广西壮族自治区',
  '460000 海南省',
  '500000 重庆市',
  '510000 四川省',
  '520000 贵州省',
  '530000 云南省',
  '540000 西藏自治区',
  '610000 陕西省',
  '620000 甘肃省',
  '630000 青海省',
  '640000 宁夏回族自治区',
];

/** Only the rank is public: the values of other provinces are made up, and their source says so. */
function provinces(): Sheet {
  const { sheet, add } = openSheet(
    'external-tables',
    '表名,年度,省级代码,省区市,数值,计量单位,应有行数,数据来源,发布日期',
  );
  for (const [year, own] of [
    [2020, 13_117.2],
    [2021, 14_951],
  ] as const)
    ['150000 内蒙古自治区', ...PROVINCES].forEach((province, i) => {
      const [code, name] = province.split(' ');
      const value = i === 0 ? own : i < 3 ? own + 400 * i : own - 90 * i;
      add({
        表名: '脱贫人口人均纯收入',
        年度: year,
        省级代码: code,
        省区市: name,
        数值: value,
        计量单位: '元',
        应有行数: 25,
        数据来源: '演示假定',
        发布日期: `${year + 1}-03-20`,
      });
    });
  return sheet;
}

export function paperSheets(): Sheet[] {
  return [...policies(), lists(), assessments(), provinces()];
}

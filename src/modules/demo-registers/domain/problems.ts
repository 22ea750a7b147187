// Problems of three papers in some counties, with what was done about them: closed, waiting for a check, and not put right yet.

import type { DemoCounty } from './counties.ts';
import { openSheet, type Sheet } from './sheet.ts';

const KINDS = [
  {
    kind: '资产闲置',
    wording: '部分经营性帮扶资产闲置，没有落实经营主体',
    nature: '共性',
    unit: '农牧局',
    measure: '清点闲置资产，重新出租',
  },
  {
    kind: '资金支出慢',
    wording: '衔接资金支出进度低于序时进度',
    nature: '共性',
    unit: '财政局',
    measure: '逐项目核对，按进度拨付',
  },
  {
    kind: '监测不及时',
    wording: '个别嘎查村排查不细，风险发现不及时',
    nature: '个性',
    unit: '乡村振兴局',
    measure: '重新排查，补录监测信息',
  },
  {
    kind: '制度不健全',
    wording: '项目资产后续管护没有制度',
    nature: '体制机制',
    unit: '农牧局',
    measure: '制定资产管护办法',
  },
] as const;

const PAPERS = [
  { source: '审计', documentNo: '演示审〔2022〕1号', letter: 'S' },
  { source: '自治区督查', documentNo: '演示督〔2022〕2号', letter: 'D' },
  { source: '自查', documentNo: '', letter: 'Z' },
] as const;

const EVERY = 5;

/** In counties whose families the demonstration has, and a few others. Of three problems one is closed, one handed in, one still open. */
export function problemSheets(counties: readonly DemoCounty[], own: ReadonlySet<number>): Sheet[] {
  const problem = openSheet(
    'problems',
    '问题编号,地区代码,问题来源,反馈日期,反馈文号,问题原文,问题类别,问题性质,牵头单位,责任单位,责任岗位,整改类型,整改时限,整改措施,整改完成日期,销号日期',
  );
  const claim = openSheet('problem-claims', '问题编号,地区代码,认领结果,整改承诺,认领日期');
  const step = openSheet(
    'fix-measures',
    '问题编号,序号,整改措施,责任单位,完成时限,量化标准,完成日期,佐证类型,佐证日期,佐证说明',
  );
  const search = openSheet('spread-checks', '问题编号,排查地区代码,排查日期,排查规则,排查数,发现数,整改数');
  const chosen = counties.filter(({ county }, i) => own.has(county) || i % EVERY === 0);
  chosen.forEach(({ county, code }, c) => {
    PAPERS.forEach(({ source, documentNo, letter }, p) => {
      const { kind, wording, nature, unit, measure } = KINDS[(c + p) % KINDS.length] ?? KINDS[0];
      const number = `W${county}${letter}01`;
      const isClosed = p === c % 3;
      const isDone = isClosed || p === (c + 1) % 3;
      problem.add({
        ...{ 问题编号: number, 地区代码: code, 问题来源: source, 反馈日期: '2022-03-10', 反馈文号: documentNo },
        ...{ 问题原文: wording, 问题类别: kind, 问题性质: nature, 牵头单位: '自治区农牧厅', 责任单位: `旗县${unit}` },
        ...{ 责任岗位: '分管负责人', 整改类型: '限期', 整改时限: '2022-06-10', 整改措施: measure },
        ...{ 整改完成日期: isDone ? '2022-05-20' : undefined, 销号日期: isClosed ? '2022-05-28' : undefined },
      });
      claim.add({
        问题编号: number,
        地区代码: code,
        认领结果: '有该问题',
        整改承诺: '按时限整改到位',
        认领日期: '2022-03-14',
      });
      step.add({
        ...{
          问题编号: number,
          序号: 1,
          整改措施: measure,
          责任单位: `旗县${unit}`,
          完成时限: '2022-05-31',
          量化标准: '全部整改到位',
        },
        ...(isDone
          ? { 完成日期: '2022-05-20', 佐证类型: '文件', 佐证日期: '2022-05-20', 佐证说明: '整改情况的函' }
          : {}),
      });
      if (isDone)
        search.add({
          ...{ 问题编号: number, 排查地区代码: code, 排查日期: '2022-04-20', 排查规则: `按“${kind}”逐项核对台账` },
          ...{ 排查数: 40 + c, 发现数: c % 4, 整改数: c % 4 },
        });
    });
  });
  return [problem.sheet, claim.sheet, step.sheet, search.sheet];
}

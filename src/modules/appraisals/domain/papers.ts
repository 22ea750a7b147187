// The forms of an assessment (registers §19): by what is scored, one sheet of scores, and who stands where. The notice of results names
// grades in their order and no points.

import {
  BLANK,
  type Block,
  type Column,
  fact,
  type OfficialDocument,
  paragraph,
} from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { hundredths, pointsText, readExact } from './exact.ts';
import { methodWords } from './method-words.ts';
import { ADJUSTMENTS, GRADES, type Standing } from './reckon.ts';
import { BASE_DOUBTS, baseDoubts, type RunContent, type ScoreContent, weightSum } from './run.ts';

export type AppraisalPaper = {
  schemeName: string;
  areaName: string;
  documentNo?: string | undefined;
  publishedNo?: string | undefined;
  publishedOn?: string | undefined;
  run: RunContent;
};

const column = (title: string, share: number, align: Column['align'] = 'left'): Column => ({ title, share, align });
const number = (title: string, share: number): Column => ({ title, share, align: 'right', number: true });
const SOURCES = { class: '', figure: '系统指标', hand: '人工评分' } as const;

const TARGET_WORDS = { counties: '旗县', leagues: '盟市' } as const;

function basis({ asOf, enteredBy, targets }: RunContent): Block {
  const days = `数据截至${dayTextWords(asOf)}，${dayTextWords(enteredBy)}以后录入和更正的不计分`;
  return paragraph(`考核对象为${TARGET_WORDS[targets]}。${days}。没有数据的指标不按零分计。`);
}

/** 《考核指标体系及评分表》. */
export function buildIndicators({ schemeName, documentNo, run }: AppraisalPaper): OfficialDocument {
  return {
    title: `${schemeName}指标体系及评分表`,
    ...(documentNo ? { number: documentNo } : {}),
    blocks: [
      basis(run),
      {
        kind: 'table',
        columns: [
          ...[column('编号', 8), column('指标', 24), column('数据来源', 12), number('权重', 8)],
          ...[column('计分办法', 34), column('责任部门', 14)],
        ],
        rows: run.indicators.map((one) => [
          ...[one.number, one.name, SOURCES[one.source], one.weight === undefined ? '' : String(one.weight)],
          ...[methodWords(one), one.department ?? ''],
        ]),
      },
      paragraph(`计分指标权重合计 ${pointsText(weightSum(run.indicators))} 分。`),
    ],
  };
}

const pointsCell = (points: number | undefined) => (points === undefined ? '缺项' : pointsText(points));

function adjustmentBlocks({ adjustments }: ScoreContent, { idle }: Standing): Block[] {
  if (adjustments.length === 0) return [];
  return [
    { kind: 'heading', text: '加减分和否决' },
    {
      kind: 'table',
      columns: [column('类别', 12), column('事由', 36), column('佐证', 30), number('分值', 10), column('说明', 16)],
      rows: adjustments.map((one) => [
        ...[ADJUSTMENTS[one.kind], one.reason, one.evidence],
        one.points === undefined ? BLANK : pointsText(one.points),
        idle.includes(one.number) ? '同一问题已扣，不重复计' : '',
      ]),
    },
  ];
}

/** 《得分明细》 of one of the assessed. */
export function buildSheet(paper: AppraisalPaper, content: ScoreContent, standing: Standing): OfficialDocument {
  const { run, schemeName } = paper;
  const valueAt = new Map(content.values.map((value) => [value.number, value]));
  return {
    title: `${schemeName}${content.name}得分明细`,
    blocks: [
      basis(run),
      {
        kind: 'facts',
        facts: [
          ...[fact('总分', pointsText(standing.total)), fact('等次', standing.grade && GRADES[standing.grade])],
          ...[fact('组别', content.group), fact('组内名次', standing.rank)],
          ...[fact('指标得分', pointsText(standing.sum)), fact('缺项', `${standing.missing} 项`)],
          ...[fact('加分', pointsText(standing.bonus)), fact('扣分', pointsText(standing.deduct))],
        ],
      },
      {
        kind: 'table',
        columns: [
          ...[column('编号', 8), column('指标', 26), column('值', 14, 'right'), number('分母（个）', 10)],
          ...[column('上年同日', 12, 'right'), number('权重', 8), number('得分', 9), column('提示', 13)],
        ],
        rows: run.indicators.map((one) => {
          const value = valueAt.get(one.number);
          if (!value) return [one.number, one.name, '', '', '', '', '', ''];
          const before = value.before === undefined ? BLANK : pointsText(hundredths(readExact(value.before)));
          return [
            ...[one.number, one.name, `${value.shown}${value.value === undefined ? '' : (one.unit ?? '')}`],
            ...[String(value.base ?? BLANK), before, String(one.weight ?? ''), pointsCell(value.points)],
            baseDoubts(run, value)
              .map((doubt) => BASE_DOUBTS[doubt])
              .join('、'),
          ];
        }),
      },
      ...adjustmentBlocks(content, standing),
    ],
  };
}

/** 《考核结果通报》: by group and place. */
export function buildResults(
  { schemeName, areaName, publishedNo, publishedOn, run }: AppraisalPaper,
  standings: readonly Standing[],
  nameOf: (regionCode: number) => string,
): OfficialDocument {
  const ranked = standings.filter(({ rank }) => rank !== undefined);
  const without = standings.filter(({ rank }) => rank === undefined).map(({ regionCode }) => nameOf(regionCode));
  return {
    title: `${schemeName}结果通报`,
    ...(publishedNo ? { number: publishedNo } : {}),
    blocks: [
      ...(publishedOn ? [] : [{ kind: 'paragraph' as const, as: 'note' as const, text: '尚未公布。' }]),
      basis(run),
      {
        kind: 'table',
        columns: [column('组别', 26), number('组内名次', 14), column('地区', 34), column('等次', 14, 'center')],
        rows: ranked.map(({ group, rank, regionCode, grade }) => [
          ...[group, String(rank ?? ''), nameOf(regionCode), grade ? GRADES[grade] : BLANK],
        ]),
      },
      ...(without.length > 0 ? [paragraph(`缺少数据没有排名的：${without.join('、')}。`)] : []),
      { kind: 'closing', issuer: areaName, day: publishedOn ? dayTextWords(publishedOn) : undefined },
    ],
  };
}

// The tables of a joint-conference pack as blocks of its paper.

import { BLANK, type Block, type Column, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { changeOf, changeText } from '../../board/domain/standing.ts';
import type { Appendix } from './appendix.ts';

const right = (title: string, share: number): Column => ({ title, share, align: 'right' });
const left = (title: string, share: number): Column => ({ title, share });

export type AppendixTable = { title: string; columns: Column[]; rows: string[][]; none: string };

type Against = 'quarter' | 'year';

function comparison({ figures }: Appendix): AppendixTable {
  const against = ({ now, unit, ...then }: Appendix['figures'][number], which: Against) =>
    changeText(changeOf(now.number, then[which]?.number, unit), unit) || BLANK;
  return {
    title: '主要指标与上季度末、上年同期比较',
    columns: [
      left('指标', 30),
      left('单位', 9),
      ...[
        right('本期', 12),
        right('上季度末', 12),
        right('比上季度末', 14),
        right('上年同期', 12),
        right('比上年同期', 14),
      ],
    ],
    rows: figures.map((figure) => [
      ...[figure.name, figure.unit, figure.now.shown, figure.quarter?.shown || BLANK, against(figure, 'quarter')],
      ...[figure.year?.shown || BLANK, against(figure, 'year')],
    ]),
    none: '本期没有可比较的指标',
  };
}

const rankings = ({ rankings }: Appendix): AppendixTable[] =>
  rankings.map(({ name, unit, regions }) => ({
    title: `各地排名：${name}（${unit}）`,
    columns: [{ title: '名次', share: 12, align: 'center' }, left('地区', 48), right('数值', 40)],
    rows: regions.map(({ name: region, place, shown }) => [String(place ?? BLANK), region, shown]),
    none: '',
  }));

const late = ({ late: rows }: Appendix): AppendixTable => ({
  title: '逾期未办事项',
  columns: [left('事项', 40), right('逾期', 15), left('单位', 12), left('最早应办日', 33)],
  rows: rows.map(({ what, count, unit, oldest }) => [what, String(count), unit, oldest]),
  none: '没有逾期未办的事项。',
});

const schedule = ({ schedule: rows }: Appendix): AppendixTable => ({
  title: '年度工作安排进展',
  columns: [left('工作', 40), left('季度', 12), left('计划完成', 18), left('完成日期', 18), left('进展', 12)],
  rows: rows.map(({ name, quarter, plannedTo, finishedOn, isLate }) => [
    ...[name, quarter || BLANK, plannedTo ?? BLANK, finishedOn ?? BLANK],
    finishedOn ? '已完成' : isLate ? '逾期' : '未到期',
  ]),
  none: '还没有登记年度工作安排。',
});

const circulars = ({ circulars: rows }: Appendix): AppendixTable => ({
  title: '本季度签发的通报',
  columns: [left('通报', 24), left('文号', 20), left('地区', 16), left('签发日期', 14), left('点名旗县', 26)],
  rows: rows.map(({ title, number, areaName, issuedOn, named }) => [
    ...[title, number, areaName, issuedOn],
    named.join('、') || BLANK,
  ]),
  none: '本季度没有签发通报。',
});

const assessments = ({ assessments: all }: Appendix): AppendixTable[] =>
  all.map(({ name, publishedOn, standings }) => ({
    title: `考核结果：${name}（${publishedOn} 公布）`,
    columns: [{ title: '名次', share: 12, align: 'center' }, left('对象', 48), right('得分', 20), left('等次', 20)],
    rows: standings.map(({ name: target, place, shown, grade }) => [String(place ?? BLANK), target, shown, grade]),
    none: '',
  }));

/** In the order of the paper; the screen shows the same. */
export function appendixTables(appendix: Appendix): AppendixTable[] {
  return [
    comparison(appendix),
    ...rankings(appendix),
    late(appendix),
    schedule(appendix),
    circulars(appendix),
    ...assessments(appendix),
  ];
}

export function appendixBlocks(appendix: Appendix): Block[] {
  const { now, quarter, year } = appendix.days;
  return [
    { kind: 'page-break' },
    paragraph(
      `以下各表的本期为${dayTextWords(now)}，上季度末为${dayTextWords(quarter)}，上年同期为${dayTextWords(year)}；逾期事项按送审时的台账计。`,
    ),
    ...appendixTables(appendix).flatMap(({ title, columns, rows, none }, at): Block[] => [
      { kind: 'heading', text: `附表 ${at + 1}：${title}` },
      rows.length > 0 ? { kind: 'table', columns, rows } : paragraph(none),
    ]),
  ];
}

// A circular as an official paper: how the area stands, the ranking, who lags, what is named.

import { BLANK, type Block, type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { countyAuthority, dayTextWords } from '../../../kernel/papers/wording.ts';
import { type CircularKind, SETTER_KEYS, SETTERS } from './kinds.ts';
import type { CircularRow } from './rank.ts';

export type CircularPaper = {
  kind: CircularKind;
  areaName: string;
  /** ISO days. */
  asOf: string;
  issuedOn?: string | undefined;
  documentNo?: string | undefined;
  namedCounties: readonly string[];
  namedMatters?: string | undefined;
  whole: CircularRow | undefined;
  counties: readonly CircularRow[];
};

const count = (title: string, share = 12): Column => ({ title, share, align: 'right', number: true });
const centred = (title: string, share = 10): Column => ({ title, share, align: 'center' });

const COLUMNS: Column[] = [
  { title: '地区', share: 18 },
  ...SETTER_KEYS.flatMap((by) => [count(`${SETTERS[by]}目标`), centred('完成率', 12), centred('名次', 8)]),
  count('现有'),
  count('上月'),
  count('比上月'),
  centred('同比', 12),
  centred('预计完成', 14),
];

function cells(row: CircularRow): string[] {
  const { name, value, monthBefore, targets, rates, ranks, growth, forecast } = row;
  const change = value - monthBefore;
  return [
    name,
    ...SETTER_KEYS.flatMap((by) => [
      String(targets[by] ?? BLANK),
      rates[by] ? `${rates[by]}%` : BLANK,
      String(ranks[by] ?? BLANK),
    ]),
    ...[String(value), String(monthBefore), change > 0 ? `+${change}` : String(change)],
    ...[growth ? `${growth}%` : BLANK, forecast || BLANK],
  ];
}

function summary({ kind, areaName, asOf, whole, counties }: CircularPaper): string {
  if (!whole) return `截至${dayTextWords(asOf)}，现将${areaName}各旗县${kind.counted}情况通报如下。`;
  const isRanked = counties.some(({ ranks }) => SETTER_KEYS.some((by) => ranks[by] !== undefined));
  const ranking = isRanked ? '各旗县按完成率排名如下' : '还没有下达旗县的目标任务，各旗县情况如下，不排名';
  const rates = SETTER_KEYS.flatMap((by) =>
    whole.rates[by] ? [`完成${SETTERS[by]}下达目标的 ${whole.rates[by]}%`] : [],
  );
  return `截至${dayTextWords(asOf)}，${areaName}${kind.counted} ${whole.value} ${kind.unit}${rates.length > 0 ? `，${rates.join('，')}` : ''}。${ranking}。`;
}

function lagging({ counties }: CircularPaper): Block[] {
  const names = counties.filter(({ lags }) => lags).map(({ name }) => name);
  if (names.length === 0) return [];
  return [paragraph(`进度落后于时间进度的旗县有 ${names.length} 个：${names.join('、')}。`)];
}

/** 通报 in the layout of official papers. */
export function buildCircular(paper: CircularPaper): OfficialDocument {
  const { kind, areaName, asOf, issuedOn, documentNo, namedCounties, namedMatters, whole, counties } = paper;
  const month = `${Number(asOf.slice(0, 4))}年${Number(asOf.slice(5, 7))}月`;
  const rows = [...counties, ...(whole ? [whole] : [])].map(cells);
  return {
    title: `关于${month}${areaName}${kind.title.replace(/通报$/, '')}情况的通报`,
    ...(documentNo ? { number: documentNo } : {}),
    blocks: [
      ...(issuedOn ? [] : [{ kind: 'paragraph' as const, as: 'note' as const, text: '起草中，尚未签发。' }]),
      paragraph(summary(paper)),
      { kind: 'table', columns: COLUMNS, rows },
      ...lagging(paper),
      ...(namedCounties.length > 0 ? [paragraph(`点名通报：${namedCounties.join('、')}。`)] : []),
      ...(namedMatters ? [paragraph(namedMatters)] : []),
      {
        kind: 'closing',
        issuer: countyAuthority(areaName),
        day: issuedOn ? dayTextWords(issuedOn) : undefined,
      },
    ],
  };
}

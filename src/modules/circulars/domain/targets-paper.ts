// What has been done of the year's targets, as the page shows it, for screen and paper.

import type { Column, OfficialDocument } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { ALL_SETTERS, SETTERS, type Setter } from './kinds.ts';
import type { CircularRow } from './rank.ts';

export type TargetRow = Pick<CircularRow, 'regionCode' | 'name' | 'value' | 'monthBefore' | 'forecast' | 'lags'> & {
  targets: Partial<Record<Setter, number>>;
  rates: Partial<Record<Setter, string>>;
};

export type TargetsPaper = {
  areaName: string;
  figureName: string;
  asOf: string;
  isMoney: boolean;
  rows: readonly TargetRow[];
};

/** Counties with neither a target nor anybody counted say nothing. */
export const speaking = <Row extends TargetRow>(rows: readonly Row[], area: number): Row[] =>
  rows.filter(({ targets, value, regionCode }) => regionCode === area || value > 0 || Object.keys(targets).length > 0);

const inYuan = (fen: number) => (fen / 100).toFixed(2);

export function buildTargets({ areaName, figureName, asOf, isMoney, rows }: TargetsPaper): OfficialDocument {
  const setters = ALL_SETTERS.filter((by) => rows.some(({ targets }) => targets[by]));
  const text = (value: number | undefined) => (value === undefined ? '' : isMoney ? inYuan(value) : String(value));
  const number = (title: string): Column => ({ title, share: 14, align: 'right', number: true });
  return {
    title: `${areaName}${figureName}目标进度`,
    blocks: [
      {
        kind: 'paragraph',
        text: `截至${dayTextWords(asOf)}${isMoney ? '，金额单位为元' : ''}。各级下达的目标分开计算。`,
      },
      {
        kind: 'table',
        columns: [
          ...[{ title: '地区', share: 18 }, number('现有'), number('比上月')],
          ...setters.flatMap((by) => [number(`${SETTERS[by]}目标`), { title: '完成率（%）', share: 12 }]),
          ...[
            { title: '预计完成', share: 12 },
            { title: '进度', share: 14 },
          ],
        ],
        rows: rows.map(({ name, value, monthBefore, targets, rates, forecast, lags }) => [
          ...[name, text(value), text(value - monthBefore)],
          ...setters.flatMap((by) => [text(targets[by]), rates[by] ?? '']),
          ...[forecast, lags ? '落后于进度' : ''],
        ]),
      },
    ],
  };
}

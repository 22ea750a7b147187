// The three lists and the report of an area (registers §18).

import { type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { countyAuthority, dayTextWords } from '../../../kernel/papers/wording.ts';
import { centred, count, heading, left, or } from './paper-columns.ts';
import { type Counts, RATES, rateText } from './rates.ts';
import type { ProblemShown } from './shapes.ts';
import { SOURCES, stateName } from './words.ts';

export type LedgerRow = Pick<
  ProblemShown,
  | (
      | 'number'
      | 'regionName'
      | 'source'
      | 'reportedOn'
      | 'documentNo'
      | 'wording'
      | 'topic'
      | 'leadUnit'
      | 'unit'
      | 'post'
    )
  | ('rectifyBy' | 'measuresText' | 'rectifiedOn' | 'closedOn' | 'state')
>;

/** 三清单: what was found, who answers for it, what is done about it: three tables over the same rows. */
export function listsPaper(title: string, rows: readonly LedgerRow[]): OfficialDocument {
  return {
    title,
    blocks: [
      heading('问题清单'),
      {
        kind: 'table',
        columns: [
          left('问题编号'),
          left('来源', 12),
          centred('反馈日期', 11),
          left('文号', 14),
          left('问题', 36),
          left('类别', 12),
          left('涉及地区', 12),
        ],
        rows: rows.map((row) => [
          ...[row.number, SOURCES[row.source] ?? row.source, row.reportedOn, or(row.documentNo), row.wording],
          ...[or(row.topic), row.regionName],
        ]),
      },
      heading('责任清单'),
      {
        kind: 'table',
        columns: [
          left('问题编号'),
          left('牵头单位', 20),
          left('责任单位', 20),
          left('责任岗位', 16),
          centred('整改时限', 12),
        ],
        rows: rows.map((row) => [row.number, or(row.leadUnit), row.unit, or(row.post), row.rectifyBy]),
      },
      heading('整改清单'),
      {
        kind: 'table',
        columns: [
          left('问题编号'),
          left('整改措施', 40),
          centred('整改完成', 12),
          centred('销号', 12),
          centred('状态', 12),
        ],
        rows: rows.map((row) => [
          ...[row.number, or(row.measuresText), or(row.rectifiedOn), or(row.closedOn), stateName(row.state)],
        ]),
      },
    ],
  };
}

export type ReportLine = Counts & { name: string };

/** 问题整改情况报告: how an area stands on a day, without a household. */
export function reportPaper(
  title: string,
  { areaName, asOf, total, rows }: { areaName: string; asOf: string; total: Counts; rows: readonly ReportLine[] },
): OfficialDocument {
  const rates = Object.keys(RATES) as (keyof typeof RATES)[];
  const cells = (name: string, line: Counts) => [
    ...[name, String(line.all), String(line.open), String(line.closed), String(line.late)],
    ...rates.map((rate) => rateText(line, rate)),
  ];
  return {
    title,
    blocks: [
      paragraph(
        `截至${dayTextWords(asOf)}，${areaName}共有问题 ${total.all} 个，已销号 ${total.closed} 个，正在整改 ${total.open} 个，其中超过时限 ${total.late} 个。`,
      ),
      {
        kind: 'table',
        columns: [
          ...[left('地区', 16), count('问题'), count('未销号'), count('已销号'), count('超时限')],
          ...rates.map((rate) => centred(RATES[rate].title, 13)),
        ],
        rows: [...rows.map((line) => cells(line.name, line)), cells('合计', total)],
      },
      ...rates.map((rate) => paragraph(`${RATES[rate].title}：${RATES[rate].about}。`)),
      { kind: 'closing', issuer: countyAuthority(areaName), day: dayTextWords(asOf) },
    ],
  };
}

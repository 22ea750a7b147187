// The year of the cooperation as a paper: its numbers by group, the regions below, money by payer.

import { BLANK, type Block, type Column, type OfficialDocument, paragraph } from '../../../../kernel/papers/model.ts';
import { amountWords, dayTextWords } from '../../../../kernel/papers/wording.ts';
import { AGREEMENT_ITEMS, type AgreementItem } from './agreements.ts';
import { METRIC_GROUPS, METRIC_KEYS, type MetricGroup, type MetricKey, metricOf } from './metrics.ts';

type Values = Partial<Record<MetricKey, number>>;

export type CooperationReport = {
  areaName: string;
  year: number;
  asOf: string;
  total: Values;
  rows: readonly { name: string; values: Values }[];
  payers: readonly { payer: string; plannedFen: number; receivedFen: number }[];
  agreements: readonly {
    regionName: string;
    partner: string;
    item: AgreementItem;
    promised: number;
    done: number;
    share?: number | undefined;
  }[];
};

/** 万元 with two digits, or the count. */
export function metricText(key: MetricKey, value: number | undefined): string {
  if (value === undefined || value === 0) return metricOf(key).counts === 'fen' ? BLANK : '0';
  return metricOf(key).counts === 'fen' ? amountWords(Math.round(value / 10_000)) : String(value);
}

const right = (title: string, share = 12): Column => ({ title, share, align: 'right', number: true });

function groupRows(group: MetricGroup, total: Values): string[][] {
  return METRIC_KEYS.filter((key) => metricOf(key).group === group).map((key) => {
    const { title, unit, basis } = metricOf(key);
    return [METRIC_GROUPS[group], title, metricText(key, total[key]), unit, basis ?? ''];
  });
}

function regions({ rows }: CooperationReport): Block[] {
  const shown = METRIC_KEYS.filter((key) => metricOf(key).column);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: '分地区' },
    {
      ...{
        kind: 'table',
        columns: [
          { title: '地区', share: 16 },
          ...shown.map((key) => right(`${metricOf(key).title}（${metricOf(key).unit}）`)),
        ],
      },
      rows: rows.map(({ name, values }) => [name, ...shown.map((key) => metricText(key, values[key]))]),
    },
    paragraph('企业、学校、人员等去重计数，在几个地区的各地区都计，各行相加可以大于合计。'),
  ];
}

function byPayer(payers: CooperationReport['payers']): Block[] {
  if (payers.length === 0) return [];
  const columns = [{ title: '出资方', share: 40 }, right('计划（万元）', 30), right('到位（万元）', 30)];
  const rows = payers.map(({ payer, plannedFen, receivedFen }) => [
    payer,
    metricText('planned', plannedFen),
    metricText('received', receivedFen),
  ]);
  return [
    { kind: 'heading', text: '协作资金按出资方' },
    { kind: 'table', columns, rows },
  ];
}

function promises(agreements: CooperationReport['agreements']): Block[] {
  if (agreements.length === 0) return [];
  const columns = [
    ...[
      { title: '地区', share: 16 },
      { title: '北京协作方', share: 20 },
      { title: '任务项', share: 22 },
    ],
    ...[right('目标值', 14), right('完成值', 14), right('完成率（%）', 14)],
  ];
  const rows = agreements.map(({ regionName, partner, item, promised, done, share }) => [
    ...[regionName, partner, `${AGREEMENT_ITEMS[item]}（${metricOf(item).unit}）`],
    ...[String(promised), String(done), share === undefined ? BLANK : String(share)],
  ]);
  return [
    { kind: 'heading', text: '协议任务完成表' },
    { kind: 'table', columns, rows },
  ];
}

/** 京蒙协作年度情况表 in the layout of official papers. */
export function buildCooperationReport(report: CooperationReport): OfficialDocument {
  const { areaName, year, asOf, total, payers, agreements } = report;
  const columns = [
    { title: '类别', share: 16 },
    { title: '指标', share: 20 },
    right('数值', 16),
    { title: '单位', share: 8 },
    { title: '口径', share: 40 },
  ];
  return {
    title: `${areaName}${year}年度京蒙协作情况表`,
    blocks: [
      paragraph(`截至${dayTextWords(asOf)}。存量和流量分开计，计划和到位分开计，不相加。`),
      {
        kind: 'table',
        columns,
        rows: (Object.keys(METRIC_GROUPS) as MetricGroup[]).flatMap((group) => groupRows(group, total)),
      },
      ...regions(report),
      ...byPayer(payers),
      ...promises(agreements),
    ],
  };
}

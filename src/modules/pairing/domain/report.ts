// The year's report of a pairing, as a paper: who helps whom, the plan and what came of it, what was done, money by what it is.

import {
  BLANK,
  type Block,
  type Column,
  fact,
  type OfficialDocument,
  paragraph,
} from '../../../kernel/papers/model.ts';
import { amountWords, dayTextWords } from '../../../kernel/papers/wording.ts';
import {
  FUND_NATURES,
  PAIRING_KINDS,
  type PairingKind,
  PLAN_PROGRESS,
  SUPPORT_FIELDS,
  SUPPORT_WAYS,
  wordOf,
} from './pairing-words.ts';

type PlanLine = {
  item: number;
  field: string;
  matter: string;
  target?: number | undefined;
  unit?: string | undefined;
  plannedFen?: number | undefined;
  progress: string;
  deeds: number;
  spentFen: number;
};
type Deed = {
  on: string;
  field: string;
  way: string;
  content: string;
  amountFen?: number | undefined;
  nature?: string | undefined;
  goodsFen?: number | undefined;
  confirmedOn?: string | undefined;
};

export type PairingReport = {
  number: string;
  kind: PairingKind;
  helper: string;
  helpedName: string;
  countyName: string;
  startedOn: string;
  documentNo?: string | undefined;
  year: number;
  asOf: string;
  sums: {
    directFen: number;
    attractedFen: number;
    goodsFen: number;
    visits: number;
    households: number;
    times: number;
  };
  plan: readonly PlanLine[];
  deeds: readonly Deed[];
};

const money = (title: string): Column => ({ title, share: 14, align: 'right', number: true });
const short = (title: string, share = 10): Column => ({ title, share, align: 'center' });

const yuan = (fen: number | undefined) => (fen ? amountWords(fen) : BLANK);

function planBlock({ plan }: PairingReport): Block[] {
  if (plan.length === 0) return [paragraph('本年度没有报送年度计划。')];
  const columns = [
    short('序号', 6),
    short('领域'),
    { title: '事项', share: 30 },
    short('目标', 12),
    money('计划资金（元）'),
    short('帮扶（次）', 9),
    money('投入（元）'),
    short('进展', 12),
  ];
  return [
    {
      ...{ kind: 'table', columns },
      rows: plan.map(({ item, field, matter, target, unit, plannedFen, deeds, spentFen, progress }) => [
        ...[
          String(item),
          wordOf(SUPPORT_FIELDS, field),
          matter,
          target === undefined ? BLANK : `${target}${unit ?? ''}`,
        ],
        ...[yuan(plannedFen), String(deeds), yuan(spentFen), wordOf(PLAN_PROGRESS, progress)],
      ]),
    },
  ];
}

function deedBlock({ deeds }: PairingReport): Block[] {
  if (deeds.length === 0) return [paragraph('本年度没有帮扶记录。')];
  const columns = [
    short('日期', 14),
    short('领域'),
    short('方式'),
    { title: '内容', share: 34 },
    money('金额（元）'),
    short('性质'),
    money('物资折价（元）'),
    short('受帮扶方确认', 14),
  ];
  return [
    {
      ...{ kind: 'table', columns },
      rows: [...deeds]
        .reverse()
        .map((deed) => [
          ...[deed.on, wordOf(SUPPORT_FIELDS, deed.field), wordOf(SUPPORT_WAYS, deed.way), deed.content],
          ...[
            yuan(deed.amountFen),
            wordOf(FUND_NATURES, deed.nature) || BLANK,
            yuan(deed.goodsFen),
            deed.confirmedOn ?? '未确认',
          ],
        ]),
    },
  ];
}

function summary({ year, asOf, plan, deeds, sums }: PairingReport): string {
  const live = plan.filter(({ progress }) => progress !== 'cancelled');
  const done = live.filter(({ progress }) => progress === 'done' || progress === 'confirmed').length;
  const confirmed = live.filter(({ progress }) => progress === 'confirmed').length;
  return `${year}年度计划 ${live.length} 项，截至${dayTextWords(asOf)}完成 ${done} 项，其中受帮扶方确认 ${confirmed} 项；开展帮扶 ${deeds.length} 次，走访 ${sums.visits} 人次，受益 ${sums.times} 人次。直接投入资金 ${amountWords(sums.directFen)} 元，引进资金 ${amountWords(sums.attractedFen)} 元，物资折价 ${amountWords(sums.goodsFen)} 元，三项性质不同，不合计。`;
}

/** 年度帮扶情况报告 in the layout of official papers. */
export function buildReport(report: PairingReport): OfficialDocument {
  const { number, kind, helper, helpedName, countyName, startedOn, documentNo, year } = report;
  const place = countyName && countyName !== helpedName ? `${countyName}${helpedName}` : helpedName;
  return {
    title: `${helper}${year}年度帮扶${place}情况报告`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact('结对编号', number),
          fact('结对类型', PAIRING_KINDS[kind]),
          fact('帮扶方', helper),
          fact('受帮扶地区', place),
          fact('开始日期', startedOn),
          fact('文号', documentNo),
        ],
      },
      paragraph(summary(report)),
      { kind: 'heading', text: '年度计划完成情况' },
      ...planBlock(report),
      { kind: 'heading', text: '帮扶记录' },
      ...deedBlock(report),
      { kind: 'closing', issuer: helper },
    ],
  };
}

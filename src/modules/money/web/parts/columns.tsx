// Columns that the lists and pages of the money share.

import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatMoney, formatRate, moneyTitle, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { FUND_KINDS, SOURCE_LEVELS } from '../../../funds/domain/fund-words.ts';
import { projectRegister } from '../../../projects/domain/project-register.ts';
import type { DocumentLine, ProjectLine } from '../api.ts';

export function projectKind(kind: string): string {
  const names: Readonly<Record<string, string>> | undefined = projectRegister.fields.projectKind.values;
  return names?.[kind] ?? kind;
}

export function fundWords({ kind, source }: { kind: string; source: string }): string {
  const kinds: Readonly<Record<string, string>> = FUND_KINDS;
  const sources: Readonly<Record<string, string>> = SOURCE_LEVELS;
  return `${sources[source] ?? ''}${kinds[kind] ?? kind}`;
}

export function Wan({ fen }: { fen: number | undefined }) {
  return <span title={moneyTitle(fen)}>{formatMoney(fen, '万元')}</span>;
}

export const PROJECT_COLUMNS: ListColumn<ProjectLine>[] = [
  { key: 'number', title: '项目编号', render: ({ number }) => number, width: 150, always: true },
  { key: 'name', title: '项目名称', render: ({ name }) => name, width: 220, always: true },
  { key: 'region', title: '旗县', render: ({ regionName }) => regionName, width: 110, aboveCounty: true },
  { key: 'kind', title: '类别', render: ({ kind }) => projectKind(kind), width: 110 },
  {
    key: 'planned',
    title: '计划（万元）',
    render: ({ plannedFen }) => <Wan fen={plannedFen} />,
    width: 110,
    align: 'right',
  },
  {
    key: 'allocated',
    title: '已分配（万元）',
    render: ({ allocatedFen }) => <Wan fen={allocatedFen} />,
    width: 120,
    align: 'right',
  },
  { key: 'paid', title: '已支付（万元）', render: ({ paidFen }) => <Wan fen={paidFen} />, width: 120, align: 'right' },
  {
    key: 'share',
    title: '支付比例',
    render: ({ paidFen, allocatedFen }) => formatRate(paidFen, allocatedFen).text,
    width: 84,
    align: 'right',
  },
  { key: 'started', title: '开工', render: ({ startedOn }) => startedOn ?? UNKNOWN, width: 106 },
  { key: 'finished', title: '完工', render: ({ finishedOn }) => finishedOn ?? UNKNOWN, width: 106 },
  { key: 'accepted', title: '验收', render: ({ acceptedOn }) => acceptedOn ?? UNKNOWN, width: 106 },
];

export const DOCUMENT_COLUMNS: ListColumn<DocumentLine>[] = [
  { key: 'documentNo', title: '指标文号', render: ({ documentNo }) => documentNo, width: 200, always: true },
  { key: 'number', title: '下达编号', render: ({ number }) => number, width: 150 },
  { key: 'issuedOn', title: '下达日期', render: ({ issuedOn }) => issuedOn, width: 106 },
  { key: 'giver', title: '下达方', render: ({ giverName }) => giverName, width: 120 },
  { key: 'receiver', title: '接收方', render: ({ receiverName }) => receiverName, width: 120 },
  { key: 'fund', title: '资金', render: fundWords, width: 130 },
  {
    key: 'amount',
    title: '金额（万元）',
    render: ({ amountFen }) => <Wan fen={amountFen} />,
    width: 120,
    align: 'right',
  },
];

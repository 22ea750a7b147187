// 谁帮谁: the pairs that hold on a day, each with its document, what was planned and what was done in the year.

import { useNavigate } from '@tanstack/react-router';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { pairingPath } from '../../domain/addresses.ts';
import { PAIR_LOOK_NAMES } from '../../domain/looks.ts';
import { PAIRING_KINDS } from '../../domain/pairing-words.ts';
import { type PairLine, pairing } from '../api.ts';
import { pairsSearch } from '../searches.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '单位、地区或结对编号' },
  { kind: 'choice', key: 'kind', label: '类型', choices: choices(PAIRING_KINDS) },
  { kind: 'choice', key: 'look', label: '看什么', choices: choices(PAIR_LOOK_NAMES) },
  { kind: 'day', key: 'asOf', label: '截至', more: true },
];

const count = (key: 'deeds' | 'visits', title: string): ListColumn<PairLine> => ({
  ...{ key, title, width: 90, align: 'right' },
  render: (row) => formatCount(row[key]),
});

const COLUMNS: ListColumn<PairLine>[] = [
  { key: 'helper', title: '帮扶方', render: ({ helper }) => helper, width: 190, always: true },
  { key: 'cadre', title: '干部', render: ({ cadre }) => cadre ?? '', width: 90 },
  {
    ...{ key: 'helped', title: '受帮扶地区', width: 190, always: true },
    render: ({ helpedName, countyName }) => (helpedName === countyName ? helpedName : `${countyName} ${helpedName}`),
  },
  { key: 'kind', title: '类型', render: ({ kind }) => PAIRING_KINDS[kind], width: 150 },
  { key: 'started', title: '开始日期', render: ({ startedOn }) => startedOn, width: 106 },
  { key: 'document', title: '文号', render: ({ documentNo }) => documentNo ?? '没有文号', width: 170 },
  {
    ...{ key: 'plan', title: '计划完成', width: 100, align: 'right' },
    render: ({ planned, done }) => (planned === 0 ? '没有计划' : `${done} / ${planned}`),
  },
  count('deeds', '帮扶（次）'),
  count('visits', '走访（次）'),
  {
    ...{ key: 'money', title: '投入（万元）', width: 110, align: 'right' },
    render: ({ moneyFen }) => (
      <span title={`${moneyTitle(moneyFen)}，含直接投入、引进和物资折价`}>{formatMoney(moneyFen, '万元')}</span>
    ),
  },
  { key: 'last', title: '最近帮扶', render: ({ lastDeedOn }) => lastDeedOn ?? '从未', width: 106 },
  { key: 'number', title: '结对编号', render: ({ number }) => number, width: 130, spare: true },
  { key: 'ended', title: '结束日期', render: ({ endedOn }) => endedOn ?? '', width: 106, spare: true },
];

export function PairsPage() {
  const navigate = useNavigate();
  return (
    <ListPage
      id="pairing.pairs"
      title="谁帮谁"
      unit="对"
      search={pairsSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ number }) => number}
      queryKey={pairing.query.pairs.key()}
      fetch={({ sort: _sort, ...asked }, area, signal) => pairing.client.pairs({ ...asked, area }, { signal })}
      onOpen={({ number }) => void navigate({ to: pairingPath(number) })}
      emptyHint="结对从“台账导入”进来，也可以在“结对帮扶”台账里登记。"
    />
  );
}

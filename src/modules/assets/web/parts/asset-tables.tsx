// The tables of one asset's page.

import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { ASSET_STATES } from '../../domain/asset-states.ts';
import { assetWord } from '../../domain/words.ts';
import type { OneAsset } from '../api.ts';

type Row<Name extends 'rights' | 'contracts' | 'years' | 'shared' | 'deeds'> = OneAsset[Name][number];

const RIGHTS: ListColumn<Row<'rights'>>[] = [
  { key: 'right', title: '权利', render: ({ right }) => assetWord('rightKind', right), width: 80 },
  { key: 'holder', title: '权利人', render: ({ holder }) => holder, width: 260 },
  { key: 'share', title: '份额', render: ({ share }) => `${share}%`, width: 80, align: 'right' },
  { key: 'since', title: '开始', render: ({ since }) => since, width: 106 },
  { key: 'until', title: '终止', render: ({ until }) => until ?? '', width: 106 },
  { key: 'certificate', title: '证书号', render: ({ certificateNo }) => certificateNo ?? '', width: 180 },
];

export function Rights({ rights }: Pick<OneAsset, 'rights'>) {
  return (
    <SmallTable
      label="权属"
      columns={RIGHTS}
      rows={rights}
      rowKey={({ right, holder, since }) => `${right} ${holder} ${since}`}
      none="没有登记权属"
    />
  );
}

const CONTRACTS: ListColumn<Row<'contracts'>>[] = [
  { key: 'number', title: '合同编号', render: ({ number }) => number, width: 170 },
  { key: 'operator', title: '经营方', render: ({ operator }) => operator, width: 220 },
  { key: 'way', title: '方式', render: ({ way }) => assetWord('operatingWay', way), width: 80 },
  { key: 'from', title: '开始', render: ({ startedOn }) => startedOn, width: 106 },
  {
    key: 'until',
    title: '截止',
    render: ({ through, dissolvedOn }) => (dissolvedOn ? `${dissolvedOn} 解除` : through),
    width: 140,
  },
  {
    key: 'agreed',
    title: '年约定收益（元）',
    render: ({ agreedFen }) => formatMoney(agreedFen),
    width: 140,
    align: 'right',
  },
  { key: 'due', title: '缴款时间', render: ({ dueTime }) => dueTime ?? '', width: 160 },
];

export function Contracts({ contracts }: Pick<OneAsset, 'contracts'>) {
  return (
    <SmallTable
      label="经营合同"
      columns={CONTRACTS}
      rows={contracts}
      rowKey={({ number }) => number}
      none="没有登记经营合同"
    />
  );
}

const YEARS: ListColumn<Row<'years'>>[] = [
  { key: 'year', title: '年度', render: ({ year }) => year, width: 80 },
  { key: 'due', title: '应收（元）', render: ({ dueFen }) => formatMoney(dueFen), width: 140, align: 'right' },
  {
    key: 'received',
    title: '到账（元）',
    render: ({ receivedFen }) => formatMoney(receivedFen),
    width: 140,
    align: 'right',
  },
  {
    key: 'given',
    title: '已分配（元）',
    render: ({ distributedFen }) => formatMoney(distributedFen),
    width: 140,
    align: 'right',
  },
];

export function Years({ years }: Pick<OneAsset, 'years'>) {
  return (
    <SmallTable label="各年收益和分配" columns={YEARS} rows={years} rowKey={({ year }) => year} none="没有登记收益" />
  );
}

const SHARED: ListColumn<Row<'shared'>>[] = [
  { key: 'year', title: '年度', render: ({ year }) => year, width: 80 },
  { key: 'purpose', title: '用途', render: ({ purpose }) => assetWord('purpose', purpose), width: 100 },
  { key: 'to', title: '分配对象', render: ({ to }) => to, width: 240 },
  { key: 'scheme', title: '方案日期', render: ({ schemeOn }) => schemeOn, width: 106 },
  { key: 'paid', title: '发放日期', render: ({ paidOn }) => paidOn ?? '还没有发放', width: 106 },
  { key: 'amount', title: '金额（元）', render: ({ amountFen }) => formatMoney(amountFen), width: 130, align: 'right' },
];

export function SharedOut({ shared }: Pick<OneAsset, 'shared'>) {
  return (
    <SmallTable
      label="收益分配"
      columns={SHARED}
      rows={shared}
      rowKey={({ year, purpose, to }) => `${year} ${purpose} ${to}`}
      none="没有登记收益分配"
    />
  );
}

const DEEDS: ListColumn<Row<'deeds'>>[] = [
  { key: 'on', title: '日期', render: ({ on }) => on, width: 106 },
  { key: 'move', title: '办理', render: ({ move }) => ASSET_STATES.moves[move]?.title ?? move, width: 150 },
  { key: 'by', title: '办理人', render: ({ by }) => by, width: 140 },
  { key: 'opinion', title: '意见、原因', render: ({ opinion }) => opinion ?? '', width: 400 },
];

export function Deeds({ deeds }: Pick<OneAsset, 'deeds'>) {
  return (
    <SmallTable
      label="办理经过"
      columns={DEEDS}
      rows={deeds}
      rowKey={({ on, move }) => `${on} ${move}`}
      none="还没有办理确权、移交、盘活或处置"
    />
  );
}

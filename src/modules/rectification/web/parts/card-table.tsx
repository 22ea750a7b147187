// Cards that the days propose, to be put to the region.

import { useNavigate } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { problemPath } from '../../domain/addresses.ts';
import { COLOURS } from '../../domain/words.ts';
import { type Overview, rectification } from '../api.ts';
import { RowDeed } from './row-deed.tsx';

type CardLine = Overview['cards'][number];

export function CardTable({ cards }: { cards: CardLine[] }) {
  const navigate = useNavigate();
  const mayPropose = useMay('rectification.propose-card');
  const columns: ListColumn<CardLine>[] = [
    {
      ...{ key: 'colour', title: '牌', width: 90 },
      render: ({ colour }) => <StateTag tone={colour === 'red' ? 'red' : 'yellow'}>{COLOURS[colour]}</StateTag>,
    },
    { key: 'unit', title: '对象单位', render: ({ unit }) => unit, width: 180 },
    { key: 'number', title: '问题编号', render: ({ number }) => number, width: 180 },
    { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 140 },
    {
      ...{ key: 'reason', title: '事由', width: 240 },
      render: ({ reason, daysLate }) => (daysLate > 0 ? `${reason}，逾期 ${daysLate} 天` : reason),
    },
    ...(mayPropose
      ? [{ key: 'deed', title: '', width: 90, render: ({ number }: CardLine) => <Propose number={number} /> }]
      : []),
  ];
  return (
    <SmallTable
      label="应提出的红黄牌"
      columns={columns}
      rows={cards}
      rowKey={({ number }) => number}
      onOpen={({ number }) => void navigate({ to: problemPath(number) })}
      none="按天数没有应提出的红黄牌。"
    />
  );
}

const Propose = ({ number }: { number: string }) => (
  <RowDeed label="提出" send={() => rectification.client.proposeCard({ requestId: newRequestId(), number })} />
);
